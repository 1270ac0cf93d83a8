"""The whole way in one go, for commands that have no worker to wait for."""

import datetime as dt
from collections.abc import Mapping

from footing.workforce import Mapping as ColumnsMapping
from footing.workforce.mapping import Source
from footing_web.accounts.models import Organisation, User
from footing_web.uploads import jobs, refusals
from footing_web.uploads.actions.deciding import confirm
from footing_web.uploads.actions.handing_in import Handed, hand_in
from footing_web.uploads.models import State, Upload


def keep_at_once(
    *,
    organisation: Organisation,
    title: str,
    files: Mapping[Source, Handed],
    retain_until: dt.date,
    by: User | None,
    mapping: ColumnsMapping | None = None,
) -> Upload:
    """Hand in, check and keep an extract here and now, as suggested or as ``mapping`` says.

    Raises ``Refused`` for one that has errors or needs a decision; it then waits as any other does.
    """
    upload = hand_in(
        organisation=organisation,
        title=title,
        files=files,
        retain_until=retain_until,
        pseudonymise=True,
        by=by,
        mapping=mapping,
    )
    jobs.carry_out_check.func(str(upload.pk))
    upload.refresh_from_db()
    if upload.state != State.CHECKED:
        raise refusals.not_now(State(upload.state).label)
    confirm(upload=upload, by=by)
    jobs.carry_out_keeping.func(str(upload.pk))
    upload.refresh_from_db()
    return upload
