"""What is sold, by whom, from where, and to whom."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    """What is sold, by whom, from where, and to whom."""

    name = "catalog"
    label = "catalog"

    def ready(self) -> None:
        """Listen to what payments say of our invoices, and speak on trace pages."""
        from catalog.customers import sections as remembered  # noqa: F401, PLC0415 -- registers itself
        from catalog.listings import acting as members  # noqa: PLC0415 -- apps ready
        from catalog.listings import telling  # noqa: PLC0415 -- apps ready
        from catalog.messages import sections  # noqa: F401, PLC0415 -- registers itself; apps ready

        # Receivers connect themselves, once every app is ready.
        from catalog.orders import receivers as orders  # noqa: F401, PLC0415
        from catalog.recalling import receivers as recalling  # noqa: F401, PLC0415
        from catalog.settling import receivers as settling  # noqa: F401, PLC0415
        from catalog.stock import receivers as stock  # noqa: F401, PLC0415
        from catalog.traceability import shop  # noqa: PLC0415 -- apps ready
        from catalog.traceability.parties import acting  # noqa: PLC0415 -- apps ready

        shop.register(telling.tell)
        acting.register(members.tell)
