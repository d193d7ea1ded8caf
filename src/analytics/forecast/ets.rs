//! Exponential smoothing with additive error and week, ETS(A,N,A), (A,A,A) and (A,Ad,A) (Hyndman, Koehler, Ord, Snyder 2008);
//! (A,A,A) is additive Holt-Winters. The weights are those with the least sum of squared one-step errors, which are also the
//! likeliest under normal errors.
//!
//! For given weights the errors are linear in the state that the series starts from, so the best start is a regression; for a
//! given start the weights are looked for by a simplex. The two take turns.

use super::simplex;
use crate::analytics::selfcheck::Check;
use crate::analytics::stats::least_squares::LeastSquares;
use crate::analytics::stats::noise;

/// Days of the season.
pub const WEEK: usize = 7;

/// How the level goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It stays: (A,N,A).
    Level,
    /// It goes on growing: (A,A,A).
    Trend,
    /// It grows less and less: (A,Ad,A).
    Damped,
}

/// How much of an error goes into level, trend and week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// Into the level.
    pub alpha: f64,
    /// Into the trend, at most alpha; 0 without one.
    pub beta: f64,
    /// Into the weekday, at most 1 − alpha.
    pub gamma: f64,
    /// What is left of the trend on the next day; 1 undamped.
    pub phi: f64,
}

/// What is known before a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// The level.
    pub level: f64,
    /// Its growth in a day.
    pub trend: f64,
    /// What the coming seven days add, the next one first.
    pub season: [f64; WEEK],
}

/// A model that was fitted to a series.
#[derive(Clone, Copy, Debug)]
pub struct Fitted {
    /// The weights.
    pub weights: Weights,
    /// The state before the first day.
    pub start: State,
    /// One-step errors squared and summed.
    pub squares: f64,
    /// The variance of an error.
    pub variance: f64,
}

impl State {
    /// Takes a day in and gives its error. A day without a value moves nothing but time.
    pub fn step(&mut self, weights: &Weights, value: Option<f64>) -> Option<f64> {
        let carried = weights.phi * self.trend;
        let expected = self.level + carried + self.season[0];
        let error = value.map(|value| value - expected);
        let by = error.unwrap_or(0.0);
        self.level += carried + weights.alpha * by;
        self.trend = carried + weights.beta * by;
        self.season[0] += weights.gamma * by;
        self.season.rotate_left(1);
        error
    }

    /// What is expected of the next days, with the variance of each in units of that of one error.
    pub fn ahead(&self, weights: &Weights, days: usize) -> impl Iterator<Item = (f64, f64)> {
        let (mut damping, mut growth, mut variance) = (1.0, 0.0, 1.0);
        let week = self.season.iter().cycle().take(days).enumerate();
        week.map(move |(at, season)| {
            if at > 0 {
                // What an error does so many days later; `growth` has not yet been taken a day further.
                let again = if at % WEEK == 0 { weights.gamma } else { 0.0 };
                let effect = weights.alpha + weights.beta * growth + again;
                variance += effect * effect;
            }
            damping *= weights.phi;
            growth += damping;
            (self.level + growth * self.trend + season, variance)
        })
    }
}

impl Form {
    /// Weights that may be looked for, from numbers without bounds.
    fn weights(self, free: &[f64]) -> Weights {
        let part = |at: usize| {
            let x = free.get(at).copied().unwrap_or(0.0);
            (1.0 / (1.0 + (-x).exp())).clamp(1e-4, 1.0 - 1e-4)
        };
        let alpha = part(0);
        let (beta, phi) = match self {
            Form::Level => (0.0, 1.0),
            Form::Trend => (alpha * part(2), 1.0),
            Form::Damped => (alpha * part(2), 0.8 + 0.18 * part(3)),
        };
        Weights {
            alpha,
            beta,
            gamma: (1.0 - alpha) * part(1),
            phi,
        }
    }

    /// Where the simplex starts: alpha 0.3, gamma 0.07, beta 0.015, phi 0.94.
    fn first_guess(self) -> &'static [f64] {
        const GUESS: [f64; 4] = [-0.85, -2.2, -2.9, 1.25];
        match self {
            Form::Level => &GUESS[..2],
            Form::Trend => &GUESS[..3],
            Form::Damped => &GUESS,
        }
    }

    /// Fits the model to a series of at least two weeks.
    pub fn fit(self, values: &[Option<f64>]) -> Fitted {
        let mut free = self.first_guess().to_vec();
        let mut start = best_start(self, &self.weights(&free), values);
        let mut squares = f64::INFINITY;
        for _ in 0..TURNS {
            let before = squares;
            let of = |free: &[f64]| sum_of_squares(values, &self.weights(free), start);
            squares = simplex::least(&mut free, &of);
            start = best_start(self, &self.weights(&free), values);
            if squares > 0.9999 * before {
                break;
            }
        }
        let weights = self.weights(&free);
        let squares = sum_of_squares(values, &weights, start);
        let known = values.iter().flatten().count();
        let degrees = known.saturating_sub(free.len() + WEEK + 1).max(1);
        Fitted {
            weights,
            start,
            squares,
            variance: squares / degrees as f64,
        }
    }
}

