"""Which names are one thing, which tellings one deal; pure."""
