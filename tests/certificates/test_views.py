"""The certificate as its holder and as a stranger meets it."""

import pypdfium2
import pytest
import zxingcpp

from lms.certificates import queries
from lms.certificates.limits import LOOK_UPS
from lms.core import codes
from tests.factories import earn_modules, make_certificate

LATIN_TO_CYRILLIC = str.maketrans("ACEHKMPTX", "АСЕНКМРТХ")


def ask(visitor, **fields):
    return visitor.submit("/certificate", fields, name="family_name")


def test_the_holder_confirms_the_name_and_downloads(cast, visit):
    earn_modules(cast.bold.person)
    bold = visit(cast.bold)
    assert ask(bold).headers["Location"] == "/certificate"
    certificate = queries.certificate_of(cast.bold.person)
    file = bold.get(f"/certificate/{certificate.public_id}.pdf")
    assert (file.mimetype, file.data[:5]) == ("application/pdf", b"%PDF-")
    assert file.data == bold.get(f"/certificate/{certificate.public_id}.pdf").data
    text = pypdfium2.PdfDocument(file.data)[0].get_textpage().get_text_range()
    assert "Болд" in text
    assert codes.pretty(certificate.code) in text


def test_the_printed_qr_opens_the_verdict(cast, client, visit):
    certificate = make_certificate(cast.bold.person)
    page = pypdfium2.PdfDocument(queries.file_of(certificate))[0].render(scale=4).to_pil()
    address = zxingcpp.read_barcode(page).text
    assert address == f"https://egekh.test/v/{certificate.token}"
    verdict = client.get(f"/v/{certificate.token}")
    assert (verdict.status_code, "Дорж Болд" in verdict.text) == (200, True)


def test_an_english_certificate_is_english(cast, visit):
    earn_modules(cast.bold.person)
    bold = visit(cast.bold)
    ask(bold, language="en", given_name="Bold", family_name="Dorj")
    text = (
        pypdfium2.PdfDocument(queries.file_of(queries.certificate_of(cast.bold.person)))[0]
        .get_textpage()
        .get_text_range()
    )
    assert "Dorj Bold" in text


@pytest.mark.parametrize(
    ("name", "reason"), [("Болд 字", "字"), ("Бо\u200bлд", ""), ("", ""), ("Б" * 61, "60")]
)
def test_a_name_that_cannot_be_printed_is_refused_with_the_reason(cast, visit, name, reason):
    earn_modules(cast.bold.person)
    response = ask(visit(cast.bold), given_name=name)
    assert response.status_code == 422
    assert reason in response.text
    assert queries.certificate_of(cast.bold.person) is None


def test_a_name_too_wide_for_the_paper_is_refused(cast, visit, monkeypatch):
    from lms.certificates.views import own
    from lms.core.pdf import DoesNotFit

    def too_long(facts):
        raise DoesNotFit(facts.full_name)

    monkeypatch.setattr(own.pdf, "draw", too_long)
    earn_modules(cast.bold.person)
    assert ask(visit(cast.bold)).status_code == 422


def test_somebody_who_is_not_finished_reads_what_is_missing(cast, visit):
    bold = visit(cast.bold)
    assert "/progress" in bold.get("/certificate").text
    sent = {"family_name": "Дорж", "given_name": "Болд", "language": "mn"}
    assert bold.post("/certificate", data=sent).status_code == 409


def test_nobody_downloads_anothers_file(cast, visit):
    certificate = make_certificate(cast.bold.person)
    assert visit(cast.tumur).get(f"/certificate/{certificate.public_id}.pdf").status_code == 404


def test_a_code_is_found_however_it_is_typed(cast, client):
    code = make_certificate(cast.bold.person).code
    for typed in (
        code,
        codes.pretty(code),
        code.lower(),
        code.translate(LATIN_TO_CYRILLIC),
        f" {code[:5]} {code[5:]} ",
    ):
        assert client.get("/v", query_string={"code": typed}).status_code == 200, typed


@pytest.mark.parametrize("typed", ["7K3M-H9TP-X4", "7K3M-H9TP-XQЖ", "00000000001", "x" * 80, "<b>"])
def test_a_wrong_code_is_answered_with_what_is_wrong(client, typed):
    response = client.get("/v", query_string={"code": typed})
    assert response.status_code == 404
    assert 'role="alert"' in response.text
    assert "<b>" not in response.text


def test_a_code_half_typed_stays_when_the_language_changes(client):
    page = client.page("/v?code=7K3M&lang=en")
    assert (page.language, page.by_id("code").get("value")) == ("en", "7K3M")
    assert page.with_class("err") == []


def test_an_unknown_code_and_an_unknown_token_are_not_found(client):
    assert client.get(f"/v/{codes.new_code()}").status_code == 404
    assert client.get(f"/v/{codes.new_token()}").status_code == 404


def test_the_page_says_what_the_paper_says_and_nothing_else(cast, client):
    certificate = make_certificate(cast.bold.person)
    text = client.get(f"/v/{certificate.token}").text
    assert cast.bold.person.phone not in text
    assert cast.bold.person.public_id not in text
    assert "<script" not in text


def test_the_page_is_light(cast, client):
    certificate = make_certificate(cast.bold.person)
    verdict = client.get(f"/v/{certificate.token}", headers={"Accept-Encoding": "gzip"})
    assert len(verdict.data) < 4_000


def test_guessing_codes_is_slowed(client, monkeypatch):
    for _ in range(LOOK_UPS.tries):
        client.get("/v/0")
    refused = client.get("/v/0")
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0


def test_the_holder_finds_the_certificate_again(cast, visit):
    certificate = make_certificate(cast.bold.person)
    bold = visit(cast.bold)
    assert codes.pretty(certificate.code) in bold.page("/certificate").text
    assert "/certificate" in bold.get("/progress").text
