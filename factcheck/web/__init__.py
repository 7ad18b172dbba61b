"""The only package that knows HTTP. Pages are fetched on a person's wish, from public addresses, within limits.

A name is looked up and its addresses are checked where the connection is made, and the connection goes to the address
that was checked: nothing can change in between, neither at first nor at a redirect. One deadline holds for all of it.
Policy, resolver and archive are arguments of `Fetcher`; no setting, flag or variable of the environment changes them.

`Endpoint` asks one service that the person named, wherever it stands, and no other host.
"""

from factcheck.web.addresses import is_public, resolve
from factcheck.web.endpoint import Endpoint
from factcheck.web.fetching import Fetcher, Limits, Page

__all__ = ["Endpoint", "Fetcher", "Limits", "Page", "is_public", "resolve"]
