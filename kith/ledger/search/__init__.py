"""The full-text index, audience inside: who may find a text stands beside its words."""
