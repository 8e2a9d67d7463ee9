"""From arguments to plain rows."""
