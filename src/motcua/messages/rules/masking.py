"""Addresses as they may be shown."""

from motcua.kernel.references import mask_phone


def masked(channel: str, address: str) -> str:
    """Show the ends of a phone number, or the first letter and the domain of a mail address."""
    if channel == "sms":
        return mask_phone(address)
    local, _, domain = address.partition("@")
    return f"{local[:1]}***@{domain}"
