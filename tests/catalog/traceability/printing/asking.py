"""Ask for labels of a lot as the pages do."""

from catalog.traceability.printing import jobs
from catalog.traceability.printing import queries as prints
from marketplace.records import outbox


def asked(lot, boxes=None, **how):
    wanted = prints.printable(lot) if boxes is None else boxes
    return jobs.ask(list(wanted), lot=lot, by=None, **{"layout": "roll-50x30", **how})


def step():
    """The worker delivers one message."""
    return outbox.drain(limit=1)


def files_in(folder):
    return sorted(found.name for found in folder.rglob("*") if found.is_file())
