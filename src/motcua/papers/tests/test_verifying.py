"""No change behind or inside a signature goes unseen, and no file, however hostile, gets anything but a verdict."""

import re
import zlib
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from motcua.gateways.signing.authority import Authority
from motcua.gateways.signing.certificates import SIMULATED
from motcua.papers.rules.signatures import After, Outcome, Role
from motcua.papers.signing import sign_pdf
from motcua.papers.tests.revoked import listing
from motcua.papers.tests.signed import (
    AT,
    OFFICER,
    SEAL,
    approved,
    authority,
    flipped,
    gap_of,
    keeper,
    plain,
    seal,
    sealed,
    trust,
    verdict,
)
from motcua.papers.verifying import MOST_BYTES, verify_pdf
from motcua.papers.verifying.trust import Trust


class TestSound:
    def test_officer_and_seal_are_both_named(self):
        said = verdict(sealed())
        assert said.outcome is Outcome.INTACT
        assert [(one.role, one.name, one.organisation) for one in said.signatures] == [
            (Role.OFFICER, f"{SIMULATED} – Trần Văn Bình", "UBND xã Thiên Nhẫn"),
            (Role.SEAL, f"{SIMULATED} – UBND xã Thiên Nhẫn", "UBND tỉnh Nghệ An"),
        ]
        assert [one.after for one in said.signatures] == [After.SIGNATURES, After.NOTHING]
        assert said.signed_as(Role.SEAL)

    def test_a_signature_tells_when_why_by_which_certificate_and_up_to_which_root(self):
        (one,) = verdict(approved()).signatures
        assert (one.signed_at, one.stamped, one.reason) == (AT, False, "Phê duyệt kết quả")
        assert one.serial == f"{keeper().pair.certificate.serial_number:X}"
        assert len(one.chain) == 3
        assert (one.trusted, one.expired, one.revoked, one.intact) == (True, False, False, True)

    def test_it_stays_sound_after_the_certificate_has_ended(self):
        assert verdict(approved(), at=AT + timedelta(days=40 * 365)).outcome is Outcome.INTACT

    def test_a_paper_without_signature_is_unsigned(self):
        assert verdict(plain()).outcome is Outcome.UNSIGNED


class TestChanged:
    def test_no_single_byte_of_a_signed_paper_can_be_changed(self):
        pdf = sealed()
        first, gap = len(plain()), range(*gap_of(pdf))
        step = [*range(0, first, 4999), *range(first, len(pdf), 397), *gap[:3500:41], *gap[-9:]]
        masks = (0x01, 0x20, 0x80)
        changed = [flipped(pdf, at, masks[number % 3]) for number, at in enumerate(step)]
        assert [
            at for at, one in zip(step, changed, strict=True) if verdict(one).outcome is Outcome.INTACT
        ] == []

    @pytest.mark.parametrize("bit", [0, 3, 5])
    def test_not_even_the_bytes_of_a_signature_that_no_hash_covers(self, bit):
        """Its head with versions and algorithms, and the name by which the signer is looked up."""
        pdf = approved()
        start, end = gap_of(pdf)
        content = bytes.fromhex(pdf[start + 1 : end - 1].decode())
        name = re.escape(keeper().pair.certificate.issuer.public_bytes())
        signer = [one.start() for one in re.finditer(name, content)][2]  # after the two certificates
        weak = [*range(0, 60, 2), *range(signer - 13, signer + 150, 5)]
        free = []
        for at in weak:
            made = flipped(content, at, 1 << bit).hex().encode()
            said = verdict(pdf[: start + 1] + made + pdf[end - 1 :])
            free += [at] if said.outcome is Outcome.INTACT else []
        assert free == []

    @settings(max_examples=40)
    @given(st.integers(0, 10**6), st.integers(1, 255))
    def test_no_byte_anywhere_can_be_changed(self, at, mask):
        assert verdict(flipped(sealed(), at % len(sealed()), mask)).outcome is not Outcome.INTACT

    @settings(max_examples=20)
    @given(st.binary(min_size=1, max_size=40))
    def test_nothing_can_be_appended(self, more):
        assert verdict(sealed() + more).outcome is not Outcome.INTACT

    def test_a_page_changed_by_an_update_is_seen(self):
        said = verdict(updated(sealed(), drawn_over))
        assert said.outcome is Outcome.ALTERED
        assert said.signatures[-1].after is After.OTHER

    def test_even_an_update_that_changes_nothing_visible_is_seen(self):
        assert verdict(updated(sealed(), titled)).outcome is Outcome.ALTERED

    @pytest.mark.parametrize("change", ["drawn_over", "covered", "fields_hidden", "page_replaced"])
    def test_a_change_hidden_between_officer_and_seal_is_seen(self, change):
        """What a shadow attack does: it changes the paper before somebody else signs once more."""
        changed = updated(approved(), globals()[change])
        try:
            both = sign_pdf(changed, SEAL, gateway=seal(), key="k", at=AT)
        except ValueError:
            both = changed
        assert verdict(both).outcome is Outcome.ALTERED

    def test_a_seal_cut_off_leaves_a_paper_that_only_the_officer_signed(self):
        said = verdict(sealed()[: len(approved())])
        assert [one.role for one in said.signatures] == [Role.OFFICER]
        assert not said.signed_as(Role.SEAL)
        assert said.outcome is Outcome.INTACT

    def test_signatures_stripped_by_writing_anew_leave_it_unsigned(self):
        with pikepdf.open(BytesIO(sealed())) as pdf:
            del pdf.Root.AcroForm, pdf.Root.Perms
            for page in pdf.pages:
                del page.Annots
            made = BytesIO()
            pdf.save(made)
        assert verdict(made.getvalue()).outcome is Outcome.UNSIGNED

    def test_signatures_that_no_field_leads_to_any_more_are_missed(self):
        said = verdict(updated(sealed(), fields_hidden))
        assert said.outcome is Outcome.ALTERED

    def test_the_contents_of_another_paper_s_signature_do_not_fit(self):
        other = sign_pdf(typeset_again(), OFFICER, gateway=keeper(), key="k", at=AT)
        (start, end), (there, to) = gap_of(approved()), gap_of(other)
        assert end - start == to - there
        mixed = approved()[:start] + other[there:to] + approved()[end:]
        assert verdict(mixed).outcome is Outcome.ALTERED

    def test_an_empty_signature_is_none(self):
        start, end = gap_of(approved())
        emptied = approved()[: start + 1] + b"0" * (end - start - 2) + approved()[end - 1 :]
        assert verdict(emptied).outcome is Outcome.ALTERED

    def test_the_part_signed_cannot_be_moved(self):
        start, end = gap_of(approved())
        moved = approved().replace(b"[0 %d %d" % (start, end), b"[9 %d %d" % (start, end))
        assert verdict(moved).outcome is Outcome.ALTERED


