"""Letters about a dossier: all name it, its procedure and agency, and lead to its page."""

from motcua.messages.rules.texts import Text

_ABOUT_VI = "Hồ sơ: {code}\nThủ tục: {procedure}\nCơ quan: {agency}\n"
_ABOUT_EN = "Dossier: {code}\nProcedure: {procedure}\nAgency: {agency}\n"
_SEE_VI = "\nXem hồ sơ tại {site}/h/{code}\nCần đăng nhập, hoặc mã bí mật in trên giấy biên nhận.\n"
_SEE_EN = (
    "\nSee the dossier at {site}/h/{code}\nSign in, or use the tracking secret printed on the receipt.\n"
)


def vi(sms: str, subject: str, body: str) -> Text:
    """Make the Vietnamese text of a message about a dossier."""
    return Text(sms, f"{subject} – {{code}}", f"{body}\n\n{_ABOUT_VI}{_SEE_VI}")


def en(sms: str, subject: str, body: str) -> Text:
    """Make the English text of a message about a dossier."""
    return Text(sms, f"{subject} – {{code}}", f"{body}\n\n{_ABOUT_EN}{_SEE_EN}")
