"""Oscar's dashboard where it would write past our verbs."""
