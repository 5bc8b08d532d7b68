"""How often one may try."""

from datetime import timedelta

from lms.core.throttle import Limit

PINS = Limit("claim-pin", tries=5, window=timedelta(hours=1))  # of one slip
CLAIMS = Limit("claim", tries=200, window=timedelta(hours=1))  # from one address: a whole room shares it
FEEDBACK = Limit("feedback", tries=200, window=timedelta(hours=1))
