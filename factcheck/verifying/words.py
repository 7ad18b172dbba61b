"""What verifying found, in sentences."""

from collections.abc import Iterator

from factcheck import __version__, dates, retelling
from factcheck.i18n import Catalogue
from factcheck.verifying.comparing import Difference
from factcheck.verifying.steps import MOST, Outcome

#: Steps since the report that are told one by one.
_STEPS = 20


def answer(outcome: Outcome, file: str, say: Catalogue) -> str:
    """Whether the file holds, in one sentence."""
    if outcome.identical:
        return say("verify.identical", file=file)
    if outcome.holds:
        return say("verify.holds", file=file)
    count = len(outcome.differences)
    return say("verify.many" if count >= MOST else "verify.differs", file=file, n=count)


def said(difference: Difference, say: Catalogue) -> str:
    """One difference, with its page."""
    nothing = say("verify.nothing")
    right, found = difference.right or nothing, difference.found or nothing
    what = say(f"verify.{difference.kind}", right=right, found=found)
    return say("verify.page", page=difference.page, what=what) if difference.page else say("verify.file", what=what)


def about(outcome: Outcome, say: Catalogue) -> Iterator[str]:
    """Which report it is, what else the answer depends on, and what has changed since."""
    made = dates.minute(outcome.record.made or 0, say)
    yield say("verify.made", id=outcome.report.id, made=made, entry=outcome.entry)
    if went := outcome.issued:
        yield say("verify.issued", version=went.version, when=dates.minute(went.issued, say), who=went.who)
    if chosen := list(_chosen(outcome, say)):
        yield say("verify.chosen", what=", ".join(chosen))
    yield from _doubts(outcome, say)
    yield from _since(outcome, say)


def _chosen(outcome: Outcome, say: Catalogue) -> Iterator[str]:
    """What a person may choose freely for a report, so that it proves nothing."""
    options = outcome.record.options
    named = {"title": options.title, "checker": options.checker, "organisation": options.organisation.name}
    for key, value in named.items():
        if value.strip():
            yield say(f"verify.chosen_{key}", value=" ".join(value.split()))
    if options.organisation.method.strip():
        yield say("verify.chosen_method")
    if options.organisation.logo:
        yield say("verify.chosen_logo")


def _doubts(outcome: Outcome, say: Catalogue) -> Iterator[str]:
    program = outcome.record.origin.program
    if outcome.other_fonts:
        yield say("verify.fonts", names=", ".join(outcome.other_fonts))
    if program != __version__:
        yield say("verify.program", theirs=program[:20], ours=__version__)
    if outcome.other_rules:
        yield say("verify.rules", program=program[:20])


def _since(outcome: Outcome, say: Catalogue) -> Iterator[str]:
    if not outcome.since:
        yield say("verify.unchanged")
        return
    yield say("verify.since", n=len(outcome.since))
    for entry in outcome.since[-_STEPS:][::-1]:
        name = say.step(entry.edit.label, retelling.names_of(entry.edit.names, say), entry.undoes, entry.redoes)
        yield f"{dates.minute(entry.at, say)}, {entry.who.name}: {name}"
    if len(outcome.since) > _STEPS:
        yield say("verify.more", n=len(outcome.since) - _STEPS)
