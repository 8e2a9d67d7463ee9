"""From text to entities and deals, each with its place; pure."""
