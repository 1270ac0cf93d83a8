"""What results end of an organisation that is being closed."""

from django.core.files.storage import default_storage
from django.db import transaction

from footing_web.accounts.models import Organisation, User
from footing_web.results.models import ReportFile


def remove_report_files(*, organisation: Organisation, by: User) -> None:
    """Delete the files of its reports from the storage, once it is certain that the organisation is gone."""
    places = list(ReportFile.objects.filter(organisation=organisation).values_list("storage_name", flat=True))

    def remove() -> None:
        for place in places:
            default_storage.delete(place)

    transaction.on_commit(remove)
