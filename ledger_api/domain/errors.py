"""Everything that can go wrong for a caller, with a stable code, what happened and what to do, in Chinese and English.

    LedgerError
    ├── NotUnderstood    the request itself is wrong: malformed, unknown field, a date in the future
    ├── NotSignedIn      nobody we know asks
    ├── NotAllowed       the caller may not
    ├── NotFound         no such thing, or none the caller may see
    ├── InTheWay         something else is under way or holds the place: wait, or look at what is named
    ├── TooLarge         more than we take at once
    ├── Refused          understood, and the answer is no: by the register, with the contract's own error, or by a rule here
    ├── TooMany          too often in too short a time
    └── NotNow           nothing happened; the same request may succeed later

The texts stand in `errors.yml` (the facade's own) and `refusals/` (one for every error of the contracts, whose code is its
name in kebab case). Who raises one gives its code and the values its texts speak of; the kind must be the table's.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from ledger_api.domain import tables
from ledger_api.domain.ids import entry_id
from ledger_api.domain.phrases import Language, Phrase, fill, fill_one, phrase


class LedgerError(Exception):
    """See the tree above. `blocking` are public ids of what stands in the way, `details` the values of the texts."""

    def __init__(self, code: str, /, *, blocking: Iterable[str] = (), **details: Any) -> None:
        self.code = code
        self.blocking = tuple(blocking)
        self.details = details
        self._row = catalogue()[code]
        if self._row.kind != type(self).__name__:
            raise TypeError(f"{code} is a {self._row.kind}, not a {type(self).__name__}")
        super().__init__(f"{code}: {self.titles['en']}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.code, self.blocking, self.details)

    @property
    def titles(self) -> Mapping[Language, str]:
        """What happened, by language."""
        return fill(self._row.title, self.details)

    @property
    def remedy(self) -> Mapping[Language, str]:
        """What to do, by language."""
        return fill(self._row.remedy, self.details)


class NotUnderstood(LedgerError):
    """The request itself is wrong."""


class NotSignedIn(LedgerError):
    """Nobody we know asks."""


class NotAllowed(LedgerError):
    """The caller may not."""


class NotFound(LedgerError):
    """No such thing, or none the caller may see."""


class InTheWay(LedgerError):
    """Something else is under way or holds the place."""


class TooLarge(LedgerError):
    """More than we take at once."""


class Refused(LedgerError):
    """Understood, and the answer is no."""


class TooMany(LedgerError):
    """Too often in too short a time."""


class NotNow(LedgerError):
    """Nothing happened; the same request may succeed later."""


KINDS: Final[Mapping[str, type[LedgerError]]] = {kind.__name__: kind for kind in LedgerError.__subclasses__()}
"""The branches of the tree by name."""


@dataclass(frozen=True, slots=True)
class Row:
    """One error of the tables; its texts have places for the details."""

    code: str
    kind: str
    title: Phrase
    remedy: Phrase
    blocking: str = ""
    """Public id of what stands in the way, with places; empty: nothing is named."""


@cache
def catalogue() -> Mapping[str, Row]:
    """Every error by its code."""
    rows = [_row(code, said, said["kind"]) for code, said in _own().items()]
    folder = resources.files(__package__).joinpath("refusals")
    rows += [_row(kebab(name), said, "Refused") for name, said in tables.rows(folder).items()]
    found = {row.code: row for row in rows}
    if len(found) != len(rows):
        raise ValueError("one code stands for two errors")
    return found


def refusal(name: str, values: Mapping[str, Any]) -> Refused:
    """What a contract's error `name` with its arguments means; `contract-error` for one that is not ours."""
    row = catalogue().get(kebab(name))
    if row is None or row.kind != "Refused":
        return Refused("contract-error", name=name)
    shown = {field: _shown(field, value) for field, value in values.items()}
    return Refused(row.code, blocking=[fill_one(row.blocking, shown, "en")] if row.blocking else [], **shown)


def _shown(field: str, value: Any) -> Any:  # noqa: ANN401 - any argument of a contract's error
    """Bytes as people see them, so that details can be kept and sent as JSON."""
    if not isinstance(value, bytes):
        return value
    if field == "entry":
        return entry_id(value)
    return value.rstrip(b"\0").decode("ascii", "replace") if field == "number" else "0x" + value.hex()


def kebab(name: str) -> str:
    """`NoticeOpen` → `notice-open`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def restore(code: str, blocking: Iterable[str], details: Mapping[str, Any]) -> LedgerError:
    """The error that was kept as these three."""
    return _again(KINDS[catalogue()[code].kind], code, blocking, details)


def _again(kind: type[LedgerError], code: str, blocking: Iterable[str], details: Mapping[str, Any]) -> LedgerError:
    return kind(code, blocking=blocking, **details)


def _own() -> dict[str, Any]:
    return tables.table(resources.files(__package__).joinpath("errors.yml").read_text(encoding="utf-8"))


def _row(code: str, said: Mapping[str, Any], kind: str) -> Row:
    return Row(code, kind, phrase(*said["title"]), phrase(*said["remedy"]), said.get("blocking", ""))
