"""What all tests share."""

import gc
import os

os.environ["FACTCHECK_LANGUAGE"] = "en"  # whatever the machine speaks

from collections.abc import Iterator

import pytest

from factcheck.reporting.pdf import files
from tests import standing

gc.disable()  # what is imported and collected stays to the end: looking for garbage in it takes minutes in all


def pytest_collection_finish() -> None:
    gc.enable()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def kept_cuts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Cuts of typefaces are made once for the whole run, whatever home a test has; each takes a second."""
    folder = tmp_path_factory.getbasetemp().parent / "cuts"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "user_data", lambda: folder)
        yield


@pytest.fixture(autouse=True, scope="session")
def kept_children() -> Iterator[None]:
    """Whoever reads an input is not started anew for it: that takes a third of a second."""
    with standing.children():
        yield
