"""What we say of each of axe's rules, in plain French: what is wrong, how to mend it, what a person must look at.

axe's own sentences speak to developers, and a few of its rules have no French. Theirs are added as details where
they name the very thing (`details`): an attribute, a role, an identifier.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """`message`: what is wrong. `fix`: how to mend it. `question`: what to look at when the defect is not certain."""

    message: str
    fix: str
    question: str = ""
    details: bool = False

    def said(self, *, certain: bool) -> str:
        """The sentence for a defect, or for a doubt."""
        if certain:
            return self.message
        return self.question or f"À vérifier : {self.message[0].lower()}{self.message[1:]}"


_ARIA = "Corrigez ou retirez l’attribut ; un élément HTML ordinaire (<button>, <a>, <input>) s’en passe souvent."
_NAME = "Donnez-lui un nom : un texte visible, ou à défaut un attribut aria-label, par exemple {example}."

MESSAGES: dict[str, Words] = {
    "area-alt": Words(
        "Une zone cliquable de l’image n’a pas de texte de remplacement.",
        'Ajoutez à la zone un attribut alt qui dit où elle mène, par exemple alt="Canton de Saint-Malo".',
    ),
    "aria-allowed-attr": Words(
        "Cet élément porte un attribut ARIA que son rôle ne prévoit pas.",
        _ARIA,
        "Cet élément porte un attribut ARIA que son rôle ne prévoit pas : l’information qu’il donne se perd-elle ?",
        details=True,
    ),
    "aria-command-name": Words(
        "Ce composant (lien, bouton ou entrée de menu) n’a pas d’intitulé.",
        _NAME.format(example='aria-label="Ouvrir le menu"'),
    ),
    "aria-conditional-attr": Words(
        "Un attribut ARIA est employé dans un cas où il ne doit pas l’être.",
        "Sur une case à cocher native, laissez l’attribut checked dire l’état et retirez aria-checked.",
        "Un attribut ARIA double ou contredit l’état de l’élément : est-il restitué correctement ?",
    ),
    "aria-deprecated-role": Words(
        "Cet élément porte un rôle ARIA abandonné.",
        'Remplacez le rôle par un rôle actuel, par exemple role="list" au lieu de role="directory".',
        "Cet élément porte un rôle ARIA abandonné : est-il encore restitué correctement ?",
    ),
    "aria-hidden-body": Words(
        "Toute la page est cachée aux lecteurs d’écran (aria-hidden sur body).",
        "Retirez l’attribut aria-hidden de la balise <body>.",
    ),
    "aria-hidden-focus": Words(
        "Un contenu caché aux lecteurs d’écran reçoit pourtant le focus au clavier.",
        'Retirez aria-hidden="true", ou rendez les liens, boutons et champs qu’il contient inatteignables '
        '(disabled, tabindex="-1", hidden).',
        "Un contenu caché aux lecteurs d’écran contient un élément interactif : reçoit-il le focus au clavier ?",
    ),
    "aria-input-field-name": Words(
        "Ce champ de saisie n’a pas d’étiquette.",
        'Reliez-le à un texte visible par aria-labelledby, ou ajoutez aria-label="Commune de naissance".',
    ),
    "aria-meter-name": Words(
        "Cette jauge n’a pas d’étiquette.",
        'Reliez-la à un texte visible par aria-labelledby, ou ajoutez aria-label="Places de parking occupées".',
    ),
    "aria-progressbar-name": Words(
        "Cette barre de progression n’a pas d’étiquette.",
        'Reliez-la à un texte visible par aria-labelledby, ou ajoutez aria-label="Envoi du dossier".',
    ),
    "aria-prohibited-attr": Words(
        "Cet élément porte un attribut ARIA qui lui est interdit : il ne sera pas restitué.",
        'Retirez l’attribut, ou donnez à l’élément un rôle qui l’admet, par exemple role="group" pour aria-label.',
        "Cet élément porte un attribut ARIA mal restitué : l’information qu’il donne se trouve-t-elle ailleurs ?",
        details=True,
    ),
    "aria-required-attr": Words(
        "Il manque à ce composant un attribut ARIA que son rôle exige.",
        'Ajoutez l’attribut manquant, par exemple aria-checked="false" pour role="checkbox".',
        details=True,
    ),
    "aria-required-children": Words(
        "Il manque à ce composant les éléments que son rôle doit contenir.",
        'Placez-y les éléments attendus, par exemple des role="listitem" dans un role="list" ; une balise <ul> '
        "et des <li> sont plus simples.",
        details=True,
    ),
    "aria-required-parent": Words(
        "Ce composant est hors de l’élément que son rôle demande autour de lui.",
        'Placez-le dans l’élément attendu, par exemple role="listitem" dans role="list".',
        details=True,
    ),
    "aria-roles": Words(
        "Cet élément porte un rôle ARIA qui n’existe pas.",
        'Corrigez la valeur de l’attribut role, ou retirez-le : role="navigation", et non role="nav".',
        details=True,
    ),
    "aria-tab-name": Words("Cet onglet n’a pas d’intitulé.", "Écrivez dans l’onglet un texte, par exemple Horaires."),
    "aria-toggle-field-name": Words(
        "Cette case, ce bouton radio ou cet interrupteur n’a pas d’intitulé.",
        "Écrivez son intitulé dans l’élément, ou reliez-le à un texte visible par aria-labelledby.",
    ),
    "aria-valid-attr": Words(
        "Un attribut ARIA n’existe pas : il est sans doute mal écrit.",
        "Corrigez son nom, par exemple aria-labelledby et non aria-labeledby.",
        details=True,
    ),
    "aria-valid-attr-value": Words(
        "Un attribut ARIA a une valeur qui n’est pas admise.",
        "Corrigez la valeur : true ou false pour un état, l’id d’un élément de la page pour une référence.",
        "Un attribut ARIA désigne un élément qui n’est pas dans la page pour le moment : y sera-t-il à temps ?",
        details=True,
    ),
    "autocomplete-valid": Words(
        "L’attribut autocomplete de ce champ n’a pas une valeur admise.",
        'Choisissez une valeur de la liste officielle : autocomplete="email", "tel" ou "family-name".',
        "L’attribut autocomplete de ce champ a une valeur inattendue : le champ concerne-t-il la personne ?",
    ),
    "blink": Words(
        "Un texte est balisé pour clignoter (<blink>).",
        "Remplacez la balise <blink> par une mise en valeur qui ne bouge pas, comme <strong>.",
        "Un texte est balisé pour clignoter (<blink>) : clignote-t-il, et plus de 5 secondes ?",
    ),
    "button-name": Words(
        "Ce bouton n’a pas d’intitulé.",
        "Écrivez dans le bouton ce qu’il fait, par exemple <button>Rechercher</button>, ou ajoutez un aria-label.",
    ),
    "bypass": Words(
        "La page n’offre pas de moyen d’aller droit au contenu principal.",
        "Placez au début de la page un lien « Aller au contenu » vers la balise <main>.",
        "Un lien permet-il d’aller directement au contenu principal ?",
    ),
    "color-contrast": Words(
        "Ce texte se distingue mal de son fond.",
        "Choisissez une couleur de texte plus foncée ou un fond plus clair (ou l’inverse).",
        "Le contraste de ce texte n’a pas pu être mesuré : est-il lisible sur son fond ?",
    ),
    "css-orientation-lock": Words(
        "La page bloque l’affichage dans un seul sens de l’écran.",
        "Retirez de la feuille de styles la rotation imposée en mode portrait ou paysage.",
        "Une feuille de styles tourne le contenu selon le sens de l’écran : la page se lit-elle dans les deux sens ?",
    ),
    "definition-list": Words(
        "Cette liste de descriptions (<dl>) n’est pas faite de termes suivis de leurs descriptions.",
        "Dans <dl>, faites suivre chaque <dt> de son <dd>, au besoin groupés par des <div>, sans rien d’autre.",
    ),
    "dlitem": Words(
        "Un terme ou une description (<dt>, <dd>) est hors d’une liste de descriptions.",
        "Entourez les <dt> et les <dd> d’une balise <dl>, ou remplacez-les par des paragraphes.",
    ),
    "document-title": Words(
        "La page n’a pas de titre.",
        "Donnez-lui un titre : <title>Horaires de la mairie - Ville de Saint-Rieul</title>.",
    ),
    "duplicate-id-aria": Words(
        "Plusieurs éléments portent le même identifiant (id), qu’une étiquette ou un attribut ARIA désigne.",
        "Donnez à chaque élément un id différent et corrigez les attributs for et aria-* qui le désignent.",
        details=True,
    ),
    "focus-order-semantics": Words(
        "Cet élément reçoit le focus au clavier sans avoir de rôle interactif.",
        "Employez une balise interactive (<button>, <a href>), ou retirez le tabindex.",
        "Cet élément reçoit le focus sans avoir de rôle interactif : l’ordre de tabulation reste-t-il cohérent ?",
    ),
    "form-field-multiple-labels": Words(
        "Ce champ a plusieurs étiquettes.",
        "Ne laissez qu’un <label> par champ.",
        "Ce champ a plusieurs étiquettes : disent-elles ensemble, et à coup sûr, ce qu’il faut saisir ?",
    ),
    "frame-focusable-content": Words(
        'Ce cadre contient des éléments interactifs que le clavier n’atteint pas (tabindex="-1").',
        'Retirez l’attribut tabindex="-1" de la balise <iframe>.',
    ),
    "frame-title": Words(
        "Ce cadre n’a pas de titre.",
        'Ajoutez à la balise <iframe> un attribut title, par exemple title="Plan d’accès à la médiathèque".',
    ),
    "frame-title-unique": Words(
        "Plusieurs cadres portent le même titre.",
        "Donnez à chaque cadre un titre qui dit ce qu’il contient.",
        "Plusieurs cadres portent le même titre : chacun dit-il ce que son cadre contient ?",
    ),
    "html-has-lang": Words(
        "La langue de la page n’est pas indiquée.",
        'Écrivez <html lang="fr"> au début de la page.',
        "La balise <html> n’indique pas de langue : chaque texte de la page en porte-t-il une ?",
    ),
    "html-lang-valid": Words(
        "La langue indiquée pour la page n’existe pas.",
        'Écrivez un code de langue : lang="fr" pour le français.',
    ),
    "html-xml-lang-mismatch": Words(
        "La page indique deux langues différentes (lang et xml:lang).",
        "Donnez la même valeur à lang et à xml:lang, ou retirez xml:lang.",
        "La page indique deux langues différentes (lang et xml:lang) : laquelle est la bonne ?",
    ),
    "image-alt": Words(
        "Cette image n’a pas de texte de remplacement.",
        'Décrivez l’image dans son texte alternatif, par exemple alt="Façade de la mairie" ; si elle est '
        'décorative, laissez-le vide : alt="".',
    ),
    "input-button-name": Words(
        "Ce bouton n’a pas d’intitulé.",
        'Dites ce que fait le bouton dans son attribut value, par exemple value="Envoyer la demande".',
    ),
    "input-image-alt": Words(
        "Ce bouton en image n’a pas de texte de remplacement.",
        'Dites ce que fait le bouton dans son attribut alt, par exemple alt="Rechercher".',
    ),
    "label": Words(
        "Ce champ de formulaire n’a pas d’étiquette.",
        'Reliez une étiquette au champ : <label for="nom">Nom</label> <input id="nom">.',
    ),
    "label-content-name-mismatch": Words(
        "Le nom donné à cet élément ne reprend pas le texte que l’on voit.",
        "Commencez l’aria-label ou le title par le texte visible, par exemple « Télécharger : le budget 2026 ».",
        "Le nom de cet élément diffère du texte que l’on voit : le reprend-il, ponctuation et symboles à part ?",
    ),
    "link-in-text-block": Words(
        "Ce lien ne se distingue du texte voisin que par une couleur trop proche.",
        "Soulignez les liens placés dans un texte.",
        "Ce lien se distingue-t-il du texte voisin autrement que par sa couleur ?",
    ),
    "link-name": Words(
        "Ce lien n’a pas d’intitulé.",
        'Écrivez dans le lien où il mène, par exemple <a href="/horaires">Horaires de la mairie</a> ; si le lien '
        "est une image, donnez à l’image un texte alternatif.",
    ),
    "list": Words(
        "Cette liste contient autre chose que des éléments de liste.",
        "Ne placez directement dans <ul> ou <ol> que des balises <li>.",
        details=True,
    ),
    "listitem": Words(
        "Un élément de liste (<li>) est hors d’une liste.",
        "Entourez les <li> d’une balise <ul> ou <ol>, ou remplacez-les par des paragraphes.",
    ),
    "marquee": Words(
        "Un texte défile tout seul (<marquee>).",
        "Retirez la balise <marquee> et laissez le texte immobile.",
    ),
    "meta-refresh": Words(
        "La page se recharge ou redirige toute seule.",
        'Retirez la balise <meta http-equiv="refresh"> et laissez la personne suivre un lien.',
    ),
    "meta-viewport": Words(
        "La page empêche d’agrandir l’affichage sur un téléphone.",
        'Retirez user-scalable=no et maximum-scale de la balise <meta name="viewport">.',
        "La page limite l’agrandissement : le texte peut-il être doublé de taille ?",
    ),
    "nested-interactive": Words(
        "Un élément interactif en contient un autre.",
        "Séparez-les : un lien ou un bouton ne doit contenir ni lien, ni bouton, ni champ.",
        "Un élément interactif en contient un autre : les deux sont-ils restitués et utilisables ?",
    ),
    "no-autoplay-audio": Words(
        "Un son se lance tout seul.",
        "Retirez l’attribut autoplay, ou donnez les commandes du lecteur (attribut controls).",
        "Un média se lance tout seul : a-t-il du son plus de 3 secondes, sans moyen de l’arrêter ?",
    ),
    "object-alt": Words(
        "Cet objet intégré (<object>) n’a pas de texte de remplacement.",
        'Ajoutez role="img" et un aria-label, ou placez juste après un lien vers une version en texte.',
        "Cet objet intégré n’a pas de nom : est-ce une image, et un texte la remplace-t-il à côté ?",
    ),
    "p-as-heading": Words(
        "Un paragraphe est mis en forme comme un titre.",
        "Donnez au texte un style de titre (Titre 2, Titre 3…) au lieu du gras.",
        "Ce paragraphe ressemble à un titre : en est-ce un ?",
    ),
    "region": Words(
        "Un contenu est hors des grandes zones de la page.",
        "Placez-le dans <header>, <nav>, <main> ou <footer>.",
        "Ce contenu est hors des grandes zones de la page : appartient-il à l’une d’elles ?",
    ),
    "role-img-alt": Words(
        'Un élément présenté comme une image (role="img") n’a pas de texte de remplacement.',
        'Décrivez-le par un aria-label, par exemple aria-label="Trois étoiles sur cinq".',
    ),
    "scrollable-region-focusable": Words(
        "Une zone à défilement n’est pas atteignable au clavier.",
        'Ajoutez à la zone tabindex="0", role="region" et un aria-label.',
        "Cette zone défile : le clavier permet-il d’en lire tout le contenu ?",
    ),
    "select-name": Words(
        "Cette liste de choix n’a pas d’étiquette.",
        'Reliez une étiquette à la liste : <label for="quartier">Quartier</label> <select id="quartier">.',
    ),
    "server-side-image-map": Words(
        "Cette image est cliquable par zones que seul le serveur connaît (ismap).",
        "Remplacez-la par des liens, ou par une image à zones <area>.",
        "Cette image est cliquable par zones connues du seul serveur : des liens mènent-ils aux mêmes pages ?",
    ),
    "skip-link": Words(
        "Un lien d’accès rapide ne mène nulle part.",
        'Faites correspondre l’adresse du lien (href="#contenu") et l’id de sa cible (id="contenu").',
        "La cible de ce lien d’accès rapide est introuvable ou inatteignable : un autre lien la remplace-t-il ?",
    ),
    "svg-img-alt": Words(
        "Cette image vectorielle (svg) n’a pas de texte de remplacement.",
        'Décrivez-la par un aria-label ; si elle est décorative, remplacez role="img" par aria-hidden="true".',
    ),
    "table-duplicate-name": Words(
        "Le titre et le résumé de ce tableau sont identiques.",
        "Gardez le titre (<caption>) et retirez le résumé, ou dites dans le résumé comment le tableau se lit.",
        "Le titre et le résumé de ce tableau sont identiques : le résumé aide-t-il à comprendre le tableau ?",
    ),
    "table-fake-caption": Words(
        "Une cellule sert de titre à ce tableau.",
        "Placez le titre dans une balise <caption>, première du tableau.",
        "Une cellule paraît servir de titre à ce tableau : en est-ce le titre ?",
    ),
    "td-has-header": Words(
        "Des cellules de ce tableau ne sont reliées à aucun en-tête.",
        'Déclarez les en-têtes par des balises <th> avec scope="col" ou scope="row".',
        "Des cellules de ce grand tableau ne sont reliées à aucun en-tête : est-ce un tableau de données ?",
    ),
    "td-headers-attr": Words(
        "Une cellule désigne comme en-têtes (headers) des cellules qui ne sont pas dans le tableau.",
        "Corrigez l’attribut headers : il doit énumérer les id des en-têtes de ce même tableau.",
        details=True,
    ),
    "th-has-data-cells": Words(
        "Un en-tête de ce tableau ne correspond à aucune cellule.",
        "Remplacez par <td> un <th> qui n’est pas un en-tête, ou corrigez son attribut scope.",
        "Un en-tête de ce tableau ne correspond à aucune cellule remplie : est-il utile et bien déclaré ?",
    ),
    "valid-lang": Words(
        "La langue indiquée pour ce passage n’existe pas.",
        'Écrivez un code de langue : lang="en" pour l’anglais, lang="br" pour le breton.',
    ),
    "video-caption": Words(
        "Cette vidéo n’a pas de sous-titres.",
        'Ajoutez un fichier de sous-titres : <track kind="captions" src="reunion.vtt" srclang="fr">.',
        "Cette vidéo n’a pas de piste de sous-titres : a-t-elle du son, des sous-titres incrustés, une alternative ?",
    ),
    "aria-dialog-name": Words(
        "Cette fenêtre de dialogue n’a pas de nom.",
        'Reliez-la à son titre : aria-labelledby="titre-de-la-fenetre".',
        "Cette fenêtre de dialogue n’a pas de nom : son objet est-il annoncé à l’ouverture ?",
    ),
    "aria-tooltip-name": Words("Cette infobulle est vide.", "Écrivez le texte dans l’infobulle, ou retirez-la."),
    "aria-treeitem-name": Words(
        "Cette entrée d’arborescence n’a pas d’intitulé.", "Écrivez son intitulé dans l’élément."
    ),
    "avoid-inline-spacing": Words(
        "Un espacement du texte est imposé dans la page (attribut style et !important).",
        "Retirez !important, ou l’espacement, de l’attribut style : chacun doit pouvoir aérer le texte.",
    ),
    "summary-name": Words(
        "Ce contenu à déplier n’a pas d’intitulé (<summary> vide).",
        "Écrivez dans <summary> ce que l’on trouve en dépliant, par exemple <summary>Pièces à fournir</summary>.",
    ),
    "tabindex": Words(
        "Cet élément impose son rang dans l’ordre de tabulation.",
        "Remplacez la valeur de tabindex par 0, et placez l’élément au bon endroit du code.",
        "Un tabindex positif change l’ordre de tabulation : cet ordre reste-t-il cohérent ?",
    ),
}
