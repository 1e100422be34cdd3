"""What the crawler may reach of the network: public addresses, on web ports, and what its operator allows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

WEB_PORTS = frozenset({80, 443, 8080, 8443})

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# What `ipaddress` takes for global, or took in some version of Python, and a crawler has no business with:
# https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry.
_NEVER_PUBLIC = {
    ip_network("0.0.0.0/8"): "this network",
    ip_network("100.64.0.0/10"): "shared by a carrier (CGNAT)",
    ip_network("192.0.0.0/24"): "reserved for protocols",
    ip_network("192.88.99.0/24"): "6to4 relay",
    ip_network("240.0.0.0/4"): "reserved",
    ip_network("2001::/23"): "reserved for protocols (Teredo and others)",
    ip_network("fec0::/10"): "site-local",
    ip_network("fc00::/7"): "unique local",
}
# Prefixes that carry an IPv4 address, and how far right of it the rest goes (bits).
_CARRIERS = {
    ip_network("::/96"): 0,  # IPv4-compatible, RFC 4291 §2.5.5.1
    ip_network("::ffff:0:0/96"): 0,  # IPv4-mapped, RFC 4291 §2.5.5.2
    ip_network("::ffff:0:0:0/96"): 0,  # IPv4-translated, RFC 2765
    ip_network("64:ff9b::/96"): 0,  # NAT64, RFC 6052
    ip_network("2002::/16"): 80,  # 6to4, RFC 3056
}
_NAT64_LOCAL = ip_network("64:ff9b:1::/48")


class Refused(Exception):
    """The network rules forbid this destination; the message says which and why, in one line."""


def private_reason(address: Address) -> str:
    """Why an address is not one of the public Internet; empty when it is."""
    if isinstance(address, IPv6Address):
        if int(address) <= 1:
            return "loopback" if int(address) else "unspecified"
        for network, shift in _CARRIERS.items():
            if address in network:
                inner = private_reason(IPv4Address(int(address) >> shift & 0xFFFFFFFF))
                return f"{inner}, inside an IPv6 address" if inner else ""
        if address in _NAT64_LOCAL:
            return "local NAT64"
    for name in ("loopback", "link_local", "multicast", "unspecified"):
        if getattr(address, f"is_{name}"):
            return name.replace("_", "-")
    for network, reason in _NEVER_PUBLIC.items():
        if address.version == network.version and address in network:
            return reason
    if address.is_reserved:
        return "reserved"
    return "" if address.is_global else "private"


@dataclass(frozen=True)
class NetworkRules:
    """What may be reached beyond public addresses on web ports.

    `allowed`: True for every private address, else names of hosts, addresses and networks (`10.1.0.0/16`).
    `named`: pairs of host and port that the operator wrote in a start address: the only use of other ports.
    """

    allowed: bool | Iterable[str] = False
    named: frozenset[tuple[str, int]] = frozenset()
    _hosts: frozenset[str] = field(init=False, repr=False)
    _networks: tuple[Network, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        hosts, networks = set(), []
        for item in () if isinstance(self.allowed, bool) else self.allowed:
            try:
                networks.append(ip_network(item.strip("[]"), strict=False))
            except ValueError:
                hosts.add(item.lower().rstrip("."))
        object.__setattr__(self, "_hosts", frozenset(hosts))
        object.__setattr__(self, "_networks", tuple(networks))

    def check_port(self, host: str, port: int) -> None:
        """Raises Refused when the port is no web port and no start address names it."""
        if port not in WEB_PORTS and (host, port) not in self.named:
            raise Refused(f"{host}:{port} refused: not a web port")

    def check_address(self, host: str, text: str) -> None:
        """Raises Refused when an address that a host resolves to may not be reached."""
        address = ip_address(text.partition("%")[0])
        reason = private_reason(address)
        if not reason or self.allowed is True or host.rstrip(".") in self._hosts:
            return
        if any(address.version == network.version and address in network for network in self._networks):
            return
        raise Refused(f"{host} refused: {text} is not a public address ({reason})")
