"""The pages, the commands: asked as people ask them."""
