"""A bar chart as SVG: times on a logarithmic scale, ours first."""

import math
from html import escape
from typing import NamedTuple

_ROW, _LABEL, _WIDTH, _VALUE = 22, 330, 360, 90  # pixels
_OURS, _OTHERS = "#1b6ca8", "#a8a8a8"


class Bar(NamedTuple):
    """One row; *milliseconds* per article."""

    label: str
    milliseconds: float
    ours: bool


def picture(title: str, groups: dict[str, list[Bar]]) -> str:
    """The *groups* of bars one below the other, each under its name."""
    bars = [bar for group in groups.values() for bar in group]
    least = math.floor(math.log10(min(bar.milliseconds for bar in bars)))
    most = math.ceil(math.log10(max(bar.milliseconds for bar in bars)))
    drawn, top = [], 2 * _ROW
    for name, group in groups.items():
        drawn.append(f'<text x="8" y="{top + 15}" font-weight="bold">{escape(name)}</text>')
        top += _ROW
        for bar in group:
            drawn.append(_drawn(bar, top, least, most))
            top += _ROW
    width = _LABEL + _WIDTH + _VALUE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {top + 8}" width="{width}" role="img" '
        f'font-family="sans-serif" font-size="13">\n<title>{escape(title)}</title>\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n<text x="8" y="22">{escape(title)}</text>\n'
        + "\n".join(drawn)
        + "\n</svg>\n"
    )


def _drawn(bar: Bar, top: int, least: int, most: int) -> str:
    length = _WIDTH * (math.log10(bar.milliseconds) - least) / (most - least)
    return (
        f'<text x="{_LABEL - 8}" y="{top + 15}" text-anchor="end">{escape(bar.label)}</text>'
        f'<rect x="{_LABEL}" y="{top + 3}" width="{length:.0f}" height="16" fill="{_OURS if bar.ours else _OTHERS}"/>'
        f'<text x="{_LABEL + length + 6:.0f}" y="{top + 15}">{bar.milliseconds:.3g} ms</text>'
    )
