"""Fold away what does not change the meaning of words: case, quotes, dashes, spaces, punctuation, numbering."""

import re
import unicodedata

_QUOTES = str.maketrans(dict.fromkeys("’‘‛ʼ´`′＇", "'"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_NUMBERING = re.compile(
    r"""^\s*(?:
        (?:\(?\d{1,2}[.)] | \[\d{1,2}\])\s+(?=\S)                    # 1.  1)  (1)  [1]  and a space, before anything
      | (?:\(?\d{1,2}[.)] | \[\d{1,2}\] | \d{1,2}\s*[:-](?=\s))\s*(?=[^\W\d])  # 1.Yes  1: Yes  1 - Yes, before words
      | (?:\(?[a-z]\) | [a-z]\.(?=\s))\s*(?=[^\W\d])                # a)  (a)  a.
    )""",
    re.VERBOSE,
)
"""Numbering before an answer. "1 - 24" and "1.5" are amounts and keep their first number."""
_QUESTION_NUMBER = re.compile(r"^\s*(?:q|question)\s*\d{1,3}[a-z]?(?:\s*[.):-]+\s*|\s+|\s*$)")
_NOT_MEANING = re.compile(r"[^\w\s<>≤≥=+%]|_")


def fold_lightly(text: str) -> str:
    """One form for every way of typing the same words: case, quotes, dashes, spaces and a trailing full stop."""
    folded = text.replace("`", "'").lower() if text.isascii() else _fold_signs(text)
    return " ".join(folded.split()).rstrip(".").rstrip()


def _fold_signs(text: str) -> str:
    """The slow way, for text with letters or signs beyond ASCII."""
    folded = unicodedata.normalize("NFKC", text.translate(_QUOTES)).translate(_DASHES).casefold()
    return unicodedata.normalize("NFKC", " ".join(folded.split()))


def fold(text: str) -> str:
    """One form for every way of typing the same answer: ``fold_lightly`` without punctuation and leading numbering.

    Signs that change the meaning (< > + %) stay. A text of nothing but punctuation or numbering folds to itself,
    lightly.

    >>> fold("1) I don’t know.") == fold("I don't know")
    True
    """
    light = fold_lightly(text)
    return _words_of(_NUMBERING.sub("", light, count=1)) or light


def fold_heading(text: str) -> str:
    """``fold`` for a column heading: also without a question number ("Q1", "Question 2:").

    >>> fold_heading("Q1 – Parental occupation at 14") == fold_heading("parental occupation at 14")
    True
    """
    return fold(_QUESTION_NUMBER.sub("", fold_lightly(text), count=1)) or fold(text)


def _words_of(light: str) -> str:
    words = light.replace("'", "").replace("&", " and ")
    return " ".join(_NOT_MEANING.sub(" ", words).split())
