"""What is known of an organisation for its documents: details, grades, units, the edition's words and its results."""

from footing.standards import load_catalogue
from footing.tables.words import listed
from footing_web.accounts import queries as accounts
from footing_web.accounts.models import Organisation
from footing_web.library.documents.conditions import met_by
from footing_web.library.documents.editions import edition_for
from footing_web.library.documents.known import Known, OwnFigure, OwnFigures
from footing_web.library.models import DocumentDetails
from footing_web.results import queries as results
from footing_web.results.keeping import assessment_of
from footing_web.results.models import Result
from footing_web.results.presenters.reading import key_figures_of

OWN_FIELDS = ("champion", "contact", "data_team", "data_protection_contact", "privacy_address")
OWN_WORDS = ("staff", "grade", "grades", "manager", "managers", "board")


def details_of() -> DocumentDetails | None:
    """The details of the organisation in scope, where somebody has given any."""
    return DocumentDetails.objects.first()


def known_of(organisation: Organisation, *, with_results: bool) -> Known:
    """Everything that is known of the organisation in scope; its results only for those who may see them."""
    result = results.results().first() if with_results else None
    fields = _details(organisation) | _own(details_of())
    if result is not None:
        fields["snapshot_date"] = f"{result.snapshot_date:%-d %B %Y}"
    figures = _figures(result) if result else None
    return Known(fields, met_by(organisation), figures, edition_for(organisation))


def _details(organisation: Organisation) -> dict[str, str]:
    grades = list(accounts.grades())
    tops = list(dict.fromkeys(path[0] for path in accounts.unit_paths()))
    found = {
        "organisation": organisation.name,
        "sector": organisation.get_sector_display(),
        "region": organisation.get_region_display(),
        "size": organisation.get_size_band_display(),
        "grade_list": listed([each.title for each in grades]) if grades else "",
        "senior_grades": listed([each.title for each in grades if each.senior]) if grades else "",
        "unit_list": listed(tops) if tops else "",
    }
    return {name: value for name, value in found.items() if value}


def _own(details: DocumentDetails | None) -> dict[str, str]:
    if details is None:
        return {}
    found = {name: getattr(details, name) for name in (*OWN_FIELDS, *OWN_WORDS) if getattr(details, name)}
    if details.retention_months:
        months = details.retention_months
        found["retention"] = "1 month" if months == 1 else f"{months} months"
    return found


def _figures(result: Result) -> OwnFigures:
    """Leading figures and findings, exactly as the report of the result says them."""
    statements: dict[str, tuple[str, ...]] = {}
    for finding in assessment_of(result).findings:
        statements[finding.measure] = (*statements.get(finding.measure, ()), finding.statement)
    leading = tuple(OwnFigure(each.value, each.title, "; ".join(each.context)) for each in key_figures_of(result))
    policy = load_catalogue().policy(result.policy).title
    source = (
        f"Source: the assessment “{result.title}”, which describes {result.snapshot_date:%-d %B %Y}. "
        f"Number {result.ledger_number} in the ledger of releases, under the disclosure policy “{policy}”."
    )
    return OwnFigures(leading, statements, source)
