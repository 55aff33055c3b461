"""Oscar asks for thumbnails: the sizes were made at upload, so it gets the stored picture."""

from typing import Any


class Stored:
    """Oscar's thumbnailer interface over pictures that are kept in their final sizes."""

    def generate_thumbnail(self, source: Any, **options: Any) -> Any:
        """The stored picture itself."""
        return source

    def delete_thumbnails(self, source: Any) -> None:
        """Nothing was made, so nothing goes."""
