"""What is kept in the process and what public pages show: a change tells everybody who reads."""

from django.db import migrations

from marketplace.records.changes import noted
from marketplace.records.versions import versioned


class Migration(migrations.Migration):
    """The tables a quote is made of, and those public pages are made of."""

    dependencies = [
        ("catalog", "0013_assisted"),
        ("records", "0004_versions"),
    ]

    operations = [
        versioned(
            "shipping",
            "catalog_zone",
            "catalog_zoneprovince",
            "catalog_lane",
            "catalog_laneoffer",
            "catalog_lanerate",
        ),
        noted(
            "catalog_shelfitem",
            "catalog_listing",
            "catalog_listingtext",
            "catalog_listingpicture",
            "catalog_picture",
            "catalog_pack",
            "catalog_certificate",
            "catalog_cooperative",
            "catalog_holiday",
            "catalog_goodscategory",
            "catalog_variety",
            "catalog_protectedname",
            "catalog_synonym",
            "communes_commune",
            "communes_province",
            "traceability_lot",
        ),
    ]
