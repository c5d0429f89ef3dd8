"""The way of a filing: compose, collect signatures, accept, send; until the indexer finds it in a final block.

What is accepted here reaches the ledger exactly once or is reported failed, whatever crashes (design page 4).
"""
