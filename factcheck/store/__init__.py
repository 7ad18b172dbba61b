"""The project file: one SQLite database. The only package that knows SQLite."""

import sys


def _without_numpy() -> None:
    """Loads sqlite-utils first; it would load numpy for types of columns that we never use, and delay the window."""
    absent = "numpy" not in sys.modules
    if absent:
        sys.modules["numpy"] = None  # type: ignore[assignment] # None makes the import fail, as if it were not there
    import sqlite_utils  # noqa: F401

    if absent:
        del sys.modules["numpy"]


_without_numpy()
