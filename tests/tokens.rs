//! The colours of `style/tokens.css`: readable in both themes, the same dark whoever asks for it, and nowhere else.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Text on ground: what stands on what.
const TEXT: &[(&str, &[&str])] = &[
    (
        "ink",
        &[
            "paper",
            "surface",
            "raised",
            "line-2",
            "accent-soft",
            "bad-soft",
            "warn-soft",
            "good-soft",
        ],
    ),
    (
        "ink-2",
        &[
            "paper",
            "surface",
            "raised",
            "line-2",
            "accent-soft",
            "warn-soft",
            "bad-soft",
        ],
    ),
    ("ink-3", &["paper", "surface", "raised", "line-2"]),
    ("accent", &["paper", "surface", "raised", "accent-soft"]),
    ("accent-strong", &["paper", "surface", "accent-soft"]),
    ("on-accent", &["accent", "accent-strong"]),
    ("red", &["paper", "surface", "raised", "bad-soft"]),
    ("green", &["paper", "surface", "raised", "good-soft"]),
    ("bad", &["paper", "surface", "raised", "bad-soft"]),
    ("good", &["paper", "surface", "raised", "good-soft"]),
    ("warn", &["paper", "surface", "raised", "warn-soft"]),
];

/// Edges of controls and the focus ring need 3:1.
const EDGES: &[&str] = &["control", "focus"];

fn tokens() -> String {
    read(Path::new("style/tokens.css"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The declarations after the given selector, up to the end of the block.
fn block(css: &str, selector: &str) -> BTreeMap<String, String> {
    let start = css
        .find(selector)
        .unwrap_or_else(|| panic!("no {selector}"))
        + selector.len();
    let body = &css[start..];
    let body = &body[..body.find('}').expect("a closed block")];
    body.split(['{', ';'])
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect()
}

fn luminance(hex: &str) -> f64 {
    let channel = |i: usize| {
        let c = f64::from(u8::from_str_radix(&hex[i..i + 2], 16).expect("a hex colour")) / 255.0;
        if c <= 0.040_45 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_is_readable_in_both_themes() {
    let css = tokens();
    for (theme, selector) in [
        ("light", ":root {"),
        ("dark", ":root[data-theme=\"dark\"] {"),
    ] {
        let colours = block(&css, selector);
        for (text, grounds) in TEXT {
            for ground in *grounds {
                let ratio = contrast(&colours[*text], &colours[*ground]);
                assert!(ratio >= 4.5, "{theme}: {text} on {ground} has {ratio:.2}:1");
            }
        }
        for edge in EDGES {
            for ground in ["paper", "surface", "raised"] {
                let ratio = contrast(&colours[*edge], &colours[ground]);
                assert!(ratio >= 3.0, "{theme}: {edge} on {ground} has {ratio:.2}:1");
            }
        }
    }
}

#[test]
fn dark_is_the_same_whoever_asks_for_it() {
    let css = tokens();
    assert_eq!(
        block(&css, ":root:not([data-theme=\"light\"]) {"),
        block(&css, ":root[data-theme=\"dark\"] {")
    );
}

#[test]
fn no_other_style_sheet_names_a_colour() {
    for entry in fs::read_dir("style").expect("style/") {
        let path = entry.expect("an entry").path();
        if path.ends_with("tokens.css") || path.extension().is_none_or(|e| e != "css") {
            continue;
        }
        for (i, line) in read(&path).lines().enumerate() {
            let literal = ["rgb(", "rgba(", "hsl(", "oklch("]
                .iter()
                .any(|f| line.contains(f))
                || line.split('#').skip(1).any(|rest| {
                    let hex = rest.chars().take_while(char::is_ascii_hexdigit).count();
                    matches!(hex, 3 | 4 | 6 | 8)
                        && line.contains(':')
                        && !rest[hex..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
                });
            assert!(!literal, "{}:{}: {line}", path.display(), i + 1);
        }
    }
}
