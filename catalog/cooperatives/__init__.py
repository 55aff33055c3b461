"""Who sells: applications, verification, members, the public page."""
