"""The templates of `kith.findings.sentence`, one module a kind of finding, named as its rule.

Each has `parts(numbers, names)`, the template strings that make its sentence, and `ACTION`, the
words of the button; `for_manager(numbers, names)` where a manager is told otherwise. Nothing here
is spoken but through `sentence.py`.
"""
