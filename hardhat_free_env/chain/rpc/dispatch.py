"""One HTTP body in, one HTTP body out: JSON-RPC 2.0 with batches, the standard error codes, and limits.

Errors of the chain carry their own code; anything unforeseen is -32603 and is logged, never shown.
"""

import inspect
import logging
from collections.abc import Callable, Mapping

import orjson

from hardhat_free_env.chain.errors import BadRequest, ChainError, ExecutionReverted
from hardhat_free_env.chain.rpc.values import Json, text

BATCH = 1_000  # requests in one body
RESPONSE = 25_000_000  # bytes in one answer

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
METHOD_NOT_FOUND = -32601
INTERNAL_ERROR = -32603
RESPONSE_TOO_LARGE = -32003

_log = logging.getLogger(__name__)


class Dispatcher:
    """Answers bodies from a table of methods. Thread-safe as far as the methods are."""

    def __init__(self, table: Mapping[str, Callable[..., Json]]) -> None:
        self._table = table
        self._arity = {name: _arity(method) for name, method in table.items()}

    def answer(self, body: bytes) -> bytes:
        """The JSON to send back; empty when nothing asked for an answer."""
        try:
            request = orjson.loads(body)
        except orjson.JSONDecodeError as error:
            return orjson.dumps(_error(None, PARSE_ERROR, f"parse error: {error}"))
        if isinstance(request, list):
            return self._batch(request)
        response = self._one(request)
        return b"" if response is None else _bounded(response)

    def _batch(self, requests: list[Json]) -> bytes:
        if not requests:
            return orjson.dumps(_error(None, INVALID_REQUEST, "empty batch"))
        if len(requests) > BATCH:
            return orjson.dumps(_error(None, INVALID_REQUEST, f"batch too large: {len(requests)}, limit {BATCH}"))
        answers, size = [], 0
        for request in requests:
            if (response := self._one(request)) is not None:
                answers.append(_bounded(response, RESPONSE - size))
                size += len(answers[-1])
        return b"[" + b",".join(answers) + b"]" if answers else b""

    def _one(self, request: Json) -> dict[str, Json] | None:
        if not _is_request(request):
            identity = request.get("id") if isinstance(request, dict) else None
            return _error(identity if _is_id(identity) else None, INVALID_REQUEST, "not a JSON-RPC 2.0 request")
        response = self._result(request.get("id"), request["method"], request.get("params", []))
        return response if "id" in request else None  # a notification gets no answer

    def _result(self, identity: Json, name: str, parameters: Json) -> dict[str, Json]:
        if name not in self._table:
            return _error(identity, METHOD_NOT_FOUND, f"the method {name[:100]} does not exist/is not available")
        try:
            return {"jsonrpc": "2.0", "id": identity, "result": self._call(name, parameters)}
        except ExecutionReverted as revert:
            return _error(identity, revert.code, str(revert), text(revert.output))
        except ChainError as error:
            return _error(identity, error.code, str(error))
        except Exception:  # noqa: BLE001  the next request is answered all the same
            _log.exception("%s failed", name)
            return _error(identity, INTERNAL_ERROR, "internal error")

    def _call(self, name: str, parameters: Json) -> Json:
        if not isinstance(parameters, list):
            raise BadRequest("params are an array, by position")
        least, most = self._arity[name]
        if not least <= len(parameters) <= most:
            raise BadRequest(f"{name} takes {least} to {most} params, got {len(parameters)}")
        return self._table[name](*parameters)


def _arity(method: Callable[..., Json]) -> tuple[int, int]:
    parameters = inspect.signature(method).parameters.values()
    return sum(each.default is each.empty for each in parameters), len(parameters)


def _is_request(request: Json) -> bool:
    return (
        isinstance(request, dict)
        and request.get("jsonrpc") == "2.0"
        and isinstance(request.get("method"), str)
        and _is_id(request.get("id"))
    )


def _is_id(identity: Json) -> bool:
    return identity is None or (isinstance(identity, str | int | float) and not isinstance(identity, bool))


def _error(identity: Json, code: int, message: str, extra: Json = None) -> dict[str, Json]:
    error: dict[str, Json] = {"code": code, "message": message}
    if extra is not None:
        error["data"] = extra
    return {"jsonrpc": "2.0", "id": identity, "error": error}


def _bounded(response: dict[str, Json], room: int = RESPONSE) -> bytes:
    encoded = orjson.dumps(response)
    if len(encoded) <= room:
        return encoded
    message = f"response too large: the limit is {RESPONSE} bytes; ask for less at once"
    return orjson.dumps(_error(response["id"], RESPONSE_TOO_LARGE, message))
