"""The recipe by which an audit signs in to its site: kept with it, without what its variables hold."""

import os

from accessibility.recipe import Recipe, RecipeError, read_recipe
from accessibility.sign_in import address_of
from audits.auditing.errors import AuditError
from audits.auditing.options import AuditOptions


def recipe_of(options: AuditOptions) -> Recipe | None:
    """The recipe that an audit was started with, None when it signs in nowhere."""
    return read_recipe(options.sign_in) if options.sign_in else None


def check_sign_in(options: AuditOptions, start_url: str) -> None:
    """Raises AuditError when the recipe cannot even begin: badly written, of another site, or a variable missing."""
    try:
        if recipe := recipe_of(options):
            address_of(recipe, start_url)
            recipe.check_variables(os.environ)
    except RecipeError as error:
        raise AuditError(str(error)) from error
