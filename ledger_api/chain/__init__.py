"""The chain as the facade meets it: the JSON-RPC client, the codec of acts and lines, finality, proofs, the embedded engine."""
