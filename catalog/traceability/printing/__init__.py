"""Labels as jobs: asked for, made part by part, kept as a file, written down."""
