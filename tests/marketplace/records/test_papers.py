"""Private papers."""

import stat
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from marketplace.people import joining
from marketplace.records import audit, papers
from marketplace.records.models import Paper

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n1 0 obj\n"


@pytest.fixture
def user():
    return joining.join(email="lan@example.vn")


def test_paper_lies_outside_the_media_folder_and_has_no_address(user):
    paper = papers.keep(SimpleUploadedFile("giấy phép.pdf", PDF), by=user)

    assert paper.file.path.startswith(str(settings.PAPERS_ROOT))
    assert not paper.file.path.startswith(str(settings.MEDIA_ROOT))
    with pytest.raises(ValueError):
        _ = paper.file.url
    assert stat.S_IMODE(Path(paper.file.path).stat().st_mode) == 0o600
    assert (paper.name, paper.media_type, paper.size) == (
        "giấy phép.pdf",
        "application/pdf",
        17,
    )


def test_every_reading_is_written_down(user):
    paper = papers.keep(SimpleUploadedFile("a.pdf", PDF), by=user)
    request = RequestFactory().get("/")
    request.user = user

    response = papers.show(request, paper)

    assert b"".join(response) == PDF
    response.file_to_stream.close()
    assert response["Cache-Control"] == "no-store, private"
    assert response["Content-Disposition"] == 'attachment; filename="a.pdf"'
    assert [entry.what for entry in audit.of(paper)] == ["paper.read", "paper.kept"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><script>",
        b"<svg xmlns=",
        b"GIF89a",
        b"MZ",
        b"x" * (papers.LARGEST + 1),
    ],
    ids=["empty", "html", "svg", "gif", "program", "too large"],
)
def test_other_files_are_refused(user, content):
    with pytest.raises(papers.PaperRefused):
        papers.keep(SimpleUploadedFile("a.pdf", content, "application/pdf"), by=user)

    assert Paper.objects.count() == 0


def test_name_cannot_lead_elsewhere(user):
    upload = SimpleUploadedFile("a.pdf", PDF)
    upload._name = "..\\../../etc/pass\x00wd\u202e.pdf"

    paper = papers.keep(upload, by=user)

    assert paper.name == "passwd.pdf"
    assert paper.file.name == f"{paper.token[:2]}/{paper.token}"
