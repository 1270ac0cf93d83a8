"""One edition as something to read: what is different in a sector, with its sources."""

from footing.standards import Benchmark, load_catalogue
from footing_web.library.content_files import Edition, Note
from footing_web.library.presenters.readings import Bulleted, Part, Reading, Row, Rows
from footing_web.library.presenters.shared import part, parts, titles


def reading_of_edition(edition: Edition) -> Reading:
    """For whom it is, what differs by pillar, examples, benchmarks that belong, and the words that change."""
    return Reading(
        id=edition.id,
        kind="Edition",
        title=edition.title,
        summary=edition.for_whom,
        address=f"/toolkit/editions/{edition.id}/",
        parts=parts(
            *(part(title, _notes(edition.notes.get(code, ()))) for code, title in titles("pillars").items()),
            part("Examples", _notes(edition.examples)),
            _benchmarks(edition),
            part("Words", Rows(tuple(Row(ours, theirs) for ours, theirs in edition.words.items()))),
        ),
    )


def _notes(notes: tuple[Note, ...]) -> Bulleted:
    return Bulleted(tuple(f"{note.text} ({_source(note)})" for note in notes))


def _source(note: Note) -> str:
    if note.source is None:
        return "Judgement"
    return f"{note.source.publisher}, {note.source.title}, {note.source.published}"


def _benchmarks(edition: Edition) -> Part | None:
    held = load_catalogue().benchmarks
    found = (held.find(key) for key in edition.benchmarks)
    return part("Benchmarks", Rows(tuple(Row(each.title, _figures(each)) for each in found)))


def _figures(benchmark: Benchmark) -> str:
    values = "; ".join(f"{group.replace('_', ' ')} {value:g} per cent" for group, value in benchmark.values.items())
    source = f"{benchmark.source.publisher}, {benchmark.source.title}, {benchmark.source.published}"
    return f"{values.capitalize()}. {benchmark.population}, {benchmark.year}. ({source})"
