"""Puts a ledger on a chain: a plan says what it begins with, a manifest says what is there.

Every step looks at the chain first, so that a run cut short is continued and a second run does nothing.
"""
