"""Invented contexts of the cooperatives' pages and of the province desk."""

import datetime as dt

from django import forms

from marketplace.design.samples import buying
from marketplace.design.samples.goods import DAY, LONGAN, LOT, NANG, TEA, Sample, at

STALL: Sample = {"cooperative": NANG}
_HEIGHTS = (21, 29, 42, 37, 23, 30, 21)
_DAYS = ("T5", "T6", "T7", "CN", "T2", "T3", "Nay")

TODAY: Sample = STALL | {
    "tab": "today",
    "day": DAY,
    "heading": "Chào chị Ín, hôm nay có 3 việc",
    "tasks": [
        {
            "number": 4,
            "title": "Đơn chờ nhận",
            "note": "Đơn tiền mặt cũ nhất còn 2 giờ, quá hạn sẽ tự hủy",
            "url": "/sell/orders/",
            "urgent": True,
        },
        {
            "number": 11,
            "title": "Kiện phải gửi hôm nay",
            "note": "Xe lạnh lấy hàng lúc 17:00",
            "url": "/sell/orders/",
        },
        {
            "number": 1,
            "title": "Mặt hàng sắp hết",
            "note": "Nhãn loại 1, còn 6 hộp trên kệ",
            "url": "/sell/listings/",
        },
    ],
    "next_order": {
        "number": "SL-9D2X-7M4B",
        "words": "3 hộp nhãn 2 kg",
        "total": 267_000,
        "who": "chị Hà, Hải Phòng · trả tiền mặt khi nhận",
        "left_words": "còn 1 giờ 52 phút",
        "confirm_url": "#",
        "refuse_url": "#",
        "line": buying.NHAN,
    },
    "returned": [
        {
            "title": "Xoài sấy dẻo, gói 250 g",
            "reason": "Thiếu ảnh nhãn sau có hạn dùng. Sửa xong gửi lại.",
            "url": "#",
        }
    ],
    "week": {
        "total": 18_420_000,
        "words": "52 đơn, nhiều hơn tuần trước 9 đơn.",
        "chart_words": "Tiền hàng bảy ngày",
        "bars": [
            {"x": 35 * i, "y": 46 - h, "height": h, "label": label, "today": label == "Nay"}
            for i, (h, label) in enumerate(zip(_HEIGHTS, _DAYS, strict=True))
        ],
    },
}
PARCELS: Sample = STALL | {
    "tab": "orders",
    "filters": [
        {"label": "Chờ nhận", "url": "#", "count": 4, "current": True},
        {"label": "Chờ đóng", "url": "#", "count": 11, "current": False},
        {"label": "Tất cả", "url": "#", "count": None, "current": False},
    ],
    "parcels": [
        {
            "number": "SL-9D2X-7M4B-1",
            "url": "#",
            "placed_at": at(8, 2),
            "who": "Chị Hà",
            "place": "Hải Phòng",
            "words": "3 hộp nhãn 2 kg",
            "total": 267_000,
            "status_words": "Chờ nhận",
            "status_level": "warn",
            "due_words": "còn 1 giờ 52 phút",
            "urgent": True,
        },
        {
            "number": "SL-4H8T-2W6C-1",
            "url": "#",
            "placed_at": at(10, 12),
            "who": "Nguyễn Minh Thu",
            "place": "Ba Đình, Hà Nội",
            "words": "2 hộp nhãn 2 kg, 1 hộp long nhãn",
            "total": 385_000,
            "status_words": "Chờ đóng gói",
            "status_level": "",
        },
    ],
}
PARCEL: Sample = STALL | {
    "tab": "orders",
    "parcel": {
        "number": "SL-4H8T-2W6C-1",
        "placed_at": at(10, 12),
        "status_words": "Chờ đóng gói",
        "status_level": "warn",
        "due_words": "Xe lạnh lấy hàng lúc 17:00",
        "buyer": buying.ORDER["order"]["buyer"] | {"note": "Gọi trước khi đến"},
        "lane_words": "Giao xe lạnh",
        "lines": [buying.NHAN, buying.LONG_NHAN],
        "goods_total": 353_000,
        "shipping": 32_000,
        "total": 385_000,
        "steps": buying.PARCELS[1]["steps"],
        "lots": [LOT],
    },
    "packing": {
        "url": "#",
        "lines": [
            buying.NHAN
            | {
                "lots": [
                    {
                        "id": 1,
                        "code": "SM-0812-A",
                        "words": "hái 12/08, còn 30 hộp",
                        "selected": True,
                    },
                    {"id": 2, "code": "SM-0811-B", "words": "hái 11/08, còn 4 hộp"},
                ]
            },
            buying.LONG_NHAN | {"lots": []},
        ],
    },
    "labels_url": "#",
    "slip_url": "#",
}
LISTINGS: Sample = STALL | {
    "tab": "listings",
    "new_url": "#",
    "drafts": [{"title": "Mật ong hoa nhãn", "url": "#", "saved_at": at(9, 41)}],
    "listings": [
        LONGAN
        | {
            "state_words": "Đang bán",
            "state_level": "ok",
            "packs_words": "3 quy cách, từ 55.000 ₫",
            "stock_words": "Còn khoảng 30 hộp",
            "stock_level": "low",
        },
        TEA
        | {
            "state_words": "Sở trả lại",
            "state_level": "bad",
            "packs_words": "1 quy cách, 180.000 ₫",
            "stock_words": "Chưa bán",
            "stock_level": "none",
            "reason": "Thiếu ảnh nhãn sau có hạn dùng.",
        },
    ],
}


