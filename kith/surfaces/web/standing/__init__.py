"""Asset or obstacle: how close accounts are, beside what they earn and lose."""
