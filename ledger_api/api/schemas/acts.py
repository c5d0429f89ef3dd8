"""Bodies of the business routes, made from the catalogue of acts; and the catalogue itself as an answer."""

import keyword
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import ConfigDict, Field, WithJsonSchema, create_model

from ledger_api.api.schemas.base import Bilingual, Incoming, Outgoing
from ledger_api.api.schemas.filings import Instant, Signing
from ledger_api.api.schemas.terms import is_required, schema_of
from ledger_api.domain.acts import ActForm, Term, catalogue


class TermsBody(Incoming):
    """Terms of an act, under the catalogue's names."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=False, validate_by_alias=True)

    def said(self, of: Iterable[str]) -> dict[str, Any]:
        """Those terms that were given."""
        given = self.model_dump(by_alias=True, exclude_unset=True)
        return {name: given[name] for name in of if name in given}


class BusinessBody(TermsBody, Signing):
    """What every business route takes besides the terms of its act."""

    at: Instant | None = Field(default=None, description="Legal time of the act; the block's when left out.")


class PinnableBody(BusinessBody):
    """For an act on an entry."""

    pin: bool = Field(
        default=False,
        description="Carried only while holders, validity, burdens and licences are as they are now.",
    )


def body_model(name: str, terms: Iterable[Term], base: type[BusinessBody] = PinnableBody) -> type[BusinessBody]:
    """The body of a route whose act has these terms."""
    fields: dict[str, Any] = {_attribute(term.name): _field(term) for term in terms}
    return create_model(name, __base__=base, **fields)


def terms_model(name: str, terms: Iterable[Term]) -> type[TermsBody]:
    """Terms of an act within a larger body."""
    fields: dict[str, Any] = {_attribute(term.name): _field(term) for term in terms}
    return create_model(name, __base__=TermsBody, **fields)


def terms_of(act: str, *, without: Iterable[str] = ()) -> tuple[Term, ...]:
    """The terms of an act but for those the route itself says."""
    said = frozenset(without)
    return tuple(term for term in catalogue()[act].terms.values() if term.name not in said)


def _attribute(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


def _field(term: Term) -> tuple[Any, Any]:
    kind = Annotated[Any, WithJsonSchema(schema_of(term))]
    alias = term.name if keyword.iskeyword(term.name) else None
    return (kind, Field(alias=alias)) if is_required(term) else (kind, Field(default=None, alias=alias))


class CatalogueTerm(Outgoing):
    """One thing people give for an act."""

    name: str
    required: bool
    form: dict[str, Any] = Field(description="JSON Schema of how it is written.")


class CatalogueAct(Outgoing):
    """An act of the register."""

    name: str
    title: Bilingual
    sentence: Bilingual = Field(description="What signers read, with a place for each term.")
    makes: str | None = Field(description="What `#n` of a later act of the same filing then means.")
    terms: list[CatalogueTerm]

    @classmethod
    def of(cls, act: ActForm) -> "CatalogueAct":
        """An act of the catalogue."""
        return cls(
            name=act.name,
            title=Bilingual.of(act.title),
            sentence=Bilingual.of(act.sentence),
            makes=act.makes or None,
            terms=[
                CatalogueTerm(name=term.name, required=is_required(term), form=schema_of(term))
                for term in act.terms.values()
            ],
        )


class Catalogue(Outgoing):
    """Every act."""

    data: list[CatalogueAct]
