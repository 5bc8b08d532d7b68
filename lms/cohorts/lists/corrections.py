"""The rows that could not be taken, as a spreadsheet to correct and send again."""

import io

import xlsxwriter

from lms.cohorts.lists.fields import Field
from lms.cohorts.lists.plan import Plan
from lms.cohorts.lists.reasons import WORDS


def corrections(plan: Plan, *, reason_title: str) -> bytes:
    """Titles as they stood, the rows as they stood, and behind them the reason. Every cell is a text."""
    kept = [place for place, column in enumerate(plan.columns) if column.field is not Field.REGISTRATION]
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet, bold = book.add_worksheet(), book.add_format({"bold": True, "text_wrap": True})
    titles = [plan.columns[place].title or plan.columns[place].letters for place in kept]
    for column, title in enumerate([*titles, reason_title]):
        sheet.write_string(0, column, title, bold)
    for line, one in enumerate(plan.errors, 1):
        for column, place in enumerate(kept):
            sheet.write_string(line, column, one.row.cells[place])
        reasons = "; ".join(f"{flaw.place}: {WORDS[flaw.why]}" for flaw in one.row.flaws)
        sheet.write_string(line, len(kept), reasons)
    sheet.set_column(0, max(len(kept) - 1, 0), 18)
    sheet.set_column(len(kept), len(kept), 60)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()
