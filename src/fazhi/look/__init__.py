"""The shared look of every page: layouts, vendored assets, template tags, menus and refusals. Faces use `look.api`."""
