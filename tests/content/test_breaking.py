"""Each way of breaking a course file gives one clear message with file, line and advice."""
# ruff: noqa: E501, ERA001  a table of faults reads best with one fault a line

import pytest

from lms.content.problems import ContentProblems

COURSE = "modules/course.toml"
MODULE = "modules/01-asking/module.toml"
LESSON = "modules/01-asking/whom-to-ask.mn.md"
TABLE = "modules/01-asking/what-to-ask.mn.md"
TRANSLATION = "modules/01-asking/whom-to-ask.en.md"
FIGURE = "modules/01-asking/media/well.mn.svg"
CHECK = "quizzes/check-whom-to-ask.toml"
PAIRS = "quizzes/check-what-to-ask.toml"
NUMBERS = "quizzes/check-how-to-count.toml"
TEST = "quizzes/test-asking.toml"

# file, what is replaced, by what, the message (with its line) that must come
FAULTS = [
    # TOML and its keys
    (COURSE, 'version = "2026.1"', 'version = 2026.1"', "course.toml:7: This is not valid TOML"),
    (COURSE, "hours = 2\n", "hours = 2\nhuors = 3\n", "course.toml:9: The key “huors” is unknown here. Delete it, or write one of these: hours."),
    (COURSE, "hours = 2", 'hours = "2"', "course.toml:8: “hours” is of the wrong kind. What belongs here: a whole number."),
    (COURSE, "hours = 2", "hours = true", "course.toml:8: “hours” is of the wrong kind."),
    (COURSE, "hours = 2", "hours = 0", "course.toml:8: “hours” is 0. Write a whole number from 1 to 1000."),
    (COURSE, "hours = 2\n", "", "course.toml:1: The key “hours” is missing. Add it. What belongs here: a whole number."),
    (COURSE, 'title.en = "The course of the well"\n', "", "course.toml:3: The key “title.en” is missing."),
    (COURSE, 'title.mn = "Худгийн сургалт"\ntitle.en = "The course of the well"', 'title = "Well"', "course.toml:3: “title” is of the wrong kind. What belongs here: a text in both languages"),
    (COURSE, 'title.en = "The course of the well"', 'title.en = " "', "course.toml:4: The key “title.en” is empty."),
    (COURSE, 'title.en = ', 'title.de = "x"\ntitle.en = ', "course.toml:4: The key “title.de” is unknown here."),
    (COURSE, '"01-asking", "02-counting"', '"01-asking", "02-counting", "03-paying"', "course.toml:9: There is no folder “03-paying”."),
    (COURSE, '"01-asking", "02-counting"', '"01-asking", "02-counting", "../quizzes"', "course.toml:9: There is no folder “../quizzes”."),
    (COURSE, '"01-asking", "02-counting"', '"02-counting", "01-asking"', "module.toml:1: The folder “02-counting” does not fit its module. Name it by its place in course.toml and its id: 01-counting."),
    (COURSE, '"01-asking", "02-counting"', "", "course.toml:9: “modules” must be a list of texts."),
    (MODULE, 'id = "whom-to-ask"', 'id = "Whom_to_ask"', "module.toml:10: The id “Whom_to_ask” is not in kebab-case."),
    (MODULE, 'id = "what-to-ask"', 'id = "whom-to-ask"', "module.toml:19: “whom-to-ask” stands here a second time."),
    (MODULE, '["say whom to ask", ', "[", "module.toml:15: “outcomes” has 2 entries in Mongolian and 1 in English."),
    (MODULE, 'outcomes.en = ["write three questions"]', 'outcomes.en = "write"', "module.toml:25: “outcomes.en” is of the wrong kind. What belongs here: a list."),
    (MODULE, "[[lesson]]", "[[chapter]]", "module.toml:9: The key “chapter” is unknown here."),
    (MODULE, 'check = "check-what-to-ask"', 'check = "check-nothing"', "module.toml:23: Nothing has this id: quiz “check-nothing”."),
    (MODULE, 'test = "test-asking"', 'test = "test-counting"', "module.toml:7: The quiz “test-counting” says that it belongs elsewhere."),
    (MODULE, 'check = "check-what-to-ask"', 'check = "check-whom-to-ask"', "check-what-to-ask.toml:1: No module.toml names the quiz “check-what-to-ask”."),
    # Glossary, sources, calendar, tools
    ("modules/glossary.toml", 'id = "report"', 'id = "well"', "glossary.toml:17: “well” stands here a second time."),
    ("modules/glossary.toml", "[[term]]", "[[terms]]", "glossary.toml:1: The key “terms” is unknown here."),
    ("modules/sources.toml", 'kind = "law"', 'kind = "act"', "sources.toml:12: “kind” is “act”. Write one of these: law, page, report, ours."),
    ("modules/sources.toml", "checked = 2026-11-20", "checked = 2026-11-20T10:00:00", "sources.toml:7: “checked” is of the wrong kind. What belongs here: a date such as 2026-11-22."),
    ("modules/sources.toml", '"example.mn/well"', '"https://example.mn/well"', "sources.toml:6: The address “https://example.mn/well” cannot be used."),
    ("modules/calendar.toml", 'until = "03-31"', 'until = "03-32"', "calendar.toml:5: “until” is “03-32”. Write month and day"),
    ("modules/calendar.toml", 'until = "03-31"\n', "", "calendar.toml:1: The date has neither a day nor words for it."),
    ("modules/calendar.toml", 'from = "01-01"\n', "", "calendar.toml:33: The key “from” is missing."),
    ("modules/calendar.toml", 'sources = ["s1"]', 'sources = ["s9"]', "calendar.toml:14: Nothing has this id: source “s9”."),
    ("modules/calendar.toml", 'law = "law-water"', 'law = "law-air"', "calendar.toml:10: Nothing has this id: law “law-air”."),
    ("modules/tools.toml", 'lesson = "how-to-count"', 'lesson = "how"', "tools.toml:17: Nothing has this id: lesson “how”."),
    ("modules/tools.toml", 'steps.en = ["Count the families.", "Measure the buckets."]\n', "", "tools.toml:11: The key “steps.en” is missing."),
    # Lessons: front matter
    (LESSON, "+++\nlesson", "lesson", "whom-to-ask.mn.md:1: The front matter is missing or not closed."),
    (LESSON, "law_checked = 2026-11-20\n", "", "whom-to-ask.mn.md:2: The key “law_checked” is missing. Add it. What belongs here: a date such as 2026-11-22."),
    (LESSON, "law_checked = 2026-11-20", "law_checked = 20-11-2026", "whom-to-ask.mn.md:3: This is not valid TOML"),
    (LESSON, 'lesson = "whom-to-ask"', 'lesson = "what-to-ask"', "whom-to-ask.mn.md:2: The front matter names another lesson: “what-to-ask”. Write the id of this file: whom-to-ask."),
    (LESSON, "+++\nlesson", '+++\nauthor = "x"\nlesson', "whom-to-ask.mn.md:2: The key “author” is unknown here."),
    # Lessons: text
    (LESSON, "(term:well)", "(term:wall)", "whom-to-ask.mn.md:8: Nothing has this id: term “wall”."),
    (LESSON, "[^law-water]", "[^law-air]", "whom-to-ask.mn.md:8: Nothing has this id: source “law-air”."),
    (LESSON, "(lesson:what-to-ask)", "(lesson:nothing)", "Nothing has this id: lesson “nothing”."),
    (LESSON, "https://example.mn", "http://example.mn", "This link cannot be used: http://example.mn/well?lang=mn."),
    (LESSON, "https://example.mn", "https://a@b.mn", "This link cannot be used: https://a@b.mn/well?lang=mn."),
    (LESSON, "https://example.mn/well", "javascript:alert(1)", "This Markdown was not understood: ](javascript:alert(1)"),
    (LESSON, "[эндээс]", "[эндээс[^s1]]", "whom-to-ask.mn.md:24: This Markdown was not understood: ](https://example.mn"),
    (LESSON, "## Хэн", "# Хэн", "whom-to-ask.mn.md:7: This does not belong in a lesson: a heading #."),
    (LESSON, "### Хурал юу шийддэг вэ?", "###", "whom-to-ask.mn.md:10: A heading has no words."),
    (LESSON, "Хурал **бүх**", "Хурал <b>бүх</b>", "whom-to-ask.mn.md:14: This Markdown was not understood: <b>"),
    (LESSON, "**бүх**", "** бүх**", "whom-to-ask.mn.md:14: This Markdown was not understood: ** бүх**"),
    (LESSON, "**бүх**", "`бүх`", "whom-to-ask.mn.md:14: This does not belong in a lesson: code between backticks."),
    (LESSON, "::: note", "::: tip", "whom-to-ask.mn.md:13: There is no box “tip”. Use note, example, warning"),
    (LESSON, "::: exercise 5", "::: exercise", "There is no box “exercise”."),
    (LESSON, "нээлттэй.\n:::", "нээлттэй.", "whom-to-ask.mn.md:13: This box is not closed."),
    (LESSON, "уншина.\n:::\n", "уншина.\n", "This box is not closed. Write ::: on a line of its own where the box ends."),
    (LESSON, "## Юу", ":::\n\n## Юу", "whom-to-ask.mn.md:23: This closes a box that is not open."),
    (LESSON, "Эхлээд [Юу", "![x](well.svg)\n[Юу", "This does not belong in a lesson: an image outside of a figure."),
    (LESSON, "Багийн худаг хатжээ.", "Нэг мөр\n\n    код\n\nХудаг хатжээ.", "whom-to-ask.mn.md:7: This does not belong in a lesson: text indented by four spaces."),
    (LESSON, "Багийн худаг хатжээ.", "---\nХудаг хатжээ.", "whom-to-ask.mn.md:5: This does not belong in a lesson: a ruled line."),
    (LESSON, "Багийн худаг хатжээ.", "```\nХудаг хатжээ.\n```\n", "whom-to-ask.mn.md:5: This does not belong in a lesson: a block of code."),
    # Figures
    (LESSON, "(well.svg)", "(hill.svg)", "The figure “hill.svg” is not in the media folder."),
    (LESSON, "(well.svg)", "(well.png)", "The figure “well.png” is not in the media folder."),
    (LESSON, "![Худаг голд, гурван айл тойрон байна]", "![]", "whom-to-ask.mn.md:18: The figure “well.svg” has no alternative text."),
    (LESSON, "Худаг гурван айлд ойрхон.\n", "", "whom-to-ask.mn.md:17: This is not a figure with its caption."),
    (LESSON, "\n\nХудаг гурван айлд ойрхон.", "\nХудаг ойрхон.", "whom-to-ask.mn.md:17: This is not a figure with its caption."),
    (FIGURE, "<desc>", "<script>alert(1)</script><desc>", "well.mn.svg:3: This does not belong in a figure: <script>."),
    (FIGURE, "<desc>", "<foreignObject/><desc>", "well.mn.svg:3: This does not belong in a figure: <foreignObject>."),
    (FIGURE, "<desc>", "<style>rect{fill:red}</style><desc>", "well.mn.svg:3: This does not belong in a figure: <style>."),
    (FIGURE, "<circle", '<circle onclick="alert(1)"', 'well.mn.svg:5: This does not belong in a figure: onclick="alert(1)".'),
    (FIGURE, "<circle", '<circle style="fill:red"', 'This does not belong in a figure: style="fill:red".'),
    (FIGURE, "<circle", '<circle id="1a"', 'This does not belong in a figure: id="1a".'),
    (FIGURE, 'fill="#e7eff7"', 'fill="url(https://evil.example/x)"', "This does not belong in a figure: fill="),
    (FIGURE, "<circle", '<use href="https://evil.example/#x"/><circle', "This does not belong in a figure: href="),
    (FIGURE, "</svg>", "</svg", "well.mn.svg:7: This is not valid SVG: unclosed token."),
    (FIGURE, "<svg xmlns", '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns', "well.mn.svg:1: This does not belong in a figure: <!DOCTYPE."),
    (FIGURE, "<title>", "<?xml-stylesheet href='x'?><title>", "This does not belong in a figure: <?xml-stylesheet."),
    (FIGURE, ' role="img" width="720"', "", 'well.mn.svg:1: The figure lacks: width, role="img".'),
    (FIGURE, ' viewBox="0 0 720 400"', "", "The figure lacks: viewBox."),
    (FIGURE, "<title>Худаг</title>", "<title> </title>", "The figure lacks: <title>."),
    # Translations
    (TRANSLATION, "## What to do?", "### What to do?", "whom-to-ask.en.md:24: The English text has ### where the Mongolian has ## (line 23)."),
    (TRANSLATION, "::: note", "::: warning", "The English text has ::: warning where the Mongolian has ::: note"),
    (TRANSLATION, "::: exercise 5", "::: exercise 6", "The English text has ::: exercise 6 where the Mongolian has ::: exercise 5"),
    (TRANSLATION, "\n::: key\n- Someone is responsible for the well.\n- The meeting decides.\n- The report is on the board.\n:::\n", "", "The English text has – where the Mongolian has ::: key"),
    (TRANSLATION, "[report](term:report)", "report", "whom-to-ask.en.md:1: The terms differ from the Mongolian text: missing report, added –."),
    (TRANSLATION, "property.[^law-water]", "property.[^ours]", "whom-to-ask.en.md:8: The sources differ from the Mongolian text: missing law-water, added ours."),
    (TRANSLATION, "is dry.", "is dry.[^s1]", "whom-to-ask.en.md:1: The sources differ from the Mongolian text: missing –, added s1."),
    # Quizzes
    (CHECK, 'id = "check-whom-to-ask"', 'id = "check-other"', "check-whom-to-ask.toml:1: The id “check-other” is not the name of the file."),
    (CHECK, 'kind = "check"', 'kind = "chek"', "check-whom-to-ask.toml:2: “kind” is “chek”. Write one of these: check, test, prepost."),
    (CHECK, 'lesson = "whom-to-ask"', 'lesson = "nobody"', "check-whom-to-ask.toml:3: Nothing has this id: lesson “nobody”."),
    (CHECK, 'lesson = "whom-to-ask"', 'lesson = "whom-to-ask"\npass_mark = 50', "check-whom-to-ask.toml:4: The key “pass_mark” is unknown here."),
    (CHECK, 'id = "open"', 'id = "who"', "check-whom-to-ask.toml:63: “who” stands here a second time."),
    (CHECK, 'kind = "single"', 'kind = "radio"', "check-whom-to-ask.toml:7: “kind” is “radio”. Write one of these: single, multiple,"),
    (CHECK, "outcome = 1", "outcome = 3", "check-whom-to-ask.toml:8: “outcome” is 3. Write a whole number from 1 to 2."),
    (CHECK, "outcome = 1\n", "", "check-whom-to-ask.toml:5: The key “outcome” is missing."),
    (CHECK, 'prompt.en = "The well is broken. Whom do you tell first?"\n', "", "check-whom-to-ask.toml:9: The key “prompt.en” is missing."),
    (CHECK, 'why.mn = "Хүүхэд хариуцахгүй."', 'why.mn = "Хүүхэд хариуцахгүй."\ncorrect = true', "check-whom-to-ask.toml:5: A question of the kind single has two right choices."),
    (CHECK, "correct = true\n", "", "check-whom-to-ask.toml:5: No choice is right. Write correct = true at the right one."),
    (CHECK, "correct = true", 'correct = "yes"', "check-whom-to-ask.toml:23: “correct” is of the wrong kind. What belongs here: true or false."),
    (CHECK, 'id = "b"', 'id = "a"', "check-whom-to-ask.toml:20: “a” stands here a second time."),
    (CHECK, 'mn = "Багийн даргад"', 'mn = "хөршийн  ХҮҮХДЭД"', "check-whom-to-ask.toml:21:"),
    (CHECK, 'explanation.mn = "Багийн', 'answer = true\nexplanation.mn = "Багийн', "check-whom-to-ask.toml:11: The key “answer” is unknown here."),
    (CHECK, "answer = false\n", "", "The key “answer” is missing. Add it. What belongs here: true or false."),
    (PAIRS, 'id = "by-whom"', 'id = "when"', "check-what-to-ask.toml:26: “when” stands here a second time."),
    (PAIRS, 'right.mn = "Баг"', 'right.mn = "Цасаар"', "check-what-to-ask.toml:31: “цасаар” stands here a second time."),
    (PAIRS, 'right.mn = "Баг"\n', "", "The key “right.mn” is missing."),
    (PAIRS, 'id = "ask"', 'id = "write"', "“write” stands here a second time."),
    (NUMBERS, "answer = 80", 'answer = "80"', "check-how-to-count.toml:13: “answer” is of the wrong kind. What belongs here: a number."),
    (NUMBERS, "answer = 80\n", "", "check-how-to-count.toml:5: The key “answer” is missing. Add it. What belongs here: a number."),
    (NUMBERS, "tolerance = 0.5", "tolerance = -1", "check-how-to-count.toml:14: The tolerance is below zero."),
    (NUMBERS, 'accept.en = ["ИНХ", "INKh"]\n', "", "The key “accept.en” is missing. Add it. What belongs here: a list."),
    (NUMBERS, 'accept.en = ["ИНХ", "INKh"]', "accept.en = []", "“accept.en” must be a list of texts."),
    (TEST, "draw = 2", "draw = 4", "test-asking.toml:5: 4 questions are drawn from 3. Draw fewer, or add questions."),
    (TEST, "pass_mark = 80", "pass_mark = 101", "test-asking.toml:4: “pass_mark” is 101. Write a whole number from 1 to 100."),
    (TEST, 'module = "asking"', 'module = "answering"', "test-asking.toml:3: Nothing has this id: module “answering”."),
    (TEST, 'lesson = "whom-to-ask"\n', "", "test-asking.toml:9: The key “lesson” is missing."),
    (TEST, 'id = "board"', 'id = "who"', "test-asking.toml:32: The question “who” stands in check-whom-to-ask.toml, too."),
    (TEST, "Whom do you call about repairs?", "40 families take 2 buckets each. how  many in all?", "test-asking.toml:9: The question “first-call” stands in check-how-to-count.toml, too."),
    ("quizzes/check-how-to-share.toml", "[[question]]", "[[questions]]", "check-how-to-share.toml:1: The quiz has no question. Add a [[question]]."),
    # Ids are permanent
    (NUMBERS, 'id = "buckets"', 'id = "pails"', "modules/published-ids.txt:15: This id was published and has vanished: question check-how-to-count/buckets."),
]  # fmt: skip


