"""The public pictures, where no reverse proxy serves them.

They were re-encoded when they were taken in, and a name never changes what it shows, so a browser
may keep one for ever. In production the proxy answers these addresses (docs/operations.md).
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views import static
from django.views.decorators.http import require_safe

MOST_SIGNS = 200  # file systems end at 255 bytes a part, and complain beyond
FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """One file of the public storage; 404 when there is none."""
    if len(name) > MOST_SIGNS:
        raise Http404
    response = static.serve(request, name, document_root=str(settings.MEDIA_ROOT))
    response.headers["Cache-Control"] = FOR_EVER
    return response
