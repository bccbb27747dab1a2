"""Templates about a promised day: it is near, it is put off with an apology, it has passed."""

from datetime import timedelta

from motcua.kernel.words import mark
from motcua.messages.rules.letters import en as _en
from motcua.messages.rules.letters import vi as _vi
from motcua.messages.rules.texts import Template

PROMISING: dict[str, Template] = {
    "dossier_near_due": Template(
        vi=_vi(
            "Hồ sơ {code} hẹn trả {due} đến nay chưa xong, có thể trễ. {call}",
            "Hồ sơ có thể trễ hẹn",
            "Hồ sơ của ông/bà hẹn trả kết quả {due}, đến nay chưa giải quyết xong và có thể trễ hẹn. "
            "Ông/bà không phải làm gì thêm. Nếu trễ, cơ quan phải xin lỗi, nêu lý do và hẹn lại ngày trả. "
            "Trang hồ sơ cho biết ai đang giữ hồ sơ. {call}",
        ),
        en=_en(
            "Dossier {code}, due {due}, is not finished and may be late. {call}",
            "Dossier may be late",
            "Your dossier is due on {due}. It is not finished and may be late. You need not do anything. "
            "If it is late, the agency must apologise, give the reason and a new date. "
            "The dossier's page tells who holds it now. {call}",
        ),
        what=mark("Báo hồ sơ có thể trễ hẹn"),
        worth=timedelta(days=1),
    ),
    "dossier_apology": Template(
        vi=_vi(
            "Cơ quan xin lỗi vì hồ sơ {code} trễ hẹn, hẹn lại {due}.",
            "Xin lỗi và hẹn lại ngày trả kết quả",
            "Hồ sơ của ông/bà hẹn trả kết quả {promised} nhưng không kịp. Cơ quan xin lỗi ông/bà và hẹn lại: {due}. "
            "Chỉ được hẹn lại một lần. Lý do và thư xin lỗi có ở trang hồ sơ. Ông/bà không phải làm gì thêm.",
        ),
        en=_en(
            "We are sorry: dossier {code} is delayed. New day: {due}.",
            "Apology and new day for the result",
            "Your dossier was promised for {promised} but will not be ready. The agency apologises; "
            "the new day is {due}. A new day is given only once. The reason and the letter are on the dossier's page. "
            "You need not do anything.",
        ),
        what=mark("Xin lỗi và hẹn lại ngày trả kết quả"),
    ),
    "dossier_overdue": Template(
        vi=_vi(
            "Hồ sơ {code} quá hạn trả kết quả. Mong ông/bà thông cảm, cơ quan đang giải quyết.",
            "Hồ sơ quá hạn trả kết quả",
            "Hồ sơ của ông/bà chưa có kết quả đúng hẹn ({due}). Chúng tôi xin lỗi ông/bà về việc này. "
            "Trang hồ sơ cho biết ai đang giữ hồ sơ.",
        ),
        en=_en(
            "Dossier {code} is late. We are sorry; the agency is still handling it.",
            "Dossier is late",
            "Your dossier has no result by the promised day ({due}). We are sorry. "
            "The dossier's page tells who holds it now.",
        ),
        what=mark("Báo hồ sơ quá hạn"),
    ),
}