class SamplePrice(forms.Form):
    """A step of the listing form."""

    title = forms.CharField(label="Tên mặt hàng", help_text="Người mua gọi nó là gì?")
    price = forms.CharField(label="Giá mỗi hộp")
    description = forms.CharField(label="Kể về hàng", widget=forms.Textarea, required=False)


LISTING_FORM: Sample = STALL | {
    "tab": "listings",
    "step": {
        "number": 1,
        "of": 5,
        "name": "ảnh",
        "heading": "Chụp hàng bán",
        "lead": "Hai ảnh là đủ: cả hộp và một quả bổ đôi. Chụp ngoài trời râm, không cần phông.",
    },
    "form": SamplePrice({"title": "", "price": "89"}),
    "upload": {"name": "photos", "multiple": True},
    "pictures": [],
    "saved_at": at(9, 41),
    "leave_url": "/sell/listings/",
    "back_url": "#",
    "next_words": "Tiếp: tên và giống",
    "reasons": ["Thiếu ảnh nhãn sau có hạn dùng."],
    "help": {
        "question": "Ảnh thế nào thì được duyệt?",
        "answer": "Ảnh hàng thật của mình, không chữ quảng cáo, không ảnh tải trên mạng.",
    },
}
LOTS: Sample = STALL | {
    "tab": "lots",
    "new_url": "#",
    "lots": [
        {
            "code": "SM-0812-A",
            "url": "#",
            "crop": "Nhãn lồng",
            "harvested_on": DAY,
            "quantity_words": "480 kg",
            "left_words": "còn 60 kg",
            "left_level": "low",
            "trace_url": "#",
        }
    ],
}
LOT_PAGE: Sample = STALL | {
    "tab": "lots",
    "lot": LOT,
    "steps": buying.PARCELS[0]["steps"][:3],
    "labels": [{"words": "24 tem, tờ A4", "url": "#"}],
    "actions": [{"words": "Ghi đóng gói", "url": "#"}],
}
SLIP: Sample = STALL | {
    "parcel": PARCEL["parcel"] | {"cooperative": NANG, "order_number": "SL-4H8T-2W6C"},
    "back_url": "#",
}


def _change(title: str, seller: str, commune: str, what: str, due: tuple[str, str]) -> Sample:
    """A row of the queue; ``due`` is words and level."""
    return {
        "title": title,
        "url": "#",
        "cooperative": seller,
        "commune": commune,
        "what": what,
        "warning": "",
        "waited": "4 giờ",
        "due_words": due[0],
        "due_level": due[1],
    }


QUEUE: Sample = {
    "tab": "listings",
    "staff_line": "Lò Thị Hạnh · Phòng Quản lý thương mại",
    "heading": "Duyệt hàng: 14 đề nghị đang chờ, 1 quá hạn",
    "lead": "Cam kết trả lời trong 1 ngày làm việc. Trung bình tuần này: 5 giờ 20 phút.",
    "caption": "Xếp theo hạn trả lời.",
    "next_url": "#",
    "figures": [
        {"name": "Đang chờ", "value": 14, "note": "hôm qua 11"},
        {"name": "Quá hạn", "value": 1, "note": "HTX Nà Xoài", "bad": True},
        {"name": "Đã quyết hôm nay", "value": 23, "note": "19 đồng ý, 4 trả lại"},
        {"name": "Máy cho qua hôm nay", "value": 61, "note": "tồn kho, giá trong biên"},
    ],
    "filters": [
        {"label": "Tất cả", "url": "#", "count": 14, "current": True},
        {"label": "Mặt hàng mới", "url": "#", "count": 6, "current": False},
    ],
    "changes": [
        _change(
            "Xoài sấy dẻo, gói 250 g",
            "HTX Nà Xoài",
            "Yên Châu",
            "Mặt hàng mới",
            ("Quá hạn 3 giờ", "bad"),
        ),
        _change(
            "Chè shan tuyết Tà Xùa, gói 200 g",
            "HTX Sương Núi",
            "Tà Xùa",
            "Sửa mô tả",
            ("Còn 2 giờ", "warn"),
        )
        | {"warning": "Từ cần giấy: hữu cơ"},
    ],
}


