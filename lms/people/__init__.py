"""Whom we train, and how one signs in. A Person needs no Account."""
