"""Steps: intake, parse, extract. They read events and append the ones that follow."""
