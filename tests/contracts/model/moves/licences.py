"""Random licences and their lives."""

from dataclasses import replace
from typing import Any

from ledger_api.domain import words
from tests.contracts.model import licences
from tests.contracts.model.chance import DOCUMENT, Chance
from tests.contracts.model.folio import Folio, Licence
from tests.contracts.model.masks import mask
from tests.contracts.model.play import Move
from tests.contracts.model.register import OPERATE
from tests.contracts.model.words import licence as licence_word
from tests.contracts.model.words import terms as terms_word

FLAGS = ("REDISTRIBUTE", "SUBLICENSE", "TRAIN", "KEEP_WEIGHTS", "CROSS_BORDER", "AUDIT")
LIVING = ("ACTIVE", "SUSPENDED")


def an_agreement(c: Chance, terms: Licence) -> tuple[licences.Agreement, tuple[Any, ...]]:
    """What both sign besides the terms."""
    papers, alg, document = c.papers()
    abroad = "CROSS_BORDER" in terms.flags
    if c.slips("terms"):
        abroad = not abroad
    template = 0 if c.slips("code") else int(c.one(list(words.Template)[1:]))
    shown = (template, alg, document, document, DOCUMENT, DOCUMENT if abroad else bytes(32))
    return licences.Agreement(papers, template != 0, abroad), shown


def some_terms(c: Chance, folio: Folio, licensee: int, parent: Licence | None, number: int) -> Licence:
    """Terms that fit, mostly: within the parent, within the right's term."""
    start = c.today + c.random.randint(-3, 12)
    end = start + (c.random.randint(0, 25) if c.maybe(0.7) else c.random.randint(30, 160))
    latest = parent.end if parent else min(folio.until[OPERATE], folio.facts.source_until or 65_535)
    if parent and c.maybe(0.9):
        start = max(start, parent.start)
    if latest >= start and c.maybe(0.95):
        end = min(end, latest)
    end = max(end, c.today)
    if c.slips("day"):
        start, end = c.one(((start, start - 1), (0, end), (start, c.today - 1), (start, latest + 1), (start, latest)))
    kind = c.one(("NON_EXCLUSIVE", "NON_EXCLUSIVE", "SOLE", "EXCLUSIVE"))
    flags = c.some(FLAGS, 0.2) | (frozenset(("SUBLICENSE",)) if c.maybe(0.5) else frozenset())
    actions, purposes = c.some(("READ", "INDEX"), 0.5), c.some(("TEACHING", "RESEARCH"), 0.5)
    industries, regions = c.some(("P", "I"), 0.15), c.some(("CN33", "CN11"), 0.15)
    environments = c.some(("CLOUD", "API"), 0.15)
    if c.maybe(0.9):
        flags -= {"KEEP_WEIGHTS", "CROSS_BORDER", "REDISTRIBUTE"} if c.maybe(0.7) else {"KEEP_WEIGHTS"}
        flags -= {"TRAIN"} if actions else frozenset()
    if c.slips("terms"):
        actions |= c.some(("TRAIN", "DISTRIBUTE", "DERIVE"), 0.5)
        regions |= c.some(("ABROAD",), 0.3)
    if parent and c.maybe(0.9):
        kind = c.one(licences.KINDS[: licences.KINDS.index(parent.kind) + 1])
        flags &= parent.flags
        actions, purposes = actions & parent.actions or parent.actions, purposes & parent.purposes or parent.purposes
        industries, regions = (
            industries & parent.industries or parent.industries,
            regions & parent.regions or parent.regions,
        )
        environments = environments & parent.environments or parent.environments
    return Licence(
        licensee, kind, start, end, actions, purposes, industries, regions, environments, flags,
        parent=number if parent else 0,
        delete_within=c.one((0, 0, 0, 30)),
    )  # fmt: skip


def grant(c: Chance) -> Move:
    """The holder, or a licensee, licenses somebody."""
    folio = c.folio(lambda f: f.is_live(OPERATE, c.today, c.today))
    number, parent = 0, None
    if folio.licences and c.maybe(0.35):
        number = c.number(
            folio.licences, lambda each: "SUBLICENSE" in each.flags and each.state == "ACTIVE", folio.lines
        )
        parent = folio.licences.get(number)
    giver = parent.licensee if parent else folio.operator(c.today)
    taker = c.party(*(each for each in c.company.merchants if each != giver))
    return granted(c, folio, giver, some_terms(c, folio, taker, parent, number))


