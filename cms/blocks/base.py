"""A block that may have nothing to show: readers see nothing then, editors a warning."""

from collections.abc import Mapping
from typing import Any

from wagtail.blocks import StreamValue, StructBlock, StructValue


class MayBeEmpty(StructBlock):
    """A block whose contents are looked up: goods, seasons, prices, sessions."""

    def shown(self, value: StructValue) -> Any:
        """What there is to show; anything empty when there is nothing."""
        raise NotImplementedError

    def warnings(self, value: StructValue) -> list[str]:
        """What an editor should know: why it is empty, or what is missing of it."""
        return [] if self.shown(value) else [str(self.meta.nothing)]

    def get_context(self, value: StructValue, parent_context: Any = None) -> dict[str, Any]:
        """What there is, and in previews what is wrong with it."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["shown"] = self.shown(value)
        context["warnings"] = self.warnings(value) if _is_preview(parent_context) else []
        return context


def _is_preview(parent_context: Mapping[str, Any] | None) -> bool:
    """Whether an editor looks at the page, not a reader."""
    request = (parent_context or {}).get("request")
    return request is not None and (
        getattr(request, "is_preview", False) or request.path_info.startswith("/cms/")
    )


def warnings_of(body: StreamValue) -> list[tuple[str, str]]:
    """Every warning of a body: the block's name and what is wrong."""
    return [
        (str(child.block.label), words)
        for child in body
        if isinstance(child.block, MayBeEmpty)
        for words in child.block.warnings(child.value)
    ]
