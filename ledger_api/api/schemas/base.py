"""What all shapes share: what comes in has no unknown fields, what goes out always has all of its own."""

from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field


class Incoming(BaseModel):
    """A body somebody sends."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Outgoing(BaseModel):
    """A body we answer with."""

    model_config = ConfigDict(frozen=True, json_schema_serialization_defaults_required=True)


class Bilingual(Outgoing):
    """A text in Chinese and English."""

    zh: str
    en: str


Hex: TypeAlias = Annotated[str, Field(pattern=r"^0x([0-9a-f]{2})*$")]
"""Bytes as 0x-prefixed lower-case hexadecimal."""
