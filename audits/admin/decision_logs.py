"""How decisions read in the history of a page."""

from wagtail.log_actions import LogFormatter

_SAID = {
    "audits.appeal": ("Défaut contesté", "Défaut contesté"),
    "audits.appeal_confirmed": ("Défaut confirmé", "Défaut confirmé"),
    "audits.overrule": ("Élément écarté", "Élément écarté, il ne bloque plus"),
    "audits.advise_rule": ("Règle passée en conseil", "Règle {rule} passée en conseil sur le site {site}"),
    "audits.undo_decision": ("Décision annulée", "Décision annulée, le défaut bloque de nouveau"),
    "audits.grant_laissezpasser": ("Laissez-passer accordé", "{decision} accordé jusqu’au {until}"),
    "audits.grant_derogation": ("Dérogation accordée", "{decision} accordée jusqu’au {until}"),
    "audits.withdraw": ("Laissez-passer ou dérogation retirés", "{decision} : retrait"),
    "audits.exempt_document": ("Document exempté", "Document exempté : {decision}"),
    "audits.withdraw_exemption": ("Exemption retirée", "Exemption du document retirée ({decision})"),
    "audits.publish_urgently": ("Publication en urgence", "Publication en urgence, sans attendre la vérification"),
}


def register_decision_log_actions(actions) -> None:
    """Say who decided what, and why."""
    for action, (label, said) in _SAID.items():
        actions.register_action(action)(_formatter(label, said))


def _formatter(action_label: str, said: str) -> type[LogFormatter]:
    class DecisionFormatter(LogFormatter):
        label = action_label

        def format_message(self, log_entry) -> str:
            data = {"rule": "", "site": "", "decision": "", "until": "", **log_entry.data}
            about = f" Constat : {data['message']}" if data.get("message") else ""
            return f"{said.format(**data)}.{about}"

        def format_comment(self, log_entry) -> str:
            return log_entry.data.get("why", "")

    return DecisionFormatter
