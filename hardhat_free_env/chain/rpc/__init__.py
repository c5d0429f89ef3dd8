"""Ethereum JSON-RPC over HTTP for the embedded chain, plus `dpr_getFinality`; any other method is not found."""
