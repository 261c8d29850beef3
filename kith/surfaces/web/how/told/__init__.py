"""What is said of each signal, cut by what it is about: a page each, as in docs/signals/."""
