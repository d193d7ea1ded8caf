//! The columns of a file beside the columns of a kind, as the operator sets them against each other.

use crate::import::headers::normalised;
use crate::import::kinds::personal::is_personal;
use crate::import::kinds::{DAY, Days, Field, KEY, Kind, LAST_DAY};
use crate::import::sketch::Sketch;
use crate::import::template::Mapping;

/// Cells shown of a column.
const SAMPLES: usize = 3;

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its header; the number of the column where it has none.
    pub header: String,
    /// Its first cells; none of a personal column.
    pub samples: Vec<String>,
    /// Whether it carries personal data.
    pub is_personal: bool,
}

/// A column of the kind, as the operator knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// What it is called.
    pub label: &'static str,
    /// Whether the kind is nothing without it.
    pub is_must: bool,
}

/// What every column of a file is taken for.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The kind.
    pub kind: &'static Kind,
    /// For every column of the file, the label of what it is taken for.
    pub chosen: Vec<Option<&'static str>>,
    /// How sure we are of that, in percent; `None` where the operator or the file's own header says so.
    pub confidence: Vec<Option<u32>>,
    /// How sure we are of the kind, where it is a guess.
    pub sure: Option<u32>,
    /// What the columns were taken for to begin with, and where each column of the kind stood.
    start: (Vec<Option<&'static str>>, Vec<(String, usize)>),
}

/// The columns of a file.
pub fn lines(sketch: &Sketch) -> Vec<Line> {
    let line = |(place, header): (usize, &String)| {
        let is_personal = is_personal(&normalised(header));
        let cells = sketch.rows.iter().filter_map(|row| row.get(place));
        let cells = cells.filter(|cell| !is_personal && !cell.is_empty());
        Line {
            header: match header.as_str() {
                "" => format!("#{}", place + 1),
                header => header.to_owned(),
            },
            samples: cells.take(SAMPLES).cloned().collect(),
            is_personal,
        }
    };
    sketch.headers.iter().enumerate().map(line).collect()
}

/// What a column of a kind can mean: the fields by their names, those first that it must have. Fields that are read from the
/// same column are one.
pub fn meanings(kind: &'static Kind) -> Vec<Meaning> {
    let mut meanings: Vec<Meaning> = Vec::new();
    for field in kind.fields {
        let is_must = kind.must.contains(&field.column);
        match meanings.iter_mut().find(|m| m.label == field.label()) {
            Some(meaning) => meaning.is_must |= is_must,
            None => meanings.push(Meaning {
                label: field.label(),
                is_must,
            }),
        }
    }
    meanings.sort_by_key(|meaning| !meaning.is_must);
    meanings
}

/// What a column of a file with this header can mean: of a personal one, a hash or the city is all that may be kept.
pub fn meanings_under(kind: &'static Kind, header: &str) -> Vec<Meaning> {
    let header = normalised(header);
    let mut all = meanings(kind);
    all.retain(|m| fields_of(kind, m.label).any(|f| f.may_stand_under(&header)));
    all
}

