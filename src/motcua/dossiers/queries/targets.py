"""Which dossier scanned pages belong to, by the code and number on their separator sheet."""

from motcua.catalogue.queries import version
from motcua.dossiers.models import Dossier
from motcua.kernel.codes import dossier_code_normal
from motcua.kernel.words import mark

NOT_HERE = mark("Cơ quan không có hồ sơ nào mang mã này.")
NO_SUCH_PAPER = mark("Hồ sơ này không có giấy tờ mang số đó.")
NO_SHEET = mark("Trước các trang này không có tờ phân tách.")


def target_of(agency_id: str, code: str, component: int) -> Dossier | str:
    """Find the dossier of the agency that a code names, or say why there is none.

    A dossier of another agency and a code that does not exist are answered alike.
    """
    row = Dossier.objects.filter(
        agency_id=agency_id, codes__code=dossier_code_normal(code) or code.strip()
    ).first()
    if row is None:
        return NOT_HERE
    if component and component not in {one.seq for one in version(row.version_id).components}:
        return NO_SUCH_PAPER
    return row
