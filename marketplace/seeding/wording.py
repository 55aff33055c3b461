"""What the demonstration's cooperatives write of themselves and their goods."""

from catalog.cooperatives.models import Cooperative
from marketplace.seeding.blueprints import Goods, Seller

_PACKS = (
    ("Thùng", "Crate"), ("Hộp", "Box"), ("Túi", "Bag"), ("Gói", "Packet"), ("Bao", "Sack"),
    ("Chai", "Bottle"), ("Hũ", "Jar"), ("Nải", "Hand"), ("Bó", "Bunch"), ("Chiếc", "Piece"),
    ("lít", "litre"), ("quả", "fruits"),
)  # fmt: skip
_KEEPING = {
    "fresh-fruit": (
        "Để nơi thoáng, tránh nắng",
        "Keep in an airy place out of the sun",
    ),
    "vegetables": ("Bọc giấy, để ngăn mát", "Wrap in paper and keep cool"),
    "dried-fruit": ("Đậy kín sau khi mở", "Close tightly after opening"),
    "coffee": ("Đậy kín, tránh ẩm", "Close tightly, keep dry"),
    "tea": ("Đậy kín, tránh ẩm và mùi lạ", "Close tightly, away from damp and smells"),
    "honey": ("Để nơi mát, không cần tủ lạnh", "Keep cool, not in the fridge"),
    "meat-specialty": ("Để ngăn đá sau khi mở", "Freeze after opening"),
    "herbs-spices": ("Đậy kín, tránh ẩm", "Close tightly, keep dry"),
    "handicraft": ("Giặt tay nước lạnh", "Wash by hand in cold water"),
}


def story(seller: Seller) -> str:
    """Who they are, in three sentences that say they are invented."""
    return (
        f"{seller.name} ở {seller.street} là hợp tác xã minh họa của chợ. Bà con cùng làm, cùng "
        "ghi nhật ký, hái buổi sáng và đóng hộp trong ngày. Mỗi hộp có mã để xem lô và ngày hái."
    )


def description_vi(goods: Goods, seller: Cooperative) -> str:
    """Taste and origin, how it comes, how it keeps."""
    keeping, _ = _KEEPING[goods.category.split("/")[0]]
    keeps = f", dùng trong {goods.keeps_days} ngày" if goods.keeps_days else ""
    return (
        f"{goods.title_vi}, trồng và làm ra tại {seller.commune.full_name}. Hàng chọn bằng tay, "
        f"đúng cân, đúng loại ghi trên hộp.\n\n{keeping}{keeps}. "
        "Mở hộp xem trước khi nhận; hàng hỏng báo trong 24 giờ."
    )


def description_en(goods: Goods, seller: Cooperative) -> str:
    """The same in English."""
    _, keeping = _KEEPING[goods.category.split("/")[0]]
    keeps = f"; best within {goods.keeps_days} days" if goods.keeps_days else ""
    return (
        f"{goods.title_en}, grown and made in {seller.commune.name}. Sorted by hand, full weight, "
        f"the grade written on the box.\n\n{keeping}{keeps}. "
        "Open the box before you accept it; tell us within 24 hours when something is spoilt."
    )


def pack_en(name: str) -> str:
    """A pack's name in English: the kind of pack changes, the weight stays."""
    for vietnamese, english in _PACKS:
        name = name.replace(vietnamese, english)
    return name
