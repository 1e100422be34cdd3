"""What the crawler may reach: every form of a private address is told, and only what is allowed is let through."""

from ipaddress import ip_address

import pytest

from accessibility.network_rules import NetworkRules, Refused, private_reason

PRIVATE = """
    127.0.0.1 127.255.255.254 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 100.127.255.255
    0.0.0.0 0.1.2.3 192.0.0.8 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 192.88.99.1 224.0.0.1 239.255.255.255
    240.0.0.1 255.255.255.255
    :: ::1 fe80::1 fec0::1 fc00::1 fd12:3456::1 ff02::1 2001:db8::1 2001::1 100::1
    ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:0:192.168.0.1
    64:ff9b::127.0.0.1 64:ff9b::a00:1 64:ff9b:1::1 2002:7f00:1:: 2002:a00:1::1 2002:c0a8:101::1
""".split()
PUBLIC = """
    1.1.1.1 8.8.8.8 93.184.216.34 172.32.0.1 100.128.0.1 192.167.255.255 2606:4700::1111 2a00:1450:4007::1
    ::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1
""".split()


@pytest.mark.parametrize("text", PRIVATE)
def test_a_private_address_is_told(text):
    assert private_reason(ip_address(text))
    with pytest.raises(Refused, match="not a public address"):
        NetworkRules().check_address("ville.example", text)


@pytest.mark.parametrize("text", PUBLIC)
def test_a_public_address_passes(text):
    assert private_reason(ip_address(text)) == ""
    NetworkRules().check_address("ville.example", text)


def test_a_zone_does_not_hide_a_link_local_address():
    with pytest.raises(Refused, match="link-local"):
        NetworkRules().check_address("ville.example", "fe80::1%eth0")


def test_allowed_addresses_networks_and_hosts_pass_and_their_neighbours_do_not():
    rules = NetworkRules(allowed=["127.0.0.1", "10.1.0.0/16", "[fd00::1]", "Intranet.Ville.FR"])
    for host, text in (("a", "127.0.0.1"), ("b", "10.1.2.3"), ("c", "fd00::1"), ("intranet.ville.fr", "192.168.0.9")):
        rules.check_address(host, text)
    for host, text in (("a", "127.0.0.2"), ("b", "10.2.0.1"), ("c", "fd00::2"), ("autre.ville.fr", "192.168.0.9")):
        with pytest.raises(Refused):
            rules.check_address(host, text)


def test_everything_private_passes_when_all_is_allowed():
    NetworkRules(allowed=True).check_address("ville.example", "127.0.0.1")


def test_only_web_ports_and_the_port_that_a_start_address_names():
    rules = NetworkRules(named=frozenset({("ville.example", 8000)}))
    for host, port in (("ville.example", 8000), ("autre.example", 443), ("autre.example", 80)):
        rules.check_port(host, port)
    for host, port in (("autre.example", 8000), ("ville.example", 22), ("ville.example", 5432)):
        with pytest.raises(Refused, match="not a web port"):
            rules.check_port(host, port)
