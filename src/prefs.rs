//! How the operator wants the app to look: values and the words they are saved under. Reading and writing them is
//! `platform::prefs`; what follows from them stands in `style/tokens.css`.

use crate::i18n::Lang;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// The word under which it is saved.
    pub fn word(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// Reads what [`Theme::word`] wrote; anything else follows the system.
    pub fn of_word(word: &str) -> Theme {
        Theme::ALL
            .into_iter()
            .find(|t| t.word() == word)
            .unwrap_or_default()
    }

    /// Whether the screen is dark, given what the system asks for.
    pub fn is_dark(self, system_dark: bool) -> bool {
        match self {
            Theme::Auto => system_dark,
            Theme::Light => false,
            Theme::Dark => true,
        }
    }
}

/// The colour of a rise: red in China, green in the West. A fall has the other one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rise {
    /// 红涨绿跌
    #[default]
    Red,
    /// 绿涨红跌
    Green,
}

impl Rise {
    /// Both, in the order in which they are offered.
    pub const ALL: [Rise; 2] = [Rise::Red, Rise::Green];

    /// The word under which it is saved.
    pub fn word(self) -> &'static str {
        match self {
            Rise::Red => "red",
            Rise::Green => "green",
        }
    }

    /// Reads what [`Rise::word`] wrote; anything else is red.
    pub fn of_word(word: &str) -> Rise {
        Rise::ALL
            .into_iter()
            .find(|r| r.word() == word)
            .unwrap_or_default()
    }
}

/// How many automatic backups of a store can be kept, in the order in which that is offered.
pub const BACKUPS: [usize; 3] = [5, 10, 30];
/// So many are kept if nothing else is chosen.
pub const DEFAULT_BACKUPS: usize = 10;

/// The word under which a language is saved.
pub fn lang_word(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    }
}

/// Reads what [`lang_word`] wrote; anything else is Chinese.
pub fn lang_of_word(word: &str) -> Lang {
    if word == "en" { Lang::En } else { Lang::Zh }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_and_unknown_ones_are_the_default() {
        for theme in Theme::ALL {
            assert_eq!(Theme::of_word(theme.word()), theme);
        }
        for rise in Rise::ALL {
            assert_eq!(Rise::of_word(rise.word()), rise);
        }
        for lang in [Lang::Zh, Lang::En] {
            assert_eq!(lang_of_word(lang_word(lang)), lang);
        }
        assert_eq!(Theme::of_word("sepia"), Theme::Auto);
    }
}
