"""Measurements that a person starts by hand; the tests hold them to their limits."""
