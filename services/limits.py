"""How often a visitor may do something. Addresses are kept as fingerprints, for as long as they count and no longer."""

import ipaddress
import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

_ONE_VISITOR_IPV6 = 64
"""Bits of an IPv6 address that say whose it is: providers give each home all the addresses after these."""


def is_too_often(request: HttpRequest, action: str, *, most: int, seconds: int) -> bool:
    """Whether this visitor has done something as often as may be within these seconds; counted now if not."""
    key = f"limit-{action}-{salted_hmac('parvis.limits', visitor_address(request)).hexdigest()}"
    now = time.time()
    moments = [moment for moment in cache.get(key, []) if now - moment < seconds]
    if len(moments) >= most:
        return True
    cache.set(key, [*moments, now], seconds)
    return False


def visitor_address(request: HttpRequest) -> str:
    """Where a request comes from, behind our own proxies. What else the header says, anybody may have written."""
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    proxies = settings.PARVIS_PROXIES
    stated = hops[-proxies] if proxies and len(hops) >= proxies else request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(stated)
    except ValueError:
        return stated
    if address.version == 6 and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, _ONE_VISITOR_IPV6), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
