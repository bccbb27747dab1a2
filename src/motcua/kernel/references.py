"""References people write on papers, under one name: codes, identity numbers, phones, and their masks."""

from motcua.kernel.codes import (
    agency_code,
    dossier_code_form_valid,
    dossier_code_format,
    dossier_code_normal,
    dossier_code_valid,
    procedure_code,
)
from motcua.kernel.identity import (
    identity_normal,
    identity_problem,
    mail_normal,
    mask_identity,
    mask_name,
    mask_phone,
    phone_is_mobile,
    phone_normal,
    phone_printed,
    tax_code_problem,
)

__all__ = [
    "agency_code",
    "dossier_code_form_valid",
    "dossier_code_format",
    "dossier_code_normal",
    "dossier_code_valid",
    "identity_normal",
    "identity_problem",
    "mail_normal",
    "mask_identity",
    "mask_name",
    "mask_phone",
    "phone_is_mobile",
    "phone_normal",
    "phone_printed",
    "procedure_code",
    "tax_code_problem",
]
