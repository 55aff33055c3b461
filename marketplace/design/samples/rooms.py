"""Invented contexts of the cooperatives' pages."""

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
                ],
                "weight": {"name": "weight-1", "value": "3850", "ordered": "4 kg"},
            },
            buying.LONG_NHAN
            | {"lots": [], "weight": {"name": "weight-2", "value": "", "ordered": "500 g"}},
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
            "best_before": DAY,
            "keeps_words": "còn 2 ngày",
            "keeps_level": "low",
            "quantity_words": "480 kg",
            "left_words": "còn 60 kg",
            "left_level": "low",
            "trace_url": "#",
            "balances": [],
        }
    ],
    "may_write_off": True,
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
FORM: Sample = STALL | {
    "tab": "lots",
    "heading": "Ghi một lần hái",
    "lead": "Một lô là hàng một loại hái trong một ngày.",
    "form": SamplePrice(),
    "submit": "Ghi vào sổ",
    "back_url": "/sell/lots/",
}
