"""Which fact wakes whom: the only place that connects anything to anything.

`WITHIN` handlers run in the transaction of the act (own rows and lower rooms only, no outside call), `AFTER`
handlers are called by the worker, each once for each fact. `docs/facts.md` is made from these two tables.
"""

from collections.abc import Mapping, Sequence

from motcua.accounts.events import (
    AccountOpened,
    ConsentAsked,
    ConsentCodeSent,
    ConsentConfirmed,
    ConsentEnded,
    ConsentGiven,
    ContactTrusted,
    ContactTrustEnded,
    ContactTrustMoved,
    DutyNamed,
    FactorAdded,
    FactorRemoved,
    FactorsCleared,
    NoticesChosen,
    PasswordRenewed,
    PasswordReset,
    RecoveryAsked,
    RecoveryCodesMade,
    RecoveryConfirmed,
    RecoveryRefused,
    RoleEnded,
    RoleGiven,
    SessionsEnded,
    SignedIn,
    SignInCodeSent,
    SignInsForgotten,
    WorkContactTold,
)
from motcua.accounts.notices import tell_ended, tell_given, tell_officer
from motcua.catalogue.events import CatalogueLoaded, LexiconLoaded
from motcua.counter import events as counter
from motcua.custody import events as custody
from motcua.custody.reactions import (
    follow_dossier,
    give_papers,
    give_result,
    keep_papers,
    keep_result,
    void_result,
)
from motcua.directory.events import (
    DirectoryLoaded,
    PlaceClosed,
    PlaceClosureWithdrawn,
    PlaceContactTold,
)
from motcua.dossiers import events as dossiers
from motcua.dossiers.notices import tell_colleague, tell_drafter, tell_owner
from motcua.dossiers.reactions import clear_away, make_readable, note_help_ended, split_scan
from motcua.feedback import events as feedback
from motcua.feedback.notices import tell_asker
from motcua.ledger.access import AccessSealed
from motcua.ledger.blocks import BlockKept
from motcua.ledger.facts import Fact
from motcua.ledger.wiring import After, Within
from motcua.messages.events import SlipHanded, SlipHandoverUndone, SlipPlaced
from motcua.oversight import events as oversight
from motcua.training import events as training

WITHIN: Mapping[type[Fact], Sequence[Within]] = {
    ConsentEnded: (note_help_ended,),
    dossiers.DossierTakenIn: (keep_papers,),
    dossiers.ResultIssued: (keep_result,),
    dossiers.ResultReturned: (give_result,),
    dossiers.PapersReturned: (give_papers,),
    dossiers.DossierReopened: (void_result,),
    dossiers.DossierMoved: (follow_dossier,),
}

