"""Publish what is due, one page at a time: a refusal stops nobody else's publication."""

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.management.commands.publish_scheduled import Command as WagtailCommand
from wagtail.models import Revision

from audits.gate.errors import PublicationRefused, VerdictUnavailable
from audits.gate.pending import settle_all


class Command(WagtailCommand):
    """Wagtail's command behind the gate, which also settles the publications that wait for a verdict."""

    help = "Publish and unpublish what is due, and settle pending publications; refusals are logged and passed over."

    def handle(self, *args, **options):
        if not options["dryrun"]:
            self._publish_what_is_due()
        try:
            super().handle(*args, **options)
        except VerdictUnavailable:
            self.stderr.write("Some publications wait for the checker; they will be tried again at the next run.")
        if not options["dryrun"]:
            settled, waiting = settle_all()
            if settled or waiting:
                self.stdout.write(f"pending publications: {settled} settled, {waiting} still waiting")

    def _publish_what_is_due(self) -> None:
        due = Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at")
        for revision in list(due):
            try:
                revision.publish(log_action="wagtail.publish.scheduled")
            except PublicationRefused as refusal:
                self._cancel(revision)
                self.stderr.write(f"{revision.object_str} : {refusal.text}")
            except Exception as error:
                self.stderr.write(f"{revision.object_str} : {error}")

    def _cancel(self, revision: Revision) -> None:
        """A refused schedule is over, which unlocks the page for its editor; the page's history says why."""
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        log(instance=revision.content_object, action="audits.schedule_refused", revision=revision)
