"""``python -m scribal``."""

from scribal.cli import main

main()
