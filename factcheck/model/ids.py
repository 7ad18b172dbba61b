"""Names for records."""

import secrets

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id(prefix: str) -> str:
    """A fresh id: the record type's letter and 12 random characters (60 bits), so that projects can be merged."""
    bits = secrets.randbits(60)
    return prefix + "".join(_ALPHABET[bits >> shift & 31] for shift in range(0, 60, 5))
