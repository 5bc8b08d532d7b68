"""The checks that every fetched page passes through are themselves right."""

import pytest

from tests.pages import Page, problems_of

GOOD = """<!doctype html>
<html lang="mn"><head><meta charset="utf-8"><title>Хичээл</title></head><body><main>
<h1>Төсөв</h1><h2 id="a">Нэг</h2><p><a href="#a">Дээш</a><img src="/x.svg" alt=""></p>
<form method="post" action="/x"><input type="hidden" name="csrf_token" value="t">
<label for="n">Нэр</label><input id="n" name="name" value="Болд">
<fieldset><legend>Аймаг</legend>
<label><input type="radio" name="region" value="1"> Сэлэнгэ</label>
<label><input type="radio" name="region" value="2" checked> Дорнод</label></fieldset>
<select name="group" aria-label="Бүлэг">
<option value="a">А</option><option value="b" selected>Б</option></select>
<textarea name="note" aria-label="Тэмдэглэл">сайн</textarea>
<button name="do" value="1">Илгээх</button></form></main></body></html>"""


def test_a_good_page_has_no_problems():
    assert problems_of(GOOD) == []


@pytest.mark.parametrize(
    ("good", "bad", "problem"),
    [
        ("<h1>Төсөв</h1>", "", "0 h1"),
        ("<h1>Төсөв</h1>", "<h1>А</h1><h1>Б</h1>", "2 h1"),
        ("<title>Хичээл</title>", "<title></title>", "no <title>"),
        ('lang="mn"', "", "<html lang> is None"),
        ('lang="mn"', 'lang="fr"', "<html lang> is 'fr'"),
        ("<main>", "<div>", "not valid HTML"),
        ("<!doctype html>", "", "not valid HTML"),
        ('<label for="n">Нэр</label>', "", "<input name='name'> has no label"),
        (' aria-label="Бүлэг"', "", "<select name='group'> has no label"),
        ('id="n" name', 'id="a" name', "id 'a' stands 2 times"),
        ('href="#a"', 'href="#b"', "the link #b leads nowhere"),
        ('for="n"', 'for="n" aria-describedby="gone"', "aria-describedby='gone'"),
        ("<h2", "<h3", "h3 “Нэг” follows h1"),
        ("<legend>Аймаг</legend>", "", "does not begin with a <legend>"),
        (' alt=""', "", "has no alt"),
        ("Дээш", "", "an empty <a #a>"),
        ("<p>", '<p style="color:red">', "<p style=…>"),
        ("<p>", '<p onclick="x()">', "<p onclick=…>"),
        ("<p>", "<p><script>x()</script>", "an inline <script>"),
        ("<p>", '<p tabindex="3">', "jumps the queue"),
        ('<input type="hidden" name="csrf_token" value="t">', "", "has no csrf_token"),
        ('name="do" value="1"', 'name="switch_language" value="en"', "changes the language"),
    ],
)
def test_a_broken_page_is_found_out(good, bad, problem):
    assert good in GOOD
    assert problem in "\n".join(problems_of(GOOD.replace(good, bad, 1)))


def test_a_form_sends_what_a_browser_would():
    form = Page(GOOD).form(name="note")
    assert (form.action, form.method) == ("/x", "POST")
    assert form.values == {
        "csrf_token": ["t"],
        "name": ["Болд"],
        "region": ["2"],
        "group": ["b"],
        "note": ["сайн"],
    }
