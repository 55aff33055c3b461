"""Invented contexts of the province desk."""

import datetime as dt

from django import forms

from marketplace.design.samples.goods import NANG, Sample, at


def _change(title: str, seller: str, commune: str, what: str, due: tuple[str, str]) -> Sample:
    """A row of the queue; ``due`` is words and level."""
    return {
        "title": title,
        "receipt": "DN-002417",
        "ticked_as": "2417:6",
        "url": "#",
        "cooperative": seller,
        "commune": commune,
        "what": what,
        "warnings": [],
        "waited": "4 giờ",
        "due_words": due[0],
        "due_level": due[1],
        "whose": "",
        "is_mine": False,
    }


QUEUE: Sample = {
    "tab": "listings",
    "staff_line": "Lò Thị Hạnh · Phòng Quản lý thương mại",
    "heading": "Duyệt hàng: 14 đề nghị đang chờ, 1 quá hạn",
    "rules_url": "#",
    "together_url": "#",
    "next_url": "#",
    "here": "#",
    "figures": [
        {"name": "Đang chờ", "value": 14, "note": "hôm qua 11"},
        {"name": "Quá hạn", "value": 1, "note": "HTX Nà Xoài", "bad": True},
        {"name": "Đã quyết hôm nay", "value": 23, "note": "19 đồng ý, 4 trả lại"},
        {"name": "Máy cho qua hôm nay", "value": 61, "note": "giá trong biên"},
    ],
    "sides": [
        {"label": "Của mọi người", "url": "#", "count": 14, "current": True},
        {"label": "Của tôi", "url": "#", "count": 2, "current": False},
    ],
    "kinds": [
        {"label": "Tất cả", "url": "#", "count": 14, "current": True},
        {"label": "Mặt hàng mới", "url": "#", "count": 6, "current": False},
    ],
    "selects": [
        {
            "name": "cooperative",
            "label": "Hợp tác xã",
            "all": "Tất cả",
            "options": [{"value": 1, "words": "HTX Nà Xoài (1)", "chosen": False}],
        }
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
            "Chữ viết",
            ("Còn 2 giờ", "warn"),
        )
        | {"warnings": ["Từ cần giấy: hữu cơ"], "whose": "Bạn", "is_mine": True},
    ],
}


class SampleDecision(forms.Form):
    """The decision of a moderator."""

    decision = forms.ChoiceField(
        label="Quyết định",
        widget=forms.RadioSelect,
        choices=[("approved", "Đồng ý cả hai chỗ"), ("changes_requested", "Yêu cầu sửa")],
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


def _section(label: str, note: str, old: list[Sample], new: list[Sample]) -> Sample:
    """A field old and new."""
    field = {"label": label, "note": note, "old_pieces": old, "new_pieces": new}
    return {"field": field, "notes": [], "inputs": [], "open": False}


DIFF: Sample = {
    "tab": "listings",
    "heading": "Chè shan tuyết Tà Xùa, gói 200 g: sửa 2 chỗ",
    "queue_url": "/desk/",
    "history_url": "#",
    "decide_url": "#",
    "decides": True,
    "change": {
        "number": 2417,
        "receipt": "DN-002417",
        "title": "Chè shan tuyết Tà Xùa",
        "cooperative": {"name": "HTX Sương Núi", "commune": "xã Tà Xùa", "url": "#"},
        "sent_at": at(14, 5, 11),
        "base_version": 6,
        "due_at": at(17, 0, 12),
        "due_words": "Còn 2 giờ",
        "due_level": "warn",
    },
    "warnings": [
        "mô tả mới có từ “hữu cơ”. Hợp tác xã chưa nộp chứng nhận hữu cơ nào còn hạn.",
    ],
    "is_new": False,
    "sections": [
        _section(
            "Mô tả",
            "sửa, cần xét",
            _pieces(("same", "Chè búp một tôm hai lá. "), ("del", "Sao tay trên chảo gang.")),
            _pieces(
                ("same", "Chè búp một tôm hai lá. "),
                ("ins", "Chè hữu cơ, sao tay trên chảo gang, thơm lâu."),
            ),
        ),
        _section(
            "Giá gói 200 g",
            "tăng 5,6 %, trong biên",
            _pieces(("del", "180.000 ₫")),
            _pieces(("ins", "190.000 ₫")),
        ),
    ],
    "unchanged": [{"field": {"label": "Tên", "new": "Chè shan tuyết Tà Xùa"}}],
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
