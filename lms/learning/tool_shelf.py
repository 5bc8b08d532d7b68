"""The tools of social accountability, from a good first task to the hardest (pure)."""

from dataclasses import dataclass
from enum import StrEnum

from lms.content.course import Course, Tool, UnknownContent


class Step(StrEnum):
    """How much a tool asks of those who use it."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


# The hardest difficulty of each step, of the seven that tools.toml knows.
_HARDEST = {Step.FIRST: 2, Step.SECOND: 4, Step.THIRD: 7}


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A tool with those before and after it in the order of difficulty."""

    tool: Tool
    before: Tool | None
    after: Tool | None


def in_order(course: Course) -> tuple[Tool, ...]:
    """The easiest first; equally hard ones as the file has them."""
    return tuple(sorted(course.tools, key=lambda tool: tool.difficulty))


def by_step(course: Course) -> dict[Step, tuple[Tool, ...]]:
    """The tools of each step that has any."""
    shelves = {step: tuple(tool for tool in in_order(course) if step_of(tool) is step) for step in Step}
    return {step: tools for step, tools in shelves.items() if tools}


def step_of(tool: Tool) -> Step:
    return next(step for step, hardest in _HARDEST.items() if tool.difficulty <= hardest)


def find(course: Course, tool_id: str) -> Neighbours:
    """Raises `UnknownContent`."""
    tools = in_order(course)
    for place, tool in enumerate(tools):
        if tool.id == tool_id:
            return Neighbours(
                tool,
                tools[place - 1] if place else None,
                tools[place + 1] if place + 1 < len(tools) else None,
            )
    raise UnknownContent(tool_id)
