"""A cooperative's papers, opened by its own people; every opening is written down."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest

from catalog.cooperatives import queries
from marketplace.people.models import User
from marketplace.records import papers


@login_required
def paper(request: HttpRequest, token: str) -> FileResponse:
    """Answer with a paper of one's own cooperative, else 404."""
    assert isinstance(request.user, User)
    found = queries.paper_seen_by(request.user, token, is_staff=False)
    if found is None:
        raise Http404
    return papers.show(request, found.paper)
