"""Invented goods: cards, a listing, a cooperative, the home page."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

Sample = dict[str, Any]
DAY = dt.date(2026, 8, 12)
LOCAL = dt.timezone(dt.timedelta(hours=7))


def at(hour: int, minute: int, day: int = 12) -> dt.datetime:
    """A moment of the sample week, on the clock of Vietnam."""
    return dt.datetime(2026, 8, day, hour, minute, tzinfo=LOCAL)


NANG: Sample = {
    "id": 1,
    "name": "HTX Nắng Sông Mã",
    "url": "/htx/nang-song-ma",
    "phone": "0212 000 001",
    "legal_name": "Hợp tác xã nông nghiệp Nắng Sông Mã",
    "address": "Bản Hưng Mai, xã Sông Mã, tỉnh Sơn La",
    "tax_code": "5500000012",
    "verified_on": dt.date(2026, 3, 2),
}
SUONG: Sample = {
    "id": 2,
    "name": "HTX Sương Núi",
    "url": "/htx/suong-nui",
    "phone": "0212 000 002",
    "legal_name": "Hợp tác xã chè Sương Núi",
    "address": "Bản Chung Trinh, xã Tà Xùa, tỉnh Sơn La",
    "tax_code": "5500000024",
    "verified_on": dt.date(2026, 2, 11),
}
SONG_MA: Sample = {"code": "04168", "name": "xã Sông Mã"}
TA_XUA: Sample = {"code": "03982", "name": "xã Tà Xùa"}


def card(title: str, cooperative: Sample, commune: str, **more: Any) -> Sample:
    """A card of the shelf; ``more`` carries price, category, season and the rest."""
    base: Sample = {
        "id": 34,
        "url": "/p/nhan-song-ma-ca-chum-34",
        "title": title,
        "cooperative": cooperative,
        "commune": {"name": commune},
        "image": None,
        "certificates": [],
        "ocop_stars": None,
        "rating": {"average": None, "count": 0},
    }
    return base | more


def rated(average: float, count: int) -> Sample:
    """A mean of stars and how many gave them."""
    return {"average": average, "count": count}


def coop(name: str) -> Sample:
    """A cooperative of which a card shows the name alone."""
    return {"id": 9, "name": name, "url": "/htx/mau"}


LONGAN = card(
    "Nhãn Sông Mã cả chùm, hộp 2 kg",
    NANG,
    "xã Sông Mã",
    price=89_000,
    price_per_kg=44_500,
    category="fresh-fruit/longan",
    season_months=[7, 8, 9],
    ocop_stars=4,
    rating=rated(4.8, 126),
)
NA = card(
    "Na dai Mai Sơn loại 1, hộp 3 kg",
    coop("HTX Na Lòng Chảo"),
    "xã Mai Sơn",
    price=165_000,
    price_per_kg=55_000,
    category="fresh-fruit/other",
    season_months=[8, 9, 10],
    badge="early",
    rating=rated(4.7, 38),
)
BO = card(
    "Bơ Mộc Châu chín cây, túi 2 kg",
    coop("HTX Đồi Mây"),
    "phường Mộc Châu",
    price=78_000,
    price_per_kg=39_000,
    category="fresh-fruit/other",
    season_months=[7, 8, 9],
    rating=rated(4.6, 52),
)
SON_TRA = card(
    "Sơn tra (táo mèo) tươi, túi 2 kg",
    coop("HTX Rừng Sơn Tra"),
    "xã Ngọc Chiến",
    price=50_000,
    price_per_kg=25_000,
    category="fresh-fruit/other",
    season_months=[8, 9, 10],
    badge="early",
)
CHANH_LEO = card(
    "Chanh leo tím, túi 3 kg",
    coop("HTX Đồi Mây"),
    "phường Mộc Châu",
    price=84_000,
    price_per_kg=28_000,
    category="fresh-fruit/other",
    season_months=[6, 7, 8, 9, 10, 11],
)
BIG = LONGAN | {
    "title": "Nhãn Sông Mã cả chùm, thùng 5 kg",
    "price": 210_000,
    "price_per_kg": 42_000,
}
TEA = card(
    "Chè shan tuyết Tà Xùa, gói 200 g",
    SUONG,
    "xã Tà Xùa",
    price=180_000,
    price_per_kg=900_000,
    category="tea",
    season_months=list(range(3, 12)),
    ocop_stars=4,
    rating=rated(4.9, 211),
)
COFFEE = card(
    "Cà phê Arabica rang mộc, gói 500 g",
    coop("HTX Sườn Đông"),
    "xã Chiềng Mung",
    price=145_000,
    price_per_kg=290_000,
    category="coffee",
    season_months=[10, 11, 12],
    season_note="Hái tháng 10–12, rang hằng tuần",
    ocop_stars=5,
    certificates=["Chỉ dẫn địa lý"],
    rating=rated(4.8, 174),
)
DRIED_PLUM = card(
    "Mận hậu sấy dẻo, gói 300 g",
    coop("HTX Phiêng Mận"),
    "xã Phiêng Khoài",
    price=69_000,
    was=79_000,
    price_per_kg=230_000,
    category="dried-fruit",
    season_months=[5, 6],
    season_note="Làm từ mận tháng 5–6",
    badge="sale",
    ocop_stars=3,
)
HONEY = card(
    "Mật ong hoa rừng, chai 700 g",
    SUONG,
    "xã Tà Xùa",
    price=160_000,
    price_per_kg=228_600,
    category="honey",
    season_months=[3, 4, 5],
    season_note="Quay mật tháng 3–5",
    rating=rated(4.7, 89),
)
MANGO_GONE = card(
    "Xoài tròn Yên Châu, thùng 5 kg",
    coop("HTX Nà Xoài"),
    "xã Yên Châu",
    category="fresh-fruit/mango",
    season_months=[6, 7],
    badge="gone",
    returns="tháng 6/2027",
    certificates=["Chỉ dẫn địa lý"],
)
PLUM_GONE = card(
    "Mận hậu Mộc Châu, thùng 5 kg",
    coop("HTX Phiêng Mận"),
    "xã Phiêng Khoài",
    category="fresh-fruit/plum",
    season_months=[5, 6],
    badge="gone",
    returns="tháng 5/2027",
)
FRESH = [LONGAN, NA, BO, SON_TRA, CHANH_LEO, BIG]
KEEPING = [TEA, COFFEE, DRIED_PLUM, HONEY]

LOT: Sample = {
    "code": "SM-0812-A",
    "trace_url": "https://q.example.vn/t/SM-0812-A",
    "harvested_on": DAY,
    "title": "Nhãn Sông Mã",
    "facts": [
        ("Người trồng", "12 hộ bản Hưng Mai, xã Sông Mã"),
        ("Mã vùng trồng", "VN-SLOR-0092"),
        ("Phun cuối", "19 ngày trước khi hái (yêu cầu ≥ 14)"),
    ],
}


def pack(
    number: int, name: str, price: int, per: int, stock: str, *, level: str = "plenty"
) -> Sample:
    """A pack of the sample listing; the first is chosen."""
    return {
        "id": number,
        "name": name,
        "price": price,
        "price_per_kg": per,
        "available": 30,
        "stock_words": stock,
        "stock_level": level,
        "selected": number == 1,
    }


LISTING: Sample = LONGAN | {
    "title": "Nhãn Sông Mã cả chùm",
    "subtitle": "Quả vỏ mỏng, cùi dày, hạt nhỏ",
    "badge": "season",
    "paragraphs": [
        (
            "Giống nhãn lồng ghép trên đất phù sa ven sông Mã. Hái cả chùm lúc sáng sớm, "
            "không nhúng "
            "hóa chất giữ màu nên vỏ hơi sẫm sau hai ngày là bình thường."
        ),
        "Để ngăn mát được 5–7 ngày. Đừng rửa trước khi cất.",
    ],
    "images": [],
    "drawings": True,
    "packs": [
        pack(1, "Cả chùm, hộp 2 kg", 89_000, 44_500, "còn khoảng 30 hộp", level="low"),
        pack(2, "Cả chùm, thùng 5 kg", 210_000, 42_000, "còn nhiều"),
        pack(3, "Loại 1 cắt cuống, hộp 1 kg", 55_000, 55_000, "sắp hết", level="low"),
    ],
    "lots": [LOT],
    "facts": [
        ("Cỡ quả", "65–75 quả một kg"),
        ("Độ ngọt", "19–21 °Brix, đo khi đóng hộp"),
        ("Để được", "5–7 ngày ở 5–10 °C"),
    ],
    "papers": [
        ("VietGAP", "Còn hạn đến 30/11/2027"),
        ("OCOP", "4 sao, UBND tỉnh Sơn La"),
    ],
}
PRODUCT: Sample = {
    "listing": LISTING,
    "crumbs": [
        (_("Longan"), "/shop/fresh-fruit/longan/"),
        ("Nhãn Sông Mã cả chùm", None),
    ],
    "delivery": {
        "to": "Hà Nội",
        "arrives_from": dt.date(2026, 8, 14),
        "arrives_to": dt.date(2026, 8, 15),
        "price": 32_000,
        "change_url": "/basket/",
    },
    "add_url": "/basket/add/34",
    "related": [NA, BO, SON_TRA, CHANH_LEO],
    "reviews": [
        {
            "stars": 5,
            "words": "Quả đều, cuống còn xanh. Hộp có lỗ thoáng nên đi ba ngày không bị bí.",
            "who": "Chị Thu, Đà Nẵng",
            "lot": "SM-0805-C",
        },
        {
            "stars": 4,
            "words": "Ngọt, hạt nhỏ. Trừ một sao vì hộp ướt góc, gọi thì hợp tác xã gửi bù.",
            "who": "Anh Quân, Hà Nội",
            "lot": "SM-0802-A",
        },
    ],
}
