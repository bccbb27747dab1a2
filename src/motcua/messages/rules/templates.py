"""Every template by name."""

from datetime import timedelta

from motcua.kernel.words import mark
from motcua.messages.rules.helping import HELPING
from motcua.messages.rules.letters import en as _en
from motcua.messages.rules.letters import vi as _vi
from motcua.messages.rules.pausing import PAUSING
from motcua.messages.rules.promising import PROMISING
from motcua.messages.rules.results import RESULTS
from motcua.messages.rules.texts import Template, Text

_OUTSIDE_VI = (
    "Giấy tờ này không có trong danh mục của thủ tục. Căn cứ: {law}. Người duyệt yêu cầu: {head}. "
    "Ngoài giấy tờ được duyệt như vậy, cơ quan không được yêu cầu thêm giấy tờ nào khác."
)
_OUTSIDE_EN = (
    "This paper is not on the procedure's list. Legal basis: {law}. Approved by: {head}. "
    "Beside a paper approved in this way, the agency may not ask for any other."
)


TEMPLATES: dict[str, Template] = {
    **HELPING,
    **RESULTS,
    **PROMISING,
    **PAUSING,
    "sign_in_code": Template(
        vi=Text(
            "{code} là mã đăng nhập Cổng Dịch vụ công, có hiệu lực 10 phút. Không đưa mã này cho ai.",
            "Mã đăng nhập Cổng Dịch vụ công: {code}",
            "{code} là mã đăng nhập của ông/bà, có hiệu lực trong 10 phút.\n\n"
            "Không đưa mã này cho bất kỳ ai, kể cả người tự nhận là cán bộ.\n"
            "Nếu ông/bà không yêu cầu đăng nhập, hãy bỏ qua thư này.\n",
        ),
        en=Text(
            "{code} is your sign-in code for the Public Service Portal, valid 10 minutes. Tell it to nobody.",
            "Your sign-in code: {code}",
            "{code} is your sign-in code, valid for 10 minutes.\n\n"
            "Tell it to nobody, not even to someone who says they are an officer.\n"
            "If you did not ask to sign in, ignore this message.\n",
        ),
        what=mark("Mã đăng nhập"),
        worth=timedelta(minutes=10),
    ),
    "draft_near_end": Template(
        vi=Text(
            "Bản nháp hồ sơ ông/bà chưa nộp sẽ bị xóa sau {due}. Muốn giữ, mở và lưu tại {site}/ho-so/",
            "Bản nháp sắp bị xóa",
            "Ông/bà có một bản nháp đã lâu không dùng: {procedure}.\n"
            "Sau {due}, bản nháp và các tệp kèm theo sẽ bị xóa. Muốn giữ, xin mở lại và lưu, hoặc nộp hồ sơ tại "
            "{site}/ho-so/\nNếu không cần nữa, ông/bà không phải làm gì.\n",
        ),
        en=Text(
            "Your unfiled draft is removed after {due}. To keep it: {site}/en/ho-so/",
            "A draft will be removed",
            "You have a draft that was not used for long: {procedure}.\n"
            "After {due} it is removed with its files. To keep it, open and save it, or file it, at "
            "{site}/en/ho-so/\nIf you do not need it any more, you need not do anything.\n",
        ),
        what=mark("Báo bản nháp sắp bị xóa"),
    ),
    "question_answered": Template(
        vi=Text(
            "{agency} đã trả lời câu hỏi về bản nháp của ông/bà. Xem tại {site}/ho-so/",
            "Đã trả lời câu hỏi của ông/bà",
            "{agency} đã trả lời câu hỏi của ông/bà về bản nháp hồ sơ.\n"
            "Câu trả lời ở trong bản nháp: mở tại {site}/ho-so/\n",
        ),
        en=Text(
            "{agency} answered your question about the draft. See {site}/en/ho-so/",
            "Your question was answered",
            "{agency} answered your question about your draft.\n"
            "The answer stands in the draft: open it at {site}/en/ho-so/\n",
        ),
        what=mark("Báo đã trả lời câu hỏi"),
    ),
    "dossier_submitted": Template(
        vi=_vi(
            "Đã nhận hồ sơ {code} nộp trực tuyến. Cơ quan sẽ kiểm tra và trả lời ông/bà.",
            "Đã nộp hồ sơ",
            "Hồ sơ của ông/bà đã nộp thành công. Cơ quan sẽ kiểm tra và trả lời: tiếp nhận, đề nghị bổ sung, "
            "hoặc từ chối có nêu lý do.",
        ),
        en=_en(
            "Dossier {code} was filed. The agency will check it and answer you.",
            "Dossier filed",
            "Your dossier was filed. The agency will check it and answer: received, something to add, "
            "or refused with the reason.",
        ),
        what=mark("Báo đã nộp hồ sơ"),
    ),
    "dossier_received": Template(
        vi=_vi(
            "Hồ sơ {code} đã được tiếp nhận. Hẹn trả kết quả: {due}.",
            "Đã tiếp nhận hồ sơ",
            "Hồ sơ của ông/bà đã được tiếp nhận.\nHẹn trả kết quả: {due}.",
        ),
        en=_en(
            "Dossier {code} was received. Result due: {due}.",
            "Dossier received",
            "Your dossier was received.\nThe result is due on: {due}.",
        ),
        what=mark("Báo đã tiếp nhận hồ sơ"),
    ),
    "dossier_received_no_date": Template(
        vi=_vi(
            "Hồ sơ {code} đã được tiếp nhận. Cơ quan sẽ báo khi có kết quả.",
            "Đã tiếp nhận hồ sơ",
            "Hồ sơ của ông/bà đã được tiếp nhận. Hệ thống chưa có thời hạn giải quyết của thủ tục này; "
            "cơ quan sẽ báo khi có kết quả.",
        ),
        en=_en(
            "Dossier {code} was received. The agency will tell you when there is a result.",
            "Dossier received",
            "Your dossier was received. The system does not know the time limit of this procedure; "
            "the agency will tell you when there is a result.",
        ),
        what=mark("Báo đã tiếp nhận hồ sơ"),
    ),
    "dossier_refused": Template(
        vi=_vi(
            "Hồ sơ {code} không được tiếp nhận. Xem lý do tại trang tra cứu hồ sơ.",
            "Không tiếp nhận hồ sơ",
            "Hồ sơ của ông/bà không được tiếp nhận. Lý do và việc ông/bà có thể làm tiếp được ghi ở trang hồ sơ.",
        ),
        en=_en(
            "Dossier {code} was not received. See the reason on the tracking page.",
            "Dossier not received",
            "Your dossier was not received. The dossier's page tells the reason and what you can do next.",
        ),
        what=mark("Báo không tiếp nhận hồ sơ"),
    ),
    "supplement_asked": Template(
        vi=_vi(
            "Hồ sơ {code} cần bổ sung giấy tờ đến hết {due}. Xem và gửi tại trang tra cứu hồ sơ.",
            "Cần bổ sung hồ sơ",
            "Hồ sơ của ông/bà cần bổ sung, chậm nhất đến hết {due}. Trang hồ sơ ghi đủ từng giấy tờ cần bổ sung "
            "và lý do; ông/bà có thể gửi ngay tại đó, không phải đến cơ quan.",
        ),
        en=_en(
            "Dossier {code} needs more papers by the end of {due}. See the tracking page.",
            "More papers are needed",
            "Your dossier needs more papers by the end of {due}. Its page lists each paper with the reason; "
            "you can send them there without coming in.",
        ),
        what=mark("Đề nghị bổ sung giấy tờ"),
    ),
    "supplement_asked_no_date": Template(
        vi=_vi(
            "Hồ sơ {code} cần bổ sung giấy tờ. Xem danh sách và gửi tại trang tra cứu hồ sơ.",
            "Cần bổ sung hồ sơ",
            "Hồ sơ của ông/bà cần bổ sung. Trang hồ sơ ghi đủ từng giấy tờ cần bổ sung và lý do; "
            "ông/bà có thể gửi ngay tại đó, không phải đến cơ quan.",
        ),
        en=_en(
            "Dossier {code} needs more papers. See the list and send them on the tracking page.",
            "More papers are needed",
            "Your dossier needs more papers. Its page lists each paper with the reason; "
            "you can send them there without coming in.",
        ),
        what=mark("Đề nghị bổ sung giấy tờ"),
    ),
    "other_paper_asked": Template(
        vi=_vi(
            "Hồ sơ {code} cần giấy tờ ngoài danh mục, hạn hết {due}. Xem căn cứ ở trang tra cứu.",
            "Cần một giấy tờ ngoài danh mục",
            "Cơ quan đề nghị ông/bà gửi thêm, chậm nhất đến hết {due}: {paper}.\n" + _OUTSIDE_VI,
        ),
        en=_en(
            "Dossier {code} needs a paper outside the list by {due}. See the tracking page.",
            "A paper outside the list is needed",
            "The agency asks you to send by the end of {due}: {paper}.\n" + _OUTSIDE_EN,
        ),
        what=mark("Đề nghị bổ sung giấy tờ ngoài danh mục"),
    ),
    "other_paper_asked_no_date": Template(
        vi=_vi(
            "Hồ sơ {code} cần thêm một giấy tờ ngoài danh mục. Xem căn cứ tại trang tra cứu.",
            "Cần một giấy tờ ngoài danh mục",
            "Cơ quan đề nghị ông/bà gửi thêm: {paper}.\n" + _OUTSIDE_VI,
        ),
        en=_en(
            "Dossier {code} needs a paper outside the list. The tracking page says on what legal basis.",
            "A paper outside the list is needed",
            "The agency asks you to send: {paper}.\n" + _OUTSIDE_EN,
        ),
        what=mark("Đề nghị bổ sung giấy tờ ngoài danh mục"),
    ),
    "other_paper_declined": Template(
        vi=_vi(
            "Hồ sơ {code}: người đứng đầu không duyệt yêu cầu giấy tờ ngoài danh mục.",
            "Không yêu cầu giấy tờ ngoài danh mục",
            "Người đứng đầu không duyệt đề nghị yêu cầu giấy tờ ngoài danh mục. Lý do ghi ở trang hồ sơ.",
        ),
        en=_en(
            "Dossier {code}: the head declined to ask for a paper outside the list.",
            "A paper outside the list is not asked for",
            "The head declined to ask for a paper outside the list. The dossier's page says why.",
        ),
        what=mark("Trả lời cán bộ về giấy tờ ngoài danh mục"),
    ),
    "supplement_near_due": Template(
        vi=_vi(
            "Hồ sơ {code} vẫn chờ giấy tờ bổ sung, hạn đến hết {due}. Gửi tại trang tra cứu hồ sơ.",
            "Sắp hết hạn bổ sung",
            "Hồ sơ của ông/bà vẫn chờ giấy tờ bổ sung, hạn đến hết {due}. Trang hồ sơ ghi từng giấy tờ còn thiếu; "
            "ông/bà có thể gửi ngay tại đó.",
        ),
        en=_en(
            "Dossier {code} still waits for papers until the end of {due}. See the tracking page.",
            "Papers are still missing",
            "Your dossier still waits for papers, until the end of {due}. Its page lists what is missing; "
            "you can send it there.",
        ),
        what=mark("Nhắc bổ sung giấy tờ"),
        worth=timedelta(days=1),
    ),
    "supplement_overdue": Template(
        vi=_vi(
            "Hồ sơ {code} quá hạn bổ sung. Cơ quan sẽ xem xét; ông/bà vẫn gửi được khi hồ sơ chưa dừng.",
            "Đã hết hạn bổ sung",
            "Cơ quan chưa nhận được giấy tờ bổ sung, hạn đến hết {due}. Cơ quan sẽ xem xét và có thể dừng giải quyết. "
            "Ông/bà vẫn gửi được giấy tờ tại trang hồ sơ khi hồ sơ chưa dừng.",
        ),
        en=_en(
            "Papers of dossier {code} are overdue. The agency decides; you can still send them until then.",
            "Papers are overdue",
            "The papers due by the end of {due} have not arrived. The agency may stop handling your dossier. "
            "Until it does you can still send them on the dossier's page.",
        ),
        what=mark("Báo hết hạn bổ sung giấy tờ"),
    ),
    "supplement_answered": Template(
        vi=_vi(
            "Đã nhận giấy tờ bổ sung của hồ sơ {code}. Hẹn trả kết quả: {due}.",
            "Đã nhận giấy tờ bổ sung",
            "Cơ quan đã nhận giấy tờ ông/bà bổ sung.\nHẹn trả kết quả: {due}.",
        ),
        en=_en(
            "The added papers of dossier {code} arrived. Result due: {due}.",
            "Added papers arrived",
            "The papers you added have arrived.\nThe result is due on: {due}.",
        ),
        what=mark("Báo đã nhận giấy tờ bổ sung"),
    ),
    "supplement_answered_no_date": Template(
        vi=_vi(
            "Đã nhận giấy tờ bổ sung của hồ sơ {code}. Cơ quan sẽ trả lời ông/bà.",
            "Đã nhận giấy tờ bổ sung",
            "Cơ quan đã nhận giấy tờ ông/bà bổ sung và sẽ trả lời ông/bà.",
        ),
        en=_en(
            "The added papers of dossier {code} arrived. The agency will answer you.",
            "Added papers arrived",
            "The papers you added have arrived. The agency will answer you.",
        ),
        what=mark("Báo đã nhận giấy tờ bổ sung"),
    ),
    "dossier_stopped": Template(
        vi=_vi(
            "Hồ sơ {code} đã dừng giải quyết. Xem lý do tại trang tra cứu hồ sơ.",
            "Dừng giải quyết hồ sơ",
            "Cơ quan đã dừng giải quyết hồ sơ của ông/bà. Lý do được ghi ở trang hồ sơ.",
        ),
        en=_en(
            "Handling of dossier {code} was stopped. See the reason on the tracking page.",
            "Handling stopped",
            "The agency has stopped handling your dossier. The dossier's page tells the reason.",
        ),
        what=mark("Báo dừng giải quyết hồ sơ"),
    ),
    "dossier_expired": Template(
        vi=_vi(
            "Hồ sơ {code} đã dừng vì quá hạn bổ sung giấy tờ. Ông/bà có thể nộp hồ sơ mới.",
            "Dừng giải quyết vì quá hạn bổ sung",
            "Hồ sơ của ông/bà đã dừng giải quyết vì hết hạn mà chưa có giấy tờ bổ sung. Căn cứ được ghi ở trang hồ sơ. "
            "Ông/bà có thể nộp hồ sơ mới bất cứ lúc nào.",
        ),
        en=_en(
            "Dossier {code} was stopped: the papers asked for did not come in time. You can file a new one.",
            "Handling stopped: papers overdue",
            "Your dossier was stopped because the papers asked for did not come in time. Its page names the rule. "
            "You can file a new dossier at any time.",
        ),
        what=mark("Báo dừng hồ sơ vì quá hạn bổ sung"),
    ),
    "dossier_withdrawn": Template(
        vi=_vi(
            "Hồ sơ {code} đã được rút theo yêu cầu của ông/bà.",
            "Đã rút hồ sơ",
            "Hồ sơ đã được rút theo yêu cầu của ông/bà. Nếu không phải ông/bà yêu cầu, hãy báo ngay cho cơ quan.",
        ),
        en=_en(
            "Dossier {code} was withdrawn as you asked.",
            "Dossier withdrawn",
            "The dossier was withdrawn as you asked. If it was not you, tell the agency at once.",
        ),
        what=mark("Báo đã rút hồ sơ"),
    ),
    "withdrawal_declined": Template(
        vi=_vi(
            "Chưa rút được hồ sơ {code}. Xem lý do tại trang tra cứu hồ sơ.",
            "Chưa rút được hồ sơ",
            "Cơ quan chưa đồng ý cho rút hồ sơ và tiếp tục giải quyết. Lý do được ghi ở trang hồ sơ.",
        ),
        en=_en(
            "Dossier {code} could not be withdrawn. See the reason on the tracking page.",
            "Withdrawal declined",
            "The agency did not accept the withdrawal and goes on. The dossier's page tells the reason.",
        ),
        what=mark("Báo chưa rút được hồ sơ"),
    ),
    "secret_reprinted": Template(
        vi=_vi(
            "Mã bí mật hồ sơ {code} vừa được in lại tại quầy. Nếu không phải ông/bà, xin gọi cơ quan.",
            "Đã in lại mã bí mật của hồ sơ",
            "Mã bí mật để tra cứu hồ sơ vừa được in lại tại quầy cho người xuất trình căn cước. "
            "Nếu không phải ông/bà, xin liên hệ ngay với cơ quan.",
        ),
        en=_en(
            "The secret of dossier {code} was printed again at the counter. If it was not you, call the agency.",
            "Secret printed again",
            "The secret for following the dossier was printed again at the counter for a person who showed an "
            "identity card. If it was not you, please contact the agency at once.",
        ),
        what=mark("Báo đã in lại mã bí mật"),
    ),
    "factors_cleared": Template(
        vi=Text(
            "Xác thực hai lớp của ông/bà vừa được đặt lại. Nếu không đề nghị, báo ngay người đứng đầu.",
            "Xác thực hai lớp vừa được đặt lại",
            "Hai người có thẩm quyền vừa xác nhận đặt lại xác thực hai lớp của tài khoản cán bộ này. "
            "Mọi phiên đăng nhập đã kết thúc; mật khẩu dùng một lần do hai người đó trao.\n\n"
            "Nếu ông/bà không đề nghị việc này, hãy báo ngay cho người đứng đầu cơ quan.\n",
        ),
        en=Text(
            "Your second factors were cleared. If you did not ask for it, tell the head of your agency at once.",
            "Your second factors were cleared",
            "Two authorised people confirmed a new start for this officer's account. All sessions have ended; "
            "each of the two hands over half of a one-time password.\n\n"
            "If you did not ask for this, tell the head of your agency at once.\n",
        ),
        what=mark("Báo đã đặt lại xác thực hai lớp"),
    ),
}
