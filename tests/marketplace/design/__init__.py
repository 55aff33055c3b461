"""The look: tags, templates, stylesheet, fonts."""
