"""Invented baskets, orders and payments."""

import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from marketplace.design.samples.goods import (
    LOT,
    NANG,
    SONG_MA,
    SUONG,
    TA_XUA,
    Sample,
    at,
)


def _line(number: int, title: str, pack: str, category: str, price: tuple[int, int, int]) -> Sample:
    """A line of the basket; ``price`` is quantity, unit price and price per kg."""
    quantity, unit, per_kg = price
    return {
        "id": number,
        "title": title,
        "pack": pack,
        "category": category,
        "url": "/p/nhan-song-ma-ca-chum-34",
        "image": None,
        "quantity": quantity,
        "max": 30,
        "unit_price": unit,
        "price_per_kg": per_kg,
        "total": quantity * unit,
        "update_url": f"/basket/lines/{number}",
        "remove_url": f"/basket/lines/{number}/remove",
    }


NHAN = _line(1, "Nhãn Sông Mã cả chùm", "hộp 2 kg", "fresh-fruit/longan", (2, 89_000, 44_500))
LONG_NHAN = _line(2, "Long nhãn sấy", "hộp 500 g", "dried-fruit", (1, 175_000, 350_000))
CHE = _line(3, "Chè shan tuyết Tà Xùa", "gói 200 g", "tea", (1, 180_000, 900_000))
MAT_ONG = _line(4, "Mật ong hoa rừng", "chai 700 g", "honey", (1, 160_000, 228_600))


def _lane(code: str, name: str, price: int, days: tuple[int, int], chosen: bool = True) -> Sample:
    """A way of delivery with its price and the days of August it arrives on."""
    return {
        "code": code,
        "name": name,
        "price": price,
        "selected": chosen,
        "arrives_from": dt.date(2026, 8, days[0]),
        "arrives_to": dt.date(2026, 8, days[1]),
        "to": "Hà Nội",
    }


COLD = _lane("cold", "Xe lạnh đêm", 32_000, (14, 15))
COACH = _lane("coach", "Nhận tại bến xe Mỹ Đình", 15_000, (14, 14), chosen=False)
POST = _lane("post", "Bưu điện", 28_000, (15, 17))
GROUPS: list[Sample] = [
    {
        "cooperative": NANG,
        "commune": SONG_MA,
        "lines": [NHAN, LONG_NHAN],
        "subtotal": 353_000,
        "shipping": COLD,
        "lanes": [COLD, COACH],
        "lane": COLD,
    },
    {
        "cooperative": SUONG,
        "commune": TA_XUA,
        "lines": [CHE, MAT_ONG],
        "subtotal": 340_000,
        "shipping": POST,
        "lanes": [POST],
        "lane": POST,
    },
]
TOTALS: Sample = {
    "goods": 693_000,
    "shipping": 60_000,
    "total": 753_000,
    "paid": 753_000,
}
BASKET: Sample = {
    "groups": GROUPS,
    "count": 5,
    "totals": TOTALS,
    "checkout_url": "/checkout/",
}
EMPTY_BASKET: Sample = {"groups": [], "count": 0, "totals": {}}


