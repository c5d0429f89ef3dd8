"""The model's facts as the words the ledger should hold: what to compare with what lies in its storage."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from ledger_api.domain import words
from ledger_api.domain.packing import Word
from tests.contracts.model.folio import Burden, Case, Claim, Envelope, Folio, Licence, Security
from tests.contracts.model.masks import mask, rights
from tests.contracts.model.record_words import recorded
from tests.contracts.model.register import EFFECTS, Party, Register

Key: TypeAlias = tuple[Any, ...]


def facts(register: Register) -> dict[Key, Word]:
    """Every word, by its kind and keys."""
    found: dict[Key, Word] = {}
    for party in register.parties.values():
        found.update(_of_party(party))
    for folio in register.folios.values():
        found.update(_of_folio(folio))
    return found


def lines(register: Register) -> dict[Key, int]:
    """How many lines each journal has: entries and licences by their numbers, parties, the book."""
    found: dict[Key, int] = {("party", party.number): party.lines for party in register.parties.values()}
    found["book",] = register.book
    for folio in register.folios.values():
        found["entry", folio.entry] = folio.lines
        found.update({("licence", folio.entry, number): each.lines for number, each in folio.licences.items()})
    return found


def _of_party(party: Party) -> Iterator[tuple[Key, Word]]:
    yield (
        (words.Party, party.number),
        words.Party(
            roles=mask(words.Role, party.roles),
            burdens=party.frozen,
            kind=words.PartyKind[party.kind],
            status=words.PartyStatus[party.status],
            kyc_until=party.verified_until,
        ),
    )
    for kind, each in party.accreditations.items():
        yield (
            (words.Accreditation, party.number, words.AccreditationKind[kind]),
            words.Accreditation(
                status=words.AccreditationStatus[each.status],
                from_=each.since,
                until=each.until,
                successor=each.successor,
                exiting=each.exiting,
            ),
        )
    for number, freeze in party.freezes.items():
        yield (words.Burden, ("party", party.number), number), burden(freeze)


def _of_folio(folio: Folio) -> Iterator[tuple[Key, Word]]:
    entry = folio.entry
    yield (words.Head, entry), head(folio)
    yield (words.Queue, entry), words.Queue(orders=len(folio.orders()), latest=folio.latest_order)
    for number, case in folio.cases.items():
        yield (words.Case, entry, number), _case(case)
        if case.kind in {"INITIAL", "CHANGE"}:
            yield (words.Claim, entry, number), claim(case.claim)
        if case.kind == "TRANSFER":
            yield (words.Transfer, entry, number), words.Transfer(transferee=case.transferee)
    for number, objection in folio.objections.items():
        yield (
            (words.Objection, entry, number),
            words.Objection(
                state=words.ObjectionState[objection.state],
                phase=words.ObjectionPhase[objection.phase],
                ground=words.Ground[objection.ground],
                conclusion=words.Conclusion[objection.conclusion],
                objector=objection.objector,
                case_number=objection.case,
                since=objection.since,
                filed=objection.filed,
                completed=objection.completed,
                limit=objection.limit,
                run=objection.run,
                rights=rights(objection.rights),
                response=words.HolderResponse[objection.response],
                accepted=mask(words.DisputeSide, objection.accepted),
                outcome=words.ObjectionOutcome[objection.outcome],
                flags=mask(words.ObjectionFlag, objection.marks),
                change=objection.change,
            ),
        )
    for number, each in folio.burdens.items():
        yield (words.Burden, entry, number), burden(each)
    for number, given in folio.licences.items():
        yield (words.Licence, entry, number), licence(given)
        if given.among:
            time, effects = given.among
            yield (words.Recording, entry, number), words.Recording(time=time, effects=mask(words.Effect, effects))
        yield from _usage(("licence", entry, number), given)
    for number, secured in folio.securities.items():
        yield (words.Security, entry, number), security(secured)
        yield (words.Debt, entry, number), debt(secured)
        if secured.filing is not None:
            yield (words.ExternalFiling, entry, number), filing(secured)
    yield from _others(folio)
    yield from recorded(folio)


def _others(folio: Folio) -> Iterator[tuple[Key, Word]]:
    entry = folio.entry
    for number, each in folio.guarantees.items():
        yield (
            (words.Guarantee, entry, number),
            words.Guarantee(
                state=words.GuaranteeState[each.state],
                mode=words.GuaranteeMode[each.mode],
                guarantor=each.guarantor,
                debtor=each.debtor,
                creditor=each.creditor,
                security=each.security,
                coverage=each.coverage,
                from_=each.start,
                until=each.end,
                acks=mask(words.Acknowledgement, each.acks),
                claimed=each.claimed,
                paid=each.paid,
                since=each.since,
            ),
        )
    for number, said in folio.attestations.items():
        yield (
            (words.Attestation, entry, number),
            words.Attestation(
                kind=words.AttestationKind[said.kind],
                state=words.AttestationState[said.state],
                purpose=words.AttestationPurpose[said.purpose],
                headline=words.Headline[said.headline],
                rights=rights(said.rights),
                attestor=said.attestor,
                signer=said.signer,
                base=said.base,
                until=said.until,
                issued=said.issued,
                successor=said.successor,
                since=said.since,
            ),
        )
    for number, listing in folio.listings.items():
        yield (
            (words.Listing, entry, number),
            words.Listing(
                state=words.ListingState[listing.state],
                venue=listing.venue,
                lister=listing.lister,
                delivery=mask(words.Delivery, listing.delivery),
                code=words.ListingReason[listing.code],
                listed=listing.listed,
                compliance=listing.opinion,
                since=listing.since,
            ),
        )
    for number, standing in folio.envelopes.items():
        yield (words.Envelope, entry, number), envelope(standing)
    for (number, matter), consent in folio.consents.items():
        yield (
            (words.Consent, entry, number, matter),
            words.Consent(
                state=words.ConsentState[consent.state],
                party=consent.party,
                requester=consent.requester,
                since=consent.since,
                day=consent.day,
                sla=consent.sla,
                silence=words.Silence(consent.silence_consents),
                until=consent.until,
                line=consent.line,
            ),
        )


def head(folio: Folio) -> words.Head:
    """What is true of an entry now; its counts prove lists complete."""
    known = folio.facts
    return words.Head(
        holder=_three(folio.holder),
        until=_three(folio.until),
        status=(
            words.SlotStatus[folio.status[0]],
            words.SlotStatus[folio.status[1]],
            words.SlotStatus[folio.status[2]],
        ),
        registrar=folio.registrar,
        burdens=len(folio.unclosed()),
        licences=len(folio.unclosed_licences()),
        edition=folio.edition,
        origins=mask(words.Origin, known.origins),
        sensitivity=mask(words.Sensitivity, known.sensitivity),
        limits=mask(words.Limit, known.limits),
        source_until=known.source_until,
        bases=mask(words.Basis, known.bases),
    )


def claim(of: Claim) -> words.Claim:
    """What a case says of the data."""
    return words.Claim(
        origins=mask(words.Origin, of.origins),
        form=words.Form[of.form],
        sensitivity=mask(words.Sensitivity, of.sensitivity),
        limits=mask(words.Limit, of.limits),
        source_until=of.source_until,
        bases=mask(words.Basis, of.bases),
        term=of.terms,
        opinion=of.opinion,
    )


def _case(case: Case) -> words.Case:
    return words.Case(
        kind=words.CaseKind[case.kind],
        state=words.CaseState[case.state],
        asked=rights(case.asked),
        passed=rights(case.passed),
        applicant=case.applicant,
        registrar=case.registrar,
        reviewer=case.reviewer,
        since=case.since,
        submitted=case.submitted,
        accepted=case.accepted,
        run=case.run,
        used=case.used,
        limit=case.limit,
        notice=case.notice,
        notice_length=case.notice_length,
        due=case.due,
        objections=case.objections,
        flags=mask(words.CaseFlag, case.flags),
    )


def burden(of: Burden) -> words.Burden:
    """A burden of an entry or of a party."""
    return words.Burden(
        kind=words.BurdenKind[of.kind],
        state=words.BurdenState[of.state],
        rights=rights(of.rights),
        effects=mask(words.Effect, of.effects),
        waivable=int(of.waivable),
        party=of.party,
        grantor=of.grantor,
        since=of.since,
        day=of.day,
        until=of.until,
        ack=of.guarantor,
        acks=mask(words.Acknowledgement, of.acks),
    )


def terms(of: Licence) -> words.Licence:
    """What the parties say of a licence."""
    return words.Licence(
        licensee=of.licensee,
        kind=words.LicenceKind[of.kind],
        start=of.start,
        end=of.end,
        parent=of.parent,
        actions=mask(words.Action, of.actions),
        purposes=mask(words.Purpose, of.purposes),
        industries=mask(words.Industry, of.industries),
        regions=mask(words.Region, of.regions),
        environments=mask(words.Environment, of.environments),
        flags=mask(words.LicenceFlag, of.flags),
        delete_within=of.delete_within,
    )


def licence(of: Licence) -> words.Licence:
    """The whole word."""
    said = terms(of)
    return replace(
        said,
        state=words.LicenceState[of.state],
        depth=of.depth,
        flags=said.flags | mask(words.LicenceFlag, of.happened),
        noticed=of.noticed,
        last=of.last,
    )


def _usage(subject: Key, of: Licence) -> Iterator[tuple[Key, Word]]:
    meter = of.meter
    if meter is None:
        return
    yield (
        (words.Meter, subject),
        words.Meter(
            quota=meter.quota,
            window=words.QuotaWindow[meter.window],
            unit=words.UsageUnit[meter.unit],
            total=meter.total,
            through=meter.through,
            open=sum(batch.state in {"SUBMITTED", "DISPUTED"} for batch in of.batches.values()),
            gateway=meter.gateway,
            last=meter.last,
            settled=meter.settled,
            statement=meter.statement,
        ),
    )
    for number, batch in of.batches.items():
        yield (
            (words.Batch, subject, number),
            words.Batch(
                accepted=batch.accepted,
                rejected=batch.rejected,
                from_=batch.start,
                to=batch.end,
                submitted=batch.submitted,
                state=words.BatchState[batch.state],
                window=5,
                code=words.DisputeCode[batch.code],
                since=batch.since,
            ),
        )
    for number, stated in of.statements.items():
        yield (
            (words.Statement, subject, number),
            words.Statement(
                state=words.StatementState[stated.state],
                route=words.PaymentRoute[stated.route],
                due=words.PaymentRoute[stated.due],
                quantity=stated.quantity,
                from_=stated.start,
                to=stated.end,
                issued=stated.issued,
                window=5,
                since=stated.since,
            ),
        )


def security(of: Security) -> words.Security:
    """A security's word."""
    return words.Security(
        state=words.SecurityState[of.state],
        character=words.Characterisation[of.character],
        claim=words.ClaimType[of.claim],
        purpose=words.SecurityPurpose[of.purpose],
        provider=words.Provider[of.provider],
        flags=mask(words.SecurityFlag, of.flags),
        clause=mask(words.Effect, of.clause),
        venue=words.FilingVenue[of.venue],
        filed_at=of.filed_at,
        sequence=of.sequence,
        until=of.until,
        behind=of.behind,
        split_of=of.split_of,
        delivered=of.delivered,
        crystallised=of.crystallised,
        closed=of.closed,
        cancel_days=of.cancel_days,
        judged=of.judged,
    )


