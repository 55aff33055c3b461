"""Every line says what was sold."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0008_fill_sold_facts")]
    operations = [
        migrations.AlterField(
            model_name="sellerorderline",
            name="category",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="catalog.goodscategory",
            ),
        ),
        migrations.AlterField(
            model_name="sellerorderline",
            name="commune",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="communes.commune"
            ),
        ),
        migrations.AlterField(
            model_name="sellerorderline",
            name="weight_g",
            field=models.PositiveBigIntegerField(help_text="grams of all units together"),
        ),
    ]