class SampleDecision(forms.Form):
    """The decision of a moderator."""

    state = forms.ChoiceField(
        label="Quyết định",
        widget=forms.RadioSelect,
        choices=[("approved", "Đồng ý cả ba chỗ"), ("returned", "Trả lại để sửa")],
    )
    reasons = forms.MultipleChoiceField(
        label="Lý do",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("claims", "Nói quá giấy tờ: hữu cơ, chữa bệnh"), ("photo", "Ảnh không thật")],
    )
    message = forms.CharField(label="Lời nhắn cho hợp tác xã", widget=forms.Textarea)


def _pieces(*runs: tuple[str, str]) -> list[Sample]:
    """Runs of kept, added and removed words."""
    return [{"what": what, "words": words} for what, words in runs]


DIFF: Sample = {
    "tab": "listings",
    "heading": "Chè shan tuyết Tà Xùa, gói 200 g: sửa 2 chỗ",
    "queue_url": "/desk/",
    "decide_url": "#",
    "change": {
        "number": 2417,
        "title": "Chè shan tuyết Tà Xùa",
        "cooperative": {"name": "HTX Sương Núi", "commune": "xã Tà Xùa"},
        "sent_at": at(14, 5, 11),
        "base_version": 6,
        "due_words": "Còn 2 giờ",
        "due_level": "warn",
    },
    "warnings": [
        "mô tả mới có từ “hữu cơ”. Hợp tác xã chưa nộp chứng nhận hữu cơ nào còn hạn.",
    ],
    "comparison": {
        "changed": [
            {
                "label": "Mô tả",
                "note": "sửa, cần xét",
                "old_pieces": _pieces(
                    ("same", "Chè búp một tôm hai lá. "), ("del", "Sao tay trên chảo gang.")
                ),
                "new_pieces": _pieces(
                    ("same", "Chè búp một tôm hai lá. "),
                    ("ins", "Chè hữu cơ, sao tay trên chảo gang, thơm lâu."),
                ),
            },
            {
                "label": "Giá gói 200 g",
                "note": "tăng 5,6 %, trong biên",
                "old_pieces": _pieces(("del", "180.000 ₫")),
                "new_pieces": _pieces(("ins", "190.000 ₫")),
            },
        ],
        "unchanged": [{"label": "Tên", "new": "Chè shan tuyết Tà Xùa"}],
    },
    "history": [{"at": at(9, 12, 3), "words": "Duyệt bản 6", "who": "Lò Thị Hạnh"}],
    "form": SampleDecision(),
}
COOPERATIVES: Sample = {
    "tab": "cooperatives",
    "heading": "Hợp tác xã: 2 hồ sơ đang chờ",
    "caption": "Xếp theo hạn trả lời.",
    "filters": [{"label": "Đang chờ", "url": "#", "count": 2, "current": True}],
    "cooperatives": [
        {
            "name": NANG["name"],
            "url": "#",
            "commune": "xã Sông Mã",
            "legal_form": "Hợp tác xã",
            "state_words": "Chờ xác minh",
            "state_level": "warn",
            "applied_at": at(9, 0),
            "due_words": "Còn 2 ngày",
        }
    ],
}
COOPERATIVE: Sample = {
    "tab": "cooperatives",
    "list_url": "#",
    "decide_url": "#",
    "cooperative": {
        "name": NANG["name"],
        "commune": "xã Sông Mã",
        "state_words": "Chờ xác minh",
        "state_level": "warn",
        "applied_at": at(9, 0),
        "facts": [("Tên pháp lý", NANG["legal_name"]), ("Mã số thuế", NANG["tax_code"])],
    },
    "papers": [
        {
            "kind": "Giấy đăng ký hợp tác xã",
            "name": "",
            "url": "#",
            "valid_until": dt.date(2028, 5, 14),
            "uploaded_at": at(9, 0),
        }
    ],
    "form": SampleDecision(),
    "change": {"due_words": "Còn 2 ngày", "due_level": ""},
}
FORM: Sample = STALL | {
    "tab": "lots",
    "heading": "Ghi một lần hái",
    "lead": "Một lô là hàng một loại hái trong một ngày.",
    "form": SamplePrice(),
    "submit": "Ghi vào sổ",
    "back_url": "/sell/lots/",
}
