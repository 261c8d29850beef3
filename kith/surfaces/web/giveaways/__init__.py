"""Giveaways: what was given and not paid for, what came back; written down from anywhere."""
