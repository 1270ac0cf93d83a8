"""``footing demo``: the whole way on a fictional council, with real steps and real files."""

from pathlib import Path
from typing import Annotated

import typer

EXTRACT_FOLDER = "extract"


def demo(
    out: Annotated[Path, typer.Option(help="The folder to write the extract and the report to.", file_okay=False)],
    seed: Annotated[int, typer.Option(help="The same seed draws the same council.", min=0)] = 1,
) -> None:
    """Draw a fictional council of about 4,200 people, assess its extract and write its report."""
    from footing.cli.assess import DEFAULT_FORMATS, DEFAULT_POLICY
    from footing.cli.assessing import Files, Request, carry_out
    from footing.samples import council
    from footing.samples.year_before import a_year_before

    sample = council(seed=seed)
    files = sample.write(out / EXTRACT_FOLDER, untidy=True)
    typer.echo(f"A fictional council's extract and its companions are in {out / EXTRACT_FOLDER}.", err=True)
    request = Request(
        files=Files(
            extract=files.staff,
            applications=files.applications,
            events=files.events,
            outreach=files.outreach,
            previous_extract=files.year_before,
            previous_date=a_year_before(sample.snapshot_date),
        ),
        out=out,
        as_at=sample.snapshot_date,
        policy=DEFAULT_POLICY,
        formats=tuple(DEFAULT_FORMATS.split(",")),
        organisation=sample.truth.employer.name,
    )
    carry_out(request)
