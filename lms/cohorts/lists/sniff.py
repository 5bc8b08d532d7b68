"""What a file is, by its content; its name is only a word."""

import re
from enum import StrEnum

from lms.cohorts.lists.refusals import ListRefused, Why


class Kind(StrEnum):
    WORKBOOK = "workbook"
    TEXT = "text"


_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", Why.PDF),
    (b"\xff\xd8\xff", Why.PICTURE),
    (b"\x89PNG", Why.PICTURE),
    (b"GIF8", Why.PICTURE),
    (b"Rar!", Why.ARCHIVE),
    (b"7z\xbc\xaf", Why.ARCHIVE),
    (b"\x1f\x8b", Why.ARCHIVE),
    (b"{\\rtf", Why.DOCUMENT),
)
_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml|meta|head)", re.IGNORECASE)
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")


def sniff(content: bytes) -> Kind:
    """Workbook or text. Raises `ListRefused` naming what else the file is."""
    if not content.strip():
        raise ListRefused(Why.EMPTY)
    for begins, why in _OTHERS:
        if content.startswith(begins):
            raise ListRefused(why)
    if _PAGE.match(content[:400]):
        raise ListRefused(Why.WEB_PAGE)
    if content.startswith(_OLE):
        return _old_workbook(content)
    return _archive(content) if content.startswith(b"PK") else Kind.TEXT


def _old_workbook(content: bytes) -> Kind:
    if _LOCKED in content:
        raise ListRefused(Why.PASSWORD)
    if _WORD in content:
        raise ListRefused(Why.DOCUMENT)
    return Kind.WORKBOOK


def _archive(content: bytes) -> Kind:
    """By the names in the archive's directory, which stand readable at its end."""
    for name, why in ((b"word/document.xml", Why.DOCUMENT), (b"ppt/presentation.xml", Why.DOCUMENT)):
        if name in content:
            raise ListRefused(why)
    if b"xl/workbook.bin" in content:
        raise ListRefused(Why.BINARY_WORKBOOK)
    if b"xl/workbook.xml" in content or b"opendocument.spreadsheet" in content:
        return Kind.WORKBOOK
    raise ListRefused(Why.BROKEN if not content.startswith(_ZIP) or b"xl/" in content else Why.ARCHIVE)