def test_there_are_many_ways():
    assert len(FAULTS) > 100


NAMES = [f"{number}-{fault[0].split('/')[-1]}" for number, fault in enumerate(FAULTS)]


@pytest.mark.parametrize(("name", "old", "new", "message"), FAULTS, ids=NAMES)
def test_each_fault_is_told_with_its_place(broken, name, old, new, message):
    told = broken(name, old, new)
    assert any(message in problem for problem in told), told


def test_all_faults_are_told_at_once(desk):
    desk.replace(COURSE, "hours = 2", "hours = 0")
    desk.replace(LESSON, "(term:well)", "(term:wall)")
    desk.replace(CHECK, "outcome = 1", "outcome = 9")
    desk.replace(FIGURE, "<circle", '<circle onclick="x"')
    files = {problem.split(":")[0] for problem in desk.errors()}
    assert files >= {COURSE, LESSON, CHECK, FIGURE}


def test_the_problems_stop_the_load_and_stand_in_its_words(desk):
    desk.replace(COURSE, "hours = 2", "hours = 0")
    desk.replace(CHECK, "outcome = 1", "outcome = 9")
    with pytest.raises(ContentProblems) as refused:
        desk.load()
    assert len(refused.value.problems) == 2
    assert str(refused.value).count("\n") == 1
    assert "check-whom-to-ask.toml:8: “outcome” is 9. Write a whole number from 1 to 2." in str(refused.value)


