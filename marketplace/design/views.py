"""The style page: every part in every state, and every page with invented contents."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from marketplace.design.samples import PAGES
from marketplace.design.samples.style import STYLE


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """Show colours, type, drawings and parts."""
    return render(request, "style/style.html", STYLE | {"pages": sorted(PAGES)})


@require_safe
def sample(request: HttpRequest, name: str) -> HttpResponse:
    """Show one page as it looks with invented contents; 404 for an unknown name."""
    if name not in PAGES:
        raise Http404(name)
    template, context = PAGES[name]
    return render(request, template, context)