class SampleCheckout(forms.Form):
    """The fields that the checkout page shows."""

    name = forms.CharField(
        label=_("Full name"), widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = forms.CharField(
        label=_("Phone"),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    province = forms.ChoiceField(
        label=_("Province or city"),
        choices=[("01", "Thành phố Hà Nội"), ("14", "Tỉnh Sơn La")],
    )
    commune = forms.CharField(
        label=_("Commune or ward"), widget=forms.TextInput(attrs={"list": "communes"})
    )
    street = forms.CharField(label=_("House, street, hamlet"))
    invoice_name = forms.CharField(label=_("Company or name on the invoice"), required=False)
    invoice_tax_code = forms.CharField(label=_("Tax code"), required=False)
    invoice_address = forms.CharField(label=_("Address on the invoice"), required=False)
    note = forms.CharField(label=_("Note for the driver"), required=False)
    channel = forms.CharField(required=False)
    consent = forms.BooleanField(required=False)


_TYPED = {
    "name": "Nguyễn Minh Thu",
    "phone": "0912 345 678",
    "province": "01",
    "commune": "Phường Ba Đình",
    "street": "12 ngõ 40 phố Linh Lang",
}
CHECKOUT: Sample = {
    "form": SampleCheckout(initial=_TYPED),
    "groups": GROUPS,
    "priced": True,
    "totals": TOTALS,
    "communes": ["Phường Ba Đình", "Phường Ngọc Hà"],
    "communes_url": "/communes/",
    "hold_minutes": 30,
    "terms_url": "/policies/rules/",
    "privacy_url": "/policies/privacy/",
    "terms_version": "2026-07",
    "place_key": "sample",
    "channels": [
        {
            "code": "vietqr",
            "name": "Quét mã VietQR",
            "words": "Mọi ứng dụng ngân hàng. Không mất phí.",
            "icon": "qr-code",
            "selected": True,
        },
        {
            "code": "cod",
            "name": "Tiền mặt khi nhận hàng",
            "words": "Hợp tác xã gọi xác nhận trong 24 giờ.",
            "icon": "banknote",
            "selected": False,
        },
    ],
}
CHECKOUT_START: Sample = CHECKOUT | {
    "form": SampleCheckout({"name": "Nguyễn Minh Thu", "phone": "0912 345"}),
    "priced": False,
    "totals": None,
}
PAYMENT: Sample = {
    "order": {"number": "SL-4H8T-2W6C", "url": "/o/SL-4H8T-2W6C"},
    "payment": {
        "state": "pending",
        "channel": "vietqr",
        "amount": 753_000,
        "received": 0,
        "missing": None,
        "expires_at": at(10, 42),
        "qr": {
            "payload": "00020101021238540010A00000072701240006970436011009520000140208QRIBFTTA"
            "530370454067530005802VN62140810SL7K3M9QX16304ABCD",
            "bank_name": "Ngân hàng Mẫu (sandbox)",
            "bank_bin": "970436",
            "account": "0952000000014",
            "account_name": "CHO SON LA DEMO",
            "memo": "SL7K3M9QX1",
            "picture_url": "/payments/sample.png",
        },
    },
    "minutes_left": 24,
    "refresh_seconds": 10,
    "status_url": "",
    "other_channels_url": "/o/SL-4H8T-2W6C/pay",
}


def payment_in(state: str) -> Sample:
    """The payment page in another state."""
    return PAYMENT | {"payment": PAYMENT["payment"] | {"state": state}}


def _step(
    words: str, state: str = "done", when: dt.datetime | None = None, note: str = ""
) -> Sample:
    """A step of a parcel's way."""
    return {"words": words, "state": state, "at": when, "note": note, "lot": None}


PAID = _step("Đã trả tiền", when=at(10, 21))
PARCELS: list[Sample] = [
    {
        "number": 1,
        "of": 2,
        "cooperative": NANG,
        "status_words": "Đang giao",
        "status_level": "ok",
        "expected_words": "Dự kiến thứ Sáu 14/08",
        "lines": [NHAN, LONG_NHAN],
        "lots": [LOT],
        "lane_words": "Giao xe lạnh",
        "shipping": 32_000,
        "total": 385_000,
        "steps": [
            PAID,
            _step("Hợp tác xã nhận đơn", when=at(10, 40)),
            _step("Đã đóng hộp", when=at(15, 5)) | {"lot": LOT},
            _step("Đang trên xe lạnh về Hà Nội", "now", at(18, 30)),
            _step("Đến tay bạn", "todo", note="dự kiến 14–15/08"),
        ],
    },
    {
        "number": 2,
        "of": 2,
        "cooperative": SUONG,
        "status_words": "Chờ đóng gói",
        "status_level": "warn",
        "expected_words": "Dự kiến thứ Bảy 15/08",
        "lines": [CHE, MAT_ONG],
        "lots": [],
        "lane_words": "Giao bưu điện",
        "shipping": 28_000,
        "total": 368_000,
        "steps": [
            PAID,
            _step("Hợp tác xã nhận đơn", "now", at(11, 15)),
            _step("Đóng gói, dán tem", "todo"),
            _step("Gửi bưu điện", "todo"),
            _step("Đến tay bạn", "todo", note="dự kiến 15–17/08"),
        ],
    },
]
ORDER: Sample = {
    "order": {
        "number": "SL-4H8T-2W6C",
        "url": "/o/SL-4H8T-2W6C",
        "status": "shipped",
        "status_words": "Đang giao",
        "placed_at": at(10, 12),
        "paid_at": at(10, 21),
        "channel_words": "VietQR",
        "to": "Phường Ba Đình, Hà Nội",
        "totals": TOTALS,
        "receipt_url": "/o/SL-4H8T-2W6C/receipt",
        "cancel_url": None,
        "buyer": {
            "name": "Nguyễn Minh Thu",
            "phone": "0912 345 678",
            "address": "12 ngõ 40 phố Linh Lang, phường Ba Đình, Hà Nội",
        },
    },
    "parcels": PARCELS,
}
