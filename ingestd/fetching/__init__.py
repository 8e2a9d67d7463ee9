"""The one door to other machines: guarded, polite, bounded."""
