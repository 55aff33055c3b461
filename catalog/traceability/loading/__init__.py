"""Boxes stacked on a pallet or into a big carton, which has a code of its own."""