/// Turns of simplex and regression.
const TURNS: usize = 12;

fn sum_of_squares(values: &[Option<f64>], weights: &Weights, mut state: State) -> f64 {
    let errors = values.iter().map(|value| state.step(weights, *value));
    errors.flatten().map(|error| error * error).sum()
}

/// The start with the least sum of squares under these weights. The seven weekdays add up to 0.
pub fn best_start(form: Form, weights: &Weights, values: &[Option<f64>]) -> State {
    let nothing = State {
        level: 0.0,
        trend: 0.0,
        season: [0.0; WEEK],
    };
    let has_trend = form != Form::Level;
    // One state for each number of the start: what it alone does to the errors.
    let mut units = vec![State {
        level: 1.0,
        ..nothing
    }];
    for weekday in 1..WEEK {
        let mut unit = nothing;
        unit.season[0] = -1.0;
        if let Some(season) = unit.season.get_mut(weekday) {
            *season = 1.0;
        }
        units.push(unit);
    }
    if has_trend {
        units.push(State {
            trend: 1.0,
            ..nothing
        });
    }
    let mut sums = LeastSquares::new(units.len());
    let (mut moved, mut plain) = (units.clone(), nothing);
    let mut cells = Vec::with_capacity(units.len());
    for value in values {
        let error = plain.step(weights, *value);
        cells.clear();
        for (at, unit) in moved.iter_mut().enumerate() {
            let does = unit.step(weights, value.map(|_| 0.0));
            // Without the number the error is `error`, with it `does` is added.
            cells.push((at, -does.unwrap_or(0.0)));
        }
        if let Some(error) = error {
            sums.add(&cells, error);
        }
    }
    let fit = sums.solve();
    let mut start = nothing;
    for (at, unit) in units.iter().enumerate() {
        let times = fit.value(at);
        start.level += times * unit.level;
        start.trend += times * unit.trend;
        for (season, part) in start.season.iter_mut().zip(unit.season) {
            *season += times * part;
        }
    }
    start
}

/// Golden checks: weights and start given, and a series that goes on as it must when they are looked for.
pub fn checks() -> Vec<Check> {
    let values = noise::store(120, 0.1, 3);
    let smoothed = |beta, phi, trend| {
        let weights = Weights {
            alpha: 0.3,
            beta,
            gamma: 0.1,
            phi,
        };
        let mut state = State {
            level: 8.4,
            trend,
            season: [0.1, -0.05, 0.0, 0.02, -0.1, 0.05, -0.02],
        };
        for value in &values {
            state.step(&weights, Some(*value));
        }
        state.ahead(&weights, 9).last()
    };
    let check = |subject, expected, found: Option<(f64, f64)>| Check {
        subject,
        reference: "statsmodels 0.15.0 ETSModel",
        expected,
        found: found.map_or(f64::NAN, |(expected, _)| expected),
        tolerance: 1e-9,
    };
    let mut checks = vec![
        check(
            ("ETS(A,N,A)，第 9 天", "ETS(A,N,A), day 9 ahead"),
            8.634_516_047_7,
            smoothed(0.0, 1.0, 0.0),
        ),
        check(
            ("ETS(A,A,A)，第 9 天", "ETS(A,A,A), day 9 ahead"),
            8.654_848_682,
            smoothed(0.05, 1.0, 0.01),
        ),
        check(
            ("ETS(A,Ad,A)，第 9 天", "ETS(A,Ad,A), day 9 ahead"),
            8.651_318_579_2,
            smoothed(0.05, 0.9, 0.01),
        ),
    ];
    let week = [0.0, -5.0, -3.0, 2.0, 8.0, 15.0, 20.0];
    let line = |(at, week): (i32, &f64)| Some(100.0 + 0.3 * f64::from(at) + week);
    let grows: Vec<Option<f64>> = (0..84).zip(week.iter().cycle()).map(line).collect();
    let fitted = Form::Trend.fit(&grows);
    let mut state = fitted.start;
    for value in &grows {
        state.step(&fitted.weights, *value);
    }
    let ahead = state.ahead(&fitted.weights, WEEK).map(|(day, _)| day);
    let subjects = [
        ("霍尔特-温特斯，第 1 天", "Holt-Winters, day 1 ahead"),
        ("霍尔特-温特斯，第 2 天", "Holt-Winters, day 2 ahead"),
        ("霍尔特-温特斯，第 3 天", "Holt-Winters, day 3 ahead"),
        ("霍尔特-温特斯，第 4 天", "Holt-Winters, day 4 ahead"),
        ("霍尔特-温特斯，第 5 天", "Holt-Winters, day 5 ahead"),
        ("霍尔特-温特斯，第 6 天", "Holt-Winters, day 6 ahead"),
        ("霍尔特-温特斯，第 7 天", "Holt-Winters, day 7 ahead"),
    ];
    let expected = [125.2, 120.5, 122.8, 128.1, 134.4, 141.7, 147.0];
    let each = subjects.into_iter().zip(expected).zip(ahead);
    checks.extend(each.map(|((subject, expected), found)| Check {
        subject,
        reference: "statsforecast 2.1.1, statsmodels 0.15.0",
        expected,
        found,
        tolerance: 1e-6,
    }));
    checks
}
