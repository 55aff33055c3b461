"""What Wagtail is told of us: the choosers and the pages of vouchers."""

from typing import Any

from wagtail import hooks

from cms import choosers, vouchers


@hooks.register("register_admin_viewset")
def viewsets() -> list[Any]:
    """The windows editors choose in, and their pages of vouchers."""
    return [*choosers.VIEWSETS, vouchers.voucher_pages]
