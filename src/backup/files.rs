//! What backups are called, and which of a folder's are surplus.

use super::ENDING;
use crate::model::time::{Civil, Day};

/// A backup made on the operator's wish: `青禾旗舰店-2026-11-24.dianzhang`.
pub fn manual_name(store: &str, now: Civil) -> String {
    format!("{}-{}{ENDING}", plain(store), now.day())
}

/// A backup made by itself: `青禾旗舰店-2026-11-24-153012.dianzhang`. Their order is that of their making.
pub fn automatic_name(store: &str, now: Civil) -> String {
    let clock: String = now
        .to_string()
        .chars()
        .skip("2026-11-24 ".len())
        .filter(|c| *c != ':')
        .collect();
    format!("{}-{}-{clock}{ENDING}", plain(store), now.day())
}

/// Of the files in a folder, the automatic backups of a store beyond the newest `keep`, oldest first. All others, of other
/// stores and made by hand, are the operator's own and never named here.
pub fn surplus(mut names: Vec<String>, store: &str, keep: usize) -> Vec<String> {
    let store = plain(store);
    names.retain(|name| is_automatic(name, &store));
    names.sort();
    names.dedup();
    names.truncate(names.len().saturating_sub(keep.max(1)));
    names
}

/// Whether a file is a backup, by its name.
pub fn is_backup(name: &str) -> bool {
    // Of two downloads with the same name the browser puts a number behind one, before the ending.
    name.to_lowercase().ends_with(ENDING)
}

fn is_automatic(name: &str, store: &str) -> bool {
    let made = name
        .strip_suffix(ENDING)
        .and_then(|n| n.strip_prefix(store))
        .and_then(|n| n.strip_prefix('-'))
        .and_then(|n| n.rsplit_once('-'));
    made.is_some_and(|(day, clock)| {
        Day::parse_iso(day).is_some_and(|d| d.to_string() == day)
            && clock.len() == 6
            && clock.bytes().all(|b| b.is_ascii_digit())
    })
}

/// A store's name as a file's name on any system.
fn plain(store: &str) -> String {
    let plain: String = store
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '~' => '_',
            c if c.is_control() => '_',
            c => c,
        })
        .collect();
    let plain = plain.trim_matches([' ', '.']);
    if plain.is_empty() { "_" } else { plain }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Civil = Civil(848_534_400 + 12 * 3600 + 61);

    #[test]
    fn names_say_store_and_day_and_are_good_on_any_system() {
        assert_eq!(
            manual_name("青禾旗舰店", NOON),
            "青禾旗舰店-2026-11-21.dianzhang"
        );
        assert_eq!(
            automatic_name("A/B: 店.", NOON),
            "A_B_ 店-2026-11-21-120101.dianzhang"
        );
        assert_eq!(manual_name(" .. ", NOON), "_-2026-11-21.dianzhang");
        assert!(is_backup("青禾旗舰店-2026-11-21 (1).Dianzhang"));
        assert!(!is_backup("青禾旗舰店.csv"));
    }

    #[test]
    fn only_the_oldest_automatic_backups_of_the_store_are_surplus() {
        let at = |second: u32| Civil(NOON.0 + second);
        let mut names: Vec<String> = (0..5).map(|s| automatic_name("店", at(s))).collect();
        let kept = [
            manual_name("店", NOON),
            automatic_name("店-2026", at(0)),
            "店-2026-11-21-12010.dianzhang".to_owned(),
            "店-2026-11-21-120100.dianzhang.crswap".to_owned(),
            "照片.jpg".to_owned(),
        ];
        names.extend(kept);
        names.reverse();
        let oldest = vec![automatic_name("店", at(0)), automatic_name("店", at(1))];
        assert_eq!(surplus(names.clone(), "店", 3), oldest);
        assert_eq!(surplus(names.clone(), "店", 0).len(), 4, "one always stays");
        assert!(surplus(names, "店", 5).is_empty());
    }
}
