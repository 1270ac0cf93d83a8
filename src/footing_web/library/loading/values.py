"""What each kind of page holds, from the file that it comes from."""

import datetime as dt
from typing import Any

from footing.provenance import Review
from footing.standards import Action, Study
from footing_web.library.content_files import CaseStudy, Guide, News, Resource, Word
from footing_web.library.documents.blocks import DocumentTemplate
from footing_web.library.loading.streams import citations, lines, sections, stream

REVIEWED_EVERY = dt.timedelta(days=365)
LONGEST_SUMMARY = 220

Values = dict[str, Any]


def of_action(action: Action) -> Values:
    """An action of the catalogue."""
    return {
        "title": action.title,
        "summary": action.summary,
        "level": action.level,
        "what": action.what,
        "why": action.why,
        "steps": lines(action.steps),
        "done_by": action.owner,
        "cost_band": action.cost.band,
        "cost_words": action.cost.words,
        "effort_band": action.effort.band,
        "effort_words": action.effort.words,
        "months_from": action.takes_effect.months_from,
        "months_to": action.takes_effect.months_to,
        "takes_effect_words": action.takes_effect.words,
        "evidence_strength": action.evidence.strength,
        "evidence_words": action.evidence.words,
        "studies": stream("finding", ({"study": each.study, "says": each.says} for each in action.evidence.studies)),
        "pitfalls": lines(action.pitfalls),
        "measuring": action.measuring,
        "sector_notes": stream("note", ({"edition": key, "text": text} for key, text in action.sectors.items())),
        "small_employers": action.small_employers or "",
        **{name: list(getattr(action, name)) for name in ("measures", "templates", "related")},
        **_belongs(action),
        **_sourced((action.source, *action.also), action.review),
    }


def of_study(study: Study) -> Values:
    """A study of the catalogue."""
    return {
        "title": study.title,
        "summary": _first_sentences(study.found[0]),
        "design": study.design,
        "population": study.population,
        "found": lines(study.found),
        "limits": study.limits,
        "published": study.source.published,
        "notes": lines(study.notes),
        **_sourced((study.source, *study.also), study.review),
    }


def of_guide(guide: Guide) -> Values:
    """A guide; it belongs to the pillar or the stage that it is about."""
    return {
        "title": guide.title,
        "summary": guide.summary,
        "kind": guide.kind,
        "code": guide.code,
        "body": sections(guide.sections),
        "pillars": [guide.code] if guide.kind == "pillar" else [],
        "stages": [guide.code] if guide.kind == "stage" else [],
        **_sourced(guide.sources, guide.review),
    }


def of_template(template: DocumentTemplate) -> Values:
    """The page of a document template."""
    return {
        "title": template.title,
        "summary": template.summary,
        "used_by": template.used_by,
        "before": lines(template.before),
        "judgement": template.judgement,
        **_belongs(template),
        **_sourced(template.sources, template.review),
    }


def of_case_study(study: CaseStudy) -> Values:
    """A case study that is written from public sources."""
    outcomes = (
        {
            "measure": each.measure or "",
            "words": each.words,
            "source": f"{each.source.publisher}, {each.source.title}, {each.source.published}",
            "url": each.source.url or "",
        }
        for each in study.outcomes
    )
    return {
        **{name: getattr(study, name) for name in ("title", "summary", "organisation", "sector", "size", "region")},
        "body": sections(study.sections),
        "outcomes": stream("outcome", outcomes),
        "written": "public",
        **{name: list(getattr(study, name)) for name in ("pillars", "stages", "related")},
        **_sourced(study.sources, study.review),
    }


def of_news(news: News) -> Values:
    """A piece of news."""
    return {"title": news.title, "summary": news.summary, "date": news.date, "text": news.text}


def of_word(word: Word) -> Values:
    """A word of the glossary."""
    return {
        "meaning": word.meaning,
        "avoid": lines(word.avoid),
        "also": lines(word.also),
        "sources": citations([word.source] if word.source else []),
    }


def of_resource(resource: Resource) -> Values:
    """Something that others publish."""
    named = {name: getattr(resource, name) for name in ("title", "publisher", "note", "kind")}
    return {**named, "pillars": list(resource.pillars)}


def _belongs(entry: Any) -> Values:
    return {name: list(getattr(entry, name)) for name in ("pillars", "stages", "roles")}


def _sourced(sources: Any, review: Review) -> Values:
    return {
        "sources": citations(sources),
        "reviewed_by": review.by,
        "reviewed_on": review.on,
        "review_note": review.note,
        "review_due": review.on + REVIEWED_EVERY,
    }


def _first_sentences(text: str) -> str:
    """As many whole sentences as make a summary, and the first one whatever its length."""
    first, *others = text.split(". ")
    for each in others:
        if len(first) + len(each) > LONGEST_SUMMARY:
            return first + "."
        first = f"{first}. {each}"
    return first
