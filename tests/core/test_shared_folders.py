"""A network or a service that copies files is recognised by the folder."""

from pathlib import Path

import pytest

from factcheck import shared_folders
from factcheck.shared_folders import risk

MOUNTS = r"""22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:40 / /srv/news\040desk rw - nfs4 server:/desk rw
31 30 0:41 / /srv/news\040desk/local rw - ext4 /dev/vdb rw
32 22 0:42 / /media/share rw - fuse.sshfs a@b:/ rw
33 22 0:43 / /media/share rw - ext4 /dev/vdc rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/media", "ext4"),
        ("/srv/news desk", "nfs4"),
        ("/srv/news desk/2031", "nfs4"),
        ("/srv/news desk/local/x", "ext4"),
        ("/srv/news", "ext4"),
        ("/media/share/x", "ext4"),
    ],
)
def test_the_innermost_mount_counts_and_of_two_the_later(folder: str, kind: str) -> None:
    assert shared_folders._type_of_mount(Path(folder), MOUNTS) == kind


@pytest.mark.skipif(not Path("/proc").exists(), reason="mounts are read from /proc")
def test_a_network_mount_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"1 0 0:1 / / rw - ext4 /dev/vda rw\n2 1 0:2 / {tmp_path.resolve()} rw - cifs //server/desk rw\n")
    monkeypatch.setattr(shared_folders, "_MOUNTS", mounts)
    assert risk(tmp_path / "floods.factcheck") == ("network", "cifs")


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Desk)", "Dropbox"),
        ("OneDrive - The Daily", "OneDrive"),
        ("com~apple~CloudDocs", "iCloud"),
        ("GoogleDrive-ada@example.org", "Google Drive"),
        ("Nextcloud2", "Nextcloud"),
    ],
)
def test_the_folder_of_a_service_is_known_by_its_name(tmp_path: Path, name: str, service: str) -> None:
    inner = tmp_path / name / "checks" / "2031"
    inner.mkdir(parents=True)
    assert risk(inner / "floods.factcheck") == ("synced", service)


def test_or_by_what_the_service_leaves_in_it(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert risk(tmp_path / "floods.factcheck") == ("synced", "Syncthing")


@pytest.mark.parametrize("name", ["dropboxes", "my onedrive notes", "plain"])
def test_an_ordinary_folder_is_no_risk(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert risk(tmp_path / name / "floods.factcheck") is None
