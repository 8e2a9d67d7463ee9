"""Lists of feeds as other readers write and read them (OPML 2.0)."""
