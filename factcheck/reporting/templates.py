"""Templates as data: which blocks a report has, in which order, and what it says of each claim."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.errors import NotFoundError
from factcheck.i18n import sentence


class Block(StrEnum):
    """A part of a report. One that has nothing to say is left out."""

    masthead = "masthead"
    #: How often each verdict was given.
    verdicts = "verdicts"
    contents = "contents"
    summary = "summary"
    #: What an editor should know is not there.
    gaps = "gaps"
    claims = "claims"
    contradictions = "contradictions"
    agreements = "agreements"
    timeline = "timeline"
    #: The log: a line per correction.
    corrections = "corrections"
    #: Each correction with its reasons.
    notices = "notices"
    method = "method"
    interests = "interests"
    legend = "legend"
    articles = "articles"
    verification = "verification"
    signoff = "signoff"


class Part(StrEnum):
    """What is said of a claim after its wording and its verdict."""

    appearances = "appearances"
    rationale = "rationale"
    evidence = "evidence"
    #: The contradictions that touch it, each in a line.
    disputes = "disputes"
    reply = "reply"
    limits = "limits"
    second = "second"
    earlier = "earlier"
    signoff = "signoff"


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of report."""

    key: str
    blocks: tuple[Block, ...]
    parts: tuple[Part, ...] = ()
    #: Each claim begins a page that can be handed on alone.
    page_per_claim: bool = False
    #: Only claims whose verdict was corrected after publication enter.
    corrected_only: bool = False

    @property
    def findings(self) -> bool:
        """Whether it says anywhere what sources differ in."""
        return Part.disputes in self.parts or Block.contradictions in self.blocks or Block.agreements in self.blocks


TEMPLATES = {
    template.key: template
    for template in (
        Template(
            "full",
            (
                Block.masthead,
                Block.verdicts,
                Block.contents,
                Block.summary,
                Block.claims,
                Block.contradictions,
                Block.agreements,
                Block.timeline,
                Block.method,
                Block.interests,
                Block.corrections,
                Block.legend,
                Block.articles,
                Block.verification,
            ),
            (
                Part.appearances,
                Part.rationale,
                Part.evidence,
                Part.disputes,
                Part.reply,
                Part.limits,
                Part.second,
                Part.earlier,
            ),
        ),
        Template(
            "claim",
            (Block.claims, Block.legend, Block.method, Block.corrections, Block.articles, Block.verification),
            (
                Part.appearances,
                Part.rationale,
                Part.evidence,
                Part.reply,
                Part.limits,
                Part.second,
                Part.earlier,
                Part.disputes,
            ),
            page_per_claim=True,
        ),
        Template(
            "corrections",
            (Block.masthead, Block.notices, Block.legend, Block.articles, Block.verification),
            corrected_only=True,
        ),
        Template(
            "desk",
            (
                Block.masthead,
                Block.summary,
                Block.gaps,
                Block.claims,
                Block.contradictions,
                Block.signoff,
                Block.articles,
                Block.verification,
            ),
            (Part.rationale, Part.evidence, Part.disputes, Part.reply, Part.limits, Part.second, Part.signoff),
        ),
    )
}


def template(key: str) -> Template:
    """The template of this name."""
    try:
        return TEMPLATES[key]
    except KeyError:
        raise NotFoundError(sentence("error.report.no_template", key=key, known=", ".join(TEMPLATES))) from None
