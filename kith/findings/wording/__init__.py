"""The templates of `kith.findings.sentence`, one module a kind of finding, named as its rule.

Each has `parts(numbers, names, say)`, the templates that make its sentence in the language of
`say`, and `ACTION`, the words of the button; `for_manager(numbers, names, say)` where a manager is
told otherwise. A template is a whole sentence, for languages order its parts, and bend its words,
each in its own way. Nothing here is spoken but through `sentence.py`.
"""
