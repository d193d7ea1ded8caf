//! Chance that any program can repeat, for the series that methods are checked on.

use super::normal;

/// SplitMix64 (Steele, Lea, Flood 2014): the state after so many draws is the seed plus as many steps.
#[derive(Clone, Debug)]
pub struct Noise(pub u64);

impl Noise {
    /// A number from 0 to below 1, of 53 bits.
    pub fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number of the standard normal distribution.
    pub fn normal(&mut self) -> f64 {
        normal::quantile(self.uniform().max(f64::EPSILON))
    }
}

/// What a day of the week adds, in ln: the week of the series below.
pub const WEEK: [f64; 7] = [-0.10, -0.05, 0.0, 0.0, 0.05, 0.18, 0.10];

/// A year of some store in ln, or its first days: it grows by a thousandth a day and by a fifth at once on day 150, with a week
/// and uniform noise of ±`noise`.
pub fn store(days: usize, noise: f64, seed: u64) -> Vec<f64> {
    let mut chance = Noise(seed);
    let week = WEEK.iter().cycle();
    let day = |(at, week): (usize, &f64)| {
        let step = if at < 150 { 0.0 } else { 0.2 };
        8.5 + 0.001 * at as f64 + step + week + noise * (2.0 * chance.uniform() - 1.0)
    };
    (0..days).zip(week).map(day).collect()
}
