"""Two changes at once both make another page."""

import pytest
from django.db import connection

from catalog.shelf import refresh
from marketplace.records import changes
from tests import factories


@pytest.mark.django_db(transaction=True)
def test_of_two_sales_the_one_that_ends_later_is_seen_too():
    """The later one began first: its row is older, and still the state is another one."""
    first, second = factories.pack(units=5), factories.pack(units=5)
    other = connection.copy()
    try:
        with other.cursor() as slow:
            slow.execute("BEGIN")
            slow.execute(
                "UPDATE catalog_shelfitem SET available = 4 WHERE listing_id = %s",
                [first.listing_id],
            )
            refresh.listing(second.listing_id)
            between = changes.state()
            slow.execute("COMMIT")
    finally:
        other.close()

    assert changes.state() != between
