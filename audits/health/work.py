"""What waits, and who is there to do it: workers, publications, schedules, rounds over what is online."""

from collections.abc import Iterator
from datetime import timedelta

import psutil
from django.conf import settings
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.models import Revision

from audits.auditing.text import plural
from audits.drift import queries, restoring
from audits.health.result import Result
from audits.models import PendingPublication

TOO_LONG = timedelta(minutes=15)
"""How long a publication, a schedule or a task may wait before somebody should look."""
_A_SIGN_OF_LIFE = timedelta(minutes=10)
_LONGEST_TASK = timedelta(hours=12)
_ROUNDS_APART = timedelta(hours=36)
_WORKER = "manage.py db_worker --backend=audit --queue-name="


def workers() -> Iterator[Result]:
    """A worker for each queue is seen on this machine, or what it did lately is."""
    running = _queues_of_workers_here()
    for queue in settings.TASKS["audit"]["QUEUES"]:
        name = f"Travaux «\u00a0{queue}\u00a0»"
        if queue in running or _shows_life(queue):
            yield Result(name, "Un processus de travail est là.")
        else:
            yield Result(
                name,
                "Aucun processus de travail n’est visible sur cette machine, et rien n’a été fait depuis dix minutes.",
                f"Lancez-le\u00a0: {_WORKER}{queue} (ou vérifiez-le sur la machine où il doit tourner).",
            )


def backlog() -> Iterator[Result]:
    """No task waits for long, and none failed today."""
    now = timezone.now()
    ready = DBTaskResult.objects.ready().filter(backend_name="audit")
    late = ready.filter(enqueued_at__lt=now - TOO_LONG).exclude(run_after__gt=now - TOO_LONG, run_after__lte=now)
    if count := late.count():
        said = plural(count, "travail attend", "travaux attendent")
        yield Result("File d’attente", f"{said} depuis plus de 15 minutes.", "Relancez les processus de travail.")
    else:
        said = plural(ready.count(), "travail à faire", "travaux à faire")
        yield Result("File d’attente", f"{said}, aucun depuis plus de 15 minutes.")
    failed = DBTaskResult.objects.failed().filter(finished_at__gt=now - timedelta(days=1))
    if count := failed.count():
        said = plural(count, "travail a échoué", "travaux ont échoué")
        last = failed.order_by("-finished_at").first()
        yield Result(
            "Travaux échoués",
            f"{said} depuis hier. Le dernier\u00a0: {last.task_path}.",
            "Lisez son erreur dans la table django_tasks_db_dbtaskresult (colonne traceback), puis corrigez la cause.",
        )


def publications() -> Iterator[Result]:
    """No publication waits for its verdict, or for its hour, for too long."""
    before = timezone.now() - TOO_LONG
    waiting = PendingPublication.objects.filter(state=PendingPublication.State.WAITING)
    late = waiting.filter(created_at__lt=before).select_related("page")
    if count := late.count():
        first = late[0]
        reason = f" ({first.reason})" if first.reason else ""
        said = plural(count, "publication attend", "publications attendent")
        yield Result(
            "Publications en attente",
            f"{said} un verdict depuis trop longtemps\u00a0: «\u00a0{first.page.title}\u00a0»{reason}.",
            "Réparez d’abord le vérificateur et les travaux, puis lancez «\u00a0manage.py publish_scheduled\u00a0».",
        )
    else:
        yield Result("Publications en attente", f"{waiting.count()} en attente, aucune depuis plus de 15 minutes.")
    due = Revision.objects.filter(approved_go_live_at__lt=before)
    if count := due.count():
        said = plural(count, "publication programmée n’est pas partie", "publications programmées ne sont pas parties")
        yield Result(
            "Publications programmées",
            f"{said} à leur heure.",
            "Faites lancer «\u00a0manage.py publish_scheduled\u00a0» toutes les cinq minutes par une tâche planifiée.",
        )
    else:
        yield Result("Publications programmées", "Aucune n’est en retard.")


def rounds() -> Iterator[Result]:
    """What is online was judged lately, and the database is the one that this was done in."""
    name = "Contrôle des pages en ligne"
    remedy = "Lancez «\u00a0manage.py recheck\u00a0», et chaque nuit par une tâche planifiée."
    if restoring.was_restored():
        yield Result(
            name,
            "La base de données a été restaurée\u00a0: ce qu’elle dit des pages en ligne n’est pas vérifié.",
            "Lancez «\u00a0manage.py recheck --restored\u00a0».",
        )
        return
    last = queries.last_round()
    if last is None:
        yield Result(name, "Les pages en ligne n’ont jamais été contrôlées.", remedy)
    elif last.ended_at < timezone.now() - _ROUNDS_APART:
        ended = timezone.localtime(last.ended_at)
        yield Result(name, f"Le dernier contrôle complet date du {ended:%d/%m/%Y à %H:%M}.", remedy)
    elif unverified := queries.unverified_pages():
        said = plural(unverified, "page en ligne n’est pas vérifiée", "pages en ligne ne sont pas vérifiées")
        yield Result(name, f"{said} depuis un changement.", "Lancez «\u00a0manage.py recheck\u00a0».")
    else:
        ended = timezone.localtime(last.ended_at)
        failing = plural(len(queries.failing_pages()), "page à corriger", "pages à corriger")
        yield Result(name, f"Dernier contrôle complet le {ended:%d/%m/%Y à %H:%M}\u00a0: {failing}.")


def _queues_of_workers_here() -> set[str]:
    queues = set()
    for process in psutil.process_iter(["cmdline"]):
        words = process.info["cmdline"] or []
        if "db_worker" in words:
            options = dict(word.split("=", 1) for word in words if word.startswith("--") and "=" in word)
            queues.update(options.get("--queue-name", "default").split(","))
    return queues


def _shows_life(queue: str) -> bool:
    now = timezone.now()
    of_queue = DBTaskResult.objects.filter(queue_name=queue)
    is_running = of_queue.filter(status=TaskResultStatus.RUNNING, started_at__gt=now - _LONGEST_TASK)
    return is_running.exists() or of_queue.filter(finished_at__gt=now - _A_SIGN_OF_LIFE).exists()
