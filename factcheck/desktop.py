"""The program in the desktop's menu, and projects opened by a double click: on Linux, for one person, without root.

What is written, and where, is laid down by freedesktop.org: an entry for the menu, a type for the files, an icon.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from factcheck.errors import FactCheckError
from factcheck.i18n import Catalogue, sentence, why
from factcheck.paths import resource
from factcheck.store.schema import APPLICATION_ID

#: What the files are called among types of files.
TYPE = "application/x-factcheck-project"
#: Where SQLite keeps by whose program a file is.
_APPLICATION_AT = 68

#: The programs by which a desktop takes notice, where they are installed, and of which folder.
_NOTICED = {"update-mime-database": "mime", "update-desktop-database": "applications"}
_RESERVED = '"`$\\'

_ENTRY = """[Desktop Entry]
Type=Application
Name=Factcheck
{comments}
Exec={command} %f
Icon=factcheck
Terminal=false
Categories=Office;News;
MimeType={type};
StartupWMClass=factcheck
"""
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type={type}>
    <comment>Factcheck project</comment>
{comments}
    <sub-class-of type="application/vnd.sqlite3"/>
    <icon name="factcheck"/>
    <glob pattern="*.factcheck"/>
    <magic priority="60">
      <match type="string" offset="0" value="SQLite format 3">
        <match type="big32" offset="{offset}" value="{application:#010x}"/>
      </match>
    </magic>
  </mime-type>
</mime-info>
"""


def program() -> list[str]:
    """The command that opens the window of this installation."""
    beside = Path(sys.executable).with_name("factcheck-app")
    return [str(beside)] if beside.is_file() else [sys.executable, "-m", "factcheck"]


def install(folder: Path, command: Sequence[str], languages: Sequence[str]) -> list[Path]:
    """Writes entry, type and icon below the person's folder of data, and says where they lie."""
    written = {
        _entry(folder): entry(command, languages),
        _types(folder): types(languages),
        _icon(folder): resource("icons", "factcheck.svg").read_text(encoding="utf-8"),
    }

    def write() -> None:
        for path, text in written.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    _do(folder, write)
    return list(written)


def remove(folder: Path) -> list[Path]:
    """Takes away what `install` wrote, and says what that was."""
    there = [path for path in (_entry(folder), _types(folder), _icon(folder)) if path.exists()]

    def unlink() -> None:
        for path in there:
            path.unlink()

    _do(folder, unlink)
    return there


def _do(folder: Path, work: Callable[[], object]) -> None:
    if not sys.platform.startswith("linux"):
        raise FactCheckError(sentence("error.desktop.other_system"))
    try:
        work()
    except OSError as error:
        raise FactCheckError(sentence("error.desktop.unwritable", folder=folder, why=why(error))) from error
    _notice(folder)


def entry(command: Sequence[str], languages: Sequence[str]) -> str:
    """What the desktop's menu is told."""
    comments = "\n".join(f"Comment{_suffix(code)}={Catalogue(code)('cli.desktop.comment')}" for code in languages)
    return _ENTRY.format(command=" ".join(map(_quoted, command)), comments=comments, type=TYPE)


def types(languages: Sequence[str]) -> str:
    """What the desktop is told of the files: their ending, and by what one without it is known."""
    others = (code for code in languages if code != "en")
    comments = "\n".join(
        f"    <comment xml:lang={quoteattr(code)}>{escape(Catalogue(code)('cli.desktop.type'))}</comment>"
        for code in others
    )
    return _TYPES.format(type=quoteattr(TYPE), offset=_APPLICATION_AT, application=APPLICATION_ID, comments=comments)


def _suffix(code: str) -> str:
    return "" if code == "en" else f"[{code}]"


def _quoted(word: str) -> str:
    """A word of a command, as the specification of entries wants it."""
    escaped = "".join(f"\\{sign}" if sign in _RESERVED else sign for sign in word)
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'


def _entry(folder: Path) -> Path:
    return folder / "applications" / "factcheck.desktop"


def _types(folder: Path) -> Path:
    return folder / "mime" / "packages" / "factcheck.xml"


def _icon(folder: Path) -> Path:
    return folder / "icons" / "hicolor" / "scalable" / "apps" / "factcheck.svg"


def _notice(folder: Path) -> None:
    """A desktop without these programs takes notice by itself, later."""
    for name, part in _NOTICED.items():
        tool = shutil.which(name)
        if tool and (folder / part).is_dir():
            subprocess.run([tool, str(folder / part)], capture_output=True, check=False, timeout=60)  # noqa: S603
