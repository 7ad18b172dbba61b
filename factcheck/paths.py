"""Where things lie: our own resources, and the user's folder."""

from functools import cache
from pathlib import Path

import platformdirs


@cache
def resources() -> Path:
    """Folder of what ships with the program: `_resources` in an installed wheel, `resources` in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """One file or folder of ours."""
    return resources().joinpath(*parts)


def user_data() -> Path:
    """The user's own folder for this program; made if missing."""
    return platformdirs.user_data_path("factcheck", appauthor=False, ensure_exists=True)


def user_config() -> Path:
    """Folder of the user's settings; made if missing."""
    return platformdirs.user_config_path("factcheck", appauthor=False, ensure_exists=True)
