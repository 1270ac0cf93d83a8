"""How often an assessment finds a gap that is not there, and how often it finds one that is.

    python -m benchmarks.findings [--without 200] [--with 60]

- **Without gaps**: seeded samples in which nothing depends on background, so that every clear finding is a false one.
  Held null are the shares of parental occupation, of independent schools and of free school meals in all, in each
  grade and in each function (drawn from the national benchmarks that they are compared with), and the chance of each
  hiring step, pay, promotion, leaving and being senior. Where all differences are nought, the level that Benjamini and
  Hochberg's steps keep to, ``FindingTerms.false_findings``, is the chance that an assessment has any clear finding.
- **With gaps**: samples of a whole council with the gaps of ``footing.samples.BUILT_IN_GAPS``; for each, in how many
  the comparison that should tell of it is clear, in the right direction.

Each sample is written, read, measured, protected and put into words as an employer's extract is.
"""

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from benchmarks import Result, show

PROCESSES = 2
SMALL, COUNCIL = 1_500, 4_200
FIRST_SEED = 1_000

EXPECTED = (
    (
        "lower backgrounds thin out from grade to grade",
        r"representation\.parental_occupation\.by_grade.*\.ladder",
        "below",
    ),
    ("lower backgrounds are rarer in senior grades", r"senior_ratio\.parental_occupation\..*lower_v_prof.*", "below"),
    (
        "lower backgrounds work in functions of manual work",
        r"representation\.parental_occupation\.by_function.*\.(Environment|Highways).*\.lower",
        "above",
    ),
    (
        "odds at the sift: {gaps.sift_odds_ratio.lower}",
        r"hiring\.parental_occupation\.relative_rate\.sift\.lower",
        "below",
    ),
    (
        "odds of an offer: {gaps.offer_odds_ratio.lower}",
        r"hiring\.parental_occupation\.relative_rate\.offer\.lower",
        "below",
    ),
    (
        "promoted {gaps.promotion_rate_ratio.lower} times as often",
        r"progression\.parental_occupation\..*lower_v_.*",
        "below",
    ),
    (
        "left {gaps.leaving_rate_ratio.lower} times as often",
        r"retention\.parental_occupation\..*lower_v_prof.*",
        "above",
    ),
    ("pay {gaps.pay_ratio_within_grade.lower} times that of the same grade", r"adjusted_pay_gap\.parental_.*", "above"),
    ("typical pay, by grade and within it", r"pay_gap\.parental_occupation\.overall\.median\..*", "above"),
    (
        "odds of a bonus: {gaps.bonus_odds_ratio.lower}",
        r"pay_gap\.parental_occupation\.bonus_proportion\.lower",
        "below",
    ),
    (
        "{gaps.referred_percent.lower}% referred by staff",
        r"hiring\.parental_occupation\.by_source\.share\.Referral.*\.lower",
        "below",
    ),
    (
        "apply {gaps.application_days_later.lower} days later",
        r"hiring\.parental_occupation\.days_later\.lower",
        "above",
    ),
    (
        "odds of a longer probation: {gaps.probation_extended_odds_ratio.lower}",
        r"induction\.parental_occupation\.probation_outcome\.Passed after extension\.lower",
        "above",
    ),
    (
        "odds of completing the induction: {gaps.induction_completed_odds_ratio.lower}",
        r"induction\.parental_occupation\.induction_items\.All completed\.lower",
        "below",
    ),
    (
        "{gaps.acting_up_ratio.lower} times as often promoted for a while",
        r"progression\.parental_occupation\.temporary\.lower",
        "below",
    ),
)
"""What is built in, in words; the comparison that tells of it; and the direction that is right."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison of one sample, what was found, and whether its own interval already leaves no difference out."""

    name: str
    measure: str
    direction: str
    clear: bool
    clear_alone: bool


def main() -> int:
    """Assess the samples, print both tables, and return 1 if more is found without gaps than the stated level."""
    parser = argparse.ArgumentParser(description="False findings, and true ones.")
    parser.add_argument("--without", type=int, default=200, help="how many samples without gaps")
    parser.add_argument("--with", type=int, default=60, dest="having", help="how many samples with gaps")
    arguments = parser.parse_args()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        seeds = range(FIRST_SEED, FIRST_SEED + arguments.without)
        without = list(pool.map(partial(compared, people=SMALL, gaps=False), seeds, chunksize=5))
        code = _show_false_findings(without) if without else 0
        seeds = range(FIRST_SEED, FIRST_SEED + arguments.having)
        having = list(pool.map(partial(compared, people=COUNCIL, gaps=True), seeds, chunksize=2))
    if having:
        _show_true_findings(having)
    return code


