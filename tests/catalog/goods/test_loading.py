"""The kinds of goods of the package's files are in the database, beside Oscar's tree."""

import pytest
from django.core.management import call_command
from oscar.apps.catalogue.models import Category

from catalog.goods import loading, queries
from catalog.goods.models import GoodsCategory, ProtectedName, Synonym, Variety

pytestmark = pytest.mark.django_db


def test_categories_stand_in_oscars_tree():
    longan = GoodsCategory.objects.get(path="fresh-fruit/longan")

    assert GoodsCategory.objects.count() == 13
    assert longan.category.name == "Nhãn"
    assert longan.category.get_parent() == longan.parent.category
    assert Category.get_root_nodes().count() == 9
    assert Category.objects.filter(goods__isnull=True).count() == 0


def test_loading_again_changes_nothing(capsys):
    call_command("load_goods")

    assert capsys.readouterr().out == "goods: 0 added, 0 changed\n"


def test_loading_mends_a_changed_name_in_both_places():
    GoodsCategory.objects.filter(path="tea").update(name_vi="Trà")
    Category.objects.filter(goods__path="honey").update(name="Mật")

    assert loading.load() == loading.Loaded(added=0, changed=2)
    assert Category.objects.get(goods__path="honey").name == "Mật ong"


def test_the_province_has_three_geographical_indications():
    names = set(queries.geographical_indications().values_list("name_vi", flat=True))

    assert names == {"Chè shan tuyết Mộc Châu", "Xoài tròn Yên Châu", "Cà phê Sơn La"}
    assert ProtectedName.objects.count() == 12


def test_every_fact_names_its_source():
    seasons = [row for row in loading._rows("seasons") if not row["source"]]
    names = [row for row in loading._rows("protected_names") if not row["source"]]

    assert (seasons, names) == ([], [])


def test_synonyms_are_kept_folded():
    assert Synonym.objects.get(terms__startswith="ca phe").terms == "ca phe, cafe, coffee, caphe"


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [(7, 9, [7, 8, 9]), (11, 2, [11, 12, 1, 2]), (5, 5, [5]), (1, 12, list(range(1, 13)))],
)
def test_a_season_may_pass_new_year(first, last, months):
    assert queries.months_between(first, last) == months


def test_a_variety_has_its_own_season_or_that_of_its_crop():
    plum = GoodsCategory.objects.get(path="fresh-fruit/plum")
    mango = GoodsCategory.objects.get(path="fresh-fruit/mango")

    assert queries.usual_months(plum, Variety.objects.get(key="man-hau")) == [5, 6]
    assert queries.usual_months(plum) == [1, 2, 3, 4, 5, 6]
    assert queries.usual_months(mango, Variety.objects.get(key="xoai-dai-loan")) == [5, 6, 7, 8]


def test_a_path_names_its_ancestors():
    assert queries.lineage("fresh-fruit/longan") == ["fresh-fruit/longan", "fresh-fruit"]
