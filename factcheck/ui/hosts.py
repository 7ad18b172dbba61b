"""Addresses as they are shown before they are opened: what can be opened at all, and on which host it really is."""

from PySide6.QtCore import QUrl

_COMPONENT = QUrl.ComponentFormattingOption


def web(url: str) -> QUrl | None:
    """The address of a web page; None for anything else, which is never opened."""
    address = QUrl(url, QUrl.ParsingMode.StrictMode)
    whole = address.isValid() and address.scheme() in ("http", "https") and address.host()
    return address if whole else None


def host(url: str) -> str:
    """The host of an address as the network knows it, "" if it is none of the web."""
    address = web(url)
    return address.host(_COMPONENT.FullyEncoded) if address else ""


def shown(url: str) -> str:
    """The host, and in other letters than ASCII how they look: xn--frg-sna.example (förg.example)."""
    address = web(url)
    if address is None:
        return ""
    plain = address.host(_COMPONENT.FullyEncoded)
    letters = ".".join(map(_letters, plain.split(".")))
    return plain if letters == plain else f"{plain} ({letters})"


def _letters(label: str) -> str:
    """A part of a host in its own letters; as it is if it has none. Qt itself decodes only what it trusts."""
    try:
        return label.encode().decode("idna")
    except UnicodeError:
        return label


def misleads(url: str) -> bool:
    """Whether the host may be taken for another: in other letters, or behind a name that only looks like one."""
    address = web(url)
    if address is None:
        return False
    labels = address.host(_COMPONENT.FullyEncoded).split(".")
    return any(label.startswith("xn--") for label in labels) or bool(address.userInfo())
