"""Recipes of sign-ins: what is understood, and what is said of what is not."""

import pytest

from accessibility.recipe import RecipeError, Step, Verb, read_recipe
from accessibility.sign_in import address_of
from tests.members_site import RECIPE, VARIABLES


def test_a_recipe_is_read_step_by_step():
    assert read_recipe(RECIPE).steps == (
        Step(3, Verb.GO, "/connexion"),
        Step(4, Verb.FILL, "Identifiant", variable="ESSAI_IDENTIFIANT"),
        Step(5, Verb.FILL, "#secret", css=True, variable="ESSAI_MOT_DE_PASSE"),
        Step(6, Verb.CLICK, "Se connecter"),
        Step(7, Verb.WAIT, "Mon compte"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# rien", "aucune étape"),
        ('aller /connexion\ntaper "Nom"', "ligne 2 : l’étape commence par un mot inconnu"),
        ('aller /connexion\nremplir "Mot de passe" avec s3cret', "ligne 2 : l’étape est mal écrite"),
        ('cliquer "Entrer"\nattendre "Bonjour"', "ligne 1 : la première étape doit être « aller »"),
        ('aller /connexion\ncliquer "Entrer"', "ligne 2 : la dernière étape doit être « attendre »"),
    ],
)
def test_a_recipe_that_is_not_understood_names_the_line_and_quotes_no_secret(text, said):
    with pytest.raises(RecipeError) as error:
        read_recipe(text)
    assert said in str(error.value) and "s3cret" not in str(error.value)


def test_a_recipe_stays_on_its_site_and_needs_its_variables():
    elsewhere = read_recipe('aller https://ailleurs.example/connexion\nattendre "Bonjour"')
    with pytest.raises(RecipeError, match="ligne 1 : .* n’est pas une adresse du site de départ"):
        address_of(elsewhere, "https://ville.example/accueil")
    assert address_of(read_recipe(RECIPE), "https://ville.example/accueil") == "https://ville.example/connexion"
    with pytest.raises(RecipeError, match="ligne 5 : la variable d’environnement ESSAI_MOT_DE_PASSE manque"):
        read_recipe(RECIPE).check_variables(VARIABLES | {"ESSAI_MOT_DE_PASSE": ""})
