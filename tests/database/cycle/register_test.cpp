// The register through the year: nothing of what an entry was is overwritten.

#include <map>

#include <gmock/gmock.h>

#include "database/cycle/cycle.hpp"
#include "domain/agency_register/end_entry.hpp"
#include "domain/agency_register/entry_types.hpp"
#include "domain/agency_register/register_list.hpp"
#include "domain/agency_register/register_rules.hpp"

namespace onereturn::testing {
namespace {

namespace region = delivery_region;
using agency_register::RegisterChange;
using agency_register::WriteEntry;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Register : public Cycle {
 protected:
  static Result<Done> change(const EntryId& entry, int version, const WriteEntry& write,
                             const std::string& who = manager) {
    return as_board(
        [&](postgres::BoardTx& tx) {
          return agency_register::change_entry(tx, entry, version, write, now);
        },
        who);
  }
  static Result<Done> close(const EntryId& entry, const char* day,
                            const std::string& who = manager) {
    return as_board(
        [&](postgres::BoardTx& tx) {
          return agency_register::close_entry(tx, entry, {parse_date(day), "Moved"}, now);
        },
        who);
  }
  static Result<Done> merge(const EntryId& goes, const EntryId& stays,
                            const std::string& who = manager) {
    return as_board(
        [&](postgres::BoardTx& tx) {
          return agency_register::merge_entries(tx, goes, stays, "One trust", now);
        },
        who);
  }
  static std::vector<std::string> story(const EntryId& entry) {
    std::vector<std::string> words;
    for (const auto& each : read(entry).changes)
      words.push_back(each.what);
    return words;
  }
  static agency_register::RegisterPage list(const agency_register::RegisterQuery& query) {
    return *as_board([&](postgres::BoardTx& tx) {
      return Result<agency_register::RegisterPage>(agency_register::list_entries(tx, query, today));
    });
  }
  static agency_register::RegisterRow row_of(const EntryId& entry) {
    agency_register::RegisterQuery query;
    query.entries = {entry.text()};
    return list(query).rows.at(0);
  }
  static std::string key_of(const Result<Done>& result) {
    return result ? "" : result.problem().key;
  }
};

TEST_F(Register, keeps_what_an_entry_said_before_and_who_changed_it) {
  const auto id = add("Fern Lane");
  WriteEntry write{"", "Fern Lane Academy", "college", "77"};
  write.notes = std::string(10'000, 'n');
  write.section11 = false;
  write.completed_on = parse_date("2024-02-29");
  ASSERT_TRUE(change(id, 1, write));
  const auto found = read(id);
  EXPECT_EQ(found.entry.name, "Fern Lane Academy");
  EXPECT_EQ(found.entry.type_words, "College");
  EXPECT_FALSE(found.entry.section11);
  EXPECT_EQ(found.entry.notes.size(), 10'000U);
  EXPECT_EQ(found.entry.version, 2);
  ASSERT_THAT(story(id), ElementsAre("renamed", "added"));
  const auto& was = found.changes.front().was;
  EXPECT_EQ(found.changes.front().was_name, "Fern Lane");
  EXPECT_FALSE(found.changes.front().by.empty());
  const auto said = [&](const std::string& field, const std::string& value) {
    return std::find(was.begin(), was.end(), std::pair(field, value)) != was.end();
  };
  EXPECT_TRUE(said("type", "School"));
  EXPECT_TRUE(said("own_ref", ""));
  EXPECT_TRUE(said("section11", "true"));
}

TEST_F(Register, lets_the_second_of_two_know_that_somebody_was_first) {
  const auto id = add("Twice written");
  ASSERT_TRUE(change(id, 1, {"", "By the first", "school", ""}));
  const auto second = change(id, 1, {"", "By the second", "school", ""});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.problem().key, "changed");
  EXPECT_EQ(read(id).entry.name, "By the first");
  EXPECT_TRUE(change(id, 2, {"", "By the second", "school", ""}));
}

TEST_F(Register, marks_where_a_mail_came_back_and_finds_those_alone) {
  const auto mended = add("Mill Race Academy");
  const auto partly = add("Dockside Trust");
  const auto wholly = add("Thistle Row");
  const auto contact = [](const EntryId& entry, const std::string& email, bool back,
                          bool over = false) {
    Raw::superuser().run(
        "insert into tenant.contact (tenant_id, entry_id, role, name, email, valid_from, valid_to,"
        " bounced_at) select tenant_id, entry_id, 'section11_lead', 'Kit', '" +
        email + "', '2027-01-01', " + (over ? "'2027-02-01'" : "null") + ", " +
        (back ? "'2027-03-01T09:00:00Z'" : "null") +
        " from tenant.register_entry where entry_id = '" + entry.text() + "'");
  };
  contact(mended, "old@mill.example", true, true);
  contact(mended, "new@mill.example", false);
  contact(partly, "kit@dock.example", false);
  contact(partly, "gone@dock.example", true);
  contact(wholly, "gone@thistle.example", true);
  agency_register::RegisterQuery query;
  query.entries = {mended.text(), partly.text(), wholly.text()};
  const auto rows = [&] {
    return as_board([&](postgres::BoardTx& tx) -> Result<agency_register::RegisterPage> {
             return agency_register::list_entries(tx, query, today);
           })
        ->rows;
  };
  std::map<std::string, std::pair<int, bool>> marks;
  for (const auto& row : rows())
    marks[row.name] = {row.came_back, row.bounced};
  EXPECT_EQ(marks["Mill Race Academy"], std::pair(0, false)) << "who has left is no contact";
  EXPECT_EQ(marks["Dockside Trust"], std::pair(1, false)) << "there is somebody else to write to";
  EXPECT_EQ(marks["Thistle Row"], std::pair(1, true));
  query.attention = {"bounced"};
  EXPECT_EQ(rows().size(), 2U);
  const auto counts =
      *as_board([&](postgres::BoardTx& tx) -> Result<agency_register::RegisterCounts> {
        return agency_register::count_entries(tx, {}, today);
      });
  query.entries.clear();
  EXPECT_EQ(counts.attention.at("bounced"), static_cast<int>(rows().size()))
      << "the figure is what its list shows";
  const auto theirs = as_board(
      [&](postgres::BoardTx& tx) -> Result<agency_register::RegisterPage> {
        return agency_register::list_entries(tx, query, today);
      },
      other_manager);
  EXPECT_TRUE(theirs->rows.empty());
  Raw::superuser().run("delete from tenant.contact where bounced_at is not null");
}

TEST_F(Register, is_not_found_from_another_board) {
  const auto id = add("Ours");
  EXPECT_EQ(key_of(change(id, 1, {"", "Theirs", "school", ""}, other_manager)), "not-found");
  EXPECT_EQ(key_of(close(id, "2027-03-16", other_manager)), "not-found");
  EXPECT_EQ(key_of(merge(id, id, other_manager)), "validation");
  EXPECT_EQ(key_of(merge(id, entry_of(region::lights()), other_manager)), "not-found");
  EXPECT_EQ(key_of(merge(id, entry_of(region::lights()))), "validation") << "nor into theirs";
  const auto theirs = as_board(
      [&](postgres::BoardTx& tx) { return agency_register::read_entry(tx, id); }, other_manager);
  ASSERT_FALSE(theirs);
  EXPECT_EQ(theirs.problem().key, "not-found");
  WriteEntry below{"", "Below a stranger", "school", ""};
  below.parent = entry_of(region::lights()).text();
  EXPECT_TRUE(add("Below a stranger", below).empty());
}

TEST_F(Register, has_kinds_of_the_boards_own_and_falls_due_as_they_say) {
  const auto kind = as_board([](postgres::BoardTx& tx) {
    return agency_register::keep_type(tx, {"", "Travelling circus", "36", false, 0}, now);
  });
  ASSERT_TRUE(kind) << kind.problem().detail;
  EXPECT_EQ(*kind, "own_travelling_circus");
  WriteEntry circus;
  circus.type = *kind;
  circus.completed_on = parse_date("2025-05-31");
  const auto id = add("The big top", circus);
  EXPECT_EQ(row_of(id).type_words, "Travelling circus");
  EXPECT_EQ(to_iso(*row_of(id).due_on), "2028-05-31");
  const auto again = [&](int version) {
    return as_board([&](postgres::BoardTx& tx) {
      return agency_register::keep_type(tx, {*kind, "Circus", "12", true, version}, now);
    });
  };
  ASSERT_TRUE(again(1));
  EXPECT_EQ(again(1).problem().key, "changed");
  EXPECT_EQ(to_iso(*row_of(id).due_on), "2026-05-31");
  ASSERT_TRUE(change(id, 1, [&] {
    auto own = circus;
    own.name = "The big top";
    own.months = "60";
    return own;
  }()));
  EXPECT_EQ(to_iso(*row_of(id).due_on), "2030-05-31") << "its own says more than its kind";
  EXPECT_EQ(read(id).entry.every, 60);
}

TEST_F(Register, falls_due_in_lists_on_the_day_that_the_rules_say) {
  for (const auto& [last, months] : std::vector<std::pair<const char*, int>>{{"2024-02-29", 24},
                                                                             {"2024-02-29", 12},
                                                                             {"2024-02-29", 48},
                                                                             {"2025-08-31", 6},
                                                                             {"2025-12-31", 2},
                                                                             {"2026-10-25", 1},
                                                                             {"2027-01-31", 120}}) {
    WriteEntry write;
    write.completed_on = parse_date(last);
    write.months = std::to_string(months);
    const auto id = add(std::string("Due ") + last + " " + write.months, write);
    EXPECT_EQ(row_of(id).due_on, agency_register::next_due(*parse_date(last), months)) << last;
  }
}

TEST_F(Register, merges_two_into_one_and_forgets_neither) {
  const auto goes = add("Little Fern");
  const auto stays = add("Great Fern");
  WriteEntry below;
  below.parent = goes.text();
  const auto site = add("Fern annexe", below);
  ASSERT_TRUE(merge(goes, stays));
  EXPECT_EQ(read(goes).entry.to_on, today);
  EXPECT_THAT(story(goes), ElementsAre("merged_into", "added"));
  EXPECT_EQ(read(goes).changes.front().other, stays);
  EXPECT_EQ(read(goes).changes.front().reason, "One trust");
  EXPECT_THAT(story(stays), ElementsAre("took_in", "added"));
  EXPECT_EQ(read(site).entry.parent, stays);
  EXPECT_THAT(story(site), ElementsAre("changed", "added"));
  EXPECT_EQ(key_of(merge(goes, stays)), "entry-ended");
  EXPECT_EQ(key_of(merge(stays, goes)), "validation") << "into what has ended";
  EXPECT_EQ(key_of(merge(stays, site)), "validation") << "into what stands under it";
  EXPECT_EQ(key_of(merge(entry_of(region::narrative()), stays)), "wrong-way");
}

TEST_F(Register, makes_no_circle_and_three_levels_at_most) {
  const auto trust = add("Trust");
  WriteEntry write;
  write.parent = trust.text();
  const auto school = add("Trust school", write);
  write.parent = school.text();
  const auto site = add("Trust school site", write);
  write.parent = site.text();
  EXPECT_TRUE(add("Too deep", write).empty());
  auto circle = WriteEntry{"", "Trust", "school", ""};
  circle.parent = site.text();
  EXPECT_EQ(key_of(change(trust, 1, circle)), "validation");
  EXPECT_EQ(read(trust).sites.size(), 1U);
}

TEST_F(Register, splits_one_into_several) {
  WriteEntry like;
  like.months = "12";
  like.section11 = false;
  const auto whole = add("North and south", like);
  const auto made = as_board([&](postgres::BoardTx& tx) {
    return agency_register::split_entry(tx, whole, {"North", "South"}, true, "Two heads", now);
  });
  ASSERT_TRUE(made);
  ASSERT_EQ(made->size(), 2U);
  EXPECT_EQ(read(whole).entry.to_on, today);
  EXPECT_THAT(story(whole), ElementsAre("closed", "split", "split", "added"));
  const auto north = read(made->front());
  EXPECT_EQ(north.entry.name, "North");
  EXPECT_EQ(north.entry.months, 12);
  EXPECT_FALSE(north.entry.section11);
  EXPECT_EQ(north.changes.back().what, "split_off");
  EXPECT_EQ(north.changes.back().other, whole);
}

TEST_F(Register, closes_on_a_day_and_opens_again) {
  const auto id = add("Closing");
  EXPECT_EQ(key_of(close(id, "2027-03-17")), "validation");
  EXPECT_EQ(key_of(close(id, "2027-03-15")), "validation") << "before it came in";
  ASSERT_TRUE(close(id, "2027-03-16"));
  EXPECT_EQ(key_of(change(id, 2, {"", "Late words", "school", ""})), "entry-ended");
  agency_register::RegisterQuery ended;
  ended.only = {"closed"};
  ended.text = "Closing";
  EXPECT_EQ(list(ended).total, 1);
  ended.only.clear();
  EXPECT_EQ(list(ended).total, 0);
  const auto open = [&] {
    return as_board(
        [&](postgres::BoardTx& tx) { return agency_register::open_again(tx, id, now); });
  };
  ASSERT_TRUE(open());
  EXPECT_EQ(key_of(open()), "open");
  EXPECT_THAT(story(id), ElementsAre("opened_again", "closed", "added"));
}

TEST_F(Register, finds_words_wherever_they_stand_and_never_as_a_pattern) {
  add("100% Fern_Lane");
  agency_register::RegisterQuery query;
  for (const auto& [text, found] : std::vector<std::pair<std::string, int>>{
           {"100%", 1}, {"fern_lane", 1}, {"%", 1}, {"' or true --", 0}, {"\\", 0}}) {
    query.text = text;
    EXPECT_EQ(list(query).total, found) << text;
  }
  query.text.clear();
  query.states = {"no such state"};
  EXPECT_THAT(list(query).rows, IsEmpty());
  query.states.clear();
  query.waves = {"not a uuid"};
  EXPECT_THAT(list(query).rows, IsEmpty());
}

}  // namespace
}  // namespace onereturn::testing
