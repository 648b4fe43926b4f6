"""From paths to records: which files there are, what they hold, and what could not be read."""
