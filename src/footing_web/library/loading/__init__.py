"""From the content files and the reference data to pages that editors can change."""

from footing_web.library.loading.load import Loaded, load_all

__all__ = ["Loaded", "load_all"]
