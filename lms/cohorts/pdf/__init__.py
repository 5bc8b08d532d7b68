"""Papers of the room: sign-in sheets, badges, claim slips, the poster, and all of them in one pack.

Each kind gives pages, `make_file` makes one file of any pages: the same facts, the same bytes.
"""

from lms.cohorts.pdf.pieces import make_file

__all__ = ["make_file"]
