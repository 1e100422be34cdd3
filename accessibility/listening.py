"""Where the proxies of our browsers listen, and whom they answer: this machine, or the Grid that its operator named.

A draft under judgement passes there, and a crawl goes out from there: nobody else is answered.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

LOOPBACK = "127.0.0.1"
HOST = "PARVIS_PROXY_HOST"
CLIENTS = "PARVIS_GRID_CLIENTS"


class NotListening(RuntimeError):
    """The settings do not say who is answered; the message says what to write."""


@dataclass(frozen=True)
class Listening:
    """`host`: the address of this machine that the browsers know. `clients`: the networks where they are."""

    host: str = LOOPBACK
    clients: tuple[IPv4Network | IPv6Network, ...] = ()

    def answers(self, client: str) -> bool:
        """Whether a client that connects from this address is answered."""
        address = ip_address(client.partition("%")[0])
        address = getattr(address, "ipv4_mapped", None) or address
        return address.is_loopback or any(
            address.version == network.version and address in network for network in self.clients
        )


def listening(environment: Mapping[str, str] = os.environ) -> Listening:
    """What `PARVIS_PROXY_HOST` and `PARVIS_GRID_CLIENTS` say: the loopback alone by default. Raises NotListening."""
    host = environment.get(HOST, LOOPBACK)
    try:
        clients = tuple(ip_network(written, strict=False) for written in environment.get(CLIENTS, "").split())
        is_open = not ip_address(host).is_loopback
    except ValueError as error:
        raise NotListening(f"{HOST} and {CLIENTS} hold addresses and networks: {error}.") from error
    if is_open and not clients:
        raise NotListening(
            f"{HOST} opens the proxies of the browsers to a network: name the Grid's addresses in {CLIENTS}, "
            "separated by spaces."
        )
    return Listening(host, clients)
