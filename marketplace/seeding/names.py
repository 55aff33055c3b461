"""Parts of invented names of buyers and growers."""

FAMILIES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Ngô",
    "Lò",
    "Cầm",
)
MIDDLES = ("Thị", "Văn", "Minh", "Thu", "Đức", "Ngọc", "Thanh", "Quang")
GIVEN = (
    "Hà",
    "Lan",
    "Dũng",
    "Hương",
    "Tuấn",
    "Mai",
    "Sơn",
    "Thảo",
    "Nam",
    "Yến",
    "Bình",
    "Hạnh",
)
