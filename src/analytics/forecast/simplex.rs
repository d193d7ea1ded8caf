//! The least value of a function of few numbers (Nelder, Mead 1965).

/// Steps at most.
const STEPS: usize = 160;

/// Moves `at` to where a function is least, as far as it is found, and gives that value. The function is asked some 200 times; it
/// must not give what is no number.
pub fn least(at: &mut Vec<f64>, of: &dyn Fn(&[f64]) -> f64) -> f64 {
    let n = at.len();
    let mut corners: Vec<(f64, Vec<f64>)> = (0..=n)
        .map(|corner| {
            let mut place = at.clone();
            if let Some(x) = corner.checked_sub(1).and_then(|axis| place.get_mut(axis)) {
                *x += 1.0;
            }
            (of(&place), place)
        })
        .collect();
    for _ in 0..STEPS {
        corners.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (best, worst) = match (corners.first(), corners.last()) {
            (Some(first), Some(last)) => (first.0, last.0),
            _ => break,
        };
        if worst - best <= 1e-9 * best.abs() {
            break;
        }
        let Some((_, last)) = corners.pop() else {
            break;
        };
        let second = corners.last().map_or(best, |corner| corner.0);
        let centre: Vec<f64> = (0..n)
            .map(|axis| {
                let sum: f64 = corners.iter().filter_map(|c| c.1.get(axis)).sum();
                sum / n as f64
            })
            .collect();
        // A place on the line from the worst corner through the middle of the others.
        let on_line = |far: f64| {
            let place = centre.iter().zip(&last);
            let place: Vec<f64> = place.map(|(c, x)| c + far * (c - x)).collect();
            (of(&place), place)
        };
        let mirrored = on_line(1.0);
        let next = if mirrored.0 < best {
            let farther = on_line(2.0);
            if farther.0 < mirrored.0 {
                farther
            } else {
                mirrored
            }
        } else if mirrored.0 < second {
            mirrored
        } else {
            let nearer = on_line(if mirrored.0 < worst { 0.5 } else { -0.5 });
            if nearer.0 < worst.min(mirrored.0) {
                nearer
            } else {
                // Everything moves half the way to the best.
                let to = corners.first().map(|c| c.1.clone()).unwrap_or_default();
                let half = |place: &Vec<f64>| {
                    let place: Vec<f64> =
                        place.iter().zip(&to).map(|(x, t)| 0.5 * (x + t)).collect();
                    (of(&place), place)
                };
                let shrunk: Vec<_> = corners.iter().skip(1).map(|c| half(&c.1)).collect();
                corners.truncate(1);
                corners.extend(shrunk);
                half(&last)
            }
        };
        corners.push(next);
    }
    corners.sort_by(|a, b| a.0.total_cmp(&b.0));
    match corners.into_iter().next() {
        Some((value, place)) => {
            *at = place;
            value
        }
        None => f64::INFINITY,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_bottom_of_a_valley() {
        // Rosenbrock's, whose least value is 0 at (1, 1).
        let valley = |x: &[f64]| 100.0 * (x[1] - x[0] * x[0]).powi(2) + (1.0 - x[0]).powi(2) + 1.0;
        let mut at = vec![-1.2, 1.0];
        let value = least(&mut at, &valley);
        assert!((value - 1.0).abs() < 1e-6, "{value} {at:?}");
        assert!((at[0] - 1.0).abs() < 1e-2 && (at[1] - 1.0).abs() < 2e-2);
    }
}
