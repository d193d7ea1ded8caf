#!/usr/bin/env python3
"""What statsmodels makes of series that src/analytics/stats/noise.rs makes, too: tests/golden/series.json.

pip install statsmodels && python3 scripts/golden-series.py
"""

import json
import warnings
from pathlib import Path

import numpy as np
import statsmodels
import statsmodels.api as sm
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
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


FORMS = {"level": (None, False, [0.3, 0.1]), "trend": ("add", False, [0.3, 0.05, 0.1]), "damped": ("add", True, [0.3, 0.05, 0.1, 0.9])}


def ets():
    out = []
    for days, noise, seed, log in [(120, 0.1, 3, True), (200, 0.2, 4, True), (200, 0.2, 5, False), (63, 0.3, 6, True)]:
        y = store(days, noise, seed)
        y = y if log else np.exp(y)
        for form, (trend, damped, weights) in FORMS.items():
            kind = {"error": "add", "trend": trend, "damped_trend": damped, "seasonal": "add", "seasonal_periods": 7}
            start = {"initial_level": 8.4, "initial_seasonal": [0.1, -0.05, 0, 0.02, -0.1, 0.05, -0.02]}
            if trend:
                start["initial_trend"] = 0.01
            fixed = ETSModel(y, initialization_method="known", **start, **kind).smooth(weights)
            free = ETSModel(y, **kind).fit(disp=False, maxiter=5000)
            out.append({"days": days, "noise": noise, "seed": seed, "log": log, "form": form,
                        "levels": rounded(fixed.level[6::7]), "season": rounded(fixed.season[-7:]),
                        "fixed_squares": float(fixed.sse), "fixed_ahead": rounded(fixed.forecast(10)),
                        "variances": rounded(fixed._relative_forecast_variance(np.arange(1, 11))),
                        "free_squares": float(free.sse), "free_ahead": rounded(free.forecast(10))})
    return out


def uplift():
    out = []
    for days, noise, seed, campaigns, wake, pieces in [
        (84, 0.1, 7, [(30, 32), (59, 62)], 3, 1),
        (250, 0.15, 8, [(40, 44), (120, 121), (200, 209)], 0, 249 // 56),
    ]:
        y = store(days, noise, seed)
        on = np.array([any(a <= i <= b for a, b in campaigns) for i in range(days)])
        after = np.array([any(b < i <= b + wake for _, b in campaigns) for i in range(days)]) & ~on
        y = y + np.log(1.3) * on + np.log(0.92) * after
        place = np.arange(days) * pieces / (days - 1)
        columns = [np.clip(1 - np.abs(place - k), 0, None) for k in range(pieces + 1)]
        columns += [np.arange(days) % 7 == k for k in range(1, 7)] + [on] + ([after] if wake else [])
        fit = sm.OLS(y, np.column_stack(columns).astype(float)).fit()
        first = pieces + 7
        interval = fit.conf_int(0.1)
        net = None
        if wake:
            taken = np.zeros(first + 2)
            taken[first:] = on.sum() * np.exp(fit.params[first]), after.sum() * np.exp(fit.params[first + 1])
            net = float(fit.t_test(taken).sd.item())
        out.append({"days": days, "noise": noise, "seed": seed, "campaigns": campaigns, "wake": wake,
                    "effects": [[float(fit.params[k]), *map(float, interval[k])] for k in range(first, len(columns))],
                    "net_error": net, "degrees": int(fit.df_resid)})
    return out


warnings.filterwarnings("ignore")  # of parameters at the edge of what is allowed
golden = {"statsmodels": statsmodels.__version__, "stl": stl(), "ets": ets(), "uplift": uplift()}
path = Path(__file__).parent.parent / "tests/golden/series.json"
path.write_text(json.dumps(golden, separators=(",", ":")).replace('],"', '],\n"').replace("},{", "},\n{") + "\n")
