//! The two languages of the app: texts, numbers, dates. What is said stands in `texts`, how numbers are written in `format`.

pub mod format;
pub mod texts;

pub use texts::{Text, t};

use serde::{Deserialize, Serialize};

/// A name in Chinese and English.
pub type Words = (&'static str, &'static str);

/// A language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lang {
    /// 简体中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// The tag of the `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// One of two texts.
    pub fn pick<'a>(self, (zh, en): (&'a str, &'a str)) -> &'a str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
