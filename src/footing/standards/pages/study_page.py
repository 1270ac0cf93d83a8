"""The page of studies: what the actions rest on."""

from footing.standards.catalogue import Catalogue
from footing.standards.pages.markdown import bullets, code, page, provenance
from footing.standards.studies import Study

INTRODUCTION = (
    "What has been found out, told in our words. Each study says what it cannot show; the figures are its publisher’s."
)


def study_page(catalogue: Catalogue) -> str:
    """Every study, and the actions that name it."""
    named: dict[str, list[str]] = {}
    for action in catalogue.actions:
        for finding in action.evidence.studies:
            named.setdefault(finding.study, []).append(action.id)
    return page(
        "Studies", INTRODUCTION, *(_study(each, named.get(each.id, []), catalogue) for each in catalogue.studies)
    )


def _study(each: Study, actions: list[str], catalogue: Catalogue) -> str:
    facts = [
        f"Id: {code(each.id)}",
        f"Design: {catalogue.vocabulary('study-design').term(each.design).title.lower()}",
        f"Who was studied: {each.population}",
        *(f"Found: {found}" for found in each.found),
        f"Limits: {each.limits}",
    ]
    if actions:
        facts.append(f"Named by: {', '.join(map(code, actions))}")
    return "\n\n".join((f"## {each.title}", bullets(facts), provenance(each)))
