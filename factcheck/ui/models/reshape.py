"""Other ways to group a finding's passages into positions: a position is a list of (position index, passage index)."""

from factcheck.model import Finding

#: A passage of a finding, by the index of its position and its own within that.
Ref = tuple[int, int]
Groups = list[list[Ref]]


def groups(finding: Finding) -> Groups:
    """The positions as they are."""
    return [[(i, j) for j in range(len(position.passages))] for i, position in enumerate(finding.positions)]


def moved(finding: Finding, passage: Ref, target: int) -> Groups:
    """With a passage moved to another position, to which `target` points; a position left empty is gone."""
    kept = [[ref for ref in group if ref != passage] for group in groups(finding)]
    kept[target].append(passage)
    return [group for group in kept if group]


def apart(finding: Finding, passage: Ref) -> Groups:
    """With a passage in a position of its own, the last."""
    kept = [[ref for ref in group if ref != passage] for group in groups(finding)]
    return [*(group for group in kept if group), [passage]]


def joined(finding: Finding, one: int, other: int) -> Groups:
    """With two positions made one, in the place of the first named."""
    all_groups = groups(finding)
    all_groups[one] += all_groups[other]
    return [group for place, group in enumerate(all_groups) if place != other]
