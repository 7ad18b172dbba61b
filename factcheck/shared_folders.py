"""Folders in which a project is at risk: on another machine, or copied to others behind the program's back.

A database is written in many small steps that belong together. Over a network the locks that keep two programs apart
cannot be relied on; a program that copies files to other machines may copy half of the steps, or put an old file back.
"""

import os
import re
import sys
from pathlib import Path

#: Types of mounts whose files lie on another machine.
_NETWORK = frozenset(
    "9p afs ceph cifs davfs fuse.davfs fuse.glusterfs fuse.gvfsd-fuse fuse.rclone fuse.sshfs glusterfs lustre ncpfs"
    " nfs nfs4 smb3 smbfs".split()
)

#: How services name their folders, and how the service is called.
_SERVICES = {
    r"dropbox( \(.*\))?": "Dropbox",
    r"onedrive( ?-.*)?": "OneDrive",
    r"icloud ?drive|mobile documents|com~apple~clouddocs": "iCloud",
    r"google ?drive(-.*)?": "Google Drive",
    r"nextcloud\d*": "Nextcloud",
    r"owncloud": "ownCloud",
    r"pcloud ?drive": "pCloud",
}
#: What services leave in the top folder of what they copy.
_SIGNS = {
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}

_MOUNTS = Path("/proc/self/mountinfo")


def risk(project: Path) -> tuple[str, str] | None:
    """What endangers a file where it lies: ("network", type of mount) or ("synced", service); None for nothing."""
    folder = project.resolve().parent
    service = _service(folder)
    if service:
        return "synced", service
    network = _network(folder)
    return ("network", network) if network else None


def _service(folder: Path) -> str:
    for part in (folder, *folder.parents):
        named = (name for pattern, name in _SERVICES.items() if re.fullmatch(pattern, part.name.casefold()))
        signed = (name for sign, name in _SIGNS.items() if (part / sign).exists())
        found = next(named, "") or next(signed, "")
        if found:
            return found
    return ""


def _network(folder: Path) -> str:
    if sys.platform == "win32":
        return "SMB" if _is_remote_drive(folder) else ""
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
    kind = _type_of_mount(folder, mounts)
    return kind if kind in _NETWORK else ""


def _type_of_mount(folder: Path, mounts: str) -> str:
    """The type of the innermost mount in which a folder lies; of two on one place the later."""
    found, depth = "", -1
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        place = Path(re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), before.split(" ")[4]))
        if folder.is_relative_to(place) and len(place.parts) >= depth:
            found, depth = after.split(" ")[0], len(place.parts)
    return found


def _is_remote_drive(folder: Path) -> bool:
    """By its name, or as Windows says of its drive."""
    if folder.drive.startswith("\\\\"):
        return True
    import ctypes

    remote = 4
    windows = getattr(ctypes, "windll", None)
    return windows is not None and windows.kernel32.GetDriveTypeW(folder.drive + os.sep) == remote
