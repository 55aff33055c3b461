"""What a bookkeeper does with a table: take the file, fill it in, send it, take it over."""

import csv
import io
import re

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

STOCK, GOODS = "/sell/stock/table/", "/sell/listings/table/"


def rows(browser, address, kind="csv"):
    """The file as a list of rows, headings first."""
    content = browser.get(address, {"format": kind}).content
    if kind == "csv":
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return [["" if cell is None else cell for cell in row] for row in sheet.values]


def file(table, kind="csv", between=","):
    """A file as it comes back from a desk."""
    if kind == "csv":
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=between).writerows(table)
        content = b"\xef\xbb\xbf" + text.getvalue().encode()
    else:
        book = Workbook()
        for row in table:
            book.active.append(row)
        kept = io.BytesIO()
        book.save(kept)
        content = kept.getvalue()
    return SimpleUploadedFile(f"bang.{kind}", content)


def send(browser, address, table, kind="csv", **how):
    """Try a table out."""
    return browser.post(address, {"file": file(table, kind, **how)})


def take(browser, address, answer):
    """Take over what was tried out, by the button of the page."""
    ticket = re.search(r'name="ticket" value="([^"]+)"', answer.content.decode())
    assert ticket, answer.content.decode()
    return browser.post(f"{address}take/", {"ticket": ticket[1]}, follow=True)


def column(table, name):
    """Where a column stands."""
    return table[0].index(name)
