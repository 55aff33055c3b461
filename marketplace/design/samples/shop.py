"""Invented contexts of the storefront's pages beyond the goods themselves."""

from marketplace.design.samples.goods import (
    DAY,
    FRESH,
    KEEPING,
    LONGAN,
    MANGO_GONE,
    NANG,
    PLUM_GONE,
    SONG_MA,
    SUONG,
    TA_XUA,
    Sample,
    coop,
    rated,
)


def _options(*rows: tuple[str, int, bool]) -> list[Sample]:
    """The choices of a facet: label, count, whether chosen."""
    return [
        {"value": label, "label": label, "count": count, "checked": checked}
        for label, count, checked in rows
    ]


LIST: Sample = {
    "kind": "category",
    "heading": "Trái cây tươi",
    "lead": "Nhãn, na, bơ và sơn tra đang mùa. Mận đã hết vụ từ cuối tháng 6.",
    "crumbs": [("Trái cây tươi", None)],
    "count": 23,
    "count_is_floor": False,
    "cards": FRESH,
    "gone": [MANGO_GONE, PLUM_GONE],
    "action": "/shop/fresh-fruit/",
    "clear_url": "/shop/fresh-fruit/",
    "active": [{"label": "Đang mùa", "url": "/shop/fresh-fruit/"}],
    "facets": [
        {
            "name": "in_season",
            "label": "Mùa vụ",
            "options": _options(("Đang mùa (tháng 8)", 23, True)),
        },
        {
            "name": "commune",
            "label": "Xã, phường",
            "options": _options(
                ("Sông Mã", 9, False),
                ("Mai Sơn", 5, False),
                ("Mộc Châu", 4, False),
                ("Ngọc Chiến", 2, False),
                ("Yên Châu", 1, False),
                ("Phiêng Khoài", 1, False),
                ("Thuận Châu", 1, False),
            ),
        },
        {
            "name": "certificate",
            "label": "Giấy chứng nhận",
            "options": _options(("Chỉ dẫn địa lý", 3, False), ("VietGAP", 11, False)),
        },
    ],
    "sorts": [
        {"value": "relevance", "label": "Hợp mùa nhất", "selected": True},
        {"value": "price_per_kg", "label": "Giá mỗi kg tăng dần", "selected": False},
        {"value": "newest", "label": "Mới lên kệ", "selected": False},
    ],
    "pages": {
        "number": 1,
        "previous_url": None,
        "next_url": "?page=2",
        "links": [{"number": 1, "url": "?page=1"}, {"number": 2, "url": "?page=2"}],
    },
}
SEARCH: Sample = LIST | {
    "kind": "search",
    "heading": "Kết quả cho “xoia”",
    "lead": "",
    "query": "xoia",
    "crumbs": [],
    "cards": [],
    "gone": [],
    "count": 0,
    "facets": [],
    "active": [],
    "did_you_mean": {"text": "xoài", "url": "/search?q=xoài"},
    "pages": {"number": 1, "previous_url": None, "next_url": None, "links": []},
}
COOPERATIVE: Sample = {
    "cooperative": NANG
    | {
        "commune": {"name": "Xã Sông Mã"},
        "category": "fresh-fruit/longan",
        "lead": "46 hộ người Thái và người Kinh trồng nhãn dọc sông Mã từ năm 1998. Vườn 120 ha, "
        "bốn mã vùng trồng được cấp để xuất khẩu.",
        "rating": rated(4.8, 190),
        "page_url": "https://q.example.vn/htx/nang-song-ma",
        "phone_hours": "7:00–18:00",
        "papers": [
            ("VietGAP", "đến 30/11/2027"),
            ("OCOP 4 sao", "Nhãn tươi, QĐ 2025"),
            ("An toàn thực phẩm", "đến 14/05/2028"),
        ],
        "story_title": "Chuyện của vườn",
        "story": [
            (
                "Năm 2018 cả bản chặt bớt cây già, ghép mắt nhãn lồng lên gốc cũ. Ba năm đầu "
                "gần như "
                "không có thu. “Ai cũng sợ, nhưng nhà nào cũng ghép”, bà Cầm Thị Ín kể."
            ),
            (
                "Bây giờ mỗi sáng tháng 8, xe ba bánh chở nhãn về nhà đóng gói lúc 9 giờ. Hộp nào "
                "cũng dán tem ghi lô, ai hái, hái ngày nào."
            ),
        ],
        "facts": [
            ("Tháng 2–3", "Hoa nở, đàn ong về. Mật quay đầu tháng 4."),
            ("Tháng 5", "Tỉa bớt quả, bao chùm, dừng thuốc."),
            ("Tháng 7–9", "Thu hái. Mỗi sáng từ 5 giờ."),
        ],
    },
    "cards": [LONGAN, *KEEPING[2:], LONGAN],
    "count": 6,
    "all_url": "/shop/?cooperative=1",
}


