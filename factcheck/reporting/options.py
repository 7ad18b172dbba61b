"""What a person chooses for a report, and what else decides what it says."""

from dataclasses import dataclass, field
from enum import StrEnum

from factcheck import __version__


class Order(StrEnum):
    """In which order the claims stand."""

    #: As they were chosen; by number if all go out.
    given = "given"
    number = "number"
    #: As the scale lists its ratings, claims without a verdict last.
    verdict = "verdict"
    topic = "topic"
    #: By the date of the claim's first appearance, undated ones last.
    appearance = "appearance"


class Entering(StrEnum):
    """Which findings go out. Dismissed ones never do."""

    #: Those that were confirmed, and those that both sides are right about.
    ruled = "ruled"
    #: Disputes on which nobody has ruled yet too; they say so.
    open = "open"
    none = "none"


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who publishes the report."""

    name: str = ""
    #: `#rrggbb` of rules and marks; "" for ink.
    colour: str = ""
    #: How the organisation works, in paragraphs; goes before the project's own method.
    method: str = ""
    #: A PNG or JPEG picture.
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the person chose for this report.

    A report carries all of it in its record (`reporting.record`), so every field is plain data: text, numbers, yes or
    no, bytes, or tuples, dataclasses and enumerations of these, with a default. Nothing else may decide what a report
    says.
    """

    #: "": the project's title.
    title: str = ""
    findings: Entering = Entering.ruled
    language: str = "en"
    #: The claims that go out; None: all.
    claim_ids: tuple[str, ...] | None = None
    #: Name of who answers for the report; "": whoever gave the verdicts.
    checker: str = ""
    #: Key of a template.
    template: str = "full"
    order: Order = Order.given
    #: Claimants are called by letters.
    anonymous: bool = False
    organisation: Organisation = field(default_factory=Organisation)
    #: It goes out: it bears a version number, and the project remembers it.
    issue: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Which state of which project a report is built from."""

    #: Hash at the head of the history.
    head: str = ""
    #: Hash of the first entry of the history: the same for all states and copies of one project.
    project: str = ""
    #: Edition of the rules by which contradictions were found.
    rules: int = 0
    #: Version of the program that made it.
    program: str = __version__
