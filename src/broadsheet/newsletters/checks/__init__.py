"""What is looked at before an edition goes out; one file for each check."""

from broadsheet.newsletters.checks.checking import check_edition
from broadsheet.newsletters.checks.finding import Finding

__all__ = ["Finding", "check_edition"]
