"""Oscar's tables are held to what is true of them here; its own migrations stay untouched."""

from django.db import migrations

FACTS = {
    ("partner_stockrecord", "market_price_is_whole_dong"): (
        "price IS NULL OR (price >= 1 AND price = trunc(price))"
    ),
    ("basket_line", "market_basket_line_asks_for_something"): "quantity >= 1",
    ("order_line", "market_order_line_sells_something"): "quantity >= 1",
    ("order_order", "market_order_total_is_whole_dong"): (
        "total_incl_tax >= 0 AND total_incl_tax = trunc(total_incl_tax) "
        "AND shipping_incl_tax >= 0 AND shipping_incl_tax = trunc(shipping_incl_tax)"
    ),
}


class Migration(migrations.Migration):
    """Adds the constraints; taking them away again is safe."""

    dependencies = [
        ("catalog", "0001_initial"),
        ("basket", "0012_line_code"),
        ("order", "0021_billingaddress_code_shippingaddress_code"),
        ("partner", "0007_partneraddress_code"),
    ]

    operations = [
        migrations.RunSQL(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({fact})",
            f"ALTER TABLE {table} DROP CONSTRAINT {name}",
        )
        for (table, name), fact in FACTS.items()
    ]
