"""Oscar: the catalogue and the orders."""

OSCAR_DYNAMIC_CLASS_LOADER = "marketplace.oscar_loader.load"
OSCAR_SHOP_NAME = "Chợ Sơn La"
OSCAR_SHOP_TAGLINE = ""
OSCAR_HOMEPAGE = "/"
OSCAR_DEFAULT_CURRENCY = "VND"
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_ALLOW_ANON_REVIEWS = False
# Vietnamese addresses are province, commune, street; Oscar's postcode rule asks for six digits.
OSCAR_REQUIRED_ADDRESS_FIELDS = ("first_name", "line1", "country")
# Oscar writes đ as "u0111" unless told how it is read.
OSCAR_SLUG_MAP = {"đ": "d", "Đ": "d"}
OSCAR_EAGER_ALERTS = False
OSCAR_SAVE_SENT_EMAILS_TO_DB = False
OSCAR_SEND_REGISTRATION_EMAIL = False
OSCAR_HIDDEN_FEATURES = ["reviews", "wishlists"]
OSCAR_THUMBNAILER = "catalog.listings.thumbnails.Stored"

OSCAR_INITIAL_ORDER_STATUS = "awaiting_payment"
OSCAR_INITIAL_LINE_STATUS = "awaiting_payment"
OSCAR_ORDER_STATUS_PIPELINE = {
    "awaiting_payment": ("confirmed", "cancelled", "expired"),
    "confirmed": ("packing", "cancelled"),
    "packing": ("shipped", "cancelled"),
    # A parcel nobody took comes back.
    "shipped": ("delivered", "cancelled"),
    "delivered": (),
    "cancelled": (),
    # Money that comes after the hold ended may revive the order when the goods are still there.
    "expired": ("confirmed",),
}
OSCAR_LINE_STATUS_PIPELINE = OSCAR_ORDER_STATUS_PIPELINE

# Search is ours (catalog/browse); Oscar's search application imports Haystack and asks for these.
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}
HAYSTACK_SIGNAL_PROCESSOR = "haystack.signals.BaseSignalProcessor"
