"""What each page of a result is made from, the same for members and for whoever holds a link."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from footing.reporting.outline import load_outline
from footing.standards import load_catalogue
from footing_web.results.keeping import assessment_of
from footing_web.results.models import Result
from footing_web.results.presenters.findings import findings_html
from footing_web.results.presenters.measures import Chosen, measure_page, measures_of
from footing_web.results.presenters.places import Places
from footing_web.results.presenters.reading import navigation_of, overview_html, page_html, report_of, section_of

LABELS = {
    "table": {"text": "Divided by"},
    "group": {"text": "Chart of"},
    "benchmark": {"text": "Compared with"},
}
"""What the choices on the page of a measure are called."""


@dataclass(frozen=True, slots=True)
class Page:
    """The template of a page and what it shows."""

    template: str
    context: dict[str, Any]


def overview(result: Result, places: Places) -> Page:
    """The two-minute picture."""
    more = {"html": overview_html(result, places), "subtitle": report_of(result).subtitle}
    return _page("overview", result, places, "overview", more)


def section(result: Result, places: Places, name: str) -> Page | None:
    """A section of the report, or that nothing of it could be released; ``None`` where there is no such section."""
    found = section_of(result, name)
    if found is None:
        title = next((each.title for each in load_outline().sections if each.id == name), None)
        return _page("nothing", result, places, name, {"title": title}) if title else None
    return _page("section", result, places, name, {"section": found, "html": page_html(result, name, places)})


def findings(result: Result, places: Places) -> Page:
    """Every finding, by stage."""
    return _page("findings", result, places, "findings", {"html": findings_html(result, places)})


def measures(result: Result, places: Places) -> Page:
    """The list of measures, and what could not be measured."""
    not_measured = assessment_of(result).not_measured
    more = {"stages": measures_of(result, places), "not_measured": not_measured}
    return _page("measures", result, places, "measures", more)


def measure(result: Result, places: Places, name: str, choice: Chosen) -> Page | None:
    """The page of a measure, or that nothing of it could be released; ``None`` where there is no such measure."""
    found = measure_page(result, name, choice, places)
    if found is None:
        title = next((each.title for each in load_catalogue().measures if each.id == name), None)
        return _page("nothing", result, places, "measures", {"title": title}) if title else None
    more = {"measure": found, "measures_address": places.measures(), "labels": LABELS}
    return _page("measure", result, places, "measures", more)


def chosen(given: QueryDict) -> Chosen:
    """What a visitor chose in the form of a measure's page."""
    return Chosen(given.get("table", ""), given.get("group", ""), given.get("benchmark", ""))


def _page(template: str, result: Result, places: Places, current: str, more: dict[str, Any]) -> Page:
    context = {
        "organisation": result.organisation,
        "result": result,
        "pages": navigation_of(result, places, current),
        "overview_address": places.overview(),
        "findings_address": places.findings(),
    }
    return Page(f"results/{template}.html", context | more)
