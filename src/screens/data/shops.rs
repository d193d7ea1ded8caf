//! Files of different shops in one import: whose files go into the store, and which wait until the operator says where to.

use crate::import::issues::IssueKind;
use crate::protocol::Preview;

/// The shop whose files go into a store that no file has named yet: the one that it is called after, else the one of most
/// files, of several the one that came first. `None` where no file that can be stored names a shop.
pub fn home<'a>(files: impl Iterator<Item = &'a Preview>, store: Option<&str>) -> Option<String> {
    let mut shops: Vec<(&str, usize)> = Vec::new();
    for shop in files.filter_map(named) {
        match shops.iter_mut().find(|(name, _)| *name == shop) {
            Some((_, count)) => *count += 1,
            None => shops.push((shop, 1)),
        }
    }
    let most = shops.iter().map(|(_, count)| *count).max();
    let is_home = |(name, _): &&(&str, usize)| Some(*name) == store;
    let found = shops.iter().find(is_home);
    let found = found.or_else(|| shops.iter().find(|(_, count)| Some(*count) == most));
    found.map(|(name, _)| (*name).to_owned())
}

/// The shop of a file that is neither of the store's files so far nor of the shop whose files go into it.
pub fn stranger<'a>(preview: &'a Preview, home: Option<&str>) -> Option<&'a str> {
    let issues = &preview.report.issues;
    let is_other = issues.iter().any(|i| i.kind == IssueKind::OtherStore);
    let shop = preview.report.shop.as_deref()?;
    (is_other || home.is_some_and(|home| home != shop)).then_some(shop)
}

/// The other shops that files name, each with how many of its files can be stored, in the order in which they came.
pub fn strangers<'a>(
    files: impl Iterator<Item = &'a Preview>,
    home: Option<&str>,
) -> Vec<(String, usize)> {
    let mut shops: Vec<(String, usize)> = Vec::new();
    let ready = files.filter(|preview| preview.pending.is_some());
    for shop in ready.filter_map(|preview| stranger(preview, home)) {
        match shops.iter_mut().find(|(name, _)| name == shop) {
            Some((_, count)) => *count += 1,
            None => shops.push((shop.to_owned(), 1)),
        }
    }
    shops
}

fn named(preview: &Preview) -> Option<&str> {
    preview.pending?;
    preview.report.shop.as_deref()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::issues::Issue;
    use crate::import::report::FileReport;

    fn of(shop: &str) -> Preview {
        Preview {
            pending: Some(1),
            report: FileReport {
                shop: Some(shop.to_owned()).filter(|s| !s.is_empty()),
                ..FileReport::default()
            },
            ..Preview::default()
        }
    }

    #[test]
    fn of_two_shops_the_one_of_more_files_is_at_home_and_the_other_waits() {
        let mut files = [of("蓝山"), of(""), of("青禾"), of("青禾"), of("蓝山")];
        files[4].pending = None;
        let at_home = home(files.iter(), None);
        assert_eq!(at_home.as_deref(), Some("青禾"));
        let others = strangers(files.iter(), at_home.as_deref());
        assert_eq!(others, [("蓝山".to_owned(), 1)]);
        assert_eq!(stranger(&files[1], Some("青禾")), None, "it names no shop");
        assert_eq!(stranger(&files[2], Some("青禾")), None);
    }

    #[test]
    fn the_store_is_called_after_its_shop_and_of_as_many_files_the_first_shop_counts() {
        let files = [of("蓝山"), of("青禾"), of("青禾")];
        assert_eq!(home(files.iter(), Some("蓝山")).as_deref(), Some("蓝山"));
        assert_eq!(
            home(files[..2].iter(), Some("我的")).as_deref(),
            Some("蓝山")
        );
        assert_eq!(home([of("")].iter(), None), None);
    }

    #[test]
    fn in_a_store_that_knows_its_shops_the_worker_says_which_are_others() {
        let mut file = of("蓝山");
        assert_eq!(stranger(&file, None), None);
        file.report.issues.push(Issue {
            kind: IssueKind::OtherStore,
            row: 0,
            column: String::new(),
            sample: "蓝山".to_owned(),
            count: 1,
            rows: Vec::new(),
        });
        assert_eq!(stranger(&file, None), Some("蓝山"));
    }
}
