"""The words of reports: plain enough, grammatical whatever the figures are, and never saying why something is so."""

import ast
import re
from pathlib import Path

import pytest
import yaml

import footing.assessment.findings as findings_package
import footing.reporting.sections as sections_package
from footing.reporting.model import Bullets, Journey, Note, Paragraph, Place, Terms
from footing.reporting.outline import FULL, kinds, load_outline
from footing.reporting.report import build_report
from footing.reporting.sections.questions import board_questions
from footing.standards import load_catalogue
from footing.tables.words import counted
from reporting.assessments import council_assessment

CEILING = {FULL: 10.0, "appendix": 10.0}
PLAIN = 8.0
"""The highest reading grade of a kind that everybody is meant to read: that of a pupil of 13 or 14."""

CAUSAL = re.compile(
    r"\b(becaus\w+|due to|owing to|thanks to|as a result|result(s|ed)? in|lead(s)? to|led to|caus\w+|driv\w+|"
    r"explain\w*|responsible for|impact(s|ed)?|effect(s)? of|affect\w*|determin\w+|discriminat\w+|unfair\w*|"
    r"bias\w*|barrier\w*|penal\w+)\b",
    re.IGNORECASE,
)
"""Words that say why something is so. None of the designs behind a finding can."""

FINDINGS = sorted(Path(str(findings_package.__file__)).parent.glob("*.py"))
TAKEAWAYS = sorted(Path(str(sections_package.__file__)).parent.glob("*takeaways.py"))


def literals(path: Path) -> list[str]:
    """Every text of a module that may be said: its strings, without docstrings and names of tables."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {id(each.body[0].value) for each in ast.walk(tree) if isinstance(each, documented) and _is_text(each)}
    attributes = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    texts = (each for each in ast.walk(tree) if isinstance(each, ast.Constant) and isinstance(each.value, str))
    return [each.value for each in texts if id(each) not in docstrings | attributes and " " in each.value.strip()]


def _is_text(each: ast.Module | ast.ClassDef | ast.FunctionDef) -> bool:
    first = each.body[0] if each.body else None
    return isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)


def reading_grade(text: str) -> float:
    """The automated readability index (Senter and Smith, 1967): letters for each word and words for each sentence."""
    sentences = max(1, len(re.findall(r"[.!?](?:\s|$)", text)))
    words = re.findall(r"[\w’'%.,-]*\w[\w’'%]*", text)
    letters = sum(len(re.sub(r"\W", "", word)) for word in words)
    return 4.71 * letters / len(words) + 0.5 * len(words) / sentences - 21.43


def narrative(kind: str) -> str:
    """Everything that is said in sentences; questions as they were asked, definitions and sources are not ours."""
    report = build_report(council_assessment(), load_catalogue(), outline=load_outline(kind))
    return " ".join(
        text for section in sections_of(report.sections) for block in section.blocks for text in said(block)
    )


def sections_of(sections):
    for each in sections:
        if each.id not in ("methods", "sources", "record"):
            yield each
            yield from sections_of(each.sections)


def said(block) -> list[str]:
    match block:
        case Paragraph() | Note():
            texts = [block.text]
        case Bullets():
            texts = [each.text for each in block.items]
        case Place():
            texts = [f"{block.prompt}."]
        case Journey():
            texts = [each.statement for each in block.items]
        case Terms():
            texts = [each.meaning for each in block.items]
        case _:
            texts = []
    return [each for each in texts if not each.startswith("People were asked")]


def test_the_reading_grade_is_that_of_the_formula():
    assert reading_grade("The cat sat on the mat.") == pytest.approx(4.71 * 17 / 6 + 0.5 * 6 - 21.43)
    assert reading_grade("Organisational heterogeneity complicates interpretation considerably.") > 25


@pytest.mark.parametrize("kind", kinds())
def test_what_is_said_is_plain_enough_for_those_it_is_meant_for(kind):
    assert reading_grade(narrative(kind)) <= CEILING.get(kind, PLAIN)


@pytest.mark.parametrize("path", [*FINDINGS, *TAKEAWAYS], ids=lambda path: path.stem)
def test_no_finding_and_no_title_of_a_chart_says_why(path):
    assert [text for text in literals(path) if CAUSAL.search(text)] == []


@pytest.mark.parametrize("kind", kinds())
def test_no_outline_says_why(kind):
    outline = load_outline(kind)
    texts = [outline.about, *(section.lead for section in outline.sections)]
    texts += [view.lead for section in outline.sections for view in section.views]
    texts += [str(each) for words in outline.words for each in words.says]
    allowed = "Grade itself may be where unfairness shows"
    assert [text for text in texts if CAUSAL.search(text.replace(allowed, ""))] == []


def test_no_question_for_a_board_takes_a_cause_for_granted():
    assert [each.ask for each in board_questions().questions if CAUSAL.search(each.ask)] == []
    assert all(each.ask.endswith("?") for each in board_questions().questions)


@pytest.mark.parametrize(
    "text", ["paid less because of", "this drives", "the effect of background", "leads to", "a barrier"]
)
def test_the_list_of_causal_words_finds_them(text):
    assert CAUSAL.search(text)


@pytest.mark.parametrize(
    "text", ["the chance of being promoted", "there is no clear difference", "paid less on average"]
)
def test_the_list_of_causal_words_lets_descriptions_be(text):
    assert not CAUSAL.search(text)


AMERICAN = re.compile(r"\b\w*(ization|ize[ds]?|izing|color|labor|center|behavior|program)\b", re.IGNORECASE)


@pytest.mark.parametrize("kind", kinds())
def test_the_english_is_british(kind):
    assert AMERICAN.findall(narrative(kind).replace("size", "")) == []


def test_outlines_are_read_as_they_are_written():
    outlines = Path(str(sections_package.__file__)).parents[1] / "outlines"
    for path in outlines.glob("*.yaml"):
        assert yaml.safe_load(path.read_text(encoding="utf-8"))["id"] == path.stem


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no counts"), (1, "1 count"), (2, "2 counts"), (1200, "1,200 counts")]
)
def test_a_number_agrees_with_its_noun(number, words):
    assert counted(number, "count", "counts") == words
