"""Organisations, what belongs to them, and how they are made up: units and grades."""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django_scopes import ScopedManager

from footing_web.accounts.scoping import require_scope


class OrganisationKind(models.TextChoices):
    """What sort of employer it is."""

    COUNCIL = "council", "Council"
    NHS = "nhs", "NHS organisation"
    DEPARTMENT = "department", "Government department or agency"
    CHARITY = "charity", "Charity"
    FIRM = "firm", "Firm"
    EDUCATION = "education", "School, college or university"
    OTHER = "other", "Another kind of employer"


class Sector(models.TextChoices):
    """The line of work, by the sections of the UK Standard Industrial Classification 2007 in plain words."""

    PUBLIC_ADMINISTRATION = "public_administration", "Public administration and defence"
    HEALTH = "health", "Health and social work"
    EDUCATION = "education", "Education"
    FINANCE = "finance", "Finance and insurance"
    PROFESSIONAL = "professional", "Law, accounting, consulting and other professional services"
    INFORMATION = "information", "Information, technology and communication"
    CREATIVE = "creative", "Arts, creative industries and recreation"
    MANUFACTURING = "manufacturing", "Manufacturing"
    CONSTRUCTION = "construction", "Construction"
    ENERGY_WATER = "energy_water", "Energy, water and waste"
    RETAIL = "retail", "Shops and wholesale"
    HOSPITALITY = "hospitality", "Hotels and food"
    TRANSPORT = "transport", "Transport and storage"
    PROPERTY = "property", "Property"
    SUPPORT = "support", "Administrative and support services"
    AGRICULTURE = "agriculture", "Farming, forestry and fishing"
    OTHER = "other", "Something else"


class Region(models.TextChoices):
    """Where most of the staff work: the nations and the regions of England (ITL 1)."""

    UNITED_KINGDOM = "united_kingdom", "Across the United Kingdom"
    NORTH_EAST = "north_east", "North East"
    NORTH_WEST = "north_west", "North West"
    YORKSHIRE = "yorkshire", "Yorkshire and the Humber"
    EAST_MIDLANDS = "east_midlands", "East Midlands"
    WEST_MIDLANDS = "west_midlands", "West Midlands"
    EAST = "east", "East of England"
    LONDON = "london", "London"
    SOUTH_EAST = "south_east", "South East"
    SOUTH_WEST = "south_west", "South West"
    WALES = "wales", "Wales"
    SCOTLAND = "scotland", "Scotland"
    NORTHERN_IRELAND = "northern_ireland", "Northern Ireland"


class SizeBand(models.TextChoices):
    """How many people work there, in the bands that public statistics on employers use, with the largest one split."""

    UNDER_50 = "under_50", "Fewer than 50 people"
    TO_249 = "50_to_249", "50 to 249 people"
    TO_999 = "250_to_999", "250 to 999 people"
    TO_4999 = "1000_to_4999", "1,000 to 4,999 people"
    FROM_5000 = "5000_or_more", "5,000 people or more"


class Organisation(models.Model):
    """An employer. Everything else that an employer has points here and is only ever read inside its scope.

    ``join_domain`` is the e-mail domain whose people may ask to join; empty where nobody may. Members with a role in
    ``second_step_roles`` come in only with a second step at sign-in.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=20, choices=OrganisationKind.choices)
    sector = models.CharField(max_length=30, choices=Sector.choices)
    region = models.CharField(max_length=20, choices=Region.choices)
    size_band = models.CharField(max_length=20, choices=SizeBand.choices)
    join_domain = models.CharField(max_length=253, blank=True)
    second_step_roles = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "slug"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["join_domain"])]

    def __str__(self) -> str:
        return self.name


class OrganisationOwned(models.Model):
    """What belongs to one organisation: read only inside ``in_organisation``, and stored only inside that of its own.

    An app that has such a model adds row-level security to its table with ``row_level_security`` in a migration.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")

    objects = ScopedManager(organisation="organisation")

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it, if the scope is that of its organisation. Raises ``ScopeError`` otherwise."""
        require_scope(self.organisation_id)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove it, if the scope is that of its organisation. Raises ``ScopeError`` otherwise."""
        require_scope(self.organisation_id)
        return super().delete(*args, **kwargs)


class Unit(OrganisationOwned):
    """A part of the organisation: a directorate, a service, a team. Units form a tree."""

    name = models.CharField(max_length=120)
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="parts")

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisation", "parent", "name"], name="accounts_one_unit_of_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Grade(OrganisationOwned):
    """A step of the ladder of posts. ``order`` rises with seniority, from 1; ``senior`` marks the senior grades."""

    code = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    order = models.PositiveSmallIntegerField()
    senior = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisation", "code"], name="accounts_one_grade_of_a_code"),
        ]

    def __str__(self) -> str:
        return self.title
