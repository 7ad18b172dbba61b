"""Opening projects, and the shapes in which records are printed by several commands."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from factcheck import lookup, records, retelling, settings
from factcheck.cli.output import note
from factcheck.cli.words import say
from factcheck.model import Anchor, Article, Entry, Link, MediaAppearance, Verdict, Who
from factcheck.records import Records
from factcheck.session import Session
from factcheck.steps import Step


def reading(project: Path) -> Session:
    """The project to be looked at, also while another process has it open."""
    return Session.open(project, Who(""), read_only=True)


def writing(project: Path) -> Session:
    """The project to be changed by the person at the desk, who is told once if it is at risk where it lies."""
    known = settings.load()
    chosen, found = settings.newly_at_risk(known, project)
    session = Session.open(project, chosen.who)
    if found:
        settings.keep(known, chosen)
        note(say(f"at_risk.{found[0]}", name=project.name, by=found[1]))
    return session


def claims_named(state: Records, told_as: str) -> tuple[str, ...] | None:
    """Ids of the claims that a list like "1,2" names, in its order; None for all."""
    if not told_as:
        return None
    names = [name.strip() for name in told_as.split(",")]
    return tuple(dict.fromkeys(lookup.claim_named(state, name).id for name in names if name))


def time(at: int) -> str:
    """UTC in ISO 8601; "" for no time."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""


def shown_time(at: int) -> str:
    """The time here, to the minute."""
    return datetime.fromtimestamp(at).astimezone().strftime("%Y-%m-%d %H:%M") if at else ""


def name_of(step: Step | Entry) -> str:
    """What a step is called; its bare key if it was written by another version."""
    label, names = (step.edit.label, step.edit.names) if isinstance(step, Entry) else (step.label, step.names)
    try:
        return say.edit(label, retelling.names_of(names, say))
    except (KeyError, IndexError):
        return label


def said(state: Records, verdict: Verdict | None) -> dict[str, Any] | None:
    """A verdict as data; a blind one says only that it is there."""
    if verdict is None:
        return None
    given = {"who": verdict.who, "given": time(verdict.given), "revealed": verdict.revealed}
    if not verdict.revealed:
        return given
    rating = records.rating(state, verdict)
    return {
        "rating": verdict.rating,
        "label": rating.label if rating else "",
        "scale": verdict.scale_id,
        "summary": verdict.summary,
        "rationale": verdict.rationale,
        "outcome": verdict.outcome.value if verdict.outcome else "",
        "remark": verdict.remark,
        **given,
    }


def passage(state: Records, article_id: str, anchor: Anchor) -> dict[str, Any]:
    """Words of an article as data."""
    article = state.get(Article, article_id)
    return {
        "article": article_id,
        "title": article.title if article else "",
        "file": article.file if article else "",
        "start": anchor.start,
        "end": anchor.end,
        "text": anchor.exact,
        "place": records.place(state, anchor, say),
    }


def recording(place: MediaAppearance) -> dict[str, Any]:
    """A place outside any text as data."""
    source = {"type": "link" if isinstance(place.source, Link) else "file", **asdict(place.source)}
    return {"medium": place.medium.value, "time": place.time, "transcript": place.transcript, "source": source}
