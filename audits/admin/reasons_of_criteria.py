"""Why a defect matters, in one sentence for the person who wrote the content."""

_BY_CRITERION = {
    "1.1": "Une personne qui ne voit pas l’image n’a que son texte de remplacement.",
    "1.2": "Un lecteur d’écran annoncerait une image qui n’apprend rien.",
    "1.3": "Une personne qui ne voit pas l’image n’a que ce texte pour savoir ce qu’elle montre.",
    "2.1": "Sans titre, une personne aveugle ne sait pas s’il faut entrer dans le cadre.",
    "2.2": "Son titre est tout ce qu’une personne aveugle sait du cadre avant d’y entrer.",
    "5.4": "Le titre permet de savoir si le tableau vaut la peine d’être lu, avant de le lire case par case.",
    "5.5": "Le titre permet de savoir si le tableau vaut la peine d’être lu, avant de le lire case par case.",
    "5.6": "Sans en-têtes, une case lue seule ne veut rien dire.",
    "6.1": "Beaucoup de personnes lisent les liens à la suite, sans le texte qui les entoure.",
    "6.2": "Un lien sans texte n’est annoncé que comme «\u00a0lien\u00a0»\u00a0: personne ne sait où il mène.",
    "8.7": "Une synthèse vocale prononcerait ce passage avec les sons d’une autre langue.",
    "8.8": "Une synthèse vocale prononcerait ce passage avec les sons d’une autre langue.",
    "8.9": "Un lecteur d’écran lit la structure du texte, et non les espaces que l’on voit.",
    "9.1": "Les titres servent de sommaire\u00a0: on va de l’un à l’autre sans lire le reste.",
    "9.3": "Une vraie liste est annoncée avec son nombre de points, et se parcourt de l’un à l’autre.",
}
_BY_THEME = {
    "1": "Tout le monde ne voit pas les images.",
    "2": "Tout le monde ne voit pas ce qui est dans un cadre.",
    "3": "Tout le monde ne distingue pas les couleurs.",
    "4": "Tout le monde ne voit ou n’entend pas ce média.",
    "5": "Un tableau ne se comprend à l’oreille que s’il est bien construit.",
    "6": "Un lien doit dire où il mène à qui ne voit pas la page.",
    "7": "Tout le monde n’utilise pas une souris.",
    "8": "Les aides techniques se fient au code de la page.",
    "9": "La structure de la page guide ceux qui ne la voient pas.",
    "10": "La page doit rester lisible pour qui l’affiche autrement.",
    "11": "Un formulaire doit se remplir sans le voir.",
    "12": "Tout le monde ne parcourt pas la page de la même façon.",
    "13": "Chacun lit à son rythme et avec ses moyens.",
}


def reason_of(tests: list[str]) -> str:
    """Why it matters that the first of these RGAA tests fails."""
    theme, number = (tests[0].split(".") + [""])[:2] if tests else ("", "")
    return _BY_CRITERION.get(f"{theme}.{number}") or _BY_THEME.get(theme, "")
