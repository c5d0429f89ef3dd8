"""The copy of the chain: fetched, verified, projected into views in one commit a block; evidence, audits and rebuilds of it.

It copies words as the ledger logged them and never recomputes a guard; what it serves can be proved from the chain.
"""
