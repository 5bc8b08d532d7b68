"""Answers and keys in words, for the result page (filters of the templates)."""

from typing import Any

from flask import Flask

from lms.assessment.draw import DrawnQuestion
from lms.content.course import Question, QuestionKind
from lms.core.i18n import format_number, gettext


def add_filters(app: Flask) -> None:
    app.jinja_env.filters.update(
        right_side=part_words, answer_words=answer_words, key_words=key_words, reasons=reasons
    )


def part_words(one: DrawnQuestion, part_id: str, language: str) -> str:
    """The words of an item, or of a right-hand side, by its id."""
    question = one.question
    sides = {pair.id: pair.right for pair in question.pairs}
    sides |= {item.id: item.text for item in (*question.extras, *question.items)}
    return sides[part_id][language]


def answer_words(one: DrawnQuestion, answer: Any, language: str) -> str:
    """What was answered, as the page showed it."""
    question = one.question
    match question.kind:
        case QuestionKind.SINGLE:
            return _choices(question, [answer], language)
        case QuestionKind.MULTIPLE:
            return _choices(question, answer, language)
        case QuestionKind.TRUE_FALSE:
            return _yes_or_no(answer == "true")
        case QuestionKind.MATCHING:
            given = [(pair.left[language], answer[pair.id]) for pair in question.pairs if answer.get(pair.id)]
            return "; ".join(f"{left} – {part_words(one, right, language)}" for left, right in given)
        case QuestionKind.ORDERING:
            places = sorted(answer.items(), key=lambda item: int(item[1]))
            return "; ".join(f"{place}. {part_words(one, part, language)}" for part, place in places)
        case _:
            return str(answer)


def key_words(one: DrawnQuestion, language: str) -> str:
    """What is right."""
    question = one.question
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            return _choices(question, [choice.id for choice in question.choices if choice.correct], language)
        case QuestionKind.TRUE_FALSE:
            return _yes_or_no(bool(question.answer))
        case QuestionKind.MATCHING:
            return "; ".join(f"{pair.left[language]} – {pair.right[language]}" for pair in question.pairs)
        case QuestionKind.ORDERING:
            return "; ".join(
                f"{place}. {item.text[language]}" for place, item in enumerate(question.items, 1)
            )
        case QuestionKind.NUMBER:
            unit = f" {question.unit[language]}" if question.unit else ""
            return f"{format_number(question.answer or 0)}{unit}"
        case _:
            return _accepted(question, language)


def reasons(one: DrawnQuestion, answer: Any, language: str) -> list[str]:
    """Why what was chosen is right or not."""
    question = one.question
    if question.kind not in (QuestionKind.SINGLE, QuestionKind.MULTIPLE) or not answer:
        return []
    chosen = [answer] if isinstance(answer, str) else answer
    return [choice.why[language] for choice in question.choices if choice.id in chosen]


def _choices(question: Question, ids: list[str], language: str) -> str:
    return "; ".join(choice.text[language] for choice in question.choices if choice.id in ids)


def _yes_or_no(answer: bool) -> str:
    return str(gettext("True") if answer else gettext("False"))


def _accepted(question: Question, language: str) -> str:
    """The first accepted answer in the page's alphabet: the bank lists both languages together."""
    cyrillic = [
        accepted for accepted in question.accept if any("а" <= sign.casefold() <= "я" for sign in accepted)
    ]
    latin = [accepted for accepted in question.accept if accepted not in cyrillic]
    wanted, other = (cyrillic, latin) if language == "mn" else (latin, cyrillic)
    return (wanted or other)[0]
