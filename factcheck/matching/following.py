"""Which finding another one has become: its id is made of its quotes, and changes when a passage joins it."""

from collections.abc import Iterable

from factcheck.model import Finding


def successor(gone: Finding, found: Iterable[Finding]) -> Finding | None:
    """The finding that has most of the passages of one that is gone, of the same fact if there is one; None if none."""
    wanted = _places(gone)
    best: tuple[bool, int] = (False, 0)
    chosen = None
    for finding in found:
        shared = len(wanted & _places(finding))
        rank = (finding.fact == gone.fact, shared)
        if shared > 1 and rank > best:
            best, chosen = rank, finding
    return chosen


def _places(finding: Finding) -> set[tuple[str, int]]:
    return {(passage.article_id, passage.start) for position in finding.positions for passage in position.passages}