def _crop(name: str, produce: str, first: int, last: int) -> Sample:
    """A row of the season calendar."""
    months = list(range(first, last + 1))
    return {"name": name, "url": "/shop/", "produce": produce, "months": months}


HOME: Sample = {
    "hero": {
        "day": DAY,
        "heading": "Mùa nào thức nấy.",
        "lead": "Tháng này nhãn Sông Mã vào chính vụ, na Mai Sơn vừa chín tới. Hái buổi sáng, đóng "
        "hộp buổi chiều, gửi thẳng từ hợp tác xã.",
        "drawings": ["longan", "custard-apple"],
        "shop_url": "/shop/?in_season=1",
    },
    "now": {
        "heading": "Đang mùa, tháng 8",
        "cards": FRESH[:4],
        "more_url": "/shop/?in_season=1",
        "more": "Tất cả 23 mặt hàng",
    },
    "keeping": {
        "heading": "Để lâu được, có quanh năm",
        "cards": KEEPING,
        "more_url": "/shop/",
        "more": "Xem thêm",
    },
    "calendar": [
        _crop("Nhãn", "longan", 7, 9),
        _crop("Na", "custard-apple", 8, 10),
        _crop("Bơ", "avocado", 7, 9),
        _crop("Sơn tra", "docynia", 8, 10),
        _crop("Xoài", "mango", 5, 8),
        _crop("Mận hậu", "plum", 5, 6),
        _crop("Chè", "tea", 3, 11),
        _crop("Cà phê", "coffee", 10, 12),
    ],
    "coming": {
        "heading": "Sắp vào vụ",
        "words": "Cà phê Arabica chín đỏ từ tháng 10. Mẻ rang đầu lên kệ đầu tháng 11.",
        "url": "/shop/coffee/",
        "action": "Xem cà phê vụ trước",
    },
    "trust": {
        "heading": "40 hợp tác xã, từ 75 xã và phường",
        "lead": "Chỉ hợp tác xã, hộ và doanh nghiệp có vườn hoặc xưởng tại Sơn La được bán ở đây. "
        "Sở Công Thương kiểm giấy tờ và duyệt từng mặt hàng trước khi lên kệ.",
        "url": "/shop/",
    },
    "dots": [
        {"x": 128, "y": 256, "name": "Sông Mã", "produce": "longan", "label": True},
        {
            "x": 245,
            "y": 241,
            "name": "Mai Sơn",
            "produce": "custard-apple",
            "label": True,
        },
        {"x": 353, "y": 320, "name": "Mộc Châu", "produce": "avocado", "label": True},
        {"x": 327, "y": 193, "name": "Tà Xùa", "produce": "tea", "label": True},
        {"x": 179, "y": 188, "name": "Tô Hiệu", "produce": "", "label": False},
        {"x": 258, "y": 105, "name": "Ngọc Chiến", "produce": "docynia", "label": True},
        {
            "x": 219,
            "y": 209,
            "name": "Chiềng Mung",
            "produce": "coffee",
            "label": False,
        },
    ],
    "cooperatives": [
        NANG | {"commune": SONG_MA, "words": "nhãn", "category": "fresh-fruit/longan"},
        SUONG | {"commune": TA_XUA, "words": "chè, mật ong", "category": "tea"},
        coop("HTX Đồi Mây") | {"commune": {"name": "phường Mộc Châu"}, "title": "Bơ"},
    ],
}
