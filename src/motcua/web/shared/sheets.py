"""Answering with a legal paper as PDF, made when it is asked for."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from motcua.papers.headers import disposition
from motcua.papers.typesetting import typeset
from motcua.web.shared.codes import barcode_picture, qr_picture

TRACKED = "Theo dõi hồ sơ: quét mã QR, rồi nhập mã bí mật đã cấp khi nộp."
TRAINING_MARK = "BẢN TẬP HUẤN"


def pdf(form: str, values: Mapping[str, Any], *, name: str, at: datetime) -> HttpResponse:
    """Answer with a form filled with values, to be looked at and printed in the browser."""
    mark = TRAINING_MARK if settings.TRAINING else ""
    answer = HttpResponse(typeset(form, values, at=at, mark=mark), content_type="application/pdf")
    answer["Content-Disposition"] = disposition(f"{name}.pdf", inline=True)
    answer["Cache-Control"] = "private, no-store"
    return answer


def scannable(values: Mapping[str, Any], *, code: str) -> dict[str, Any]:
    """Add to a paper of a dossier what machines read on it: the barcode of its code, the QR of its page."""
    address = settings.PUBLIC_ADDRESS + reverse("portal:dossier", args=[code])
    drawn = {"barcode": barcode_picture(code), "qr": qr_picture(address), "address": address}
    return {"tracking": TRACKED, **values, **drawn}
