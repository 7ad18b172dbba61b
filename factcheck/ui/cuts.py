"""The bold cut of the window's own face.

The package has one variable font. Qt takes its regular cut alone and thickens that for what is bold, so that letters
run into each other. The cut is made once, in a process of its own since it takes seconds, and kept in the user's
folder.
"""

import secrets
import sys
from importlib.util import find_spec
from pathlib import Path

from factcheck.paths import user_data

FACE = "Noto Sans"
_PACKAGE, _BOLD = "fontpkg_noto_sans", 700


def packed(package: str, names: str) -> list[Path]:
    """Font files of a package, which may not be there."""
    spec = find_spec(package)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return sorted(path for folder in folders for path in Path(folder, "files").glob(names))


def source() -> Path | None:
    """The variable font."""
    return next(iter(packed(_PACKAGE, "NotoSans[[]*.ttf")), None)


def files() -> list[Path]:
    """All of the face that there is by now."""
    return [file for file in (source(), kept()) if file and file.is_file()]


def kept() -> Path:
    """Where its bold cut lies, if it was made."""
    found = source()
    edition = f"{found.stat().st_size:x}" if found else "none"
    return user_data() / "fonts" / f"NotoSans-bold-{edition}-window.ttf"


def begin() -> None:
    """Has the cut made, for the next start, if the window is in this face and the cut is not there."""
    from PySide6.QtCore import QProcess
    from PySide6.QtWidgets import QApplication

    if QApplication.font().family() == FACE and source() and not kept().is_file():
        QProcess.startDetached(sys.executable, ["-m", __name__])


def make() -> None:
    """Makes the cut, unless it is there."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    found, target = source(), kept()
    if found is None or target.is_file():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.{secrets.token_hex(4)}")
    try:
        with TTFont(found, lazy=True, recalcTimestamp=False) as font:
            limits = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | {"wght": _BOLD}
            instantiateVariableFont(font, limits, inplace=True, updateFontNames=True).save(beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


if __name__ == "__main__":
    make()
