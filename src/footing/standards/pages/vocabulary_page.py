"""The page of vocabularies: the words that actions and studies choose from."""

from footing.standards.catalogue import Catalogue
from footing.standards.pages.markdown import code, page, provenance, table
from footing.standards.vocabularies import Vocabulary

INTRODUCTION = "Short lists that actions and studies choose a word from, with what each word means."


def vocabulary_page(catalogue: Catalogue) -> str:
    """Every vocabulary, its terms in their order."""
    return page("Vocabularies", INTRODUCTION, *(_vocabulary(each) for each in catalogue.vocabularies))


def _vocabulary(each: Vocabulary) -> str:
    rows = ((code(term.code), term.title, term.meaning) for term in each.terms)
    return "\n\n".join(
        (f"## {each.title}", f"Id: {code(each.id)}", table(("Code", "Term", "Meaning"), rows), provenance(each))
    )
