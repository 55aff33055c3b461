"""The sizes that keep every file readable in one sitting (docs: house style, 7)."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# The baseline of the benchmark is given and never edited.
GIVEN = {"bench/bare.py"}
# One file on purpose: whoever checks a trace downloads it, reads it and needs nothing else.
WHOLE = {"verify.py"}


def files(*patterns):
    """What git knows or would take, so that nothing built is measured."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *patterns]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    names = {name for name in said.split("\0") if name and (ROOT / name).is_file()}
    return sorted(name for name in names - GIVEN - WHOLE if "/migrations/" not in name)


def long_functions(name):
    """The functions of a file that are longer than forty lines, their docstrings not counted."""
    for node in ast.walk(ast.parse((ROOT / name).read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            words = (first.end_lineno - first.lineno + 1) if ast.get_docstring(node) else 0
            length = node.end_lineno - node.lineno + 1 - words
            if length > 40:
                yield f"{name}: {node.name} has {length} lines"


@pytest.mark.parametrize(
    ("patterns", "limit"),
    [(("*.py",), 300), (("templates/*.html", "templates/*.txt"), 120), (("static/*.js",), 300)],
)
def test_no_file_is_too_long(patterns, limit):
    lengths = {name: len((ROOT / name).read_text().splitlines()) for name in files(*patterns)}

    assert {name: length for name, length in lengths.items() if length > limit} == {}


def test_no_function_is_too_long():
    assert [found for name in files("*.py") for found in long_functions(name)] == []


def test_there_is_no_room_without_a_subject():
    homeless = {"utils.py", "helpers.py", "services.py", "common", "core"}

    assert [name for name in files("*.py") if homeless & set(Path(name).parts)] == []
