"""How long work tells how far it is, and how it is told to stop."""

from collections.abc import Callable

#: Called with what is being done, how many steps are done, and of how many (0: not known). May raise `Cancelled`.
Progress = Callable[[str, int, int], None]


class Cancelled(Exception):  # noqa: N818 - a wish of the person's, not an error
    """Raised out of a progress call by whoever wants the work to stop; nothing is left half done."""


def silent(_what: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


class Pulse:
    """Progress that can be told again as it stands, so that work can also be stopped between two of its steps."""

    def __init__(self, progress: Progress, what: str, total: int) -> None:
        self._progress = progress
        self._told = what, 0, total

    def __call__(self, what: str, done: int, total: int) -> None:
        """Tell the next step."""
        self._told = what, done, total
        self.again()

    def again(self) -> None:
        """Tell where things stand."""
        self._progress(*self._told)
