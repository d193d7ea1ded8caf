//! Ordinary least squares over few columns, most of whose cells are 0.

/// The sums that a fit is worked out from; rows are added one by one and not kept.
#[derive(Clone, Debug)]
pub struct LeastSquares {
    columns: usize,
    rows: usize,
    /// Products of the columns with each other, row by row.
    products: Vec<f64>,
    /// Products of the columns with what is explained.
    with_value: Vec<f64>,
    /// Squares of what is explained, summed.
    squares: f64,
}

/// A fit.
#[derive(Clone, Debug)]
pub struct Fit {
    /// What each column counts for; `None` where the rows cannot tell it from the columns before.
    pub coefficients: Vec<Option<f64>>,
    /// Squares of what is left, summed.
    pub left: f64,
    /// Rows less the columns that could be told.
    pub degrees: usize,
    /// The lower triangle of Cholesky: the products are it times its transpose.
    lower: Vec<f64>,
}

/// A column whose part that the columns before do not explain is smaller than this share of it cannot be told from them.
const ALIASED: f64 = 1e-9;

impl LeastSquares {
    /// No rows yet.
    pub fn new(columns: usize) -> LeastSquares {
        LeastSquares {
            columns,
            rows: 0,
            products: vec![0.0; columns * columns],
            with_value: vec![0.0; columns],
            squares: 0.0,
        }
    }

    /// Adds a row: its cells that are not 0, each column at most once, and the value to explain.
    pub fn add(&mut self, cells: &[(usize, f64)], value: f64) {
        self.rows += 1;
        self.squares += value * value;
        for (a, x) in cells {
            if let Some(sum) = self.with_value.get_mut(*a) {
                *sum += x * value;
            }
            for (b, y) in cells {
                if let Some(sum) = self.products.get_mut(a * self.columns + b) {
                    *sum += x * y;
                }
            }
        }
    }

    /// The fit, by Cholesky's decomposition. A column that cannot be told from earlier ones is left out.
    pub fn solve(&self) -> Fit {
        let n = self.columns;
        let mut lower = vec![0.0; n * n];
        let cell = |of: &[f64], row: usize, column: usize| -> f64 {
            of.get(row * n + column).copied().unwrap_or(0.0)
        };
        for row in 0..n {
            for column in 0..=row {
                let known: f64 = (0..column)
                    .map(|k| cell(&lower, row, k) * cell(&lower, column, k))
                    .sum();
                let whole = cell(&self.products, row, column);
                let rest = whole - known;
                let pivot = cell(&lower, column, column);
                let value = if row != column {
                    if pivot > 0.0 { rest / pivot } else { 0.0 }
                } else if rest > ALIASED * whole {
                    rest.sqrt()
                } else {
                    0.0
                };
                if let Some(slot) = lower.get_mut(row * n + column) {
                    *slot = value;
                }
            }
        }
        let mut fit = Fit {
            coefficients: vec![None; n],
            left: self.squares,
            degrees: self.rows,
            lower,
        };
        let half = fit.forward(&self.with_value);
        fit.left = (self.squares - half.iter().map(|x| x * x).sum::<f64>()).max(0.0);
        let told = (0..n).filter(|at| fit.pivot(*at) > 0.0).count();
        fit.degrees = self.rows.saturating_sub(told);
        for at in (0..n).rev().filter(|at| half.get(*at).is_some()) {
            let pivot = fit.pivot(at);
            if pivot > 0.0 {
                let known: f64 = (at + 1..n)
                    .map(|k| cell(&fit.lower, k, at) * fit.value(k))
                    .sum();
                let value = (half.get(at).copied().unwrap_or(0.0) - known) / pivot;
                if let Some(slot) = fit.coefficients.get_mut(at) {
                    *slot = Some(value);
                }
            }
        }
        fit
    }
}

impl Fit {
    /// A coefficient, 0 where it cannot be told.
    pub fn value(&self, column: usize) -> f64 {
        self.coefficients
            .get(column)
            .copied()
            .flatten()
            .unwrap_or(0.0)
    }