def test_a_path_below_us_is_shown_short(desk, monkeypatch):
    desk.replace(COURSE, "hours = 2", "hours = 0")
    monkeypatch.chdir(desk.root)
    assert str(desk.read().notes.errors[0]).startswith("modules/course.toml:8: ")


# Files that are missing, unreadable, or in the wrong place


@pytest.mark.parametrize("name", [COURSE, MODULE, LESSON, "modules/glossary.toml", "modules/sources.toml"])
def test_a_missing_file_is_named_once(desk, name):
    desk.path(name).unlink()
    assert desk.errors() == [f"{name}:1: This file is missing. Write it, or remove what names it."]


def test_a_file_that_is_not_utf_8_is_named_with_its_line(desk):
    path = desk.path(LESSON)
    path.write_bytes(path.read_bytes().replace("Хурал".encode(), "Хурал".encode("cp1251"), 1))
    assert desk.errors() == [f"{LESSON}:10: This file is not UTF-8. Save it again with the encoding UTF-8."]


def test_a_folder_in_the_place_of_a_file_is_told(desk):
    desk.path(LESSON).unlink()
    desk.path(LESSON).mkdir()
    assert desk.errors()[0].startswith(f"{LESSON}:1: This file cannot be read: Is a directory.")


def test_an_invisible_sign_is_found(broken):
    told = broken(LESSON, "Худаг голд", "Худаг\u200b голд")
    assert told == [
        f"{LESSON}:18: An invisible sign stands in the text: U+200B. Delete the word and type it again."
    ]


