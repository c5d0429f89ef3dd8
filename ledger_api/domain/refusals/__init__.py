"""One row for every error the contracts can answer with, a table a subject: what happened and what to do, [Chinese, English].

A place `{name:kind}` is an argument of the error; `phrases` knows the kinds. `blocking` names what stands in the way.
"""
