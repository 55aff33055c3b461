"""Columns that store an address in one spelling only, so that it is unique in earnest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import phonenumbers
from django.db import models

if TYPE_CHECKING:
    EmailBase = models.EmailField[str | None, str | None]
    TextBase = models.CharField[str | None, str | None]
else:
    EmailBase = models.EmailField
    TextBase = models.CharField

HOME_REGION = "VN"


def email(text: str) -> str | None:
    """An e-mail address in small letters without blanks around it; nothing stays nothing."""
    return text.strip().lower() or None


def phone(text: str) -> str | None:
    """A phone number as E.164 (``0912 345 678`` becomes ``+84912345678``), or nothing if none."""
    try:
        number = phonenumbers.parse(text, HOME_REGION)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def spoken(number: str) -> str:
    """A stored phone number as people in Vietnam read it: ``0912 345 678``; abroad with its +."""
    try:
        parsed = phonenumbers.parse(number, HOME_REGION)
    except phonenumbers.NumberParseException:
        return number
    home = phonenumbers.region_code_for_number(parsed) == HOME_REGION
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, style.NATIONAL if home else style.INTERNATIONAL)


class EmailField(EmailBase):
    """An e-mail address, always stored and looked up in small letters."""

    def get_prep_value(self, value: Any) -> str | None:
        """Small letters; an empty text is no address."""
        return email(str(value)) if value is not None else None

    def pre_save(self, model_instance: models.Model, add: bool) -> str | None:
        """Leave on the object what is written to the database."""
        value = self.get_prep_value(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, value)
        return value


class PhoneField(TextBase):
    """A phone number, always stored and looked up as E.164."""

    def get_prep_value(self, value: Any) -> str | None:
        """E.164; what is no phone number is looked up as it is and found nowhere."""
        return (phone(str(value)) or str(value).strip() or None) if value is not None else None

    def pre_save(self, model_instance: models.Model, add: bool) -> str | None:
        """Leave on the object what is written to the database."""
        value = self.get_prep_value(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, value)
        return value
