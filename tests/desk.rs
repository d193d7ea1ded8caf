//! What the operator keeps in a store beside its imports, driven natively: targets and how far they have come, other tabs,
//! damaged records, backups of this version and of older ones.

mod shop;

use dianzhang::analytics::targets::{
    DayClass, Others, PlanQuery, PlanView, Scope, Share, Targets, YearAmount,
};
use dianzhang::backup::{Note, Place};
use dianzhang::model::time::{Civil, Day};
use dianzhang::protocol::{BackupState, Failure};
use dianzhang::store::schema::{backup_key, damaged_desk_key, desk_key};
use dianzhang::store::{Batch, MemoryStore, Store};
use dianzhang::workspace::desk::DeskPart;
use dianzhang::workspace::session::{Followed, Session};
use dianzhang::workspace::source::MemoryFile;
use pollster::block_on;
use shop::*;
use std::path::Path;
use std::rc::Rc;

const NOW: Civil = Civil(848_534_400);

type Shop = Session<Rc<MemoryStore>>;

/// November 2026 with this target and nothing else.
fn november(fen: i64) -> Targets {
    let mut targets = Targets::default();
    targets.years.entry(2_026).or_default().months[10] = Some(fen);
    targets
}

fn keep(session: &Shop, targets: Targets, over: u64) -> Result<(), Failure> {
    block_on(session.keep_desk(DeskPart::Targets(targets), over, NOW))
}

fn plan(session: &Shop) -> PlanView {
    let query = PlanQuery {
        year: None,
        today: Day(9_000),
    };
    let plan = block_on(session.plan(query, &|_| DayClass::Usual)).expect("an answer");
    plan.expect("an open store")
}

fn backup_state(session: &Shop) -> BackupState {
    let overview = overview(session);
    let mut cards = overview.workspaces.into_iter();
    let card = cards.find(|w| Some(w.id) == overview.current);
    card.expect("an open store").backup
}

fn backup(session: &Shop) -> MemoryFile {
    let made = block_on(session.make_backup(1, NOW, None)).expect("a backup");
    MemoryFile {
        name: "a.dianzhang".to_owned(),
        bytes: made.bytes,
    }
}

#[test]
fn targets_are_held_against_what_was_sold() {
    let session = session();
    import(&session, file("a.csv", &NEW));
    let mut targets = november(30_000);
    let year = targets.years.entry(2_026).or_default();
    year.locked
        .insert(Day::from_ymd(2026, 11, 1).expect("a date"), 20_000);
    year.shares = vec![Share {
        name: "小美".to_owned(),
        department: None,
        ppm: 500_000,
    }];
    year.others[10] = Others {
        spend_per_buyer_fen: Some(10_000),
        visitors: Some(100),
        ..Others::default()
    };
    keep(&session, targets.clone(), 0).expect("kept");
    let view = plan(&reopened(&session));
    assert_eq!(
        (view.plan.year, view.revision, &view.targets),
        (2_026, 1, &targets)
    );
    let november = view.span(Scope::Month(10)).expect("a month");
    let progress = view.progress(november).expect("targets");
    // ¥100 on the 1st, where ¥200 were typed; ¥30 after its refund on the 2nd, where 1 of 29 parts of ¥100 was aimed at.
    assert_eq!((progress.target_fen, progress.actual_fen), (30_000, 13_000));
    assert_eq!((progress.known_fen, progress.missing_days), (20_345, 0));
    assert_eq!(progress.rest_days, 28);
    assert_eq!(view.progress(view.span(Scope::Year).expect("a year")), None);
    assert_eq!(view.progress_of(0, november), None, "no file names anybody");
    let others = &view.others[0];
    assert_eq!((others.month, others.attained.visitors), (10, None));
    let spend = others.attained.spend_per_buyer.expect("buyers are known");
    assert_eq!((spend.num, spend.den), (15_000, 20_000));
    assert_eq!(view.hours.0.iter().sum::<i64>(), 15_000);
    assert_eq!((view.hours.0[10], view.hours.0[11]), (10_000, 5_000));
}

#[test]
fn an_amount_may_count_before_refunds() {
    let session = session();
    import(&session, file("a.csv", &NEW));
    let mut targets = november(30_000);
    targets.basis = dianzhang::analytics::targets::Basis::Gross;
    keep(&session, targets, 0).expect("kept");
    let view = plan(&session);
    let november = view.span(Scope::Month(10)).expect("a month");
    assert_eq!(view.progress(november).map(|p| p.actual_fen), Some(15_000));
}

#[test]
fn a_store_without_orders_can_have_targets() {
    let session = session();
    block_on(session.create_workspace("青禾", [1; 16], NOW)).expect("a store");
    assert!(
        backup_state(&session).is_current(),
        "there is nothing to save"
    );
    let mut targets = Targets::default();
    targets.years.entry(2_024).or_default().year = Some(YearAmount::Fen(36_600));
    keep(&session, targets, 0).expect("kept");
    // Day 9000 is in 2024.
    let view = plan(&session);
    assert_eq!((view.plan.year, view.data), (2_024, None));
    let year = view.span(Scope::Year).expect("a year");
    let progress = view.progress(year).expect("targets");
    assert_eq!((progress.target_fen, progress.rest_days), (36_600, 366));
    assert!(!backup_state(&session).is_current());
    let nowhere = Session::new(Rc::new(MemoryStore::default()), true);
    let query = PlanQuery {
        year: Some(2_024),
        today: Day(9_000),
    };
    let plan = block_on(nowhere.plan(query, &|_| DayClass::Usual));
    assert_eq!(plan, Ok(None));
    assert_eq!(
        keep(&nowhere, Targets::default(), 0),
        Err(Failure::NotFound)
    );
}

