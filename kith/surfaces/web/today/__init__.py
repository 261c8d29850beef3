"""Today: at most five things worth doing, each with its proof."""
