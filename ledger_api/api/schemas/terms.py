"""How each kind of term is written in a request, as JSON Schema: made from the catalogue of acts, so the two cannot differ.

Terms are read by the composer, which names what is wrong in both languages; here they are only described.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ledger_api.domain.acts import Term
from ledger_api.domain.enumerations import enumerations

Schema = dict[str, Any]

_DIGEST: Final = {
    "type": "string",
    "pattern": "^(keccak256|sha256|sm3):[0-9a-f]{64}$",
    "examples": ["sha256:" + "0" * 64],
}
_DAY: Final = {"type": "string", "format": "date", "examples": ["2026-08-20"]}
_TIME: Final = {"type": "string", "format": "date-time", "examples": ["2026-08-03T09:00:00+08:00"]}
_DEPENDANT: Final = {"type": ["string", "integer"], "description": "`E-…/n`, or n.", "examples": ["E-…/2"]}
_ENTRY: Final = {"type": "string", "description": "`E-…`, or its 32 bytes `0x…`.", "examples": ["E-…"]}
_PARTY: Final = {"type": ["string", "integer"], "description": "`P-3`, or the bare number.", "examples": ["P-3"]}
_BASIS_POINTS: Final = {"type": "integer", "minimum": 0, "maximum": 10_000}

_OF_LICENCE: Final[Schema] = {
    "type": ["integer", "string"],
    "description": "Its number on the licence's own journal, or `#n`: what act n of the same filing makes.",
    "examples": [4],
}
_PLAIN: Final[Mapping[str, Schema]] = {
    "party": _PARTY,
    "officer": {"type": ["string", "integer"], "description": "`O-7`, or the bare number.", "examples": ["O-7"]},
    "entry": _ENTRY,
    "entries": {"type": "array", "items": _ENTRY},
    "numbers": {"type": "array", "items": {"type": "integer", "minimum": 1}},
    "case": _DEPENDANT,
    "objection": _DEPENDANT,
    "licence": _DEPENDANT,
    "listing": _DEPENDANT,
    "batch": _OF_LICENCE,
    "statement": _OF_LICENCE,
    "attestation": _DEPENDANT,
    "burden": _DEPENDANT,
    "security": _DEPENDANT,
    "guarantee": _DEPENDANT,
    "source": _DEPENDANT,
    "lease": _DEPENDANT,
    "enforcement": _DEPENDANT,
    "matter": _DIGEST | {"description": "keccak256 of an act's selector and its static terms after legal time."},
    "modes": {
        "type": "object",
        "description": "How a standing consent stands to each effect; case by case where nothing is said.",
        "examples": [{"LICENCE_ORDINARY": "PRE_APPROVED"}],
    },
    "filing": {"type": "string", "examples": ["F-…"]},
    "digest": _DIGEST,
    "content": _DIGEST | {"description": "The data's fingerprint."},
    "person": _DIGEST | {"description": "Digest of who it is, salted for its party."},
    "identifier": {"type": "string", "description": "A credit code; of a natural person its keyed digest."},
    "record": {
        "type": ["object", "string"],
        "description": "Fields that are withheld: only their commitment is recorded. Or the root of a commitment.",
    },
    "policy": {"type": ["object", "string"], "description": "An ODRL policy, or its digest."},
    "acknowledgement": {
        "type": ["object", "string"],
        "properties": {"reference": {"type": "string"}, "received_at": _TIME, "document": _DIGEST},
        "required": ["reference", "received_at", "document"],
        "additionalProperties": False,
        "description": "What the national system answered, or its digest.",
    },
    "signer": {"type": "string", "pattern": "^0x([0-9a-fA-F]{2}){20,255}$", "description": "An ERC-7913 signer."},
    "credential": {"type": "string", "maxLength": 32},
    "day": _DAY,
    "moment": _TIME,
    "whole": {"type": "integer", "minimum": 0, "maximum": 0xFF_FFFF},
    "count": {"type": "integer", "minimum": 0, "maximum": (1 << 48) - 1},
    "days": {
        "type": "object",
        "properties": {"HOLD": _DAY, "USE": _DAY, "OPERATE": _DAY},
        "additionalProperties": False,
    },
    "calendar": {
        "type": "object",
        "properties": {"holidays": {"type": "array", "items": _DAY}, "workdays": {"type": "array", "items": _DAY}},
        "additionalProperties": False,
    },
    "members": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"party": _PARTY, "weight": _BASIS_POINTS},
            "required": ["party", "weight"],
            "additionalProperties": False,
        },
    },
    "quora": {
        "type": "object",
        "properties": dict.fromkeys(("dispose", "charge", "exclusive", "ordinary"), _BASIS_POINTS),
        "additionalProperties": False,
    },
}

_ABSENT: Final = {
    "fill": "Filled in from the register when left out.",
    "kept": "Stays as it is when left out.",
    "any": "Any, when left out.",
    "none": "None, when left out.",
    "credential": "As long as the credential, when left out.",
    "no": "No, when left out.",
}


def schema_of(term: Term) -> Schema:
    """How a term is written. KeyError for a kind nobody described: the catalogue's completeness is tested."""
    kind, _, of = term.kind.partition(":")
    found = dict(_QUALIFIED[kind](of) if kind in _QUALIFIED else _PLAIN[kind])
    said = [found.get("description", ""), _ABSENT[term.absent] if term.absent else "", _default(term)]
    if text := " ".join(filter(None, said)):
        found["description"] = text
    return found


def is_required(term: Term) -> bool:
    """Whether it must be given."""
    return term.absent is None and term.default is None


def _default(term: Term) -> str:
    return f"{term.default} when left out." if term.default else ""


def _names(of: str) -> list[str]:
    return [each.code for each in enumerations()[of].terms]


_QUALIFIED: Final[Mapping[str, Callable[[str], Schema]]] = {
    "code": lambda of: {"type": "string", "enum": _names(of)},
    "mask": lambda of: {"type": "array", "items": {"type": "string", "enum": _names(of)}, "uniqueItems": True},
    "flag": lambda _: {"type": "boolean"},
    "public": lambda most: {
        "type": "string",
        "description": f"A public text{f' of at most {most} characters' if most else ''}; its digest where it is withheld.",
    },
}
