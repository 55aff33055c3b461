"""The page behind a recall's letter: what is called back, what to do, and the buyer's answer."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from catalog.recalling import answering, queries, wording
from catalog.recalling.forms import AnswerForm

UNPROCESSABLE = 422


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, token: str) -> HttpResponse:
    """Show whoever holds the letter what it is about, and take an answer, or a newer one."""
    notice = queries.notice(token)
    if notice is None:
        raise Http404
    given = request.POST if request.method == "POST" else None
    lines = list(notice.lines.all())
    begun = {"answer": notice.answer, "wants_money": notice.wants_money}
    form = AnswerForm(given, initial=begun)
    if given is not None and form.is_valid():
        facts = form.cleaned_data
        answering.answer(token, what=facts["answer"], wants_money=facts["wants_money"])
        messages.success(request, _("Thank you. The food safety officers see your answer."))
        return redirect("recall-mine", token)
    context = {
        "recall": wording.of_recall(notice.recall, get_language() or notice.language),
        "todo": wording.todo(notice.recall, [line.line.seller_order for line in lines]),
        "goods": [wording.goods(line) for line in lines],
        "notice": notice,
        "form": form,
    }
    status = UNPROCESSABLE if form.errors else None
    return render(request, "shop/recall.html", context, status=status)
