"""The reference pages, made from the catalogue: ``python -m footing.standards.pages docs/reference`` writes them."""

from footing.standards.catalogue import Catalogue
from footing.standards.pages.action_page import action_page
from footing.standards.pages.benchmark_page import benchmark_page
from footing.standards.pages.classification_page import classification_page
from footing.standards.pages.measure_page import measure_page
from footing.standards.pages.pillar_page import pillar_page
from footing.standards.pages.policy_page import policy_page
from footing.standards.pages.question_page import question_page
from footing.standards.pages.study_page import study_page
from footing.standards.pages.vocabulary_page import vocabulary_page

__all__ = ["reference_pages"]


def reference_pages(catalogue: Catalogue) -> dict[str, str]:
    """The text of each page by its file name; the same catalogue gives the same text."""
    return {
        "questions.md": question_page(catalogue),
        "classifications.md": classification_page(catalogue),
        "benchmarks.md": benchmark_page(catalogue),
        "policies.md": policy_page(catalogue),
        "measures.md": measure_page(catalogue),
        "pillars.md": pillar_page(catalogue),
        "vocabularies.md": vocabulary_page(catalogue),
        "studies.md": study_page(catalogue),
        "actions.md": action_page(catalogue),
    }
