"""Plots over time, drawn by the server as inline SVG: no script, and no number that cannot be read as text.

`plot_figure([Series("Unsubscribed", points)], title="Unsubscribed since it was sent")` is a figure with its legend and
a table of its numbers; `line_plot` is the drawing alone. A page that shows one adds `STYLE` to its media.
"""

from broadsheet.newsletters.plots.drawing import line_plot
from broadsheet.newsletters.plots.figure import STYLE, plot_figure
from broadsheet.newsletters.plots.series import Series

__all__ = ["STYLE", "Series", "line_plot", "plot_figure"]