def granted(c: Chance, folio: Folio, giver: int, terms: Licence) -> Move:
    """A licence on these terms."""
    recorder = c.party(*c.company.exchanges, c.company.registrars[0], c.register.keeper(folio.registrar))
    agreement, shown = an_agreement(c, terms)
    listed = c.burdens(folio)
    licence_list = c.licences(folio) if terms.exclusive else []
    asked = [folio.burdens[each] for each in folio.unclosed()] if c.maybe(0.5) and not c.absolute else []
    effects = licences.effects_of(terms)
    agreeing = [(each.party, "CONSENT") for each in asked if each.waivable and each.effects & effects][:4]
    word = replace(terms_word(terms), parent=c.ref(folio, terms.parent) if terms.parent else 0)
    return Move(
        "grant",
        c.signers((giver, terms.power), (terms.licensee, "ACCEPT"), (recorder, "RECORD"), *agreeing),
        (folio.entry, recorder, word, shown, listed, licence_list),
        lambda t: licences.grant(t, folio, recorder, terms, agreement, listed, licence_list),
        c.at(),
    )


def a_licence(c: Chance, *states: str) -> tuple[Folio, int, Licence]:
    """A licence in some states, rather."""
    folio = c.folio(lambda f: any(each.state in states for each in f.licences.values()))
    number = c.number(folio.licences, lambda each: each.state in states, folio.lines)
    return folio, number, folio.licences.get(number) or Licence(0, "NON_EXCLUSIVE", 0, 0)


def giver(c: Chance, folio: Folio, licence: Licence) -> tuple[int, str]:
    """Who gave it, and the power it takes."""
    return licences.licensor(folio, licence, c.today), licence.power


def narrow(c: Chance) -> Move:
    """Less; by a slip perhaps more."""
    folio, number, licence = a_licence(c, *LIVING)
    end = licence.end - c.random.randint(0, 6) if c.maybe(0.7) else licence.end
    start, licensee = licence.start, licence.licensee
    kind = c.one(licences.KINDS[: licences.KINDS.index(licence.kind) + 1])
    purposes = c.some(licence.purposes or ("TEACHING", "RESEARCH"), 0.6) or licence.purposes
    flags = c.some(licence.flags, 0.8)
    if "TRAIN" not in flags:
        flags -= {"KEEP_WEIGHTS"}
    if c.slips("day"):
        start, end = c.one(((start + 1, end), (start, licence.end + 1), (start, c.today - 1), (start, start - 1)))
    if c.slips("party"):
        licensee = c.one(c.company.merchants)
    if c.slips("code"):
        kind = c.one(licences.KINDS)
        purposes = c.one((frozenset(), purposes | {"MARKETING"}))
    terms = replace(
        licence,
        licensee=licensee,
        start=max(start, 0),
        end=max(end, 0),
        kind=kind,
        purposes=purposes,
        flags=flags,
        happened=frozenset(),
    )
    agreement, shown = an_agreement(c, terms)
    known = licence_word(licence) if number in folio.licences else words.Licence()
    said = terms_word(terms)
    changed = {name: getattr(said, name) for name in ("licensee", "kind", "start", "end", "purposes")}
    word = replace(known, **changed, flags=said.flags | (known.flags & ~mask(words.LicenceFlag, frozenset(FLAGS))))
    return Move(
        "narrow",
        c.signers(giver(c, folio, licence), (licence.licensee, "ACCEPT")),
        (folio.entry, c.ref(folio, number), word, shown),
        lambda t: licences.narrow(t, folio, number, terms, agreement),
        c.at(),
    )


def suspend(c: Chance) -> Move:
    """By licensor or registrar."""
    folio, number, licence = a_licence(c, "ACTIVE")
    code = words.SuspendReason[c.code(words.SuspendReason)]
    papers, alg, document = c.papers()
    by = c.one((giver(c, folio, licence), (c.register.keeper(folio.registrar), "RECORD")))
    return Move(
        "suspend",
        c.signers(by),
        (folio.entry, c.ref(folio, number), code, alg, document),
        lambda t: licences.suspend(t, folio, number, bool(code), papers),
        c.at(),
    )


