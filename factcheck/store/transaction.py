"""All or nothing: the transactions of sqlite-utils."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


@contextmanager
def atomic(connection: sqlite3.Connection) -> Iterator[None]:
    """What is written inside is there whole, or not at all; within a transaction it is a part of that."""
    with library()(connection, execute_plugins=False, recursive_triggers=False).atomic():
        yield


@cache
def library() -> "type[Database]":
    """sqlite-utils, which takes 0.08 s to load: what only reads, as a window's first picture, does without.

    It would load numpy too, for types of columns that we never use, and that takes longer than itself.
    """
    absent = "numpy" not in sys.modules
    if absent:
        sys.modules["numpy"] = None  # type: ignore[assignment] # None makes the import fail, as if it were not there
    try:
        from sqlite_utils import Database
    finally:
        if absent:
            del sys.modules["numpy"]
    return Database
