"""The look: template tags, fonts, icons, the style page."""
