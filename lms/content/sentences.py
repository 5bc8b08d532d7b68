"""Sentences of a lesson: where they end, and which of them state a fact that needs a source."""

import re
from itertools import pairwise

# A sentence ends with its sign, closing marks and source marks, before a space and no small letter.
_END = re.compile(r"(?<=[.!?…])[”’)]*(?:\[\^[a-z0-9-]+\])*\s+(?![a-zа-яёөү])")
_MARK = re.compile(r"\[\^[a-z0-9-]+\]")
_FACT = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)"  # a year
    r"|\d[\d,.]*\s*(?:хувь|төгрөг|мянга|сая|тэрбум|их наяд)"
    r"|\d{1,3}(?:,\d{3})+"
    r"|\d+ (?:дүгээр|дугаар) (?:сар|зүйл)"
    r"|тухай хуул"
)
_QUOTED = re.compile(r"“[^”]*”")
_SUPPOSED = re.compile(r"бодъё|үзье|зохиомол|жишээлбэл|[÷×=]|\?[”’)]*$", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences of a block; source marks stay with theirs."""
    ends = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    pieces = (text[start:end].strip() for start, end in pairwise(ends))
    return [piece for piece in pieces if piece]


def lacks_source(sentence: str) -> bool:
    """Whether a sentence states a figure, a date or a law and carries no mark.

    What somebody is quoted as saying, a question, a guess and a sum on the page are no such statements.
    """
    own = _QUOTED.sub("", sentence)
    return bool(_FACT.search(own)) and not _MARK.search(sentence) and not _SUPPOSED.search(sentence)
