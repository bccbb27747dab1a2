"""Forgetting what signing in has left behind: codes that were sent, and the failures of guessers."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.sessions.models import Session

from motcua.accounts.events import SignInsForgotten
from motcua.accounts.models import ConsentCode, SignIn, SignInCode, Slowing
from motcua.accounts.rules.codes import COUNTED_FOR
from motcua.accounts.rules.slowing import FORGIVEN_AFTER
from motcua.directory.queries import run_out
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.ledger.acts import act


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many codes and counts of failures went, or would go."""

    codes: int = 0
    failures: int = 0


def forget_sign_ins(*, dry_run: bool = False, by: Actor, at: datetime) -> Forgotten:
    """Remove codes and counts whose time of keeping has run out, never while they are still counted with."""
    codes_until, failures_until = run_out("sign_in_code_kept", at), run_out("sign_in_failure_kept", at)
    codes = SignInCode.objects.filter(made_at__lt=min(codes_until, at - COUNTED_FOR)) if codes_until else None
    failures = (
        Slowing.objects.filter(until__lt=min(failures_until, at - FORGIVEN_AFTER)) if failures_until else None
    )
    if dry_run:
        return Forgotten(
            codes.count() if codes is not None else 0, failures.count() if failures is not None else 0
        )
    with act(by=by, at=at) as deed:
        SignIn.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
        if codes_until:
            ConsentCode.objects.filter(made_at__lt=min(codes_until, at - COUNTED_FOR)).delete()
        gone = Forgotten(
            codes.delete()[0] if codes is not None else 0, failures.delete()[0] if failures is not None else 0
        )
        if gone != Forgotten():
            deed.record(SignInsForgotten(batch=uuid7(at), codes=gone.codes, failures=gone.failures))
    return gone
