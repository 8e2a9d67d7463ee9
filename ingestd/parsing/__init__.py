"""From bytes to text in blocks; pure."""
