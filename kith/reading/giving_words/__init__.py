"""How mails of ours give something away, one file a language. Nothing here decides:
`kith.reading.giving` looks for these words.
"""
