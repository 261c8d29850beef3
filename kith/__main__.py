"""`python -m kith`: the same command as `kith`."""

from kith.config.main import main

main()