class TestTrust:
    def test_a_foreign_authority_is_not_trusted(self, tmp_path):
        foreign = Trust([Authority(tmp_path).root.der])
        said = verify_pdf(approved(), trust=foreign, at=AT)
        assert said.outcome is Outcome.UNTRUSTED
        assert said.signatures[0].intact
        assert verify_pdf(approved(), trust=Trust([]), at=AT).outcome is Outcome.UNTRUSTED

    def test_who_names_himself_is_not_trusted(self, tmp_path):
        alone = Authority(tmp_path)
        stranger = keeper()
        stranger.pair, stranger._chain = alone.root, ()
        pdf = sign_pdf(plain(), OFFICER, gateway=stranger, key="k", at=AT)
        assert verdict(pdf).outcome is Outcome.UNTRUSTED

    def test_one_stranger_among_two_is_enough(self, tmp_path):
        stranger = keeper()
        stranger.pair, stranger._chain = Authority(tmp_path).root, ()
        pdf = sign_pdf(approved(), SEAL, gateway=stranger, key="k", at=AT)
        said = verdict(pdf)
        assert said.outcome is Outcome.UNTRUSTED
        assert [one.trusted for one in said.signatures] == [True, False]

    def test_a_certificate_that_had_ended_is_told(self):
        ended = keeper(until=datetime(2026, 11, 1, tzinfo=UTC))
        said = verdict(sign_pdf(plain(), OFFICER, gateway=ended, key="k", at=AT))
        assert said.outcome is Outcome.UNTRUSTED
        assert (said.signatures[0].expired, said.signatures[0].intact) == (True, True)

    def test_who_claims_to_sign_in_future_is_not_trusted(self):
        assert verdict(approved(), at=AT - timedelta(hours=1)).outcome is Outcome.UNTRUSTED

    def test_a_revoked_number_is_never_good(self):
        serial = f"{keeper().pair.certificate.serial_number:X}"
        said = verdict(approved(), revoked={serial})
        assert (said.outcome, said.signatures[0].revoked) == (Outcome.UNTRUSTED, True)

    def test_a_list_of_revoked_counts_when_the_issuer_signed_it(self, tmp_path):
        number = keeper().pair.certificate.serial_number
        since = AT + timedelta(days=1)
        own = listing(authority().issuing, number, since)
        foreign = listing(Authority(tmp_path).issuing, number, since)
        assert verdict(approved(), crls=[own]).outcome is Outcome.UNTRUSTED
        assert verdict(approved(), crls=[foreign]).outcome is Outcome.INTACT
        assert verdict(approved(), crls=[listing(authority().issuing, number + 1, since)]).outcome is (
            Outcome.INTACT
        )

    def test_what_cannot_be_read_as_trust_is_no_trust(self):
        with pytest.raises(ValueError):
            trust(crls=[b"khong phai"])


