"""Every message has its Vietnamese: ours, and those of the packages that people meet here."""

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext

from marketplace import borrowed, messages

PAGE = """
{% load i18n %}<p title="{% trans "Ripe now" %}">{{ _("Pick it")|default:_("Leave it") }}</p>
{% trans 'May' context "month" %}{% trans "Kept aside" as kept %}
{% blocktrans trimmed %}
  Two lines
  become one, {{ name }}.
{% endblocktrans %}
{% blocktrans count n=boxes trimmed asvar said %}
  {{ n }} box
{% plural %}
  {{ n }} boxes
{% endblocktrans %}
{% blocktrans context "price" with left=rest %}100 % of {{ left }}{% endblocktrans %}
{% include "x.html" with title=_("Given on") %}{% comment %}{% trans "Unsaid" %}{% endcomment %}
"""
CODE = """
from django.utils.translation import gettext as _, ngettext, npgettext, pgettext
_("Said in "
  "two pieces")
ngettext("%(n)d tree", "%(n)d trees", n)
pgettext("tree", "Bark")
npgettext("tree", "%(n)d leaf", "%(n)d leaves", n)
"""


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A small tree with one template and one module, and no package's words."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(PAGE)
    (tmp_path / "catalog").mkdir()
    (tmp_path / "catalog" / "said.py").write_text(CODE)
    monkeypatch.setattr(borrowed, "SCREENS", ())
    return tmp_path


def catalogue(clone):
    """What stands in the Vietnamese catalogue of the small tree."""
    with (clone / "locale" / "vi" / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale="vi")


def translated(clone, words):
    """Collect, with ``words`` of a source in the form of a catalogue."""
    source = clone / "source.po"
    source.write_text(words)
    messages.collect(clone, [str(source)])


def test_every_message_is_translated_and_names_the_same_values():
    assert messages.faults(settings.BASE_DIR) == []


def test_templates_and_code_are_read_whole(clone):
    messages.collect(clone)

    assert {(message.context, message.id) for message in catalogue(clone) if message.id} == {
        (None, "Ripe now"),
        (None, "Pick it"),
        (None, "Leave it"),
        ("month", "May"),
        (None, "Kept aside"),
        (None, "Two lines become one, %(name)s."),
        (None, ("%(n)s box", "%(n)s boxes")),
        ("price", "100 %% of %(left)s"),
        (None, "Given on"),
        (None, "Said in two pieces"),
        (None, ("%(n)d tree", "%(n)d trees")),
        ("tree", "Bark"),
        ("tree", ("%(n)d leaf", "%(n)d leaves")),
    }


def test_a_missing_message_is_a_fault(clone):
    messages.collect(clone)

    assert "vi: no translation of 'Ripe now' (templates/page.html)" in messages.faults(clone)


def test_a_fuzzy_message_is_a_fault(clone):
    translated(clone, 'msgid "Ripe now"\nmsgstr "Đang chín"\n')
    path = clone / "locale" / "vi" / "LC_MESSAGES" / "django.po"
    words = path.read_text()
    assert not any("'Ripe now'" in fault for fault in messages.faults(clone))

    path.write_text(words.replace('msgid "Ripe now"', '#, fuzzy\nmsgid "Ripe now"'))

    assert any("no translation of 'Ripe now'" in fault for fault in messages.faults(clone))


def test_a_translation_with_other_values_is_a_fault(clone):
    translated(clone, 'msgid "%(n)d tree"\nmsgid_plural "%(n)d trees"\nmsgstr[0] "%(m)d cây"\n')

    assert (
        "vi: catalog/said.py: '%(n)d tree' and its translation '%(m)d cây' name different values"
        in messages.faults(clone)
    )


def test_collecting_again_changes_nothing_and_drops_what_is_no_longer_said(clone):
    translated(clone, 'msgid "Bark"\nmsgctxt "tree"\nmsgstr "Vỏ"\n')
    path = clone / "locale" / "vi" / "LC_MESSAGES" / "django.po"
    before = path.read_text()

    messages.collect(clone)
    assert path.read_text() == before

    (clone / "catalog" / "said.py").write_text("")
    messages.collect(clone)
    assert "Bark" not in path.read_text()


def test_pages_speak_vietnamese_with_one_form_for_every_number():
    with translation.override("vi"):
        assert gettext("Add to basket") == "Thêm vào giỏ"
        assert ngettext("%(n)d day", "%(n)d days", 1) % {"n": 1} == "1 ngày"
        assert ngettext("%(n)d day", "%(n)d days", 3) % {"n": 3} == "3 ngày"


def test_the_packages_gaps_are_filled_and_english_is_left_alone():
    with translation.override("vi"):
        # allauth has no Vietnamese, Wagtail a fifth of it, Oscar most.
        assert gettext("Incorrect code.") == "Mã chưa đúng."
        assert gettext("Save draft") == "Lưu nháp"
        assert pgettext("Buy again", "Re-order") == "Đặt lại"
    with translation.override("en"):
        assert gettext("Save draft") == "Save draft"
        assert gettext("Add to basket") == "Add to basket"


@pytest.mark.parametrize("screens", borrowed.SCREENS, ids=lambda screens: screens.package)
def test_every_listed_screen_is_described(screens):
    described = (settings.BASE_DIR / "docs" / "languages.md").read_text()

    assert f"`{screens.package}`" in described
