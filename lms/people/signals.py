"""What higher rooms may want to hear of."""

from blinker import Namespace

_signals = Namespace()

# Sent when somebody has just registered or signed in on this browser, before the commit.
# sender: Person; keywords: kept (mapping of what the guest left), at (datetime).
guest_became_person = _signals.signal("guest-became-person")
