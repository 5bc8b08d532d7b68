"""Photos and scans of signed sheets."""

from io import BytesIO

import pytest
from PIL import Image

from lms.cohorts import scans
from lms.cohorts.queries import papers
from lms.cohorts.scans import ScanRefused
from lms.cohorts.services import sheets
from lms.core import files
from lms.core.clock import now
from tests.cohorts.rooms import add, make_workshop


@pytest.fixture
def workshop(cast):
    """Three people: in Mongolian order Ану, Өлзий, Сараа; registered in another one."""
    made = make_workshop(cast.saraa)
    for name in ("Сараа", "Өлзий", "Ану"):
        add(made, name, phone=None)
    return made


@pytest.fixture
def session(workshop):
    return workshop.sessions[0]


@pytest.fixture
def sheet(session, cast):
    return sheets.print_sheet(session, spare_rows=4, by=cast.saraa, at=now())


@pytest.fixture
def saraa(cast, visit):
    return visit(cast.saraa)


def photo(size=(3000, 2000), kind="JPEG", **more):
    out = BytesIO()
    Image.new("RGB", size, "white").save(out, kind, **more)
    return out.getvalue()


def attach(saraa, sheet, content, name="photo.jpg"):
    return saraa.post(f"/sheets/{sheet.number}/scans", data={"scan": (BytesIO(content), name)})


def test_a_photo_is_kept_drawn_anew_under_an_opaque_name(saraa, sheet, app):
    exif = Image.Exif()
    exif[0x010F] = "Phone maker"
    assert attach(saraa, sheet, photo(exif=exif)).status_code == 303
    scan = papers.scans_of(sheet)[0]
    page = saraa.get(f"/sheets/{sheet.number}/scans/{scan.stored_as}")
    assert (page.mimetype, page.headers["Content-Disposition"][:10]) == ("image/jpeg", "attachment")
    kept = Image.open(BytesIO(page.data))
    assert (max(kept.size), dict(kept.getexif())) == (scans.LONGEST_SIDE, {})
    assert b"Phone maker" not in page.data


def test_the_same_photo_twice_is_one(saraa, sheet):
    for _again in range(2):
        attach(saraa, sheet, photo())
    assert len(papers.scans_of(sheet)) == 1


def test_a_scan_may_be_a_pdf(saraa, sheet, session):
    drawn = saraa.get(f"/sheets/{sheet.number}.pdf").data
    attach(saraa, sheet, drawn, "scan.pdf")
    assert papers.scans_of(sheet)[0].media_type == "application/pdf"


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg onload=alert(1)>", b"%PDF-1.7 broken", b"\xff\xd8\xff broken", b"PK\x03\x04", photo()[:500]],
)
def test_what_is_no_photo_is_refused_whatever_its_name(saraa, sheet, content):
    answer = attach(saraa, sheet, content)
    assert answer.status_code == 422
    assert papers.scans_of(sheet) == []


def test_sending_no_file_is_refused(saraa, sheet):
    assert saraa.post(f"/sheets/{sheet.number}/scans", data={}).status_code == 422


def test_too_large_a_photo_is_refused(monkeypatch):
    monkeypatch.setattr(scans, "LARGEST", 10)
    with pytest.raises(ScanRefused):
        scans.clean(photo((10, 10)))
    monkeypatch.setattr(scans, "LARGEST", 10_000)
    monkeypatch.setattr(scans, "MOST_PIXELS", 99)
    with pytest.raises(ScanRefused):
        scans.clean(photo((10, 10)))


def test_a_pdf_of_too_many_pages_is_refused(saraa, sheet, monkeypatch):
    monkeypatch.setattr(scans, "MOST_PAGES", 0)
    with pytest.raises(ScanRefused):
        scans.clean(saraa.get(f"/sheets/{sheet.number}.pdf").data)


def test_a_scan_is_reached_through_its_own_sheet_only(saraa, sheet, workshop, cast, tmp_path):
    attach(saraa, sheet, photo())
    name = papers.scans_of(sheet)[0].stored_as
    other = sheets.print_sheet(workshop.sessions[1], spare_rows=4, by=cast.saraa, at=now())
    assert saraa.get(f"/sheets/{other.number}/scans/{name}").status_code == 404
    for wrong in ("../config.py", "a" * 43):
        with pytest.raises(files.NoSuchFile):
            files.read(tmp_path, wrong)
