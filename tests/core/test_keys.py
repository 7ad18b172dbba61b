"""Keys of services lie in the system's keyring, and nowhere if it has none."""

import sys
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked, PasswordDeleteError

from factcheck import keys

HOME, AWAY = "http://localhost/v1", "https://judge.example/v1"


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # as keyring declares it
        self.there: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked
        return self.there.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked
        self.there[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.there.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_key_is_kept_for_one_address_only(ring: Ring) -> None:
    assert keys.can_keep()
    assert keys.keep(HOME, "s3cret")
    assert (keys.kept(HOME), keys.kept(AWAY)) == ("s3cret", "")
    assert list(ring.there) == [("factcheck", HOME)]


def test_an_empty_key_forgets_it(ring: Ring) -> None:
    keys.keep(HOME, "s3cret")
    assert keys.keep(HOME, "")
    assert keys.keep(HOME, "")
    assert ring.there == {}


def test_a_locked_keyring_gives_and_takes_nothing(ring: Ring) -> None:
    keys.keep(HOME, "s3cret")
    ring.locked = True
    assert keys.kept(HOME) == ""
    assert not keys.keep(HOME, "other")


@pytest.mark.usefixtures("ring")
def test_without_a_keyring_nothing_is_kept() -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call] # as keyring declares it
    assert not keys.can_keep()
    assert not keys.keep(HOME, "s3cret")
    assert keys.kept(HOME) == ""


def test_without_the_package_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert not keys.can_keep()
    assert not keys.keep(HOME, "s3cret")
    assert keys.kept(HOME) == ""
