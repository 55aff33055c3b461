"""The one interface: every subject's router below ``/api/v1/``."""

from catalog.baskets.api import router as baskets
from catalog.checkout.api import router as checkout
from catalog.lotfiles.api import router as lotfiles
from catalog.lotfiles.diary import router as diary
from catalog.lotfiles.labels import router as labels
from catalog.orders.api import router as orders
from catalog.shelf.api import router as listings
from catalog.traceability.api import router as trace
from marketplace.api import errors
from marketplace.api.openapi import MarketAPI
from marketplace.api.parsing import Parser
from payments.api import router as payments

api = MarketAPI(
    title="Chợ nông sản Sơn La",
    version="1",
    description="Money is an integer in đồng, times are ISO 8601 with offset, codes are strings. "
    "Errors are application/problem+json.",
    parser=Parser(),
    docs_url=None,
    urls_namespace="api",
)
errors.register(api)
for router in (listings, baskets, checkout, orders, payments, trace, labels, lotfiles, diary):
    api.add_router("", router)
