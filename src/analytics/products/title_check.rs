//! What is wrong with the title of an item: its length, words that stand in it twice, room that is lost.

use serde::{Deserialize, Serialize};

/// As many units as the platform takes: a Chinese character counts two, a Latin letter or a digit one.
pub const MOST_UNITS: usize = 60;
/// Below this a title leaves words unused that people search for.
const SHORT_UNITS: usize = 50;

/// What is to be said of a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TitleFault {
    /// Longer than the platform takes, in units.
    TooLong(usize),
    /// Room for so many units more.
    Short(usize),
    /// These words stand in it more than once: the second time counts for nothing.
    Repeated(Vec<String>),
    /// So many blanks: each takes the room of a letter.
    Blanks(usize),
    /// Signs that no one searches for.
    Signs(String),
}

/// The length of a title in units.
pub fn units(title: &str) -> usize {
    title
        .chars()
        .map(|c| if c.is_ascii() { 1 } else { 2 })
        .sum()
}

/// What is to be said of a title, the worst first.
pub fn faults(title: &str) -> Vec<TitleFault> {
    let title = title.trim();
    if title.is_empty() {
        return Vec::new();
    }
    let length = units(title);
    let mut faults = Vec::new();
    if length > MOST_UNITS {
        faults.push(TitleFault::TooLong(length));
    }
    let repeated = repeated(title);
    if !repeated.is_empty() {
        faults.push(TitleFault::Repeated(repeated));
    }
    if length < SHORT_UNITS {
        faults.push(TitleFault::Short(MOST_UNITS - length));
    }
    let blanks = title.chars().filter(|c| c.is_whitespace()).count();
    if blanks > 1 {
        faults.push(TitleFault::Blanks(blanks));
    }
    let mut signs: Vec<char> = title
        .chars()
        .filter(|c| !c.is_alphanumeric() && !c.is_whitespace() && !is_number_sign(*c))
        .collect();
    signs.sort_unstable();
    signs.dedup();
    if !signs.is_empty() {
        faults.push(TitleFault::Signs(signs.into_iter().collect()));
    }
    faults
}

/// Signs that belong to numbers and sizes.
fn is_number_sign(c: char) -> bool {
    matches!(c, '.' | '%' | '*' | '×' | '-' | '/' | '+')
}

/// The longest stretches of at least two Chinese characters, or three Latin ones, that stand in a title twice.
fn repeated(title: &str) -> Vec<String> {
    let chars: Vec<char> = title.chars().collect();
    let mut found: Vec<String> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let longest = (at + 1..chars.len())
            .map(|other| {
                let pairs = chars[at..other].iter().zip(&chars[other..]);
                pairs
                    .take_while(|(a, b)| a == b && a.is_alphabetic())
                    .count()
            })
            .max()
            .unwrap_or(0);
        let word: String = chars[at..at + longest].iter().collect();
        let least = if word.is_ascii() { 3 } else { 2 };
        if longest >= least {
            if !found.contains(&word) {
                found.push(word);
            }
            at += longest;
        } else {
            at += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_of_thirty_characters_is_full() {
        let full = "纯棉四件套全棉床单被套床上用品学生宿舍单人三件套双人春秋冬款";
        assert_eq!(units(full), MOST_UNITS);
        assert!(
            !faults(full)
                .iter()
                .any(|fault| matches!(fault, TitleFault::TooLong(_)))
        );
        assert_eq!(faults(&format!("{full}A"))[0], TitleFault::TooLong(61));
        assert_eq!(faults("   "), []);
        assert_eq!(faults("毛巾")[0], TitleFault::Short(56));
    }

    #[test]
    fn words_that_stand_twice_are_named_once() {
        assert_eq!(repeated("全棉床单全棉被套全棉枕套"), ["全棉"]);
        assert_eq!(repeated("LED台灯LED护眼"), ["LED"]);
        assert_eq!(repeated("护眼台灯护手霜"), [""; 0]);
        assert_eq!(repeated("1.5m床1.5m被"), [""; 0]);
    }

    #[test]
    fn blanks_and_signs_take_room() {
        let found = faults("浴巾女 家用 \"加大加厚\" 速干不掉毛");
        assert!(found.contains(&TitleFault::Blanks(3)));
        assert!(found.contains(&TitleFault::Signs("\"".to_owned())));
        let sizes = faults("被子150*200cm 95%白鹅绒");
        assert!(
            !sizes
                .iter()
                .any(|fault| matches!(fault, TitleFault::Signs(_)))
        );
    }
}
