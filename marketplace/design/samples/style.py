"""What the style page shows."""

from marketplace.design import produce
from marketplace.design.samples import buying, goods, rooms
from marketplace.design.samples.goods import LONGAN, LOT, MANGO_GONE, SON_TRA, Sample

_COLOURS = (
    ("paper", "nền trang"),
    ("card", "thẻ"),
    ("sunk", "nền chìm"),
    ("line", "kẻ trang trí"),
    ("edge", "viền ô nhập"),
    ("ink", "chữ"),
    ("muted", "chữ phụ"),
    ("forest", "hành động"),
    ("link", "liên kết"),
    ("price", "giá"),
    ("mango", "giảm giá"),
    ("blue", "Sở, thông tin"),
    ("ok", "xong"),
    ("warn", "chú ý"),
    ("bad", "lỗi"),
    ("deep", "chân trang"),
)
STYLE: Sample = {
    "colours": _COLOURS,
    "crops": [(slug, [6, 7, 8, 9]) for slug in produce.SLUGS],
    "cards": [LONGAN, goods.DRIED_PLUM, SON_TRA, MANGO_GONE],
    "lot": LOT,
    "form": buying.SampleCheckout({"phone": "0912 345", "name": "Nguyễn Minh Thu"}),
    "steps": buying.PARCELS[0]["steps"],
    "lines": [buying.NHAN, buying.CHE],
    "tasks": rooms.TODAY["tasks"],
    "field": rooms.DIFF["comparison"]["changed"][1],
    "icons": (
        "search user shopping-basket languages phone truck package leaf sun store scan-line "
        "qr-code banknote printer camera calendar shield-check badge-check check info "
        "triangle-alert circle-x clock copy download receipt pencil plus minus x"
    ).split(),
}
