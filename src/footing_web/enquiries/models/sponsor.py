"""Whoever supports the toolkit, and is thanked for it in public."""

from typing import ClassVar

from django.db import models


class Sponsor(models.Model):
    """An organisation that is named on the page of sponsors, from one day until another."""

    name = models.CharField(max_length=120)
    address = models.URLField(blank=True)
    gives = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name
