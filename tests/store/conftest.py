"""What all tests of the store share: a project on a real disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.session import Session
from tests.store.making import new_session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the project lies."""
    return tmp_path / "floods.factcheck"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    """A new project, closed after the test."""
    with new_session(path) as made:
        yield made
