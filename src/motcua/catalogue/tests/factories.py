"""Values of the catalogue for tests that need no database."""

from datetime import date

from motcua.catalogue.rules.versions import ComponentFacts, VersionFacts


def version(
    components: tuple[ComponentFacts, ...] = (), applicants: tuple[str, ...] = ("citizen",)
) -> VersionFacts:
    """Make the facts of a version."""
    return VersionFacts(
        id=1,
        code="1.000001",
        name="Thủ tục cấp lại giấy",
        title="Cấp lại giấy",
        sector="",
        url="",
        issuer="",
        is_local=False,
        field="Hộ tịch",
        field_slug="ho-tich",
        valid_from=date(2025, 7, 1),
        valid_to=None,
        levels=("commune",),
        levels_basis="",
        executing_agency="",
        agency_id="",
        result="",
        result_code="",
        applicants=applicants,
        legal_basis=(),
        decision="",
        basis="assumed",
        source="S1",
        confidence="verified",
        form_id=1,
        components=components,
        channels=(),
    )