#[test]
fn what_another_tab_has_kept_is_seen_and_not_written_over() {
    let first = session();
    import(&first, file("a.csv", &OLD));
    let second = reopened(&first);
    keep(&first, november(1), 0).expect("kept");
    assert_eq!(
        keep(&second, november(2), 0),
        Err(Failure::ChangedElsewhere)
    );
    assert_eq!(block_on(second.follow()), Ok(Followed::Seen));
    assert_eq!(plan(&second).targets, november(1));
    assert_eq!(
        keep(&second, november(2), 0),
        Err(Failure::ChangedElsewhere),
        "it was made from what was there before"
    );
    keep(&second, november(2), 1).expect("kept");
    assert_eq!(block_on(first.follow()), Ok(Followed::Seen));
    assert_eq!(
        (plan(&first).targets, plan(&first).revision),
        (november(2), 2)
    );
}

#[test]
fn what_is_kept_goes_with_its_store() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    keep(&session, november(1), 0).expect("kept");
    block_on(session.delete_workspace(1)).expect("deleted");
    let keys = session.store.all_keys();
    assert!(keys.iter().all(|key| !key.starts_with("desk/")), "{keys:?}");
}

#[test]
fn a_damaged_part_is_named_and_its_bytes_stay_beside_the_new_one() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    keep(&session, november(1), 0).expect("kept");
    session
        .store
        .overwrite(&desk_key(1, "targets"), b"rubbish".to_vec());
    let again = reopened(&session);
    assert_eq!(overview(&again).damaged_papers, ["targets"]);
    assert_eq!(overview(&again).imports.len(), 1, "the rest works");
    assert_eq!(plan(&again).targets, Targets::default());
    keep(&again, november(3), 0).expect("kept");
    assert!(overview(&again).damaged_papers.is_empty());
    let aside = block_on(again.store.get(&damaged_desk_key(1, "targets")));
    assert_eq!(aside, Ok(Some(b"rubbish".to_vec())));
    let anew = reopened(&again);
    assert_eq!(plan(&anew).targets, november(3));
    assert!(overview(&anew).damaged_papers.is_empty());
}

#[test]
fn a_part_of_a_newer_version_is_left_alone() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    let newer = br#"{"schema":999,"record":{}}"#.to_vec();
    session.store.overwrite(&desk_key(1, "targets"), newer);
    let again = Session::new(session.store.clone(), true);
    assert_eq!(block_on(again.open(None)), Err(Failure::NewerSchema));
}

#[test]
fn a_backup_carries_what_was_typed_and_knows_what_was_typed_since() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    keep(&session, november(1), 0).expect("kept");
    assert_eq!(backup_state(&session).papers_since, Some(NOW));
    let made = block_on(session.make_backup(1, NOW, None)).expect("a backup");
    let file = backup(&session);
    assert_eq!(made.summary.desk, 1);
    let note = Note {
        made_at: NOW,
        imports: made.summary.imports,
        desk: made.summary.desk,
        place: Place::Download,
        file: file.name.clone(),
    };
    block_on(session.note_backup(1, note)).expect("noted");
    assert!(backup_state(&session).is_current());
    keep(&session, november(2), 1).expect("kept");
    let later = backup_state(&reopened(&session));
    assert_eq!((later.unsaved, later.papers_since), (0, Some(NOW)));
    block_on(session.restore_backup(&file, None, Some(1))).expect("restored");
    assert_eq!(plan(&session).targets, november(1));
    assert!(backup_state(&session).is_current());
    let elsewhere = shop::session();
    block_on(elsewhere.restore_backup(&file, None, None)).expect("restored");
    assert_eq!(plan(&elsewhere).targets, november(1));
    assert!(backup_state(&elsewhere).is_current());
}

#[test]
fn a_backup_of_an_older_version_has_none_and_takes_none_over() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/backup");
    let old = MemoryFile {
        name: "schema_1.dianzhang".to_owned(),
        bytes: std::fs::read(folder.join("schema_1.dianzhang")).expect("a fixture"),
    };
    let session = session();
    import(&session, file("a.csv", &OLD));
    keep(&session, november(1), 0).expect("kept");
    block_on(session.restore_backup(&old, None, Some(1))).expect("restored");
    let view = plan(&session);
    assert_eq!((view.targets, view.revision), (Targets::default(), 0));
    assert!(backup_state(&session).is_current());
}

#[test]
fn a_note_of_an_older_version_is_read() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    let note = br#"{"schema":2,"record":{"made_at":848534400,"imports":[1],"place":"Download","file":"a"}}"#;
    let batch = Batch::default().put(backup_key(1), note.to_vec());
    block_on(session.store.commit(batch)).expect("put");
    let again = reopened(&session);
    assert!(backup_state(&again).is_current());
    keep(&again, november(1), 0).expect("kept");
    assert!(!backup_state(&again).is_current());
}
