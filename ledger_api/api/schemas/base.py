"""What all shapes share: what comes in has no unknown fields, what goes out always has all of its own."""

from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from ledger_api.domain.phrases import Phrase


class Incoming(BaseModel):
    """A body somebody sends."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Outgoing(BaseModel):
    """A body we answer with."""

    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)


class Listed(Outgoing):
    """A page of a list; the items stand in `data`."""

    has_more: bool
    next: str | None = Field(description="Opaque; give it as `after` to read on at the same block.")


class Bilingual(Outgoing):
    """A text in Chinese and English."""

    zh: str
    en: str

    @classmethod
    def of(cls, text: Phrase) -> "Bilingual":
        """A text of the domain."""
        return cls(zh=text["zh"], en=text["en"])


Hex: TypeAlias = Annotated[str, Field(pattern=r"^0x([0-9a-f]{2})*$")]
"""Bytes as 0x-prefixed lower-case hexadecimal."""
