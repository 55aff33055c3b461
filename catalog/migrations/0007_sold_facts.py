"""What was sold is kept with the line: kind, ground, weight. Empty until the next step fills them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0006_expired_units"), ("communes", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="sellerorderline",
            name="category",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="catalog.goodscategory",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="sellerorderline",
            name="variety",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="catalog.variety",
            ),
        ),
        migrations.AddField(
            model_name="sellerorderline",
            name="commune",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="communes.commune",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="sellerorderline",
            name="weight_g",
            field=models.PositiveBigIntegerField(
                help_text="grams of all units together", null=True
            ),
        ),
    ]
