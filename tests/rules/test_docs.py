"""What the documents say of settings, commands and files is true of the code."""

import ast
import re

import pytest
from django.conf import settings
from django.core.management import get_commands

ROOT = settings.BASE_DIR
DOCUMENTS = sorted(
    path
    for folder, pattern in ((ROOT, "*.md"), (ROOT / "docs", "**/*.md"))
    for path in folder.glob(pattern)
)
READERS = {"text", "number", "one_of", "url", "words", "first_given"}
# Set by us for our own children, never by who runs the market.
INNER = {"DJANGO_SETTINGS_MODULE", "PYTHONUNBUFFERED"}


def names_in_settings():
    """The names that the modules of the settings ask the environment for."""
    for path in (ROOT / "marketplace" / "settings").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                first = node.args[0] if node.args else None
                if node.func.id in READERS and isinstance(first, ast.Constant):
                    yield first.value


def names_in_the_environment():
    """The names that are read from the environment elsewhere, and by docker compose."""
    folders = [ROOT / "marketplace" / name for name in ("running", "embedded")]
    for path in [file for folder in folders for file in folder.glob("*.py")]:
        yield from re.findall(r'environ(?:\.get\(|\[|\.setdefault\()"(\w+)"', path.read_text())
    yield from re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text())


def described():
    """The names in the tables and sentences of the operator's manual."""
    return set(re.findall(r"`([A-Z][A-Z0-9_]+)`", (ROOT / "docs" / "operations.md").read_text()))


def anchors(path):
    """What links may point at in a document: its headings, as they are commonly spelt."""
    for heading in re.findall(r"^#+ (.+)$", path.read_text(), re.MULTILINE):
        plain = re.sub(r"[^\w\- ]", "", heading.lower())
        yield plain.strip().replace(" ", "-")


def test_every_setting_is_described():
    read = {*names_in_settings(), *names_in_the_environment()} - INNER

    assert len(read) > 25
    assert read - described() == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    lost = []
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text()):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        there = (path.parent / name).resolve() if name else path
        if not there.exists() or (anchor and anchor not in set(anchors(there))):
            lost.append(target)

    assert lost == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_document_names_a_place_on_somebodys_machine(path):
    assert re.findall(r"(?<![\w.}>:/])/(?:work|root|home|tmp|Users)\b\S*", path.read_text()) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_exist(path):
    words = path.read_text()
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    assert set(re.findall(r"`make ([a-z-]+)|^make ([a-z-]+)", words, re.MULTILINE)) <= {
        pair for name in targets for pair in ((name, ""), ("", name))
    }
    assert set(re.findall(r"manage\.py ([a-z_]+)", words)) <= {*get_commands(), "shell"}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_named_files_exist(path):
    """Words in code style that look like a path of the clone are one."""
    named = re.findall(
        r"`((?:marketplace|catalog|payments|cms|tests|templates|locale)/[\w/.-]+)`",
        path.read_text(),
    )
    # Only paths that name one thing: no <placeholder>, no ellipsis.
    assert [name for name in named if not (ROOT / name.rstrip("/")).exists()] == []


def test_code_points_at_pages_that_exist():
    said = {
        (str(path.relative_to(ROOT)), name)
        for package in ("marketplace", "catalog", "payments", "cms", "templates", "bench")
        for path in (ROOT / package).rglob("*.*")
        if path.suffix in {".py", ".html", ".txt"}
        for name in re.findall(r"docs/[\w/-]+\.md", path.read_text())
    }

    assert {pair for pair in said if not (ROOT / pair[1]).exists()} == set()


def test_decisions_are_numbered_and_short():
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    lengths = {page.name: len(page.read_text().splitlines()) for page in pages}

    assert len({page.name[:4] for page in pages}) == len(pages)
    assert {name: length for name, length in lengths.items() if length > 25} == {}
