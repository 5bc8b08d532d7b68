"""Questions with their keys, as a trainer reads them out and explains them."""

from collections.abc import Iterator

from lms.content.course import Question, QuestionKind
from lms.core.i18n import format_number
from lms.learning.pdf.guide_wording import GuideWording


def parts_of(question: Question, language: str) -> list[tuple[str, bool]]:
    """What stands below the prompt, and whether it is right: choices, pairs, or items in the right order."""
    pairs = [f"{pair.left[language]} – {pair.right[language]}" for pair in question.pairs]
    return [
        *((choice.text[language], choice.correct) for choice in question.choices),
        *((pair, True) for pair in pairs),
        *((item.text[language], True) for item in question.items),
    ]


def answer_of(question: Question, language: str, words: GuideWording) -> str:
    """The right answer in words; empty where the parts below the prompt are the answer."""
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            letters = zip(words.letters, question.choices, strict=False)
            return ", ".join(letter for letter, choice in letters if choice.correct)
        case QuestionKind.TRUE_FALSE:
            return words.true if question.answer else words.false
        case QuestionKind.NUMBER:
            unit = f" {question.unit[language]}" if question.unit else ""
            return f"{format_number(question.answer or 0)}{unit}"
        case QuestionKind.SHORT:
            return " / ".join(_accepted(question, language))
        case _:
            return ""


def misconceptions(question: Question, language: str) -> Iterator[tuple[str, str]]:
    """What beginners choose instead of the right answer, and why it is not right."""
    if question.kind is QuestionKind.SINGLE:
        for choice in question.choices:
            if not choice.correct:
                yield choice.text[language], choice.why[language]


def _accepted(question: Question, language: str) -> list[str]:
    """The answers of this language: the bank lists both together."""
    in_cyrillic = [
        answer for answer in question.accept if any("а" <= sign <= "я" for sign in answer.casefold())
    ]
    in_latin = [answer for answer in question.accept if answer not in in_cyrillic]
    wanted, others = (in_cyrillic, in_latin) if language == "mn" else (in_latin, in_cyrillic)
    return wanted or others
