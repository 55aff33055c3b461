"""The table of addresses: for whom each one is. `permissions` holds every request to it.

A key is a URL name as Django spells it (``namespace:name``), or the beginning of one with a
star; the longest match counts. What is not listed is refused. Rows decide by role only: whose
object it is, is the view's own query, and a foreign object answers 404.
"""

from marketplace.audiences import (
    ADMIN_STAFF,
    ANYONE,
    OWNER,
    PACKER,
    SELLER,
    SIGNED_IN,
    SUPERUSER,
    TOKEN,
    WEBHOOK,
    Audience,
    door,
    staff,
)

TABLE: dict[str, Audience] = {
    # Signing in: allauth's pages
    "account_login": ANYONE,
    "account_logout": ANYONE,
    "account_inactive": ANYONE,
    "account_signup": ANYONE,
    "account_reset_password*": ANYONE,
    "account_confirm_email": ANYONE,
    "account_email_verification_sent": ANYONE,
    "account_verify_phone": ANYONE,
    "account_confirm_login_code": ANYONE,
    "account_reauthenticate": SIGNED_IN,
    "account_email": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "account_set_password": SIGNED_IN,
    "account_change_phone": SIGNED_IN,
    "account": SIGNED_IN,
    "mfa_authenticate": ANYONE,
    "mfa_login_webauthn": ANYONE,
    "mfa_*": SIGNED_IN,
    # Other people's log-in forms lead to the one page
    "admin:login": door("account_login"),
    "wagtailadmin_login": door("account_login"),
    "wagtailcore_login": door("account_login"),
    "customer:login": door("account_login"),
    "dashboard:login": door("account_login"),
    "customer:register": door("account_signup"),
    "customer:logout": door("account_logout"),
    "dashboard:logout": door("account_logout"),
    "password-reset*": door("account_reset_password"),
    "wagtailadmin_password_reset*": door("account_reset_password"),
    "customer:change-password": door("account_change_password"),
    "admin:password_change*": door("account_change_password"),
    "customer:profile-*": door("account"),
    # What a supervisor and a load balancer ask
    "healthz": ANYONE,
    "readyz": ANYONE,
    # The look, with invented contents
    "style": ANYONE,
    "style-sample": ANYONE,
    # The back offices of Django, Wagtail and Oscar
    "admin:*": ADMIN_STAFF,
    "dashboard:*": SUPERUSER,
    "wagtail*": staff("wagtailadmin.access_admin"),
    "simple_translation:*": staff("wagtailadmin.access_admin"),
    # Wagtail's picture of its own "not found" page, below /cms/
    "django.views.generic.base.TemplateView": staff("wagtailadmin.access_admin"),
    "wagtail_serve": ANYONE,
    "wagtailcore_authenticate_with_password": ANYONE,
    # Public pictures
    "media": ANYONE,
    # The shelf and the places
    "shop": ANYONE,
    "category": ANYONE,
    "search": ANYONE,
    "product": ANYONE,
    # The demonstration's letters
    "records:*": SUPERUSER,
    # Apps: each call looks at the token it came with
    "api:*": TOKEN,
    "api-nothing": TOKEN,
    # Providers' messages: their signature over the bytes is checked by the view
    "payments:*": WEBHOOK,
    # Buying: guests too; whose basket or order it is, cookie, token and owner decide
    "basket:*": ANYONE,
    "checkout:*": ANYONE,
    "orders:*": TOKEN,
    "orders:find": ANYONE,
    "orders:mine": SIGNED_IN,
    "places-communes": ANYONE,
    # Codes printed on boxes: whoever holds the box
    "trace": ANYONE,
    "trace-*": ANYONE,
    # Oscar's own names, leading to pages of ours or to nothing
    "home": ANYONE,
    "catalogue:*": ANYONE,
    "search:*": ANYONE,
    "offer:*": ANYONE,
    "wishlists:*": ANYONE,
    "customer:*": SIGNED_IN,
    # Cooperatives: their public page and poster
    "cooperative": ANYONE,
    "cooperative-poster": ANYONE,
    # The workspace: who belongs to no cooperative yet is led to the application
    "sell-today": SIGNED_IN,
    "sell-apply": SIGNED_IN,
    "sell-switch": SIGNED_IN,
    "sell-invitation*": SIGNED_IN,
    "sell-paper": SELLER,
    "sell-apply-again": OWNER,
    "sell-cooperative": SELLER,
    "sell-papers": SELLER,
    "sell-profile": OWNER,
    "sell-account": OWNER,
    "sell-member*": OWNER,
    "sell-uninvite": OWNER,
    "sell-leave": PACKER,
    "sell-figures": SELLER,
    "sell-listings": PACKER,
    "sell-listing": SELLER,
    "sell-listing-*": SELLER,
    "sell-change-*": SELLER,
    "sell-draft": SELLER,
    "sell-draft-*": SELLER,
    "sell-lots": PACKER,
    "sell-lot-*": SELLER,
    "sell-write-off": SELLER,
    "sell-order*": PACKER,
    "sell-order-accept": SELLER,
    "sell-orders-accept": SELLER,
    "sell-order-refuse": SELLER,
    # The desk
    "desk-home": staff("people.enter_desk"),
    "desk-listings": staff("catalog.decide_listing"),
    "desk-change": staff("catalog.decide_listing"),
    "desk-cooperative*": staff("catalog.verify_cooperative"),
    "desk-check": staff("catalog.verify_cooperative"),
    "desk-certificate": staff("catalog.verify_cooperative"),
    "desk-paper": staff("catalog.verify_cooperative"),
    # Language
    "set_language": ANYONE,
}
