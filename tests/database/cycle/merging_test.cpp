// Two organisations become one in the middle of a cycle: the one that goes on has what is still to
// be done, and nothing of what was is overwritten.

#include <gmock/gmock.h>

#include "database/cycle/cycle.hpp"
#include "domain/actions/add_board_action.hpp"
#include "domain/actions/board_action_store.hpp"
#include "domain/actions/follow_action.hpp"
#include "domain/agency_register/contacts_store.hpp"
#include "domain/agency_register/register_list.hpp"
#include "domain/returns/leave_cycle.hpp"

namespace onereturn::testing {
namespace {

namespace region = delivery_region;
using agency_register::WriteEntry;
using returns::OpenRequests;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class Merging : public Cycle {
 protected:
  static std::string in_quotes(const EntryId& entry) { return "'" + entry.text() + "'"; }
  static EntryId done_on(const std::string& name, const char* day) {
    WriteEntry write;
    if (day != nullptr) write.completed_on = parse_date(day);
    return add(name, write);
  }
  static std::vector<RequestId> merge(const EntryId& goes, const EntryId& stays,
                                      OpenRequests open = OpenRequests::carry) {
    const auto done = as_board([&](postgres::BoardTx& tx) {
      auto asked = returns::merge_organisations(tx, goes, stays, "One trust", open, now);
      if (asked) actions::take_over_actions(tx, goes, stays, now);
      return asked;
    });
    EXPECT_TRUE(done);
    return done ? *done : std::vector<RequestId>{};
  }
  static agency_register::RegisterRow row_of(const EntryId& entry) {
    agency_register::RegisterQuery query;
    query.entries = {entry.text()};
    return as_board([&](postgres::BoardTx& tx) {
             return Result(agency_register::list_entries(tx, query, today));
           })
        ->rows.at(0);
  }
  static void contact(const EntryId& entry, const std::string& name, const std::string& email) {
    Raw::superuser().run(
        "insert into tenant.contact (tenant_id, entry_id, name, email, valid_from) values ('" +
        region::narrative().party + "', " + in_quotes(entry) + ", '" + name + "', '" + email +
        "', '2026-01-01')");
  }
  static std::vector<std::string> contacts(const EntryId& entry, bool now_there) {
    return Raw::superuser().all(
        "select name from tenant.contact where entry_id = " + in_quotes(entry) +
        " and valid_to is " + (now_there ? "null" : "not null") + " order by name");
  }
  static std::string one(const std::string& sql) { return Raw::superuser().one(sql); }
};

TEST_F(Merging, keeps_the_later_of_what_both_have_completed_and_says_what_stood_before) {
  const auto goes = done_on("Goes later", "2026-05-04");
  const auto stays = done_on("Stays", "2025-01-10");
  merge(goes, stays);
  EXPECT_EQ(to_iso(*row_of(stays).last_done), "2026-05-04");
  EXPECT_EQ(to_iso(*row_of(stays).due_on), "2028-05-04");
  const auto change = read(stays).changes.front();
  EXPECT_EQ(change.what, "took_in");
  EXPECT_EQ(one("select facts::text from tenant.register_change where what = 'took_in' and"
                " entry_id = " +
                in_quotes(stays)),
            R"({"completed_on": "2025-01-10"})");
  const auto earlier = done_on("Goes earlier", "2020-01-01");
  merge(earlier, stays);
  EXPECT_EQ(to_iso(*row_of(stays).last_done), "2026-05-04");
  const auto never = add("Never done");
  const auto back = done_on("Done once", "2026-06-01");
  merge(back, never);
  EXPECT_EQ(to_iso(*row_of(never).last_done), "2026-06-01");
}

TEST_F(Merging, counts_the_last_return_of_the_one_that_goes) {
  const auto goes = add("Sent one"), stays = done_on("Sent none", "2024-01-01");
  ASSERT_TRUE(open(wave_of({goes}, "merging in")));
  Raw::superuser().run(
      "insert into tenant.return (tenant_id, request_id, origin, received_at)"
      " select tenant_id, request_id, 'direct', '2027-02-03T12:00:00Z'"
      " from tenant.request where entry_id = " +
      in_quotes(goes));
  merge(goes, stays);
  EXPECT_EQ(to_iso(*row_of(stays).last_done), "2027-02-03");
  EXPECT_EQ(one("select count(*) from tenant.return r join tenant.request q using (tenant_id,"
                " request_id) where q.entry_id = " +
                in_quotes(goes)),
            "1")
      << "the return stays with whoever sent it";
}

TEST_F(Merging, moves_whom_one_writes_to_once_each) {
  const auto goes = add("Goes with people"), stays = add("Stays with people");
  contact(goes, "Ada", "ada@one.example");
  contact(goes, "Ben", "ben@one.example");
  contact(stays, "Ben", "BEN@one.example");
  merge(goes, stays);
  EXPECT_THAT(contacts(stays, true), ElementsAre("Ada", "Ben"));
  EXPECT_THAT(contacts(goes, true), IsEmpty());
  EXPECT_THAT(contacts(goes, false), ElementsAre("Ada", "Ben")) << "what it was stays readable";
  EXPECT_EQ(one("select n.name from tenant.contact c join tenant.contact n on n.contact_id ="
                " c.replaces_id where c.name = 'Ada' and c.entry_id = " +
                in_quotes(stays)),
            "Ada");
}

TEST_F(Merging, moves_what_is_still_to_be_done_with_its_history) {
  const auto goes = add("Goes with actions"), stays = add("Stays with actions");
  const auto action = [&](const std::string& what) {
    actions::AddAction command;
    command.entry = goes;
    command.words.what = what;
    command.by_on = parse_date("2027-06-01");
    command.at = now;
    return *as_board([&](postgres::BoardTx& tx) { return actions::add_board_action(tx, command); });
  };
  const auto open = action("Still open"), over = action("Over");
  Raw::superuser().run(
      "update tenant.action set state = 'closed', ended_at = now() where"
      " action_id = '" +
      over.text() + "'");
  merge(goes, stays);
  const auto read = [&](const ActionId& id) {
    return *as_board([&](postgres::BoardTx& tx) {
      return Result(
          std::make_pair(*actions::read_action(tx, id, today), actions::read_history(tx, id)));
    });
  };
  EXPECT_EQ(read(open).first.organisation, "Stays with actions");
  ASSERT_THAT(read(open).second, SizeIs(2));
  EXPECT_EQ(read(open).second.front().text, "Organisation: Goes with actions");
  EXPECT_EQ(read(over).first.organisation, "Goes with actions") << "history is not rewritten";
  EXPECT_EQ(one("select count(*) from tenant.audit_entry where what = 'action.taken_over' and"
                " subject_ref = '" +
                open.text() + "'"),
            "1");
}

TEST_F(Merging, asks_the_one_that_goes_on_for_what_is_open_and_for_nothing_twice) {
  const auto goes = add("Goes in a wave"), stays = add("Stays out of it");
  auto first = wave_of({goes}, "carried");
  first.due_on = parse_date("2027-05-03");
  auto both = wave_of({goes, stays}, "asked of both");
  auto passed = wave_of({goes}, "its day has passed");
  for (const auto& each : {first, both, passed})
    ASSERT_TRUE(open(each));
  Raw::superuser().run(
      "update tenant.request set due_on = '2027-03-01' where period ="
      " 'its day has passed' and entry_id = " +
      in_quotes(goes));
  const auto asked = merge(goes, stays);
  EXPECT_THAT(asked, SizeIs(2));
  const auto of = [&](const EntryId& entry) {
    return Raw::superuser().all(
        "select period || ' ' || state || ' ' || due_on from"
        " tenant.request where entry_id = " +
        in_quotes(entry) + " order by 1");
  };
  EXPECT_THAT(of(stays), UnorderedElementsAre(::testing::StartsWith("asked of both open "),
                                              "carried open 2027-05-03",
                                              "its day has passed open 2027-03-17"));
  for (const auto& line : of(goes))
    EXPECT_THAT(line, ::testing::HasSubstr(" withdrawn "));
  EXPECT_EQ(one("select count(*) from tenant.request_change c join tenant.request q using"
                " (tenant_id, request_id) where c.state = 'withdrawn' and q.entry_id = " +
                in_quotes(goes)),
            "3")
      << "and its story says so";
  EXPECT_EQ(wave(first.wave).counts.awaited, 1);
  EXPECT_EQ(wave(both.wave).counts.awaited, 1);
  EXPECT_THAT(miscounted(), IsEmpty());
}

TEST_F(Merging, asks_nobody_anew_where_the_manager_says_otherwise) {
  for (const auto open_requests : {OpenRequests::withdraw, OpenRequests::keep}) {
    const auto name = open_requests == OpenRequests::keep ? std::string("keep") : "withdraw";
    const auto goes = add("Goes, " + name), stays = add("Stays, " + name);
    ASSERT_TRUE(open(wave_of({goes}, "not carried " + name)));
    EXPECT_THAT(merge(goes, stays, open_requests), IsEmpty());
    EXPECT_EQ(one("select count(*) from tenant.request where entry_id = " + in_quotes(stays)), "0");
  }
}

}  // namespace
}  // namespace onereturn::testing
