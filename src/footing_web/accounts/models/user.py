"""A person who can sign in. The e-mail address is the name; there is no other."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUsers
from django.db import models


class Users(DjangoUsers["User"]):
    """Make users from an e-mail address, in small letters, so that one address is one person."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":  # type: ignore[override]
        """A person who can sign in, once the address is verified."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":  # type: ignore[override]
        """A person who can also open the administration of the service."""
        return self.create_user(email, password, **fields | {"is_staff": True, "is_superuser": True})

    def get_by_natural_key(self, username: str | None) -> "User":
        """The person with this address, however it is capitalised."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractUser):
    """A person who can sign in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = None  # type: ignore[assignment]
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField("full name", max_length=150, blank=True)
    email = models.EmailField("e-mail address", unique=True)

    objects: ClassVar[Users] = Users()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering = ("email",)

    def __str__(self) -> str:
        """The name to greet somebody by."""
        return self.get_full_name()

    def get_full_name(self) -> str:
        """The name as given, or else the address."""
        return self.name or self.email

    def get_short_name(self) -> str:
        """The same as the full name: people's names are not taken apart."""
        return self.get_full_name()
