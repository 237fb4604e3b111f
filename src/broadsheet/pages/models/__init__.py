"""The frame that every public page shares, plain pages, and what the whole paper says about itself."""

from broadsheet.pages.models.framed import FramedPage
from broadsheet.pages.models.information import InformationPage
from broadsheet.pages.models.newsroom import Newsroom

__all__ = ["FramedPage", "InformationPage", "Newsroom"]
