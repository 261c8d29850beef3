"""What to do and why: rules from signals to findings, their rank, and the one place that speaks.

Pure: no Django, no clock. A finding is data; only `sentence.py` turns it into words.
"""
