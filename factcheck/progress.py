"""How long work tells how far it is, and how it is told to stop."""

from collections.abc import Callable

#: Called with what is being done, how many steps are done, and of how many (0: not known). May raise `Cancelled`.
Progress = Callable[[str, int, int], None]


class Cancelled(Exception):  # noqa: N818 - a wish of the person's, not an error
    """Raised out of a progress call by whoever wants the work to stop; nothing is left half done."""


def silent(_what: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""
