"""The pages of the shelf: shop, categories, search, a listing."""
