"""What the world calls its places, currencies and peoples; baked tables, no network."""
