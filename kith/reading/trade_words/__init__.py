"""How mails speak of trade, one file a language: inquiry, offer, order, invoice, pitch, travel.

Nothing here decides: `kith.reading.trade` looks for these words.
"""