class TestHostile:
    @given(st.binary(max_size=300))
    def test_any_bytes_get_a_verdict(self, content):
        assert verdict(content).outcome in (Outcome.UNREADABLE, Outcome.UNSIGNED)
        assert verdict(b"%PDF-1.7\n" + content).outcome in (Outcome.UNREADABLE, Outcome.UNSIGNED)

    @given(st.integers(0, 200_000))
    def test_a_paper_cut_anywhere_gets_a_verdict(self, length):
        said = verdict(sealed()[: length % len(sealed())])
        assert said.outcome is not Outcome.INTACT or not said.signed_as(Role.SEAL)

    def test_a_locked_paper_is_unreadable(self):
        made = BytesIO()
        with pikepdf.open(BytesIO(plain())) as pdf:
            pdf.save(made, encryption=pikepdf.Encryption(owner="a", user="b"))
        assert verdict(made.getvalue()).outcome is Outcome.UNREADABLE

    def test_too_many_bytes_are_not_read(self):
        assert verdict(sealed() + b" " * MOST_BYTES).outcome is Outcome.UNREADABLE

    def test_a_bomb_does_not_go_off(self):
        bomb = zlib.compress(b"0" * 300_000_000, 9)
        stream = b"1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(bomb)
        body = b"%PDF-1.7\n" + stream + bomb + b"\nendstream endobj\n"
        table = b"\x00\x00\x00\x00\x00" + b"\x01" + b"\x00\x00\x09\x00" + b"\x02\x00\x00\x01\x00"
        xref = (
            b"3 0 obj<</Type/XRef/Size 3/W[1 3 1]/Root 2 0 R/Length 15>>stream\n"
            + table
            + b"\nendstream endobj\n"
        )
        pdf = body + xref + b"startxref\n%d\n%%%%EOF" % len(body)
        assert verdict(pdf).outcome is Outcome.UNREADABLE

    @pytest.mark.parametrize(("entries", "revisions"), [(5_000_000, 1), (33_000, 17), (40_000, 2)])
    def test_tables_of_objects_that_are_not_there_are_not_read(self, entries, revisions):
        made, before = b"%PDF-1.7\n", b""
        packed = zlib.compress(b"\x01\x00\x09" * entries, 9)
        for _ in range(revisions):
            at = len(made)
            head = b"5 0 obj<</Type/XRef/Size %d/W[1 2 0]/Root 1 0 R%s/Filter/FlateDecode/Length %d>>stream\n"
            made += head % (entries, before, len(packed)) + packed + b"\nendstream endobj\n"
            made += b"startxref\n%d\n%%%%EOF\n" % at
            before = b"/Prev %d" % at
        assert verdict(made).outcome is Outcome.UNREADABLE

    def test_more_objects_than_a_paper_has_are_not_compared(self):
        made = BytesIO()
        with pikepdf.open(BytesIO(plain())) as pdf:
            pdf.Root.X = pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary()) for _ in range(8000)])
            pdf.save(made)
        one = sign_pdf(made.getvalue(), OFFICER, gateway=keeper(), key="k", at=AT)
        assert verdict(one).outcome is Outcome.INTACT
        two = sign_pdf(one, SEAL, gateway=seal(), key="k", at=AT)
        assert verdict(two).outcome is Outcome.UNREADABLE

    def test_deep_nests_and_fields_in_a_circle_get_a_verdict(self):
        deep = plain().replace(b"/Type /Catalog", b"/X " + b"[" * 20000 + b"]" * 20000)
        assert verdict(deep).outcome in (Outcome.UNREADABLE, Outcome.UNSIGNED)
        assert verdict(updated(approved(), circle)).outcome in (Outcome.ALTERED, Outcome.UNREADABLE)

    def test_endless_updates_are_not_followed(self):
        assert verdict(plain() + b"startxref\n0\n%%EOF\n" * 1000).outcome is Outcome.UNREADABLE


def updated(pdf: bytes, change) -> bytes:
    """Append an update that changes something."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    change(writer)
    made = BytesIO()
    writer.write(made)
    assert made.getvalue().startswith(pdf)
    return made.getvalue()


def drawn_over(writer) -> None:
    stamp = writer.add_object(generic.StreamObject(stream_data=b"0 0 600 800 re f"))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), stamp])
    writer.update_container(page)


def covered(writer) -> None:
    page = writer.root["/Pages"]["/Kids"][0]
    note = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/Square"),
            generic.pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 600, 800))),
        }
    )
    page["/Annots"].append(writer.add_object(note))
    writer.update_container(page["/Annots"])


def fields_hidden(writer) -> None:
    writer.root["/AcroForm"]["/Fields"] = generic.ArrayObject()
    writer.update_container(writer.root["/AcroForm"])


def page_replaced(writer) -> None:
    page = generic.DictionaryObject(dict(writer.root["/Pages"]["/Kids"][0]))
    page[generic.pdf_name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=b"n"))
    writer.root["/Pages"]["/Kids"][0] = writer.add_object(page)
    writer.update_container(writer.root["/Pages"]["/Kids"])


def titled(writer) -> None:
    writer.update_root()


def circle(writer) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    field[generic.pdf_name("/Kids")] = generic.ArrayObject([writer.root["/AcroForm"]["/Fields"].raw_get(0)])
    writer.update_container(field)


def typeset_again() -> bytes:
    return plain().replace(b"D:2026", b"D:2025")