def debt(of: Security) -> words.Debt:
    """What it secures."""
    owed = of.debt
    return words.Debt(
        debtor=owed.debtor,
        maturity=owed.maturity,
        window_from=owed.window[0],
        window_until=owed.window[1],
        valuation=owed.valuation,
        cap=owed.cap,
        order=words.EnforcementOrder[owed.order],
        scope=mask(words.SecuredScope, owed.scope),
        place=owed.place,
        takeover=owed.takeover,
        defaulted=owed.defaulted,
        cure_until=owed.cure_until,
        cause=words.DefaultEvent[owed.cause],
        demanded=owed.demanded,
        release_asked=owed.release_asked,
        guarantee=owed.guarantee,
    )


def filing(of: Security) -> words.ExternalFiling:
    """The latest filing, without the digest of its papers."""
    said = of.filing
    assert said is not None
    return words.ExternalFiling(
        kind=words.FilingAct[said.kind],
        status=words.FilingStatus[said.status],
        venue=words.FilingVenue[said.venue],
        filed_at=said.filed_at,
        sequence=said.sequence,
        until=said.until,
        importer=said.importer,
    )


def envelope(of: Envelope) -> words.Envelope:
    """What a burden's party lets pass."""
    modes = [words.ConsentMode[of.modes.get(effect, "CASE_BY_CASE")] for effect in EFFECTS[:8]]
    return words.Envelope(
        state=words.EnvelopeState[of.state],
        mode=(modes[0], modes[1], modes[2], modes[3], modes[4], modes[5], modes[6], modes[7]),
        months=of.months,
        cap=of.cap,
        purposes=mask(words.Purpose, of.purposes),
        regions=mask(words.Region, of.regions),
        industries=mask(words.Industry, of.industries),
        kinds=mask(words.LicenceKindSet, of.kinds),
        agreed=mask(words.EnvelopeTerm, of.agreed),
        silence=words.Silence(of.silence_consents),
        sla=of.sla,
        until=of.until,
    )


def _three(of: list[int]) -> tuple[int, int, int]:
    first, second, third = of
    return first, second, third