AFTER: Mapping[type[Fact], Sequence[After]] = {
    # ledger
    AccessSealed: (),
    BlockKept: (),
    # messages
    SlipHanded: (),
    SlipHandoverUndone: (),
    SlipPlaced: (),
    # directory
    DirectoryLoaded: (),
    PlaceClosed: (),
    PlaceClosureWithdrawn: (),
    PlaceContactTold: (),
    # catalogue
    CatalogueLoaded: (),
    LexiconLoaded: (),
    # accounts
    AccountOpened: (),
    DutyNamed: (),
    FactorAdded: (),
    FactorRemoved: (),
    FactorsCleared: (tell_officer,),
    ConsentAsked: (),
    ConsentCodeSent: (),
    ConsentConfirmed: (),
    ConsentEnded: (tell_ended,),
    ContactTrusted: (),
    ContactTrustEnded: (),
    ContactTrustMoved: (),
    ConsentGiven: (tell_given,),
    NoticesChosen: (),
    PasswordRenewed: (),
    PasswordReset: (),
    RecoveryAsked: (),
    RecoveryCodesMade: (),
    RecoveryConfirmed: (),
    RecoveryRefused: (),
    RoleEnded: (),
    RoleGiven: (),
    SessionsEnded: (),
    SignedIn: (),
    SignInCodeSent: (),
    SignInsForgotten: (),
    WorkContactTold: (),
    # dossiers
    dossiers.DraftStarted: (),
    dossiers.DraftNearEnd: (tell_drafter,),
    dossiers.DraftsRemoved: (clear_away,),
    dossiers.OriginKeysForgotten: (),
    dossiers.DossierSubmitted: (tell_owner, make_readable),
    dossiers.DossierTakenIn: (tell_owner,),
    dossiers.DossierReceived: (tell_owner,),
    dossiers.DossierRefused: (tell_owner,),
    dossiers.SupplementAsked: (tell_owner,),
    dossiers.OtherPaperWanted: (),
    dossiers.OtherPaperApproved: (),
    dossiers.OtherPaperDeclined: (tell_colleague,),
    dossiers.SupplementNearDue: (tell_owner,),
    dossiers.SupplementOverdue: (tell_owner,),
    dossiers.SupplementAnswered: (tell_owner, make_readable),
    dossiers.FiledWithHelp: (),
    dossiers.DossierClaimed: (),
    dossiers.HelpEnded: (),
    dossiers.DossierTransferred: (),
    dossiers.DossierAssigned: (),
    dossiers.DossierSentBack: (),
    dossiers.DossierApproved: (),
    dossiers.ResultIssued: (tell_owner,),
    dossiers.ResultReturned: (),
    dossiers.ResultUncollected: (tell_owner,),
    dossiers.PapersReturned: (),
    dossiers.DossierReopened: (tell_owner,),
    dossiers.DossierStopped: (tell_owner,),
    dossiers.WithdrawalAsked: (),
    dossiers.WithdrawalDeclined: (tell_owner,),
    dossiers.PaymentAsked: (tell_owner,),
    dossiers.PaymentConfirmed: (tell_owner,),
    dossiers.PaymentCancelled: (tell_owner,),
    dossiers.RefundNoted: (tell_owner,),
    dossiers.DossierSuspended: (tell_owner,),
    dossiers.DossierResumed: (tell_owner,),
    dossiers.OpinionAsked: (),
    dossiers.OpinionGiven: (),
    dossiers.OpinionRecalled: (),
    dossiers.ResultPrepared: (),
    dossiers.ResultSigningBegun: (),
    dossiers.ResultSigningFailed: (),
    dossiers.ResultRecalled: (),
    dossiers.DossierNearDue: (tell_owner,),
    dossiers.ApologyDrafted: (),
    dossiers.ApologyPutAway: (),
    dossiers.ApologySent: (tell_owner,),
    dossiers.SecretReprinted: (tell_owner,),
    dossiers.DossierOverdue: (tell_owner,),
    dossiers.DossierUnanswered: (),
    dossiers.DossierImported: (),
    dossiers.DossierMoved: (tell_owner,),
    dossiers.DraftMoved: (),
    dossiers.ScansMoved: (),
    dossiers.OpinionsMoved: (),
    dossiers.ScanArrived: (split_scan,),
    dossiers.ScanRefused: (),
    dossiers.ScanPartDropped: (),
    dossiers.PaperDigitised: (),
    # custody
    custody.DayClosed: (),
    custody.HandoverMade: (),
    custody.ItemAccepted: (),
    custody.ItemRefused: (),
    # counter
    counter.BookMade: (),
    counter.BookMoved: (),
    counter.OutageMoved: (),
    counter.LeafWithdrawn: (),
    counter.LeafFound: (),
    counter.LeafEntered: (),
    counter.OutageLogged: (),
    counter.OutageEnded: (),
    counter.VisitNoted: (),
    # oversight
    oversight.DevicesTested: (),
    oversight.ReadinessNoted: (),
    oversight.TicketMoved: (),
    oversight.TicketOpened: (),
    oversight.TicketAnswered: (),
    oversight.TicketClosed: (),
    # training
    training.ExerciseBegun: (),
    training.ExerciseDone: (),
    # feedback
    feedback.HelpAsked: (),
    feedback.HelpMoved: (),
    feedback.CallRepeated: (),
    feedback.HelpTaken: (),
    feedback.HelpGivenBack: (),
    feedback.HelpTried: (),
    feedback.HelpAnswered: (tell_asker,),
    feedback.HelpClosed: (),
    feedback.HelpNearDue: (),
    feedback.HelpOverdue: (),
    feedback.CallUnreadable: (),
    feedback.HelpForgotten: (),
}
