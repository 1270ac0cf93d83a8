"""The page of pillar sets."""

from footing.standards.catalogue import Catalogue
from footing.standards.journey import PillarSet
from footing.standards.pages.markdown import code, page, provenance, table

INTRODUCTION = (
    "Bodies arrange the work under different headings, so the headings are data and none of them is built in."
)


def pillar_page(catalogue: Catalogue) -> str:
    """Every pillar set in the order of its body."""
    return page("Pillars", INTRODUCTION, *(_pillars(each) for each in catalogue.pillar_sets))


def _pillars(each: PillarSet) -> str:
    rows = ((code(pillar.code), pillar.title, pillar.meaning) for pillar in each.pillars)
    return "\n\n".join(
        (f"## {each.title}", f"Id: {code(each.id)}", table(("Code", "Pillar", "Meaning"), rows), provenance(each))
    )