def compared(seed: int, *, people: int, gaps: bool) -> tuple[Compared, ...]:
    """Every comparison that the assessment of one sample makes; none where its release is refused."""
    from footing.assessment.findings.contrast import chance_of
    from footing.assessment.findings.find import comparisons
    from footing.disclosure import ReleaseRefused
    from footing.measures.intervals import CONFIDENCE
    from footing.standards import load_catalogue

    try:
        tables, questions, characteristics = _assessed(seed, people, gaps)
    except ReleaseRefused:
        return ()
    found = comparisons(tables, questions=questions, characteristics=characteristics, catalogue=load_catalogue())
    return tuple(
        Compared(
            each.contrast.name,
            each.contrast.measure,
            str(each.direction),
            each.clear,
            clear_alone=chance_of(each.contrast) < 1 - CONFIDENCE,
        )
        for each in found
    )


def _assessed(seed: int, people: int, gaps: bool) -> tuple:
    from footing.assessment import Choices, assess
    from footing.samples import council
    from footing.standards import load_catalogue
    from footing.workforce import check_extract

    catalogue, sample = load_catalogue(), council(seed=seed, people=people, gaps=gaps)
    with tempfile.TemporaryDirectory() as folder:
        files = sample.write(Path(folder), form="parquet")
        companions = {"applications": files.applications, "events": files.events, "outreach": files.outreach}
        day = sample.snapshot_date
        with check_extract(files.staff, mapping=None, catalogue=catalogue, as_at=day, **companions) as checked:
            workforce = checked.workforce
            choices = Choices(as_at=day, policy=catalogue.policy("publish-10"), mapping_sha256="")
            assessment = assess(workforce, choices, catalogue=catalogue)
    asked = (*workforce.questions, *workforce.applications_companion.questions)
    questions = {question.question_id: question for question in reversed(asked)}
    return assessment.tables, tuple(questions.values()), workforce.characteristics


def _show_false_findings(samples: Sequence[tuple[Compared, ...]]) -> int:
    from footing.assessment.findings.contrast import FindingTerms

    level = FindingTerms().false_findings
    every = [each for sample in samples for each in sample]
    clear = [each for each in every if each.clear]
    with_any = sum(any(each.clear for each in sample) for sample in samples)
    refused = sum(not sample for sample in samples)
    least, _ = _interval(with_any, len(samples))
    stated = f"stated level {100 * level:g}%"
    results = [
        Result(
            f"{len(samples)} samples of {SMALL:,} people without gaps: with any clear finding",
            _share(with_any, len(samples)),
            stated,
            with_any / len(samples) / level,
            "interval not above the level",
            least <= level,
        ),
        Result(
            f"clear among all {len(every):,} comparisons",
            _share(len(clear), len(every)),
            stated,
            len(clear) / len(every) / level,
            "≤ 1",
            len(clear) <= level * len(every),
        ),
        Result(
            "samples whose release was refused",
            _share(refused, len(samples)),
            "none",
            refused / len(samples),
            "none",
            refused == 0,
        ),
    ]
    code = show("False findings, where every clear finding is one", results)
    for line in _by_measure(every):
        print(line)
    return code


def _by_measure(every: Sequence[Compared]) -> Iterator[str]:
    """How often each kind of comparison looks clear by its own interval, of which 5 in 100 should, and after all."""
    counts = Counter(each.measure for each in every)
    alone = Counter(each.measure for each in every if each.clear_alone)
    clear = Counter(each.measure for each in every if each.clear)
    for measure, number in sorted(counts.items()):
        own = f"{_share(alone[measure], number)} clear by their own 95% interval"
        yield f"  {measure:32}{number:6} comparisons: {own}, {clear[measure]} once all are judged together"


def _show_true_findings(samples: Sequence[tuple[Compared, ...]]) -> None:
    from footing.samples import BUILT_IN_GAPS

    print(f"\nGaps built into {len(samples)} samples of {COUNCIL:,} people: in how many each is found")
    for words, name, direction in EXPECTED:
        about = [[each for each in sample if re.fullmatch(name, each.name)] for sample in samples]
        shown = [each for each in about if each]
        found = sum(any(one.clear and one.direction == direction for one in each) for each in shown)
        share = _share(found, len(shown)) if shown else "never shown"
        print(f"  {words.format(gaps=BUILT_IN_GAPS):58}{share:>26}  of the {len(shown)} samples that show it")


def _share(part: int, whole: int) -> str:
    least, most = _interval(part, whole)
    return f"{100 * part / whole:.1f}% ({100 * least:.1f}% to {100 * most:.1f}%)"


def _interval(part: int, whole: int) -> tuple[float, float]:
    """Clopper and Pearson's interval of a share, 95%."""
    from scipy.stats import binomtest

    found = binomtest(part, whole).proportion_ci(method="exact")
    return float(found.low), float(found.high)


if __name__ == "__main__":
    sys.exit(main())