def test_a_broken_quiz_is_not_called_missing_as_well(desk):
    desk.write(CHECK, "id = ")
    assert [problem.split(":")[:2] for problem in desk.errors()] == [[CHECK, "1"]]


def test_an_unclosed_text_is_told_at_the_end_of_the_file(desk):
    desk.write(CHECK, 'id = "check\n\n')
    assert "check-whom-to-ask.toml:1: This is not valid TOML" in desk.errors()[0]
    desk.write(CHECK, "id = [\n1,\n")
    assert "check-whom-to-ask.toml:3: This is not valid TOML" in desk.errors()[0]


def test_files_that_nobody_names_are_told(desk):
    desk.write("modules/01-asking/notes.md", "x")
    desk.write("modules/01-asking/.hidden", "x")
    desk.write("modules/03-more/module.toml", "x")
    desk.write("modules/01-asking/media/photo.png", "x")
    assert desk.errors() == [
        (
            "modules/01-asking/media/photo.png:1: This file does not belong into a media folder. "
            "Name figures like budget-cycle.mn.svg and budget-cycle.en.svg."
        ),
        "modules/01-asking/notes.md:1: Nothing in module.toml names this. Name it there, or move it away.",
        "modules/03-more:1: Nothing in course.toml names this. Name it there, or move it away.",
    ]