def resume(c: Chance) -> Move:
    """By whoever stopped it, mostly."""
    folio, number, licence = a_licence(c, "SUSPENDED")
    papers, alg, document = c.papers()
    by_registrar = ("SUSPENDED_BY_REGISTRAR" in licence.happened) ^ c.maybe(0.15)
    by = (c.register.keeper(folio.registrar), "RECORD") if by_registrar else giver(c, folio, licence)
    return Move(
        "resumeLicence",
        c.signers(by),
        (folio.entry, c.ref(folio, number), alg, document),
        lambda t: licences.resume(t, folio, number, papers),
        c.at(),
    )


def notice_breach(c: Chance) -> Move:
    """By either side."""
    folio, number, licence = a_licence(c, *LIVING)
    papers, alg, document = c.papers()
    return Move(
        "noticeBreach",
        c.signers(c.one((giver(c, folio, licence), (licence.licensee, "ACCEPT")))),
        (folio.entry, c.ref(folio, number), alg, document),
        lambda t: licences.notice_breach(t, folio, number, papers),
        c.at(),
    )


def end(c: Chance) -> Move:
    """By both, or by one for cause."""
    folio, number, licence = a_licence(c, *LIVING)
    code = c.code(words.EndReason, "MUTUAL", "MUTUAL", "BREACH", "ORDER") if c.maybe(0.5) else "MUTUAL"
    if licence.noticed and c.maybe(0.7):
        code = "BREACH"
    both = (giver(c, folio, licence), (licence.licensee, "ACCEPT"))
    by = both
    if code == "BREACH":
        noticer = both[1] if "NOTICED_BY_LICENSEE" in licence.happened else both[0]
        by = (noticer if c.maybe(0.85) else c.one(both),)  # type: ignore[assignment]
    papers, alg, document = c.papers()
    return Move(
        "end",
        c.signers(*by),
        (folio.entry, c.ref(folio, number), words.EndReason[code], alg, document),
        lambda t: licences.end(t, folio, number, code, papers),
        c.at(),
    )


def close(c: Chance) -> Move:
    """What is over, mostly."""

    def over(each: Licence) -> bool:
        return each.state == "ENDED" or (each.state != "CLOSED" and each.end < c.today)

    folio = c.folio(lambda f: any(over(each) for each in f.licences.values()))
    number = c.number(folio.licences, over, folio.lines)
    licence = folio.licences.get(number) or Licence(0, "NON_EXCLUSIVE", 0, 0)
    papers, alg, document = c.papers()
    return Move(
        "close",
        c.signers((licence.licensee, "ACCEPT")),
        (folio.entry, c.ref(folio, number), alg, document),
        lambda t: licences.close(t, folio, number, papers),
        c.at(),
    )


def novate(c: Chance) -> Move:
    """Another licensee."""
    folio, number, licence = a_licence(c, "ACTIVE")
    assignee = c.party(*c.company.merchants)
    listed = c.burdens(folio)
    licence_list = c.licences(folio) if licence.exclusive else []
    papers, alg, document = c.papers()
    return Move(
        "novate",
        c.signers(giver(c, folio, licence), (licence.licensee, "ACCEPT"), (assignee, "ACCEPT")),
        (folio.entry, c.ref(folio, number), assignee, alg, document, listed, licence_list),
        lambda t: licences.novate(t, folio, number, assignee, papers, listed, licence_list),
        c.at(),
    )


def end_by_order(c: Chance) -> Move:
    """An instrument ends it."""
    folio, number, _ = a_licence(c, *LIVING)
    code = c.code(words.EndReason, "INSOLVENCY", "SOURCE_LOSS", "ORDER", "MUTUAL")
    order, shown = c.order(*c.company.courts, c.company.regulator)
    return Move(
        "endByOrder",
        c.signers(also=c.pair(folio.registrar)),
        (folio.entry, c.ref(folio, number), words.EndReason[code], shown),
        lambda t: licences.end_by_order(t, folio, number, code, order),
        c.at(),
    )


MOVES = {
    grant: 14, narrow: 4, suspend: 3, resume: 3, notice_breach: 3, end: 4, close: 6, novate: 5, end_by_order: 2,
}  # fmt: skip
