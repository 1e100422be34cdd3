from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person with an account. The project's own model, so that it can grow without replacing a table."""

    class Meta(AbstractUser.Meta):
        verbose_name = "compte"
        verbose_name_plural = "comptes"
