"""The checklist begins: what every seller hands in, and what goods of animals need."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.db import migrations

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")

FIRST = (
    {
        "kind": "registration",
        "category_path": "",
        "words_vi": "Giấy chứng nhận đăng ký hợp tác xã hoặc hộ kinh doanh",
        "words_en": "Business registration",
        "source": "Operating rules of the market; decree 85/2021 on sellers' particulars",
    },
    {
        "kind": "food_safety",
        "category_path": "meat-specialty",
        "words_vi": "Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm",
        "words_en": "Food safety certificate of the workshop",
        "source": "Handling of meat specialities: food-safety papers",
    },
)


def write(apps, _schema_editor):
    wanted = apps.get_model("catalog", "PaperRequirement")
    for facts in FIRST:
        wanted.objects.get_or_create(
            valid_from=dt.date(2025, 7, 1), legal_form="", defaults=facts, kind=facts["kind"]
        )
    # Who verified a cooperative has looked at its papers.
    papers = apps.get_model("catalog", "CooperativePaper").objects.filter(state="waiting")
    decisions = apps.get_model("catalog", "CooperativeDecision").objects.filter(state="verified")
    for decision in decisions.order_by("-at"):
        mine = papers.filter(
            cooperative=decision.cooperative_id, paper__uploaded_at__lte=decision.at
        )
        mine.update(state="accepted", looked_at=decision.at, looked_by=decision.by_id)


def order_what_is_suspended(apps, _schema_editor):
    """Suspensions from before there were orders get one each, from the decision they rest on."""
    orders = apps.get_model("catalog", "TakedownOrder").objects
    sellers = apps.get_model("catalog", "Cooperative").objects.filter(state="suspended")
    decisions = apps.get_model("catalog", "CooperativeDecision").objects
    for seller in sellers.order_by("pk"):
        found = decisions.filter(cooperative=seller, state="suspended").order_by("-at")
        decision = found.first()
        if decision is None or orders.filter(cooperative=seller, lifted_at=None).exists():
            continue
        year = decision.at.astimezone(LOCAL).year
        serial = orders.filter(year=year).count() + 1
        orders.create(
            number=f"GH-{year}-{serial:04}",
            year=year,
            serial=serial,
            cooperative=seller,
            authority="Quản trị chợ",
            document=f"Quyết định trên chợ số {decision.pk}",
            reason=decision.reason,
            stood_as="verified",
            received_at=decision.at,
            execute_by=decision.at,
            executed_at=decision.at,
            executed_by_id=decision.by_id,
        )


def forget(apps, _schema_editor):
    apps.get_model("catalog", "PaperRequirement").objects.filter(
        valid_from=dt.date(2025, 7, 1)
    ).delete()


class Migration(migrations.Migration):
    dependencies = [("catalog", "0018_oversight")]
    operations = [
        migrations.RunPython(write, forget),
        migrations.RunPython(order_what_is_suspended, migrations.RunPython.noop),
    ]
