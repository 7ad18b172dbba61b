"""Names for records."""

import secrets

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id(prefix: str) -> str:
    """A fresh id: the record type's letter and 12 random characters (60 bits), so that projects can be merged."""
    return prefix + "".join(secrets.choice(_ALPHABET) for _ in range(12))
