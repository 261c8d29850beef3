"""What is measured, each in a process of its own; prints one line of JSON at its end."""
