"""What all tests share."""

import gc
import os
import shutil
import tempfile

os.environ["FACTCHECK_LANGUAGE"] = "en"  # whatever the machine speaks

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.reporting.pdf import files
from tests import standing

#: A disk in memory. On another one tests wait for it longer than they work: each edit is on the disk before it is done.
_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
_FREE = 2 * 1024**3


def _is_free() -> bool:
    usable = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    return usable and shutil.disk_usage(_MEMORY).free > _FREE


if not {"TMPDIR", "TRUST"} & set(os.environ) and _is_free():
    os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)

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
