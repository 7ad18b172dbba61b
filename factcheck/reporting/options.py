"""What a person chooses for a report, and what else decides what it says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the person chose for this report.

    A report carries all of it in its record (`reporting.record`), so every field is plain data: text, numbers, yes or
    no, bytes, or tuples and dataclasses of these, with a default. Nothing else may decide what a report says.
    """

    #: "": the project's title.
    title: str = ""
    #: Disputes on which nobody has ruled yet go out too, and say so.
    include_open_findings: bool = False
    language: str = "en"
    #: The claims that go out, in this order; None: all, by number.
    claim_ids: tuple[str, ...] | None = None
    #: Name of who answers for the report; "": whoever gave the verdicts.
    checker: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Which state of which project a report is built from."""

    #: Hash at the head of the history.
    head: str = ""
    #: Hash of the first entry of the history: the same for all states and copies of one project.
    project: str = ""
    #: Edition of the rules by which contradictions were found.
    rules: int = 0