def test_a_figure_missing_in_one_language_is_told(desk):
    desk.path("modules/01-asking/media/well.en.svg").unlink()
    assert desk.errors() == [
        (
            "modules/01-asking/media/well.en.svg:1: The figure is missing in this language. "
            "Draw it with the same shapes and translated words."
        )
    ]


def test_a_figure_that_cannot_be_read_is_told(desk):
    desk.path(FIGURE).write_bytes(b"\xff")
    assert desk.errors()[0] == f"{FIGURE}:1: This file is not UTF-8. Save it again with the encoding UTF-8."


def test_a_module_without_lessons_is_told(desk):
    text = desk.path(MODULE).read_text(encoding="utf-8")
    desk.write(MODULE, text.partition("[[lesson]]")[0])
    assert f"{MODULE}:1: The module has no lesson. Add a [[lesson]]." in desk.errors()


def test_too_few_parts_are_told(desk):
    text = desk.path(PAIRS).read_text(encoding="utf-8")
    start = text.index("[[question.item]]", text.index("[[question.item]]") + 1)
    desk.write(PAIRS, text[:start])
    assert f"{PAIRS}:36: This question has 1 × [[question.item]]. Write at least 2." in desk.errors()


def test_rows_that_are_no_tables_are_told(desk):
    desk.write(PAIRS, 'id = "check-what-to-ask"\nkind = "check"\nlesson = "what-to-ask"\nquestion = ["x"]\n')
    assert f"{PAIRS}:4: “question” is of the wrong kind. What belongs here: a table." in desk.errors()
