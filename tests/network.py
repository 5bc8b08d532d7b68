"""The network is closed to the tests: only this machine may be asked."""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any

import pytest


class NetworkIsClosed(RuntimeError):
    """A test, or what it tests, tried to reach another machine."""


def is_local(host: object) -> bool:
    if host in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def close_network(patch: pytest.MonkeyPatch) -> None:
    """Refuse connections and look-ups that leave the loopback; sockets in files stay open."""

    def guarded(connect: Callable[..., Any]) -> Callable[..., Any]:
        def only_local(self: socket.socket, address: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6) and not is_local(address[0]):
                raise NetworkIsClosed(f"{address[0]}:{address[1]}")
            return connect(self, address)

        return only_local

    def look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if not is_local(name):
            raise NetworkIsClosed(str(name))
        return real_look_up(host, *args, **kwargs)

    real_look_up = socket.getaddrinfo
    patch.setattr(socket, "getaddrinfo", look_up)
    for name in ("connect", "connect_ex"):
        patch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
