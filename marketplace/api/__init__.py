"""The REST interface, assembled: one router per subject, errors answered in one place."""
