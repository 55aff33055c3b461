"""The cooperative's verbs without pages: what they refuse, and what never happens twice."""

import pytest

from marketplace.people.models import User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker() -> User:
    """Somebody of the cooperative."""
    return factories.user()
