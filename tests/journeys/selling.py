"""What sellers and staff do over HTTP: apply, be verified, propose a crop, have it approved."""

import datetime as dt
import time

from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from catalog.models import Cooperative, ListingChange, ListingDraft
from marketplace.people import joining, roles
from marketplace.records import clock
from tests.catalog.listings.uploads import paper, photo

PASSWORD = "một mật khẩu dài 14"


def signed_in(login: str, secret: str = "") -> Client:
    """A browser in which this person is signed in, with the second factor where there is one."""
    client = Client()
    client.post("/account/login/", {"login": login, "password": PASSWORD})
    if secret:
        client.post("/account/2fa/authenticate/", {"code": code_of(secret)})
    return client


def code_of(secret: str) -> str:
    """What an authenticator app shows now."""
    return str(totp.format_hotp_value(totp.hotp_value(secret, int(time.time() // 30))))


def moderator(email: str = "hanh@example.vn", role: str = roles.MODERATOR) -> tuple[str, str]:
    """Staff of the province with an authenticator app: the log-in and the app's secret."""
    user = joining.join(email=email, password=PASSWORD, verified=True)
    roles.give(user, role)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    return email, secret


def farmer(email: str = "in@example.vn") -> str:
    """Somebody with a phone full of photos: the log-in."""
    joining.join(email=email, password=PASSWORD, verified=True)
    return email


def particulars(**other: object) -> dict[str, object]:
    """What the cooperative writes on the form."""
    return {
        "name": "HTX Nắng Sông Mã",
        "legal_form": "cooperative",
        "legal_name": "Hợp tác xã Nắng Sông Mã",
        "tax_code": "5500 000 007",
        "commune": "Xã Sông Mã",
        "street": "Bản Hưng Mai",
        "representative": "Cầm Thị Ín",
        "phone": "0912 345 678",
        "email": "in@example.vn",
        "story": "46 hộ trồng nhãn dọc sông Mã từ năm 1998.",
        "bank_bin": "970436",
        "account_number": "0123 456 789",
        "account_holder": "HTX NANG SONG MA",
        "registration": paper("đăng ký.pdf"),
        **other,
    }


def verify(boss: Client, cooperative: Cooperative) -> None:
    """The province looks at the papers and verifies."""
    token = cooperative.papers.get().paper.token
    assert boss.get(f"/desk/papers/{token}/").status_code == 200
    address = f"/desk/cooperatives/{cooperative.pk}/"
    boss.post(f"{address}checks/", {"method": "papers", "level": "2", "paper": token})
    decided = boss.post(address, {"decision": "verified"})
    assert decided.status_code == 302


def propose(
    client: Client,
    *,
    title: str = "Nhãn Sông Mã cả chùm",
    category: str = "fresh-fruit/longan",
    commune: str = "song ma",
    price: str = "89.000",
) -> ListingChange:
    """Step by step as a phone sends it: a box of two kilograms, thirty of them in the first lot."""
    begun = client.post("/sell/listings/new/", {"photos": photo()})
    draft = ListingDraft.objects.get()
    assert begun["Location"] == f"/sell/drafts/{draft.token}/photos/"
    steps = {
        "goods": {
            "category": category,
            "title_vi": title,
            "description_vi": f"{title}, hái trong ngày.",
        },
        "origin": {"commune": commune},
        "season": {"season_months": ["7", "8", "9"]},
        "packs": {
            "pack-TOTAL_FORMS": "1",
            "pack-INITIAL_FORMS": "0",
            "pack-0-name_vi": "Hộp 2 kg",
            "pack-0-net_weight_g": "2",
            "pack-0-price": price,
        },
    }
    for name, fields in steps.items():
        answer = client.post(f"/sell/drafts/{draft.token}/{name}/", fields)
        assert answer.status_code == 302, answer.content.decode()
    bring_in_the_first_lot(client, draft)
    assert client.get(f"/sell/drafts/{draft.token}/").status_code == 200
    sent = client.post(f"/sell/drafts/{draft.token}/")
    change = ListingChange.objects.latest("pk")
    assert sent["Location"] == f"/sell/listings/{change.listing_id}/"
    return change


def bring_in_the_first_lot(client: Client, draft: ListingDraft) -> None:
    """Thirty boxes picked today, good for a week."""
    today = clock.local_day()
    draft.refresh_from_db()
    key = draft.content["packs"][0]["key"]
    lot = {
        "harvested_on": today.isoformat(),
        "best_before": (today + dt.timedelta(days=7)).isoformat(),
        f"units_{key}": "30",
    }
    assert client.post(f"/sell/drafts/{draft.token}/lot/", lot).status_code == 302


def approve(boss: Client, change: ListingChange) -> None:
    """The province looks at the proposal and publishes it."""
    address = f"/desk/changes/{change.pk}/"
    assert change.proposed["texts"]["vi"]["title"] in boss.get(address).content.decode()
    decided = boss.post(address, {"decision": "approved", "opened_version": "0"})
    assert (decided.status_code, decided["Location"]) == (302, "/desk/listings/")
