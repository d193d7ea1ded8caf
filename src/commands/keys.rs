//! The keyboard's side of the registry: which keys mean a command, and when they are heard.

use super::{Command, Situation};

/// A key pressed together with others, as the browser reports it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPress {
    /// The character or name that the key gives.
    pub key: String,
    /// The key's place on the keyboard: digits keep it whatever Alt makes of them.
    pub code: String,
    /// Ctrl, or ⌘ on a Mac.
    pub ctrl: bool,
    /// Alt, or ⌥ on a Mac.
    pub alt: bool,
    /// Whether the key goes into a field that is being written in.
    pub typing: bool,
}

/// The keys that mean a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shortcut {
    /// With Ctrl, or ⌘ on a Mac.
    pub ctrl: bool,
    /// With Alt, or ⌥ on a Mac.
    pub alt: bool,
    /// The character, in lower case.
    pub key: char,
}

impl Shortcut {
    pub(super) const fn ctrl(key: char) -> Option<Shortcut> {
        Some(Shortcut {
            ctrl: true,
            alt: false,
            key,
        })
    }

    pub(super) const fn alt(key: char) -> Option<Shortcut> {
        Some(Shortcut {
            ctrl: false,
            alt: true,
            key,
        })
    }

    pub(super) const fn plain(key: char) -> Option<Shortcut> {
        Some(Shortcut {
            ctrl: false,
            alt: false,
            key,
        })
    }

    /// Whether it is one letter alone: such a shortcut can be switched off (WCAG 2.1.4).
    pub fn is_single(self) -> bool {
        !self.ctrl && !self.alt
    }

    /// Its keys as they are printed on the keyboard.
    ///
    /// ```
    /// use dianzhang::commands::Command;
    /// let keys = Command::Palette.shortcut().map(|s| s.keys(false));
    /// assert_eq!(keys, Some(vec!["Ctrl".to_string(), "K".to_string()]));
    /// ```
    pub fn keys(self, mac: bool) -> Vec<String> {
        let mut keys = Vec::new();
        if self.ctrl {
            keys.push(if mac { "⌘" } else { "Ctrl" }.to_owned());
        }
        if self.alt {
            keys.push(if mac { "⌥" } else { "Alt" }.to_owned());
        }
        keys.push(self.key.to_uppercase().to_string());
        keys
    }

    fn is_meant_by(self, press: &KeyPress) -> bool {
        let digit = press
            .code
            .strip_prefix("Digit")
            .is_some_and(|d| d.starts_with(self.key));
        let mut chars = press.key.chars();
        let same = chars
            .next()
            .is_some_and(|c| c.to_ascii_lowercase() == self.key)
            && chars.next().is_none();
        self.ctrl == press.ctrl && self.alt == press.alt && (same || (self.alt && digit))
    }
}

/// The command that a key press means, if it can be done now.
pub fn meant_by(press: &KeyPress, now: &Situation) -> Option<Command> {
    Command::FIXED.iter().copied().find(|command| {
        command.shortcut().is_some_and(|shortcut| {
            let heard = !shortcut.is_single() || (now.single_keys && !press.typing);
            heard && shortcut.is_meant_by(press)
        }) && command.is_offered(now)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Page;
    use std::collections::BTreeSet;

    fn press(key: &str, ctrl: bool, alt: bool, typing: bool) -> KeyPress {
        KeyPress {
            key: key.into(),
            code: String::new(),
            ctrl,
            alt,
            typing,
        }
    }

    fn situation() -> Situation {
        Situation {
            single_keys: true,
            ..Situation::default()
        }
    }

    #[test]
    fn no_two_commands_share_their_keys() {
        let mut seen = BTreeSet::new();
        for shortcut in Command::FIXED.iter().filter_map(|c| c.shortcut()) {
            assert!(
                seen.insert(shortcut.keys(false)),
                "{shortcut:?} is taken twice"
            );
        }
    }

    #[test]
    fn a_key_in_a_field_is_a_letter() {
        let now = situation();
        assert_eq!(meant_by(&press("?", false, false, true), &now), None);
        assert_eq!(
            meant_by(&press("?", false, false, false), &now),
            Some(Command::Help)
        );
        assert_eq!(
            meant_by(&press("K", true, false, true), &now),
            Some(Command::Palette)
        );
    }

    #[test]
    fn single_keys_can_be_switched_off() {
        let now = Situation {
            single_keys: false,
            ..situation()
        };
        assert_eq!(meant_by(&press("?", false, false, false), &now), None);
        assert_eq!(
            meant_by(&press("2", false, true, false), &now),
            Some(Command::Go(Page::Sales))
        );
    }

    #[test]
    fn a_digit_is_known_by_its_place_when_alt_changes_the_character() {
        let mac = KeyPress {
            key: "¡".into(),
            code: "Digit1".into(),
            alt: true,
            ..KeyPress::default()
        };
        assert_eq!(meant_by(&mac, &situation()), Some(Command::Go(Page::Today)));
    }
}
