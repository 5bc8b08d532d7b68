"""How often one address may look up a code. A whole room may check at once; nobody can try them all."""

from datetime import timedelta

from lms.core.throttle import Limit

LOOK_UPS = Limit("verify", tries=120, window=timedelta(minutes=10))
