"""A finding that a new passage joined has another id, and is the same finding."""

from dataclasses import replace

from factcheck.matching import Source, find, successor
from factcheck.model import Finding, Kind

ECHO = "Twenty-four people died when the ferry Alma sank off Lunde on Tuesday, the coast guard said.\n"
POST = "Thirty-eight people were killed when the ferry Alma sank off Lunde on Monday.\n"
HERALD = "The ferry Alma sank off Lunde and 24 people lost their lives.\n"


def found(*texts: str) -> list[Finding]:
    return find([Source(f"a{n}", f"v{n}", text) for n, text in enumerate(texts)])


def killed(findings: list[Finding]) -> Finding:
    return next(f for f in findings if f.fact == "people killed" and f.kind is not Kind.agreement)


def test_a_finding_is_followed_when_a_passage_joins_it() -> None:
    before, after = found(ECHO, POST), found(ECHO, POST, HERALD)
    gone = killed(before)
    assert gone.id not in {finding.id for finding in after}
    assert successor(gone, after) == killed(after)


def test_the_same_fact_goes_before_more_shared_passages() -> None:
    one = killed(found(ECHO, POST, HERALD))
    first = replace(one.positions[0], passages=one.positions[0].passages[:1])
    fewer = replace(one, id="f1", positions=(first, *one.positions[1:]))
    assert successor(one, [replace(one, id="f2", fact="something else"), fewer]) == fewer


def test_one_shared_passage_does_not_make_it_the_same() -> None:
    gone = killed(found(ECHO, POST))
    only = replace(gone, id="f1", positions=gone.positions[:1])
    assert successor(gone, [only]) is None
    assert successor(gone, []) is None
