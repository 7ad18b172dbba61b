"""Keys of services, in the keyring of the system if there is one (`factcheck[keyring]`); never in settings or logs."""

from typing import Any

_SERVICE = "factcheck"


def _keyring() -> Any:
    """The system's keyring; None if it has none, or none that can be spoken to."""
    try:
        import keyring
        from keyring.backends import fail, null
    except ImportError:
        return None
    backend = keyring.get_keyring()
    return None if isinstance(backend, (fail.Keyring, null.Keyring)) else backend


def can_keep() -> bool:
    """Whether keys can be kept."""
    return _keyring() is not None


def kept(url: str) -> str:
    """The key for a service, "" if none is kept or the keyring is locked."""
    ring = _keyring()
    if ring is None:
        return ""
    from keyring.errors import KeyringError

    try:
        return ring.get_password(_SERVICE, url) or ""
    except KeyringError:
        return ""


def keep(url: str, key: str) -> bool:
    """Keeps a key, or forgets the one that was kept if it is ""; whether the keyring took it."""
    ring = _keyring()
    if ring is None:
        return False
    from keyring.errors import KeyringError

    try:
        if key:
            ring.set_password(_SERVICE, url, key)
        elif ring.get_password(_SERVICE, url) is not None:
            ring.delete_password(_SERVICE, url)
    except KeyringError:
        return False
    return True
