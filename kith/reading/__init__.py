"""One text in, what it says out: quote cut, questions, each with its position. Pure.

Never sees a database, a clock or a network.
"""