    /// The deviation of a row from the fit: the root of what is left over the degrees of freedom, 0 where there are none.
    pub fn sigma(&self) -> f64 {
        if self.degrees == 0 {
            return 0.0;
        }
        (self.left / self.degrees as f64).sqrt()
    }

    /// The standard error of a sum of coefficients, each taken so many times.
    pub fn error(&self, taken: &[(usize, f64)]) -> f64 {
        let mut right = vec![0.0; self.coefficients.len()];
        for (column, times) in taken {
            if let Some(slot) = right.get_mut(*column) {
                *slot += times;
            }
        }
        let half = self.forward(&right);
        self.sigma() * half.iter().map(|x| x * x).sum::<f64>().sqrt()
    }

    fn pivot(&self, at: usize) -> f64 {
        let n = self.coefficients.len();
        self.lower.get(at * n + at).copied().unwrap_or(0.0)
    }

    /// Solves the lower triangle against a right side; 0 for what cannot be told.
    fn forward(&self, right: &[f64]) -> Vec<f64> {
        let n = self.coefficients.len();
        let mut half: Vec<f64> = Vec::with_capacity(n);
        for (at, value) in right.iter().enumerate() {
            let row = self.lower.get(at * n..at * n + at).unwrap_or_default();
            let known: f64 = row.iter().zip(&half).map(|(a, b)| a * b).sum();
            let pivot = self.pivot(at);
            half.push(if pivot > 0.0 {
                (value - known) / pivot
            } else {
                0.0
            });
        }
        half
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Norris, NIST StRD: y on x with its certified values.
    #[test]
    fn a_line_of_the_reference_data_comes_out_as_certified() {
        let data = [
            (0.1, 0.2),
            (338.8, 337.4),
            (118.1, 118.2),
            (888.0, 884.6),
            (9.2, 10.1),
            (228.1, 226.5),
            (668.5, 666.3),
            (998.5, 996.3),
            (449.1, 448.6),
            (778.9, 777.0),
            (559.2, 558.2),
            (0.3, 0.4),
            (0.1, 0.6),
            (778.1, 775.5),
            (668.8, 666.9),
            (339.3, 338.0),
            (448.9, 447.5),
            (10.8, 11.6),
            (557.7, 556.0),
            (228.3, 228.1),
            (998.0, 995.8),
            (888.8, 887.6),
            (119.6, 120.2),
            (0.3, 0.3),
            (0.6, 0.3),
            (557.6, 556.8),
            (339.3, 339.1),
            (888.0, 887.2),
            (998.5, 999.0),
            (778.9, 779.0),
            (10.2, 11.1),
            (117.6, 118.3),
            (228.9, 229.2),
            (668.4, 669.1),
            (449.2, 448.9),
            (0.2, 0.5),
        ];
        let mut sums = LeastSquares::new(2);
        for (y, x) in data {
            sums.add(&[(0, 1.0), (1, x)], y);
        }
        let fit = sums.solve();
        let close = |found: f64, expected: f64| {
            assert!((found / expected - 1.0).abs() < 1e-9, "{found} {expected}");
        };
        close(fit.value(0), -0.262323073774029);
        close(fit.value(1), 1.00211681802045);
        close(fit.error(&[(0, 1.0)]), 0.232818234301152);
        close(fit.error(&[(1, 1.0)]), 0.429796848199937e-3);
        close(fit.sigma(), 0.884796396144373);
        assert_eq!(fit.degrees, 34);
    }

    #[test]
    fn what_cannot_be_told_is_left_out() {
        let mut sums = LeastSquares::new(4);
        for at in 0..10 {
            let x = f64::from(at);
            // The third column is twice the second, the last is never there.
            sums.add(&[(0, 1.0), (1, x), (2, 2.0 * x)], 3.0 + 4.0 * x);
        }
        let fit = sums.solve();
        assert_eq!((fit.coefficients[2], fit.coefficients[3]), (None, None));
        assert!((fit.value(0) - 3.0).abs() < 1e-9 && (fit.value(1) - 4.0).abs() < 1e-9);
        assert_eq!(fit.degrees, 8);
    }
}
