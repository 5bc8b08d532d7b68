"""The editors' measures: how long, how many. A course of another size sets its own."""

from typing import NamedTuple

from lms.core.i18n import lazy_gettext as _


class Measure(NamedTuple):
    """From and to, both included; without `most` there is no upper end."""

    least: int
    most: int | None = None

    def holds(self, number: int) -> bool:
        return number >= self.least and (self.most is None or number <= self.most)

    @property
    def advice(self) -> object:
        if self.most is None:
            return _("At least %(least)s is the measure.", least=self.least)
        if self.most == self.least:
            return _("%(least)s is the measure.", least=self.least)
        return _("From %(least)s to %(most)s is the measure.", least=self.least, most=self.most)


class LessonLimits(NamedTuple):
    """Measures of a lesson in Mongolian; sentences are counted in words."""

    words: Measure = Measure(600, 900)
    terms: Measure = Measure(3, 6)
    sections: Measure = Measure(2, 5)
    key_points: Measure = Measure(3, 3)
    sentence: int = 24
    usual_sentence: int = 18
    long_share: float = 0.2


class QuizLimits(NamedTuple):
    """Measures of a bank of questions; shares are of its questions with one right choice."""

    check: Measure = Measure(5, 6)
    test: Measure = Measure(25)
    prepost: Measure = Measure(10, 10)
    kinds_in_a_check: Measure = Measure(3)
    choices: Measure = Measure(3, 5)
    pairs: Measure = Measure(3, 5)
    items: Measure = Measure(3, 6)
    longest_share: float = 1 / 3
    same_place_share: float = 0.5


class Limits(NamedTuple):
    lesson: LessonLimits = LessonLimits()
    quiz: QuizLimits = QuizLimits()
