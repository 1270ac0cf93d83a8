"""Addresses that messages may be sent to: servers on the public internet, never one of our own network."""

import ipaddress
import socket
from urllib.parse import urlsplit

HTTPS = 443


def is_outside(address: str) -> bool:
    """Whether an address is one of the public internet, by the numbers that its name has now."""
    return outside_number(address) is not None


def outside_number(address: str) -> str | None:
    """The number to connect to; ``None`` where the address is not ``https`` or any of its numbers is not public."""
    parts = urlsplit(address)
    try:
        port = parts.port
    except ValueError:
        return None
    if parts.scheme != "https" or not parts.hostname or parts.username or port not in (None, HTTPS):
        return None
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(parts.hostname, HTTPS, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        return None
    numbers = sorted(str(each) for each in found)
    return numbers[0] if numbers and all(ipaddress.ip_address(each).is_global for each in numbers) else None
