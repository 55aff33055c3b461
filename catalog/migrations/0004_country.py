"""Parcels go to Vietnam: the one country Oscar has to know for a delivery address."""

from django.db import migrations

ADD = """
INSERT INTO address_country (
    iso_3166_1_a2, iso_3166_1_a3, iso_3166_1_numeric, printable_name, name, display_order,
    is_shipping_country
) VALUES (%s, %s, %s, %s, %s, 1, true) ON CONFLICT (iso_3166_1_a2) DO NOTHING
"""
VIETNAM = ["VN", "VNM", "704", "Việt Nam", "Socialist Republic of Viet Nam"]


class Migration(migrations.Migration):
    """Adds Vietnam; going back leaves it, orders may point at it."""

    dependencies = [
        ("catalog", "0003_drafts_and_invitations"),
        ("address", "0007_useraddress_code"),
    ]

    operations = [migrations.RunSQL([(ADD, VIETNAM)], migrations.RunSQL.noop)]
