"""What an editor should look at again in a lesson: lengths, sources, terms. It only warns."""

from collections import Counter
from collections.abc import Iterator, Mapping

from lms.content.course import Text
from lms.content.lesson_facts import count_words
from lms.content.lessons import LessonFile
from lms.content.limits import LessonLimits, Measure
from lms.content.modules import ModuleFile
from lms.content.passages import Passage
from lms.content.problems import Notes
from lms.content.sentences import lacks_source, sentences
from lms.core.i18n import lazy_gettext as _

_NO_SOURCE_NEEDED = ("exercise", "key", "figure")
_NOT_RUNNING = ("table", "heading", "blockquote")


def review_lesson(file: LessonFile, passages: list[Passage], limits: LessonLimits, notes: Notes) -> None:
    """Review one Mongolian lesson; the English follows its structure, sources and terms."""
    for what, number, measure in _measures(file, limits):
        if not measure.holds(number):
            message = _("%(what)s: %(number)s.", what=what, number=number)
            notes.warn(file.path, 1, message, measure.advice)
    _look_for_parts(file, notes)
    _look_for_repeated_terms(file, notes)
    own = [passage for passage in passages if passage.path == file.path and passage.marked]
    _review_sentences(file, own, limits, notes)
    for passage in own:
        _look_for_sources(passage, notes)


def review_module(module: ModuleFile, used: set[str], asked: Mapping[str, set[int]], notes: Notes) -> None:
    """Figures that no lesson shows, outcomes that no question asks about."""
    for name in sorted(module.figures.keys() - used):
        notes.warn(
            module.folder / "media" / f"{name}.mn.svg",
            1,
            _("No lesson shows this figure."),
            _("Show it in a figure box, or delete it."),
        )
    for entry in module.lessons:
        for number, outcome in enumerate(entry.outcomes, 1):
            if number not in asked.get(entry.id, set()):
                _warn_unasked(module, entry.row.line("outcomes"), entry.id, outcome, notes)


def figure_names(file: LessonFile) -> set[str]:
    shown = (piece.shown for piece in file.facts.structure if piece.shown.startswith("!["))
    return {piece.removeprefix("![…](").removesuffix(".svg)") for piece in shown}


def _warn_unasked(module: ModuleFile, line: int, lesson_id: str, outcome: Text, notes: Notes) -> None:
    notes.warn(
        module.row.file.path,
        line,
        _(
            "No question asks about this outcome of %(lesson)s: “%(outcome)s”.",
            lesson=lesson_id,
            outcome=outcome.mn,
        ),
        _("Add a question to the check or to the module test."),
    )


def _measures(file: LessonFile, limits: LessonLimits) -> Iterator[tuple[object, int, Measure]]:
    yield _("Words in the lesson"), file.facts.words, limits.words
    yield _("Terms in the lesson"), len(file.body.term_ids), limits.terms
    yield _("Sections in the lesson"), len(file.body.sections), limits.sections
    yield _("Points in the key box"), file.facts.key_points, limits.key_points


def _look_for_parts(file: LessonFile, notes: Notes) -> None:
    shown = [piece.shown for piece in file.facts.structure]
    parts = {
        "::: example": any(piece == "::: example" for piece in shown),
        "::: exercise": any(piece.startswith("::: exercise") for piece in shown),
        "::: key": "::: key" in shown,
        "::: figure / | … |": any(piece.startswith(("![", "|")) for piece in shown),
    }
    for part, is_there in parts.items():
        if not is_there:
            notes.warn(
                file.path,
                1,
                _("The lesson has no %(part)s.", part=part),
                _("Every lesson has an example, a figure or table, an exercise and a key."),
            )


def _look_for_repeated_terms(file: LessonFile, notes: Notes) -> None:
    places: Counter[str] = Counter()
    for reference in file.facts.references:
        places[reference.id] += reference.kind == "term"
        if reference.kind == "term" and places[reference.id] == 2:
            notes.warn(
                file.path,
                reference.line,
                _("The term “%(term)s” is linked more than once.", term=reference.id),
                _("Link it where it is used first."),
            )


def _review_sentences(file: LessonFile, passages: list[Passage], limits: LessonLimits, notes: Notes) -> None:
    lengths = []
    for passage in passages:
        if passage.place.endswith(_NOT_RUNNING):
            continue
        for sentence in sentences(passage.text):
            lengths.append(count_words(sentence))
            if lengths[-1] > limits.sentence:
                _warn_long(passage, sentence, lengths[-1], notes)
    many = sum(length > limits.usual_sentence for length in lengths)
    if lengths and many / len(lengths) > limits.long_share:
        notes.warn(
            file.path,
            1,
            _("%(many)s of %(all)s sentences have more than %(most)s words.",
              many=many, all=len(lengths), most=limits.usual_sentence),
            _("One idea a sentence: divide the long ones."),
        )  # fmt: skip


def _warn_long(passage: Passage, sentence: str, length: int, notes: Notes) -> None:
    notes.warn(
        passage.path,
        passage.line_at(max(passage.text.find(sentence), 0)),
        _("A sentence has %(length)s words: “%(start)s…”.", length=length, start=sentence[:40]),
        _("One idea a sentence: divide it."),
    )


def _look_for_sources(passage: Passage, notes: Notes) -> None:
    box, _sign, block = passage.place.partition(".")
    if box in _NO_SOURCE_NEEDED or block in _NOT_RUNNING:
        return
    for sentence in sentences(passage.marked):
        if lacks_source(sentence):
            notes.warn(
                passage.path,
                passage.line + passage.marked.count("\n", 0, max(passage.marked.find(sentence), 0)),
                _("A figure, date or law has no source: “%(start)s…”.", start=sentence[:60]),
                _("Add a source mark after the sentence; for our own arithmetic: [^ours]."),
            )
