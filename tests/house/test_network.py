"""The network is closed to the tests."""

import socket

import pytest

from tests.network import NetworkIsClosed, is_local


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost", None])
def test_this_machine_may_be_asked(host):
    assert is_local(host)


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "egekh.example.mn", "10.0.0.1"])
def test_no_other_machine_may_be_asked(host):
    assert not is_local(host)


def test_a_connection_to_another_machine_fails_at_once():
    with pytest.raises(NetworkIsClosed):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_a_name_of_another_machine_is_not_looked_up():
    with pytest.raises(NetworkIsClosed):
        socket.getaddrinfo("egekh.example.mn", 443)
