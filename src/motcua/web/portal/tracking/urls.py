"""Addresses of filed dossiers; `/h/<code>/` is printed on paper and never changes."""

from django.urls import path

from motcua.web.portal.tracking import files, lookup, papers, receipt, supplement, views, withdrawal

urlpatterns = [
    path("tra-cuu/", lookup.lookup, name="lookup"),
    path("h/<str:code>/", views.dossier, name="dossier"),
    path("h/<str:code>/bien-nhan/", receipt.receipt, name="receipt"),
    path("h/<str:code>/tep/<uuid:document_id>/", files.document, name="document"),
    path("h/<str:code>/van-ban/<slug:key>/<int:ordinal>/", papers.paper, name="paper"),
    path("h/<str:code>/bo-sung/", supplement.supplement, name="supplement"),
    path("h/<str:code>/bo-sung/tep/", supplement.upload, name="supplement_upload"),
    path("h/<str:code>/bo-sung/tep/phan/", supplement.piece, name="supplement_piece"),
    path("h/<str:code>/bo-sung/tep/<uuid:document_id>/bo/", supplement.take_out, name="supplement_take_out"),
    path("h/<str:code>/rut/", withdrawal.withdraw, name="withdraw"),
]
