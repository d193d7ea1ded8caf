//! Against statsmodels, and against series of which it is known what the campaigns added.

use super::*;
use crate::analytics::stats::noise::Noise;

/// A Monday.
const FIRST: Day = Day(8_766);

#[test]
fn golden_values_are_reproduced() {
    assert_eq!(FIRST.weekday().num_days_from_monday(), 0);
    for check in checks() {
        assert!(check.passes(), "{check:?}");
    }
}

#[derive(Deserialize)]
struct Golden {
    uplift: Vec<GoldenUplift>,
}

#[derive(Deserialize)]
struct GoldenUplift {
    days: usize,
    noise: f64,
    seed: u64,
    campaigns: Vec<(i32, i32)>,
    wake: i32,
    effects: Vec<[f64; 3]>,
    net_error: Option<f64>,
    degrees: usize,
}

fn spans(campaigns: &[(i32, i32)]) -> Vec<Span> {
    let span = |(a, b): &(i32, i32)| Span::new(FIRST.plus(*a), FIRST.plus(*b));
    campaigns.iter().map(span).collect()
}

/// Multiplies what the days of the campaigns and their wakes bring.
fn with(values: &mut [f64], campaigns: &[(i32, i32)], wake: i32, on: f64, after: f64) {
    for (at, value) in (0..).zip(values) {
        if campaigns.iter().any(|(a, b)| (*a..=*b).contains(&at)) {
            *value *= on;
        } else if campaigns.iter().any(|(_, b)| *b < at && at <= b + wake) {
            *value *= after;
        }
    }
}

fn known(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn of(
    values: &[Option<f64>],
    campaigns: &[(i32, i32)],
    wake_days: i32,
) -> Result<Uplift, NoUplift> {
    let campaigns = spans(campaigns);
    let series = Campaigns {
        first: FIRST,
        values,
        campaigns: &campaigns,
        wake_days,
    };
    uplift(&series, 0.9)
}

/// `scripts/golden-series.py`.
#[test]
fn effects_and_intervals_are_those_of_statsmodels() {
    let golden: Golden =
        serde_json::from_str(include_str!("../../../tests/golden/series.json")).expect("golden");
    assert_eq!(golden.uplift.len(), 2);
    for case in golden.uplift {
        let mut values: Vec<f64> = noise::store(case.days, case.noise, case.seed);
        values.iter_mut().for_each(|ln| *ln = ln.exp());
        with(&mut values, &case.campaigns, case.wake, 1.3, 0.92);
        let found = of(&known(&values), &case.campaigns, case.wake).expect("an uplift");
        assert_eq!(found.degrees, case.degrees);
        let shares = [Some(found.on_days), found.in_wake];
        assert_eq!(shares.iter().flatten().count(), case.effects.len());
        for (share, expected) in shares.iter().flatten().zip(&case.effects) {
            for (found, ln) in [share.point, share.low, share.high].iter().zip(expected) {
                assert!((found - ln.exp_m1()).abs() < 1e-9, "{found} {ln}");
            }
        }
        if let Some(error) = case.net_error {
            let t = student::quantile(0.95, case.degrees as f64);
            let net = found.net_days;
            assert!((net.high - net.point - t * error).abs() < 1e-8);
            let wake = found.in_wake.expect("a wake").point;
            let days = (found.days as f64, found.wake_days as f64);
            let point = days.0 * found.on_days.point + days.1 * wake;
            assert!((net.point - point).abs() < 1e-12);
        }
    }
}

/// Twelve weeks of a growing store with a week; two campaigns add 30 %, from Friday to Sunday.
#[test]
fn is_unbiased_and_covers_nine_in_ten() {
    let mut chance = Noise(5);
    let campaigns = [(32, 34), (60, 62)];
    let (runs, mut points, mut covered, mut before) = (600, 0.0, 0, 0.0);
    for _ in 0..runs {
        let week = noise::WEEK.iter().cycle();
        let mut values: Vec<f64> = (0..84)
            .zip(week)
            .map(|(at, week)| (8.5 + 0.004 * f64::from(at) + week + 0.15 * chance.normal()).exp())
            .collect();
        with(&mut values, &campaigns, 0, 1.3, 1.0);
        let found = of(&known(&values), &campaigns, 0)
            .expect("an uplift")
            .on_days;
        points += found.point.ln_1p();
        covered += usize::from(found.low <= 0.3 && 0.3 <= found.high);
        // What it is often held against: the seven days before.
        let mean = |days: &[f64]| days.iter().sum::<f64>() / days.len() as f64;
        before += mean(&values[60..63]) / mean(&values[53..60]) - 1.0;
    }
    let runs = f64::from(runs);
    let (point, covered) = ((points / runs).exp_m1(), covered as f64 / runs);
    assert!((point - 0.3).abs() < 0.01, "{point}");
    assert!((0.87..=0.93).contains(&covered), "{covered}");
    assert!(before / runs > 0.4, "{}", before / runs);
}

/// What else happened to all items is no effect of the campaign on one of them.
#[test]
fn held_against_a_control_what_both_had_is_gone() {
    let mut chance = Noise(9);
    let campaigns = [(40, 49)];
    let control: Vec<f64> = noise::store(91, 0.1, 11)
        .iter()
        .map(|ln| ln.exp())
        .collect();
    let mut treated: Vec<f64> = control
        .iter()
        .map(|value| 0.1 * value * (0.02 * chance.normal()).exp())
        .collect();
    with(&mut treated, &campaigns, 0, 1.2, 1.0);
    let mut both: Vec<f64> = control.clone();
    for values in [&mut treated, &mut both] {
        with(values, &campaigns, 0, 1.5, 1.0);
    }
    let alone = of(&known(&treated), &campaigns, 0).expect("an uplift");
    assert!(alone.on_days.low > 0.6);
    let ratio: Vec<Option<f64>> = treated
        .iter()
        .zip(&both)
        .map(|(a, b)| Some(a / b))
        .collect();
    let against = of(&ratio, &campaigns, 0).expect("an uplift").on_days;
    assert!(against.low < 0.2 && 0.2 < against.high && against.high < 0.23);
}

#[test]
fn what_was_added_is_what_plain_days_would_not_have_brought() {
    let mut values = vec![100.0; 70];
    with(&mut values, &[(30, 33)], 2, 1.5, 0.9);
    let mut values = known(&values);
    values[31] = None;
    let found = of(&values, &[(30, 33)], 2).expect("an uplift");
    assert_eq!((found.days, found.wake_days), (3, 2));
    assert!((found.added.point - 150.0).abs() < 1e-6);
    assert!((found.net_days.point - 1.3).abs() < 1e-9);
}

#[test]
fn says_why_it_says_nothing() {
    let values = known(&[100.0; 70]);
    assert_eq!(of(&values, &[], 3), Err(NoUplift::NoCampaign));
    assert_eq!(of(&values, &[(80, 90)], 3), Err(NoUplift::NoCampaign));
    assert_eq!(
        of(&values, &[(10, 60)], 0),
        Err(NoUplift::TooShort { have: 19, need: 28 })
    );
    let tuesdays: Vec<(i32, i32)> = (0..10).map(|week| (7 * week + 1, 7 * week + 1)).collect();
    assert_eq!(of(&values, &tuesdays, 0), Err(NoUplift::CannotTell));
}
