"""German: every noun has a capital, so a name is what its neighbours call one."""
