"""The commands of `kith`, one file a command or family."""
