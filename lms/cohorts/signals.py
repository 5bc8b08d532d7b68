"""What higher rooms may want to hear of."""

from blinker import Namespace

_signals = Namespace()

# Sent when a workshop has just been locked, before the commit.
# sender: Cohort; keywords: by (Account), at (datetime).
cohort_locked = _signals.signal("cohort-locked")
