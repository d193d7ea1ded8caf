//! The morning as a message to the owner: plain text that fits into a chat.

use super::actions::lines;
use super::tiles::tiles;
use super::why::why;
use crate::analytics::morning::Morning;
use crate::grid::Cell;
use crate::i18n::{Lang, Text, format, t};

/// What fits into one message.
pub const LONGEST_CHARS: usize = 800;

/// The message. What does not fit is left out from the end, whole lines at a time.
pub fn summary(morning: &Morning, store: &str, lang: Lang) -> String {
    let day = format::day(lang, morning.data.last, None);
    let mut lines_of = vec![t(lang, Text::SummaryTitle, &[store, &day])];
    for tile in tiles(morning, lang) {
        let against = match &tile.against.1 {
            Ok(change) => format!(
                "{}{} {}",
                lang.pick(("，", ", ")),
                tile.against.0.get(lang),
                Cell::Change(Some(*change)).text(lang)
            ),
            Err(_) => String::new(),
        };
        let paid = format::full(lang, &tile.paid.value);
        let title = tile.title.get(lang);
        lines_of.push(format!("{title}{}{paid}{against}", lang.pick(("：", ": "))));
    }
    lines_of.push(why(morning, lang).text());
    let mut todo = lines(morning, lang);
    todo.retain(|line| line.dealt.is_none());
    if !todo.is_empty() {
        lines_of.push(Text::SummaryTodo.get(lang).to_owned());
    }
    let numbered = todo.iter().enumerate();
    lines_of.extend(numbered.map(|(at, line)| format!("{}. {} {}", at + 1, line.what, line.why)));
    let mut length = 0;
    let fits = |line: &String| {
        length += line.chars().count() + 1;
        length <= LONGEST_CHARS
    };
    let fitting: Vec<String> = lines_of.into_iter().take_while(fits).collect();
    fitting.join("\n")
}
