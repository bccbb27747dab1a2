"""Templates about help on record: consent asked, given and ended, and news of what a helper filed."""

from datetime import timedelta

from motcua.kernel.words import mark
from motcua.messages.rules.letters import en as _en
from motcua.messages.rules.letters import vi as _vi
from motcua.messages.rules.texts import Template, Text

HELPING: dict[str, Template] = {
    "consent_give": Template(
        vi=Text(
            "{helper} xin nộp giúp ông/bà: {matter}. Đồng ý thì đọc mã {one_time} cho người đó (10 phút). "
            "Không đồng ý: bỏ qua. Thu hồi: {site}/th/{link}",
            "{helper} xin nộp giúp hồ sơ",
            "{helper} xin nộp giúp ông/bà hồ sơ: {matter}.\n"
            "Nếu đồng ý, xin đọc mã {one_time} cho người đó trong 10 phút. "
            "Nếu không đồng ý, hãy bỏ qua tin này.\nThu hồi bất cứ lúc nào tại {site}/th/{link}\n",
        ),
        en=Text(
            "{helper} asks to file for you: {matter}. If you agree, read out the code {one_time} (10 minutes). "
            "If not, ignore this. Take back: {site}/th/{link}",
            "{helper} asks to file for you",
            "{helper} asks to file for you: {matter}.\nIf you agree, read out the code {one_time} within 10 minutes. "
            "If not, ignore this message.\nTake it back at any time at {site}/th/{link}\n",
        ),
        what=mark("Mã đồng ý cho nộp giúp"),
        worth=timedelta(minutes=10),
    ),
    "consent_end": Template(
        vi=Text(
            "{one_time} là mã để thu hồi việc nhờ {helper} nộp giúp hồ sơ. Không đọc mã này cho ai.",
            "Mã thu hồi việc nhờ nộp giúp",
            "{one_time} là mã để thu hồi việc nhờ {helper} nộp giúp hồ sơ. Không đọc mã này cho ai.\n",
        ),
        en=Text(
            "{one_time} is the code to stop {helper} from filing for you. Tell it to nobody.",
            "Code to take your consent back",
            "{one_time} is the code to stop {helper} from filing for you. Tell it to nobody.\n",
        ),
        what=mark("Mã thu hồi việc nhờ nộp giúp"),
        worth=timedelta(minutes=10),
    ),
    "consent_given": Template(
        vi=Text(
            "{helper} nộp giúp hồ sơ cho ông/bà theo sự đồng ý đã ghi nhận. Không đúng thì thu hồi: {site}/th/{link}",
            "Đã ghi nhận người nộp giúp hồ sơ",
            "{helper} nộp giúp hồ sơ cho ông/bà theo sự đồng ý đã ghi nhận.\n"
            "Không đúng, hoặc không muốn nữa, xin thu hồi tại {site}/th/{link}\n",
        ),
        en=Text(
            "{helper} files for you with your consent on record. Not so? Take it back: {site}/th/{link}",
            "Your helper is on record",
            "{helper} files for you with your consent on record.\n"
            "If that is wrong, or you want it no longer, take it back at {site}/th/{link}\n",
        ),
        what=mark("Báo đã ghi nhận người nộp giúp"),
    ),
    "consent_ended": Template(
        vi=Text(
            "Việc nộp giúp hồ sơ cho {owner} đã kết thúc. Các hồ sơ đã nộp vẫn được giải quyết.",
            "Việc nộp giúp đã kết thúc",
            "Việc nộp giúp hồ sơ cho {owner} đã kết thúc. Các hồ sơ đã nộp vẫn được giải quyết.\n",
        ),
        en=Text(
            "Your help for {owner} has ended. Dossiers already filed go on.",
            "Your help has ended",
            "Your help for {owner} has ended. Dossiers already filed go on.\n",
        ),
        what=mark("Báo việc nộp giúp đã kết thúc"),
    ),
    "dossier_submitted_for_owner": Template(
        vi=_vi(
            "{helper} đã nộp giúp ông/bà hồ sơ {code}. Cơ quan sẽ kiểm tra và trả lời. Thu hồi: {site}/th/{link}",
            "Đã nộp giúp hồ sơ",
            "{helper} đã nộp giúp hồ sơ cho ông/bà. Cơ quan sẽ kiểm tra và trả lời.\n"
            "Không muốn người này giúp nữa, xin thu hồi tại {site}/th/{link}",
        ),
        en=_en(
            "{helper} filed dossier {code} for you. The agency will answer. Take back: {site}/th/{link}",
            "Dossier filed for you",
            "{helper} filed this dossier for you. The agency will check it and answer.\n"
            "To stop this help: {site}/th/{link}",
        ),
        what=mark("Báo đã nộp giúp hồ sơ"),
    ),
    "helped_news": Template(
        vi=_vi(
            "Hồ sơ {code} ông/bà nộp giúp {owner}: {matter}.",
            "Tin về hồ sơ nộp giúp",
            "Hồ sơ ông/bà nộp giúp {owner} có tin mới: {matter}.",
        ),
        en=_en(
            "Dossier {code} that you filed for {owner}: {matter}.",
            "News of a dossier you helped with",
            "There is news of the dossier that you filed for {owner}: {matter}.",
        ),
        what=mark("Báo tin cho người nộp giúp"),
    ),
    "helped_draft_near_end": Template(
        vi=Text(
            "Bản nháp nộp giúp sẽ bị xóa sau {due}. Muốn giữ, người giúp mở và lưu: {site}",
            "Bản nháp nộp giúp sắp bị xóa",
            "Có một bản nháp nộp giúp đã lâu không dùng: {procedure}.\n"
            "Sau {due}, bản nháp và các tệp kèm theo sẽ bị xóa. Muốn giữ, người giúp mở lại và lưu, hoặc nộp hồ sơ "
            "tại {site}\nNếu không cần nữa, không phải làm gì.\n",
        ),
        en=Text(
            "A helper's draft is removed after {due}. To keep it: {site}/en/",
            "A helper's draft will be removed",
            "A draft that a helper fills in was not used for long: {procedure}.\n"
            "After {due} it is removed with its files. To keep it, the helper opens and saves it, or files it, at "
            "{site}/en/\nIf it is not needed any more, nothing need be done.\n",
        ),
        what=mark("Báo bản nháp nộp giúp sắp bị xóa"),
    ),
}
