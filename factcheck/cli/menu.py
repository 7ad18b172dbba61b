"""The command install-desktop."""

from pathlib import Path

import click
import platformdirs

from factcheck import desktop, i18n
from factcheck.cli.output import out, out_json
from factcheck.cli.params import as_json
from factcheck.cli.words import command, option, told


@command("install-desktop")
@option("--remove", is_flag=True, text="desktop_remove")
@option("--folder", type=click.Path(path_type=Path, file_okay=False), text="desktop_folder")
@as_json
def install_desktop(remove: bool, folder: Path | None, as_json: bool) -> None:
    """An entry in the menu, a type for projects, an icon; or all of it gone again."""
    folder = folder or platformdirs.user_data_path()
    paths = desktop.remove(folder) if remove else desktop.install(folder, desktop.program(), [*i18n.interfaces()])
    if as_json:
        out_json({"removed" if remove else "written": [str(path) for path in paths]})
        return
    for path in paths:
        out(str(path))
    out(told("desktop.removed" if remove else "desktop.installed"))
