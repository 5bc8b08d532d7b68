"""Photos and scans of signed sheets: known by their content, made small, rid of what a phone adds."""

import warnings
from io import BytesIO

import pikepdf
from PIL import Image, ImageOps, UnidentifiedImageError

from lms.core.errors import Refusal
from lms.core.i18n import lazy_gettext as _

MEGABYTE = 1024 * 1024
LARGEST = 12 * MEGABYTE
LONGEST_SIDE = 2600  # pixels: a signature on A4 is still sharp
MOST_PIXELS = 60_000_000
MOST_PAGES = 40
PICTURES = ("JPEG", "PNG", "WEBP")
ENDINGS = {"image/jpeg": "jpg", "application/pdf": "pdf"}


class ScanRefused(Refusal):
    status = 422
    sentence = _("This file is neither a photo nor a PDF that can be read.")
    advice = _("Send a photo (JPEG or PNG) or a PDF without a password, 12 MB at most.")


def clean(sent: bytes) -> tuple[bytes, str]:
    """What is kept of a file, and its media type, told by the content alone. Raises `ScanRefused`."""
    if not sent or len(sent) > LARGEST:
        raise ScanRefused
    if sent.startswith(b"%PDF-"):
        return _pdf(sent), "application/pdf"
    return _picture(sent), "image/jpeg"


def _picture(sent: bytes) -> bytes:
    """The picture drawn anew: upright, without place and camera, at most `LONGEST_SIDE` pixels."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(sent), formats=PICTURES) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise ScanRefused
                picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        raise ScanRefused from None
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = BytesIO()
    upright.save(out, "JPEG", quality=82)
    return out.getvalue()


def _pdf(sent: bytes) -> bytes:
    """The same file, once it opens without a password and has a sensible number of pages."""
    try:
        with pikepdf.open(BytesIO(sent)) as pdf:
            pages = len(pdf.pages)
    except (pikepdf.PdfError, pikepdf.PasswordError):
        raise ScanRefused from None
    if not 1 <= pages <= MOST_PAGES:
        raise ScanRefused
    return sent
