"""Addresses of filing: the receiving place, the draft's steps, its files, the submission."""

from django.urls import path

from motcua.web.portal.filing import begin, changed, check, files, steps

urlpatterns = [
    path("<str:code>/", begin.begin, name="begin"),
    path("ban-nhap/<uuid:draft_id>/", steps.resume, name="draft"),
    path("ban-nhap/<uuid:draft_id>/nop/", check.submit, name="submit"),
    path("ban-nhap/<uuid:draft_id>/bo/", begin.discard, name="discard"),
    path("ban-nhap/<uuid:draft_id>/tep/", files.upload, name="upload"),
    path("ban-nhap/<uuid:draft_id>/tep/phan/", files.piece, name="piece"),
    path("ban-nhap/<uuid:draft_id>/tep/<uuid:file_id>/bo/", files.take_out, name="take_out"),
    path("ban-nhap/<uuid:draft_id>/tep/kho/", files.reuse, name="reuse"),
    path("ban-nhap/<uuid:draft_id>/giay-to/", files.papers, name="papers"),
    path("ban-nhap/<uuid:draft_id>/kiem-tra/", check.check, name="check"),
    path("ban-nhap/<uuid:draft_id>/quy-dinh-moi/", changed.changed, name="changed"),
    path("ban-nhap/<uuid:draft_id>/<slug:section>/", steps.section, name="section"),
]
