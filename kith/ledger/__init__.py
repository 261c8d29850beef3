"""What happened, and to whom: the only room with tables in a database, cut by subject.

Only `writers.py` files write, only `readers.py` files are read from outside; imports terms alone.
"""
