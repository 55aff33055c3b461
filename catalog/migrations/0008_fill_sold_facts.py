"""Lines sold so far take kind, ground and weight from their listing and pack as they are now."""

from django.db import migrations

FILL = """
    UPDATE catalog_sellerorderline line
    SET category_id = listing.category_id, variety_id = listing.variety_id,
        commune_id = listing.commune_id, weight_g = pack.net_weight_g::bigint * line.quantity
    FROM catalog_pack pack JOIN catalog_listing listing ON listing.id = pack.listing_id
    WHERE pack.id = line.pack_id
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0007_sold_facts")]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
