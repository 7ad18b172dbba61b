"""What this machine lacks, found out without Qt, which would abort the process rather than say so.

The libraries and the packages that bring them are those of `scripts/setup.sh`.
"""

import ctypes
import importlib.util
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from factcheck.i18n import Catalogue
from factcheck.paths import user_config, user_data

say = Catalogue()

#: What Qt loads for any use, and the Debian package that it is in.
QT_ANY = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
#: What a window needs besides on X11; Qt blames only the first of them.
QT_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
QT_WAYLAND = {"libwayland-cursor.so.0": "libwayland-cursor0"}

#: Run in a process of its own: SQLite belongs to the store, and a broken one must not end this process.
_SQLITE = """
import sqlite3
db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE t (a TEXT) STRICT")
db.execute("CREATE VIRTUAL TABLE f USING fts5(a)")
db.execute("SELECT json_extract('[1]', '$[0]')")
print(sqlite3.sqlite_version)
"""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    #: Key of its name in the catalogue's `[cli.doctor.check]`.
    key: str
    #: What was found, or what is missing.
    detail: str
    ok: bool
    #: Debian packages that mend it.
    packages: tuple[str, ...] = ()


def checks() -> list[Check]:
    """Everything, in the order in which it is told."""
    return [_python(), _packages(), _sqlite(), _fonts(), *_folders(), _libraries({**QT_ANY, **QT_X11, **QT_WAYLAND})]


def mending(found: Iterable[Check]) -> str:
    """The one line that installs what is missing; "" if no package of the system would help, or none is known here."""
    packages = [package for check in found if not check.ok for package in check.packages]
    return _by_apt(dict.fromkeys(packages)) if packages and shutil.which("apt-get") else ""


def installing(package: str) -> str:
    """The line that installs a package of typefaces, of Python if its name begins with "fontpkg-", else of Debian."""
    return f'"{sys.executable}" -m pip install {package}' if package.startswith("fontpkg-") else _by_apt([package])


def _by_apt(packages: Iterable[str]) -> str:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ("" if root else "sudo ") + "apt-get install -y " + " ".join(packages)


def window_problem() -> str:
    """The sentence that says why no window can be opened; "" if nothing speaks against it."""
    if importlib.util.find_spec("PySide6") is None:
        return say("cli.doctor.no_qt")
    if not sys.platform.startswith("linux"):
        return ""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    wayland, x11 = bool(os.environ.get("WAYLAND_DISPLAY")), bool(os.environ.get("DISPLAY"))
    if not (chosen or wayland or x11):
        return say("cli.doctor.no_screen")
    wanted = {**QT_ANY, **(QT_X11 if x11 and not wayland and not chosen else {})}
    if not _missing(wanted):
        return ""
    missing = _libraries(wanted)
    return say("cli.doctor.no_window", missing=missing.detail, mend=mending([missing]) or "factcheck doctor")


# --- one by one -------------------------------------------------------------------------------------------------------


def _python() -> Check:
    return Check("python", sys.version.split()[0], sys.version_info >= (3, 11))


def _packages() -> Check:
    """The Python packages that this program asks for."""
    from importlib import metadata

    try:
        wanted = metadata.requires("factcheck") or []
    except metadata.PackageNotFoundError:
        return Check("packages", say("cli.doctor.not_installed"), ok=True)
    names = [re.split(r"[^\w.-]", line)[0] for line in wanted if ";" not in line]
    missing = [name for name in names if not _is_installed(name)]
    detail = ", ".join(missing) if missing else say("cli.doctor.packages", n=len(names))
    return Check("packages", detail, not missing)


def _is_installed(name: str) -> bool:
    from importlib import metadata

    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _sqlite() -> Check:
    import subprocess

    done = subprocess.run([sys.executable, "-c", _SQLITE], capture_output=True, text=True, check=False)  # noqa: S603
    said = (done.stderr if done.returncode else done.stdout).strip().splitlines()
    return Check("sqlite", said[-1] if said else str(done.returncode), done.returncode == 0)


def _fonts() -> Check:
    spec = importlib.util.find_spec("fontpkg_noto_sans")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    files = [file for folder in folders for file in sorted(Path(folder).rglob("*.ttf"))]
    return Check("fonts", say("cli.doctor.fonts", n=len(files)), bool(files))


def _folders() -> list[Check]:
    return [_folder("data", user_data), _folder("settings", user_config)]


def _folder(key: str, make: Callable[[], Path]) -> Check:
    import tempfile

    try:
        path = make()
        with tempfile.TemporaryFile(dir=path):
            return Check(key, str(path), ok=True)
    except OSError as error:
        return Check(key, say("cli.doctor.unwritable", why=str(error)), ok=False)


def _libraries(wanted: dict[str, str]) -> Check:
    if not sys.platform.startswith("linux"):
        return Check("qt", say("cli.doctor.with_qt"), ok=True)
    missing = _missing(wanted)
    detail = ", ".join(missing) if missing else say("cli.doctor.libraries", n=len(wanted))
    return Check("qt", detail, not missing, tuple(missing.values()))


def _missing(wanted: dict[str, str]) -> dict[str, str]:
    return {library: package for library, package in wanted.items() if not _loads(library)}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
