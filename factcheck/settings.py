"""What the person has chosen, once for all projects: a small JSON file in the user's folder.

Every value is read through here with its type; what a damaged or foreign file does not tell is at its default.
"""

import getpass
import json
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import files, shared_folders
from factcheck.paths import user_config

if TYPE_CHECKING:
    from factcheck.model import Who

#: Projects remembered as opened recently.
RECENT = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults."""

    #: The person's name as it stands in history and reports, and an id that outlives a change of name or machine.
    name: str = ""
    id: str = ""
    #: "system", "light", "dark" or "contrast".
    appearance: str = "system"
    #: Face of articles, "" for the program's choice, and its size in points.
    reading_face: str = ""
    reading_size: float = 12.0
    #: Of the interface, "" for that of the system.
    language: str = ""
    #: Verdict scale of new projects, "" for the program's choice.
    scale: str = ""
    recent: tuple[str, ...] = ()
    #: Where the last file was chosen, and where the next dialog begins.
    folder: str = ""
    #: Who is asked for a second opinion on findings: a model's folder or cached name, a judge's address and model, and
    #: how many findings it is asked about. Its key is not kept here.
    opinion_model: str = ""
    judge_url: str = ""
    judge_model: str = ""
    judge_questions: int = 50
    #: Whether what they say moves findings.
    second_opinion: bool = False
    #: A single input about which nothing is doubtful is added without asking.
    import_at_once: bool = True
    #: Folders of which it was said that a project is at risk there.
    named_risks: tuple[str, ...] = ()
    #: How articles side by side scroll together: "" not at all, "event" or "finding".
    sync: str = ""
    #: What makes a statement worth an underline while it is no claim: names of `matching.Worth`.
    worth: tuple[str, ...] = ("number", "date", "comparison", "quotation", "opinion", "prediction")

    #: Keys of actions that are not as they ship, "" for none.
    shortcuts: dict[str, str] = field(default_factory=dict)

    #: Who publishes reports: name, `#rrggbb` of the bar above the title, file of the logo, how the organisation works.
    organisation: str = ""
    organisation_colour: str = ""
    organisation_logo: str = ""
    organisation_method: str = ""
    #: What was chosen for the last report.
    report_template: str = "full"
    report_order: str = "given"
    report_findings: str = "ruled"
    #: "" for that of the interface.
    report_language: str = ""
    report_anonymous: bool = False
    #: As what data went out last, and the address at which checks are published.
    export_form: str = "xlsx"
    check_url: str = ""
    #: Whether a seal of history is written beside each report and export.
    seal_exports: bool = False

    @property
    def who(self) -> "Who":
        """The person at the desk."""
        from factcheck.model import Who  # the first window is shown without

        return Who(self.name, self.id)


def _path() -> Path:
    return user_config() / "settings.json"


def load() -> Settings:
    """The settings; at the first start with the name of the system's user and a fresh id, which are kept."""
    known = _known()
    if known.name and known.id:
        return known
    from factcheck.model import new_id

    known = replace(known, name=known.name or _system_name(), id=known.id or new_id("w"))
    save(known)
    return known


def language() -> str:
    """The language of the interface that was chosen, "" for that of the system; keeps nothing."""
    return _known().language


def _known() -> Settings:
    try:
        told = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        told = {}
    return Settings(**_fitting(told if isinstance(told, dict) else {}))


def _fitting(told: dict[str, Any]) -> dict[str, Any]:
    """What of the file has the type of its setting."""
    defaults = Settings()
    fitting: dict[str, Any] = {}
    for setting in fields(Settings):
        value = told.get(setting.name)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            value = tuple(value)
        if isinstance(value, dict):
            value = {key: item for key, item in value.items() if isinstance(item, str)}
        if type(value) is type(getattr(defaults, setting.name)):
            fitting[setting.name] = value
    return fitting


def _system_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user id without a name
        return "unnamed"


def save(settings: Settings) -> None:
    """Writes all settings, all or nothing; a folder that cannot be written keeps the old ones."""
    try:
        draft = _path().with_suffix(f".{os.getpid()}.new")
        draft.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
        files.sync(draft)
        files.put(draft, _path())
    except OSError:
        return  # the program works without; it only forgets


def keep(before: Settings, chosen: Settings) -> None:
    """Writes what was chosen since `before`; what another window or program chose meanwhile stays."""
    save(_merged(before, chosen, _known()) if _path().exists() else chosen)


def _merged(before: Settings, chosen: Settings, there: Settings) -> Settings:
    made: dict[str, Any] = {}
    for setting in fields(Settings):
        old, new, now = (getattr(one, setting.name) for one in (before, chosen, there))
        if new == old:
            continue
        match new:
            case tuple():
                made[setting.name] = _merged_list(old, new, now)
            case dict():
                kept = {key: value for key, value in now.items() if key in new or key not in old}
                made[setting.name] = kept | {key: value for key, value in new.items() if old.get(key) != value}
            case _:
                made[setting.name] = new
    return replace(there, **made)


def _merged_list(old: tuple[str, ...], new: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """What was added or put first, then what is there, without what was taken out."""
    added = [item for item in new if item not in old]
    first = new[:1] if new[:1] != old[:1] else ()
    rest = [item for item in now if item in new or item not in old]
    return tuple(dict.fromkeys((*first, *rest, *added)))


def remember(settings: Settings, project: Path) -> Settings:
    """The settings with a project as the one opened last."""
    path = str(project.absolute())
    recent = (path, *(other for other in settings.recent if other != path))[:RECENT]
    return replace(settings, recent=recent)


def newly_at_risk(settings: Settings, project: Path) -> tuple[Settings, tuple[str, str] | None]:
    """The settings, and what endangers a project where it lies, unless that was said of its folder before."""
    folder = str(project.resolve().parent)
    found = None if folder in settings.named_risks else shared_folders.risk(project)
    return (replace(settings, named_risks=(*settings.named_risks, folder)), found) if found else (settings, None)
