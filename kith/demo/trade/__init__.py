"""What the demo company sells: its books as sheets, and what its people write down beside them."""
