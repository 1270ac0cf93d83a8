"""A date as three numbers, day, month and year: nobody has to find a date in a calendar or guess its format."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

PARTS = ("day", "month", "year")


class DayMonthYear(forms.Widget):
    """Three inputs, named after the field and the part: ``from-day``, ``from-month``, ``from-year``."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        """What was typed, part by part."""
        return {part: str(data.get(f"{name}-{part}", "")).strip() for part in PARTS}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Whether none of the three inputs was on the page."""
        return all(f"{name}-{part}" not in data for part in PARTS)

    def decompress_all(self, value: Any) -> dict[str, str]:
        """The parts to show: as typed, or those of a date."""
        if isinstance(value, dict):
            return value
        return {part: str(getattr(value, part)) if isinstance(value, date) else "" for part in PARTS}


class DateField(forms.Field):
    """A date that somebody types as day, month and year."""

    widget = DayMonthYear

    def to_python(self, value: Any) -> date | None:
        """The date, or nothing where nothing was typed; says what is lacking or impossible."""
        if value is None or isinstance(value, date):
            return value
        lacking = [part for part in PARTS if not value[part]]
        if len(lacking) == len(PARTS):
            return None
        if lacking:
            raise ValidationError(f"{self.label} must include a {' and a '.join(lacking)}.", code="incomplete")
        try:
            return date(*(int(value[part]) for part in reversed(PARTS)))
        except (ValueError, OverflowError) as error:
            raise ValidationError(f"{self.label} must be a real date, such as 31 3 2026.", code="invalid") from error
