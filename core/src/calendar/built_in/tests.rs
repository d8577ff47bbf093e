use super::*;

fn list(id: &str, year: i32) -> Vec<String> {
    let days = built_in(id).unwrap().feasts(year);
    days.iter().map(|feast| Day::of(feast.day).to_string()).collect()
}

/// The days without their year.
fn short(id: &str, year: i32) -> String {
    let days = list(id, year);
    days.iter().filter_map(|day| day.get(5..)).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_row_is_read() {
    assert_eq!(ALL.len(), CALENDARS.lines().count() - 1);
    assert_eq!(ROWS.len(), HOLIDAYS.lines().count() - 1);
    for one in ALL.iter() {
        assert!(one.parent.is_empty() || ALL.iter().any(|known| known.id == one.parent));
        assert!(!one.name.is_empty() && !one.source.is_empty(), "{}", one.id);
        assert!(["high", "medium", "low"].contains(&one.confidence), "{}", one.id);
        assert_eq!(ALL.iter().filter(|other| other.id == one.id).count(), 1, "{}", one.id);
    }
    for row in ROWS.iter() {
        assert!(ALL.iter().any(|known| known.id == row.calendar), "{}", row.calendar);
        assert!(!row.name.is_empty() && !row.source.is_empty(), "{}", row.calendar);
        assert!(row.since <= row.until, "{} {}", row.calendar, row.name);
    }
    assert_eq!(Day::of(LAST_DAY).to_string(), "2099-12-31");
}

#[test]
fn the_version_is_a_day() {
    assert!(CALENDAR_DATA.parse::<Day>().is_ok());
}

#[test]
fn a_year_of_each_country() {
    assert_eq!(
        short("NL-ATW", 2026),
        "01-01 01-02 04-03 04-06 04-27 05-05 05-14 05-15 05-25 12-25 12-26"
    );
    assert_eq!(short("NL-POST", 2026), "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26");
    assert_eq!(short("BE", 2026), "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25");
    assert_eq!(short("DE", 2026), "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26");
    assert_eq!(
        short("FR", 2026),
        "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"
    );
    assert_eq!(
        short("AT", 2026),
        "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26"
    );
    assert_eq!(
        short("LU", 2026),
        "01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26"
    );
    assert_eq!(short("T2", 2026), "01-01 04-03 04-06 05-01 12-25 12-26");
    assert_eq!(short("GB-ENG", 2026), "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28");
}

#[test]
fn states_differ() {
    assert_eq!(list("DE-BY", 2026).len(), 12);
    assert_eq!(list("DE-BY-CATHOLIC", 2026).len(), 13);
    assert_eq!(list("DE-BY-AUGSBURG", 2026).len(), 14);
    assert!(list("DE-SN", 2026).contains(&"2026-11-18".to_owned()));
    assert!(!list("DE-NI", 2016).contains(&"2016-10-31".to_owned()));
    assert!(list("DE-NW", 2017).contains(&"2017-10-31".to_owned()));
    assert!(list("DE-BE", 2028).contains(&"2028-06-17".to_owned()));
    assert!(list("FR-AM", 2026).contains(&"2026-12-26".to_owned()));
    assert!(list("AT-TERM", 2026).contains(&"2026-04-03".to_owned()));
}

#[test]
fn british_holidays_are_moved_and_added() {
    // The substitute of Christmas goes behind that of Boxing Day's own Monday.
    assert_eq!(
        short("GB-ENG", 2022),
        "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"
    );
    assert_eq!(short("GB-ENG", 2021), "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28");
    assert_eq!(short("GB-WLS", 2020), "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28");
    assert_eq!(
        short("GB-SCT", 2022),
        "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27"
    );
    assert_eq!(
        short("GB-SCT", 2023),
        "01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26"
    );
    assert!(list("GB-SCT", 2026).contains(&"2026-06-15".to_owned()));
    assert!(list("GB-NIR", 2026).contains(&"2026-07-13".to_owned()));
    assert!(built_in("GB").is_none(), "no part of the kingdom has just the shared days");
}

#[test]
fn the_king_is_not_celebrated_on_a_sunday() {
    assert!(list("NL-ATW", 2025).contains(&"2025-04-26".to_owned()));
    assert!(list("NL-ATW", 2031).contains(&"2031-04-26".to_owned()));
    assert!(list("NL-ATW", 2013).contains(&"2013-04-30".to_owned()));
    assert!(list("NL-ATW", 2006).contains(&"2006-04-29".to_owned()));
}
