"""How an audit is to be run, and what of the network it may reach."""

from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings

from accessibility.network_rules import NetworkRules

SAMPLE_SIZE = 20


@dataclass(frozen=True)
class AuditOptions:
    """What the person who starts an audit chose; kept with it.

    `timeout`: seconds for a page. `under`: beginning of the paths to audit. `sample`: a chosen and random sample,
    drawn with `seed`, rather than the pages as they come; `approval`: it is proposed, and audited once a person has
    approved it. `sign_in`: text of a recipe, with the names of the variables
    that hold the secrets; empty to visit what everybody sees. `fresh`: judge the unchanged pages as well.
    `screenshots`: take pictures of what is found. `documents`: judge the documents that pages link to.
    """

    max_pages: int = 200
    jobs: int = 1
    timeout: float = 30
    under: str = "/"
    ignore_robots: bool = False
    sample: bool = False
    approval: bool = False
    seed: int | None = None
    sign_in: str = ""
    fresh: bool = False
    screenshots: bool = True
    documents: bool = True

    def as_json(self) -> dict[str, Any]:
        """The options as an audit stores them."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "AuditOptions":
        """Read what `as_json` wrote; what an older version did not know has its default."""
        known = cls.__dataclass_fields__
        return cls(**{name: value for name, value in data.items() if name in known})


def network_rules() -> NetworkRules:
    """What PARVIS_AUDIT_PRIVATE_ADDRESSES allows: True, or names of hosts, addresses and networks; by default none."""
    return NetworkRules(allowed=getattr(settings, "PARVIS_AUDIT_PRIVATE_ADDRESSES", False))
