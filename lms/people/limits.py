"""How often one may try. A whole class shares one address, so limits per address are loose."""

from datetime import timedelta

from lms.core.throttle import Limit

SIGN_INS = Limit("sign-in", tries=10, window=timedelta(minutes=5))
RESETS = Limit("reset", tries=5, window=timedelta(minutes=15))
REGISTRATIONS = Limit("register", tries=200, window=timedelta(hours=1))
