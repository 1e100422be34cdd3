"""What the task worker does for mail."""

from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from services.outbox import delivery


@task(backend="audit")
def send_due_mail() -> dict[str, int]:
    """Send what is due, and come back when the next mail is."""
    sent, failed = delivery.send_due()
    delay = delivery.next_due()
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=send_due_mail.module_path)
    if delay is not None and not waiting.exists():
        send_due_mail.using(run_after=timezone.now() + delay).enqueue()
    return {"sent": sent, "failed": failed}
