"""Addresses of one dossier: acts are the creation of something, so their addresses are nouns."""

from django.urls import path

from motcua.web.office.dossier import acts, apology, digitising, files, pausing, printing, signing, views

urlpatterns = [
    path("", views.dossier, name="dossier"),
    path("receipt/", printing.receipt, name="receipt"),
    path("papers/<slug:key>/<int:ordinal>/", printing.paper, name="paper"),
    path("secret/", printing.reprint, name="reprint"),
    path("files/<uuid:document_id>/", files.document, name="file"),
    path("scans/", digitising.digitising, name="digitising"),
    path("scans/files/", digitising.upload, name="digitised"),
    path("separators/", digitising.sheets, name="sheets"),
    path("receptions/", acts.reception, name="reception"),
    path("refusals/", acts.refusal, name="refusal"),
    path("supplements/", acts.supplement, name="supplement"),
    path("other-papers/", acts.other_paper, name="other_paper"),
    path("other-papers/decisions/", acts.other_paper_decision, name="other_paper_decision"),
    path("transfers/", acts.transfer, name="transfer"),
    path("assignments/", acts.assignment, name="assignment"),
    path("proposals/", acts.proposal, name="proposal"),
    path("approvals/", acts.approval, name="approval"),
    path("returns-to-sender/", acts.send_back, name="send_back"),
    path("results/", acts.result, name="result"),
    path("handovers/", acts.handover, name="handover"),
    path("returned-papers/", acts.papers_return, name="papers_return"),
    path("reopenings/", acts.reopening, name="reopening"),
    path("stops/", acts.stop, name="stop"),
    path("withdrawals/", acts.withdrawal, name="withdrawal"),
    path("payment-requests/", pausing.payment_request, name="payment_request"),
    path("payments/", pausing.payment, name="payment"),
    path("payment-requests/cancellations/", pausing.payment_withdrawal, name="payment_withdrawal"),
    path("refunds/", pausing.refund, name="refund"),
    path("suspensions/", pausing.suspension, name="suspension"),
    path("resumptions/", pausing.resumption, name="resumption"),
    path("signing-requests/", signing.signing_request, name="signing_request"),
    path("signatures/", signing.signature, name="signature"),
    path("signing-requests/recalls/", signing.signing_recall, name="signing_recall"),
    path("apology/", apology.page, name="apology"),
    path("apologies/", apology.letter, name="apology_letter"),
    path("apologies/dismissals/", apology.dismissal, name="apology_dismissal"),
]
