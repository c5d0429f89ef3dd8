"""Statements that every filing asks, made ready once for each database: running one is then the driver's work alone.

SQLAlchemy takes 80 µs for a question that SQLite answers in ten, and a filing asks some sixty. What is asked rarely, or is put
together as it is asked, stays with SQLAlchemy.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from sqlalchemy import Connection, Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler

Row: TypeAlias = Any
"""A named tuple of the columns asked for."""
Values: TypeAlias = Mapping[str, Any]
"""By the names of parameters, or of columns for those an `insert` or `update` sets. An expanding one takes a list."""

NOTHING: Final[Values] = MappingProxyType({})


@dataclass(slots=True)
class _Form:
    """What the driver is given: the words for one database and so many elements in each list."""

    sql: str
    order: Sequence[str] | None
    """Parameters by position; None where the driver takes them by name."""
    fixed: Values
    lists: Mapping[str, Sequence[str]]
    row: Callable[[Sequence[Any]], Row] | None = None

    def bound(self, values: Values) -> Any:  # noqa: ANN401 - a tuple or a mapping, as the driver wants it
        found = {**self.fixed, **values}
        for name, places in self.lists.items():
            found.update(zip(places, values[name], strict=True))
        return found if self.order is None else tuple(map(found.__getitem__, self.order))


class Prepared:
    """A statement of SQLAlchemy's, for connections within a transaction (`Store.begin`, `Store.read`). Always give it the same names.

    What the database refuses is raised as SQLAlchemy's own errors.
    """

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._forms: dict[tuple[object, ...], _Form] = {}

    def all(self, connection: Connection, values: Values = NOTHING) -> list[Row]:
        """The rows it finds."""
        form = self._form(connection.dialect, values)
        cursor = self._run(connection, form.sql, form.bound(values))
        if form.row is None:
            form.row = _row([column[0] for column in cursor.description])
        return list(map(form.row, cursor.fetchall()))

    def first(self, connection: Connection, values: Values = NOTHING) -> Row | None:
        """The first row it finds."""
        found = self.all(connection, values)
        return found[0] if found else None

    def change(self, connection: Connection, values: Values = NOTHING) -> int:
        """Write; how many rows it matched."""
        form = self._form(connection.dialect, values)
        count: int = self._run(connection, form.sql, form.bound(values)).rowcount
        return count

    def change_each(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Write once with each of these, which all give the same names and no lists."""
        if rows:
            form = self._form(connection.dialect, rows[0])
            self._run(connection, form.sql, [form.bound(row) for row in rows], many=True)

    def _form(self, dialect: Dialect, values: Values) -> _Form:
        of = (dialect.name, *(len(each) for each in values.values() if isinstance(each, list)))
        form = self._forms.get(of)
        if form is None:
            form = self._forms[of] = self._made(dialect, values)
        return form

    def _made(self, dialect: Dialect, values: Values) -> _Form:
        compiled = self._statement.compile(dialect=dialect, column_keys=list(values))
        assert isinstance(compiled, SQLCompiler)  # noqa: S101 - of whatever asks or writes rows
        made = compiled.construct_expanded_state(values)
        lists = {name: places for name, places in made.parameter_expansion.items() if name in values}
        given = {*values, *(place for places in lists.values() for place in places)}
        fixed = {name: value for name, value in made.parameters.items() if name not in given}
        return _Form(made.statement, made.positiontup, fixed, lists)

    @staticmethod
    def _run(connection: Connection, sql: str, bound: Any, *, many: bool = False) -> Any:  # noqa: ANN401 - the driver's
        cursor, base = connection.connection.cursor(), connection.dialect.loaded_dbapi.Error
        try:
            (cursor.executemany if many else cursor.execute)(sql, bound)
        except base as error:
            raise DBAPIError.instance(
                sql, None, error, base, hide_parameters=True, dialect=connection.dialect
            ) from error
        return cursor


def _row(names: Sequence[str]) -> Callable[[Sequence[Any]], Row]:
    """What makes a named tuple of a row."""
    kind: Any = namedtuple("Row", names)  # type: ignore[misc]  # noqa: PYI024 - the names are known only now
    made: Callable[[Sequence[Any]], Row] = kind._make
    return made
