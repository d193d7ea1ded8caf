//! What the operator has said about a table: which kind it is and what its columns mean. Kept as a template under the
//! fingerprint of the header, so that the same table is recognised from then on; exported and shared as a small JSON file.

use crate::import::headers::{Header, Match};
use crate::import::issues::Issue;
use crate::import::kinds::{self, Field, Kind};
use crate::model::time::{Civil, Span};
use serde::{Deserialize, Serialize};

/// What a file of templates begins with.
const FORMAT: &str = "dianzhang-templates";
/// The form in which it is written.
const VERSION: u32 = 1;

/// Templates as a file.
#[derive(Serialize, Deserialize)]
struct TemplateFile {
    format: String,
    version: u32,
    templates: Vec<Template>,
}

/// Templates as the text of a file that can be shared.
pub fn to_json(templates: &[Template]) -> String {
    let file = TemplateFile {
        format: FORMAT.to_owned(),
        version: VERSION,
        templates: templates.to_vec(),
    };
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// The templates in a file that [`to_json`] made, without those of kinds that we do not know; `None` when it is no such
/// file.
pub fn from_json(text: &[u8]) -> Option<Vec<Template>> {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    let file: TemplateFile = serde_json::from_slice(text).ok()?;
    let mut templates = file.templates;
    templates.retain(|template| kinds::by_name(&template.kind).is_some());
    (file.format == FORMAT && file.version == VERSION).then_some(templates)
}

/// What is known of a file beside its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hints {
    /// What the operator has said of its columns.
    pub mapping: Option<Mapping>,
    /// The days that it is about, where nothing in it says so.
    pub period: Option<Span>,
    /// What was noticed when it was taken out of a workbook or an archive.
    pub notes: Vec<Issue>,
}

/// A kind, and where its columns stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// Stored name of the kind.
    pub kind: String,
    /// Stored column and its position in the header.
    pub columns: Vec<(String, usize)>,
}

/// A mapping that is kept, by header instead of position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// See [`Header::fingerprint`].
    pub fingerprint: String,
    /// Stored name of the kind.
    pub kind: String,
    /// Stored column and its header, normalised.
    pub columns: Vec<(String, String)>,
    /// The file on which it was made.
    pub file: String,
    /// When it was made, by the page's clock.
    pub made_at: Civil,
}

impl Mapping {
    /// The kind and the match that the mapping means, if there is such a kind.
    pub fn resolve(&self, header: &Header<'_>) -> Option<(&'static Kind, Match)> {
        let kind = kinds::by_name(&self.kind)?;
        let width = header.names().len();
        let place_of = |field: &Field| {
            let found = self.columns.iter().find(|(c, _)| c == field.column);
            let place = found.map(|(_, place)| *place).filter(|p| *p < width)?;
            // Whoever says so: what is personal is not kept.
            field
                .may_stand_under(&header.names()[place])
                .then_some(place)
        };
        let places = kind.fields.iter().map(place_of).collect();
        Some((kind, header.matched(places)))
    }

    /// The same as a template.
    pub fn template(&self, headers: &[String], file: &str, made_at: Civil) -> Template {
        let header = Header::new(headers);
        let name_of = |place: usize| header.names().get(place).cloned();
        let columns = self
            .columns
            .iter()
            .filter_map(|(column, place)| Some((column.clone(), name_of(*place)?)))
            .collect();
        Template {
            fingerprint: header.fingerprint(),
            kind: self.kind.clone(),
            columns,
            file: file.to_owned(),
            made_at,
        }
    }
}

impl Template {
    /// The template as a mapping of a header that has its fingerprint.
    pub fn mapping(&self, header: &Header<'_>) -> Mapping {
        let columns = self
            .columns
            .iter()
            .filter_map(|(column, name)| Some((column.clone(), header.place(name)?)))
            .collect();
        Mapping {
            kind: self.kind.clone(),
            columns,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_finds_its_columns_in_any_order() {
        let mapping = Mapping {
            kind: "orders".into(),
            columns: vec![("order_id".into(), 0), ("ordered_fen".into(), 2)],
        };
        let headers = |text: &str| -> Vec<String> { text.split(',').map(str::to_owned).collect() };
        let template = mapping.template(&headers("单号,买家,货款"), "a.csv", Civil(0));
        let moved = headers("货款 ,单号,买家");
        let header = Header::new(&moved);
        assert_eq!(template.fingerprint, header.fingerprint());
        let again = template.mapping(&header);
        assert_eq!(
            again.columns,
            [("order_id".to_owned(), 1), ("ordered_fen".to_owned(), 0)]
        );
        let (kind, found) = again.resolve(&header).expect("orders");
        assert_eq!((kind.name, found.known), ("orders", 2));
    }

    #[test]
    fn a_file_of_templates_comes_back_and_another_is_refused() {
        let mapping = Mapping {
            kind: "orders".into(),
            columns: vec![("order_id".into(), 0)],
        };
        let template = mapping.template(&["单号".to_owned()], "a.csv", Civil(7));
        let strange = Template {
            kind: "no such kind".into(),
            ..template.clone()
        };
        let text = to_json(&[template.clone(), strange]);
        assert_eq!(from_json(text.as_bytes()), Some(vec![template]));
        assert_eq!(from_json(b"{\"templates\":[]}"), None);
        assert_eq!(from_json(text.replace("1,", "2,").as_bytes()), None);
    }

    #[test]
    fn nobody_can_map_a_personal_column() {
        let mapping = Mapping {
            kind: "orders".into(),
            columns: vec![("title".into(), 0), ("city".into(), 1)],
        };
        let cells = ["收货人姓名".to_owned(), "收货地址".to_owned()];
        let (kind, found) = mapping.resolve(&Header::new(&cells)).expect("orders");
        let place = |column: &str| {
            let at = kind.fields.iter().position(|f| f.column == column);
            at.and_then(|at| found.places[at])
        };
        assert_eq!((place("title"), place("city")), (None, Some(1)));
        assert_eq!(found.personal, ["收货人姓名"]);
    }
}