fn fields_of(kind: &'static Kind, label: &str) -> impl Iterator<Item = &'static Field> {
    kind.fields.iter().filter(move |f| f.label() == label)
}

fn label(kind: &Kind, column: &str) -> String {
    kind.label(column).unwrap_or(column).to_owned()
}

impl Draft {
    /// As the file was read, where it was read as this kind; else as it could be read.
    pub fn new(kind: &'static Kind, sketch: &Sketch) -> Draft {
        let read = sketch.mapping.as_ref().filter(|m| m.kind == kind.name);
        let width = sketch.headers.len();
        let mut draft = Draft {
            kind,
            chosen: vec![None; width],
            confidence: vec![None; width],
            sure: None,
            start: Default::default(),
        };
        let proposal = sketch.proposals.iter().find(|p| p.kind == kind.name);
        let mapping = match (read, proposal) {
            (Some(mapping), _) => mapping.clone(),
            (None, None) => Mapping::default(),
            (None, Some(proposal)) => {
                draft.sure = Some(proposal.confidence);
                for guess in &proposal.columns {
                    if let Some(confidence) = draft.confidence.get_mut(guess.place) {
                        *confidence = Some(guess.confidence);
                    }
                }
                proposal.mapping()
            }
        };
        for (column, place) in &mapping.columns {
            // Two may be read from one column, as the province and the city of an address: it goes by the first.
            if let Some(chosen) = draft.chosen.get_mut(*place) {
                *chosen = chosen.or(kind.label(column));
            }
        }
        draft.start = (draft.chosen.clone(), mapping.columns);
        draft
    }

    /// Takes a column for something, or for nothing.
    pub fn choose(&mut self, place: usize, label: Option<&str>) {
        let label = label.and_then(|l| fields_of(self.kind, l).next().map(Field::label));
        if let Some(chosen) = self.chosen.get_mut(place) {
            (*chosen, self.confidence[place]) = (label, None);
        }
    }

    fn is_as_before(&self, place: usize) -> bool {
        self.chosen.get(place) == self.start.0.get(place)
    }

    /// What two columns are taken for.
    pub fn doubled(&self) -> Vec<&'static str> {
        let places = |label: &'static str| {
            let all = self.chosen.iter().enumerate();
            all.filter(move |(_, chosen)| **chosen == Some(label))
                .map(|(place, _)| place)
        };
        let is_doubled = |label: &&'static str| {
            places(label).count() > 1 && places(label).any(|place| !self.is_as_before(place))
        };
        let labels = meanings(self.kind).into_iter().map(|m| m.label);
        labels.filter(is_doubled).collect()
    }

    /// What the kind must have and no column is taken for; of some columns one is enough, those stand together.
    pub fn missing(&self) -> Vec<String> {
        let kind = self.kind;
        let is_chosen = |column: &&str| self.chosen.contains(&kind.label(column));
        let needed = kind.must.iter().filter(|column| !is_chosen(column));
        let mut missing: Vec<String> = needed.map(|c| label(kind, c)).collect();
        let mut one_of = |columns: &[&str]| {
            let mut labels: Vec<String> = columns.iter().map(|c| label(kind, c)).collect();
            labels.dedup();
            let said = labels.join(" / ");
            if !columns.is_empty() && !columns.iter().any(&is_chosen) && !missing.contains(&said) {
                missing.push(said);
            }
        };
        if kind.min_marks > 0 {
            one_of(kind.marks);
        }
        // Rows without a moment belong to no day.
        if let Days::Moments(columns) = kind.days {
            one_of(columns);
        }
        // Rows that nothing names would all be the same.
        if kind.key_column() == KEY {
            let is_day = |column: &&&str| **column == DAY || **column == LAST_DAY;
            let named = kind.key.iter().filter(|c| !is_day(c)).copied();
            one_of(&named.collect::<Vec<_>>());
        }
        missing
    }

    /// What the operator says.
    pub fn mapping(&self) -> Mapping {
        let mut columns = Vec::new();
        for field in self.kind.fields {
            // A column of the file that was not touched means all that it meant.
            let before = self.start.1.iter().find(|(c, _)| c == field.column);
            let before = before
                .map(|(_, place)| *place)
                .filter(|place| self.is_as_before(*place));
            let said = || self.chosen.iter().position(|c| *c == Some(field.label()));
            let place = before.or_else(said);
            columns.extend(place.map(|place| (field.column.to_owned(), place)));
        }
        Mapping {
            kind: self.kind.name.to_owned(),
            columns,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::kinds;
    use crate::import::kinds::orders::KIND;
    use crate::import::propose::proposals;
    use crate::model::time::Civil;

    fn sketch() -> Sketch {
        let row = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
        let mut sketch = Sketch {
            headers: row("订单编号,收货人姓名,下单的时间,"),
            rows: vec![
                row("819000000000000001,某某,2026-11-16 10:00:00,3"),
                row("819000000000000002,某某,2026-11-17 10:00:00,4"),
            ],
            ..Sketch::default()
        };
        sketch.proposals = proposals(&sketch, NOW);
        sketch
    }

    const NOW: Civil = Civil(848_534_400);

    #[test]
    fn a_file_of_another_kind_is_preset_by_the_proposal() {
        let draft = Draft::new(&KIND, &sketch());
        assert_eq!(draft.chosen[0], Some("订单编号"));
        assert_eq!(draft.chosen[2], Some("订单创建时间"));
        assert!(draft.confidence[2].is_some_and(|c| c < 100));
        assert!(draft.sure.is_some());
        assert_eq!(draft.missing(), Vec::<String>::new());
    }

    #[test]
    fn a_column_can_be_taken_for_something_else() {
        let mut draft = Draft::new(&KIND, &sketch());
        draft.choose(3, Some("订单编号"));
        assert_eq!(draft.doubled(), ["订单编号"]);
        draft.choose(0, None);
        assert_eq!(draft.doubled(), Vec::<&str>::new());
        draft.choose(2, None);
        assert_eq!(draft.missing(), ["订单创建时间 / 订单付款时间"]);
        draft.choose(2, Some("订单付款时间"));
        assert_eq!(draft.missing(), Vec::<String>::new());
        let said = [("order_id".to_owned(), 3), ("paid_at".to_owned(), 2)];
        assert_eq!(draft.mapping().columns, said);
    }

    #[test]
    fn an_address_that_was_read_stays_a_province_and_a_city() {
        let pair = |column: &str, place| (column.to_owned(), place);
        let read = Sketch {
            headers: ["订单编号", "收货地址"].map(str::to_owned).to_vec(),
            rows: Vec::new(),
            mapping: Some(Mapping {
                kind: "orders".into(),
                columns: vec![pair("order_id", 0), pair("province", 1), pair("city", 1)],
            }),
            ..Sketch::default()
        };
        let mut draft = Draft::new(&KIND, &read);
        assert_eq!(Some(draft.mapping()), read.mapping);
        draft.choose(1, None);
        assert_eq!(draft.mapping().columns, [pair("order_id", 0)]);
    }

    #[test]
    fn of_the_columns_that_name_a_row_one_is_enough() {
        let kind = kinds::by_name("costs").expect("costs");
        let mut draft = Draft::new(kind, &sketch());
        (0..4).for_each(|place| draft.choose(place, None));
        assert_eq!(draft.missing(), ["成本价", "商家编码 / skuid / 商品id"]);
        draft.choose(0, Some("商家编码"));
        draft.choose(3, Some("成本价"));
        assert_eq!(draft.missing(), Vec::<String>::new());
        assert!(meanings(kind)[0].is_must && !meanings(kind)[1].is_must);
    }

    #[test]
    fn a_personal_column_shows_nothing_and_can_mean_little() {
        let lines = lines(&sketch());
        assert!(lines[1].is_personal && lines[1].samples.is_empty());
        assert_eq!(lines[3].header, "#4");
        let meanings = meanings_under(&KIND, "收货人姓名");
        assert!(
            meanings.iter().all(|m| m.label != "宝贝标题"),
            "{meanings:?}"
        );
    }

    #[test]
    fn what_was_read_is_kept_as_it_was() {
        let read = Sketch {
            mapping: Some(Mapping {
                kind: "orders".into(),
                columns: vec![("order_id".into(), 3)],
            }),
            ..sketch()
        };
        let draft = Draft::new(&KIND, &read);
        assert_eq!(draft.chosen, [None, None, None, Some("订单编号")]);
        assert_eq!(draft.sure, None);
    }
}
