"""What the catalogue answers with: frozen values, no rows."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from motcua.kernel.worktime import Limit


@dataclass(frozen=True, slots=True)
class ComponentFacts:
    """One paper of the closed list; `kind` is required, conditional or presented (shown, not handed in)."""

    seq: int
    case: str
    name: str
    name_is_cut: bool
    kind: str
    copy_type: str
    original_qty: int
    copy_qty: int
    form_code: str
    form_source: str
    form_file: str
    source: str


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """One way to file (online, post, direct) with its time and fee; an unknown time or fee is None."""

    channel: str
    time_value: Decimal | None
    time_unit: str
    time_note: str
    fee_amount: int | None
    fee_currency: str
    fee_note: str

    @property
    def limit(self) -> Limit | None:
        """Give the time as a limit the clock can count.

        Read as follows, and assumed so: an hour is a working hour, half an hour counts as one, a year is
        twelve months, zero means that the source states none.
        """
        if not self.time_value:
            return None
        amount = int(self.time_value.to_integral_value(ROUND_CEILING))
        match self.time_unit:
            case "same_day":
                return Limit(1, "same_day")
            case "hour":
                return Limit(amount, "working_hour")
            case "year":
                return Limit(amount * 12, "month")
            case "working_day" | "day" | "month" as unit:
                return Limit(amount, unit)
        return None


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """The facts of a procedure between two days; `basis` is assumed, own_knowledge or announced."""

    id: int
    code: str
    name: str
    title: str
    sector: str
    url: str
    issuer: str
    is_local: bool
    field: str
    field_slug: str
    valid_from: date
    valid_to: date | None
    levels: tuple[str, ...]
    levels_basis: str
    executing_agency: str
    agency_id: str
    result: str
    result_code: str
    applicants: tuple[str, ...]
    legal_basis: tuple[str, ...]
    decision: str
    basis: str
    source: str
    confidence: str
    form_id: int | None
    components: tuple[ComponentFacts, ...]
    channels: tuple[ChannelFacts, ...]

    def limit(self, channel: str) -> Limit | None:
        """Give the legal limit of a channel: its first stated time, else that at the counter, else None."""
        for wanted in (channel, "direct"):
            for one in self.channels:
                if one.channel == wanted and one.limit is not None:
                    return one.limit
        return None

    def fees(self, channel: str) -> tuple[ChannelFacts, ...]:
        """List the fee cases of a channel that the source states."""
        return tuple(one for one in self.channels if one.channel == channel and one.fee_amount is not None)

    def offers(self, channel: str) -> bool:
        """Tell whether the source lists this channel."""
        return any(one.channel == channel for one in self.channels)


@dataclass(frozen=True, slots=True)
class ProcedureFacts:
    """A procedure whatever the day: its latest name, who handles it, its page on the National Portal."""

    code: str
    name: str
    sector: str
    issuer: str
    url: str
    is_local: bool


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """A dated row that opens a procedure online: level 3, 4, full (toàn trình) or partial (một phần)."""

    procedure: str
    agency_id: str
    level: str
    decision: str
    is_estimate: bool
    valid_from: date
    valid_to: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A line of a list: a procedure as it is on a day, and whether it is offered online then."""

    code: str
    version_id: int
    title: str
    field: str
    field_slug: str
    sector: str
    levels: tuple[str, ...]
    online_level: str | None
    online_is_estimate: bool
    has_own_form: bool


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """A field of administration and how many procedures it holds on a day."""

    slug: str
    name: str
    procedures: int


@dataclass(frozen=True, slots=True)
class LifeEventFacts:
    """A life event and the codes of its procedures that exist on a day."""

    slug: str
    name: str
    name_en: str
    summary: str
    summary_en: str
    procedures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PortalFacts:
    """Where a vertical sector takes its own procedures; an unknown phone is empty."""

    sector: str
    body: str
    body_en: str
    name: str
    name_en: str
    url: str
    phone: str
    source: str
