"""Who is shown the lists of an agency."""

from dataclasses import replace

from motcua.dossiers.queries.desk import closed_count, desk_counts, desk_page, find_in_agency
from motcua.dossiers.tests.factories import filed


def test_who_only_keeps_accounts_reads_no_list_of_dossiers(cast, at):
    _, done = filed(cast.an, at=at)
    keeper = replace(cast.binh, roles=frozenset({"admin"}))
    assert desk_page(keeper, "open", at=at).rows == []
    assert set(desk_counts(keeper, at=at).values()) == {0}
    assert closed_count(keeper) == 0
    assert find_in_agency(keeper, done.code, key="nguyen", number_index=None) == []
    assert desk_page(cast.binh, "open", at=at).rows
