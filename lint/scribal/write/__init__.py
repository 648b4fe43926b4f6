"""From diagnostics to reports, for people and for machines."""
