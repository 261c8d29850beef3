"""The queue of guesses that wait for a person: who is who, answered by one key."""
