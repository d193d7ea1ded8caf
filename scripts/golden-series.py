#!/usr/bin/env python3
"""What statsmodels makes of series that src/analytics/stats/noise.rs makes, too: tests/golden/series.json.

pip install statsmodels && python3 scripts/golden-series.py
"""

import json
from pathlib import Path

import numpy as np
import statsmodels
from statsmodels.tsa.seasonal import STL

MASK = (1 << 64) - 1
WEEK = [-0.10, -0.05, 0.0, 0.0, 0.05, 0.18, 0.10]


class Noise:
    """SplitMix64."""

    def __init__(self, seed):
        self.state = seed

    def uniform(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) / (1 << 53)


def store(days, noise, seed):
    chance = Noise(seed)
    return np.array([
        8.5 + 0.001 * i + (0.2 if i >= 150 else 0.0) + WEEK[i % 7] + noise * (2.0 * chance.uniform() - 1.0)
        for i in range(days)
    ])


def rounded(values):
    return [round(float(v), 10) for v in values]


def stl():
    out = []
    for days, noise, seed, odd in [(90, 0.1, 1, [(40, -0.3), (77, 0.5), (89, -0.25)]), (300, 0.15, 2, [(0, 1.0), (200, -2.0)])]:
        y = store(days, noise, seed)
        for at, by in odd:
            y[at] += by
        fit = STL(y, period=7, seasonal=35, trend=29, robust=True).fit()
        out.append({"days": days, "noise": noise, "seed": seed, "odd": odd,
                    "trend": rounded(fit.trend), "seasonal": rounded(fit.seasonal), "weights": rounded(fit.weights)})
    return out


golden = {"statsmodels": statsmodels.__version__, "stl": stl()}
path = Path(__file__).parent.parent / "tests/golden/series.json"
path.write_text(json.dumps(golden, separators=(",", ":")).replace('],"', '],\n"').replace("},{", "},\n{") + "\n")
