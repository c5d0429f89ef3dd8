"""The catalogue of acts speaks of every act, every parameter and every term, in both languages alike."""

from dataclasses import fields

import pytest

from ledger_api.chain.codec import ActSpec, Codec
from ledger_api.domain import words
from ledger_api.domain.acts import ABSENCES, catalogue, form
from ledger_api.domain.errors import NotUnderstood
from ledger_api.domain.phrases import places

SPECS = Codec.load().acts
GIVEN_ELSEWHERE = {"by", "at", "alg"}
OF_THE_PROCEDURE = {"kind", "state", "passed", "reviewer", "since", "submitted", "accepted", "run", "used", "limit"} | {
    "notice",
    "notice_length",
    "due",
    "objections",
}
NOT_GIVEN = {
    # the ledger sets these itself, or refuses them
    "submit.kase": OF_THE_PROCEDURE,
    "applyTransfer.kase": OF_THE_PROCEDURE,
    "applyChange.kase": OF_THE_PROCEDURE,
    "applyChange.claim": {"term"},
    "applyRenewal.kase": OF_THE_PROCEDURE,
    "applyCancellation.kase": OF_THE_PROCEDURE,
    "reapply.claim": {"term"},
    "correctFacts.facts": {"term"},
    "grant.terms": {"state", "depth", "noticed", "last"},
    "narrow.terms": {"state", "depth", "noticed", "last"},
    "recordSecurity.terms": {"kind", "state", "effects", "waivable", "grantor", "since", "day", "until"},
    "recordSecurity.security": {"state", "venue", "filed_at", "sequence", "until", "behind", "split_of"}
    | {"crystallised", "closed", "cancel_days", "judged"},
    "recordSecurity.debt": {"defaulted", "cure_until", "cause", "demanded", "release_asked", "guarantee"},
    "amendSecurity.debt": {"debtor", "defaulted", "cure_until", "cause", "demanded", "release_asked", "guarantee"},
    "recordLease.terms": {"state", "remedy", "paid", "overdue", "overdue_bps", "demanded", "licence_back", "since"},
    "bindGuarantee.terms": {"state", "claimed", "paid", "since"},
    **{f"{act}.filing": {"status", "importer", "papers"} for act in ("importFiling", "perfect", "verifyFiling")},
    "bind.officer": {"key"},
    "admit.party": {"burdens"},
    "attest.terms": {"state", "issued", "signer", "since", "successor"},
    "declareSource.terms": {"state", "declarant", "place", "revoked", "successor", "since"},
    "accredit.accreditation": {"successor", "exiting"},
    "amend.word": {"burdens", "kind"},
}


def wanted(spec: ActSpec) -> set[str]:
    """Every place something must come from, fields of words and structs spelled out."""
    found: set[str] = set()
    for parameter in spec.params:
        if parameter.name in GIVEN_ELSEWHERE:
            continue
        if parameter.fields:
            found |= {
                f"{parameter.name}.{each.name}"
                for each in parameter.fields
                if each.name != "alg" or parameter.name == "folio"
            }
        elif parameter.is_word and not parameter.is_list:
            left_out = NOT_GIVEN.get(f"{spec.name}.{parameter.name}", set())
            kind = getattr(words, parameter.internal)
            found |= {f"{parameter.name}.{each.name}" for each in fields(kind) if each.name not in left_out}
        else:
            found.add(parameter.name)
    return found


def test_there_is_a_form_for_every_act_of_every_chapter_and_for_nothing_else() -> None:
    assert set(catalogue()) == set(SPECS)


@pytest.mark.parametrize("name", sorted(SPECS))
def test_the_terms_of_an_act_fill_exactly_its_parameters(name: str) -> None:
    spec = SPECS[name]
    given = [place for term in form(name).terms.values() for place in term.to]
    assert len(given) == len(set(given))
    assert set(given) == wanted(spec)


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_the_sentence_speaks_of_every_term_in_both_languages(name: str) -> None:
    act = form(name)
    assert places(act.sentence["zh"]) == places(act.sentence["en"]) == set(act.terms)
    assert act.title["zh"]
    assert act.title["en"]


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_a_term_that_may_be_left_out_says_how_that_reads(name: str) -> None:
    for term in form(name).terms.values():
        assert term.absent in {None, "fill", "kept", *ABSENCES}


def test_an_act_that_numbers_something_writes_a_line_in_a_journal_that_numbers() -> None:
    for act in catalogue().values():
        if act.makes:
            assert act.writes in {"entry", "licence", "book"}, act.name


def test_an_unknown_act_is_refused_by_name() -> None:
    with pytest.raises(NotUnderstood) as caught:
        form("transfer")
    assert caught.value.details == {"act": "transfer"}
