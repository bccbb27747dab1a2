"""The bare rows that a submission is compared with are rows that the tables still take."""

import random
import re
from uuid import uuid4

from django.db import connection, transaction

from bench import bare


def test_every_bare_statement_of_the_comparison_can_be_run(db, tmp_path):
    path = bare.script(tmp_path, agencies=1, answers=900, files=[str(uuid4())])
    numbers = {}

    def drawn(match):
        return str(numbers.setdefault(match[1], random.randrange(2**31)))

    statements = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("\\")]
    assert len(statements) == len(bare.ROWS) + 2
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements[1:-1]:
            cursor.execute(re.sub(r"(?<!:):(\w+)", drawn, statement).replace("%", "%%"))
        # Foreign keys are asked at the end only, and the paper's file is not there.
        transaction.set_rollback(True)
