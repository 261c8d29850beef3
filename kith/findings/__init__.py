"""What to do and why: rules from signals to findings, their rank, and the one place that speaks.

Pure: no Django, no clock. A finding is data; only `sentence.py` turns it into words, those of
`wording/`. Where several rules see one cause, `causes.py` says which of them speaks.
"""
