"""What a run did."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Report:
    """Counts of targets and files. `failed` could not be made now; `missing` are links that lead to nothing public."""

    pages: int = 0
    files: int = 0
    written: int = 0
    removed: int = 0
    unchanged: int = 0
    seconds: float = 0.0
    failed: list[str] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)  # the link, and a page that has it

    def summary(self) -> str:
        """One line for the operator."""
        counts = f"{self.pages} pages and {self.files} files"
        changes = f"{self.written} written, {self.removed} removed, {self.unchanged} unchanged"
        return f"{counts}: {changes}, in {self.seconds:.1f} s"
