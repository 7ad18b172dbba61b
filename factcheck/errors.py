"""The failures that are the world's fault; anything else that is raised is a bug of ours.

Each message is one sentence for the person at the desk: what happened and, where there is one, what to do.
"""


class FactCheckError(Exception):
    """The world's fault. `str(error)` is a whole sentence to show."""


class ProjectFileError(FactCheckError):
    """The project file is missing, foreign, damaged, newer than this program, or cannot be written."""


class DamagedProjectError(ProjectFileError):
    """The file is damaged, or none of ours; a backup brings it back, or a rescue saves what can be read."""


class AlteredProjectError(ProjectFileError):
    """Tables, triggers or views of the file are not ours; its rows alone may be taken over into a new project."""


class ProjectInUseError(ProjectFileError):
    """Another process has the project open; it may be opened read-only."""


class ImportFailedError(FactCheckError):
    """An input could not be made into an article."""


class FetchError(FactCheckError):
    """A page could not be fetched from the web."""


class NotFoundError(FactCheckError):
    """A name, id, quote or rating that was given does not exist, or is not unique."""


class ReportError(FactCheckError):
    """A report or a copy could not be written; an older file of that name is as it was."""


class ExchangeError(FactCheckError):
    """What another program wrote could not be taken, or what is asked for cannot be written in its format."""
