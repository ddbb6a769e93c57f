// What a board's first page says of its register is the same rule as the list that it opens.

#include <gmock/gmock.h>

#include "database/cycle/cycle.hpp"
#include "domain/agency_register/end_entry.hpp"
#include "domain/agency_register/register_list.hpp"
#include "domain/reporting/board_home.hpp"

namespace onereturn::testing {
namespace {

namespace region = delivery_region;
using agency_register::WriteEntry;

class Hints : public Cycle {
 protected:
  static int listed(const std::string& needs) {
    agency_register::RegisterQuery query;
    query.attention = {needs};
    query.count = 1;
    const auto page = as_board([&](postgres::BoardTx& tx) {
      return Result(agency_register::list_entries(tx, query, today));
    });
    return page->total;
  }
  static bool lists(const std::string& needs, const EntryId& entry) {
    agency_register::RegisterQuery query;
    query.attention = {needs};
    query.entries = {entry.text()};
    const auto page = as_board([&](postgres::BoardTx& tx) {
      return Result(agency_register::list_entries(tx, query, today));
    });
    return page->total == 1;
  }
  static reporting::BoardHome home() {
    auto read = as_board(
        [](postgres::BoardTx& tx) { return reporting::read_board_home(tx, std::nullopt, now); });
    EXPECT_TRUE(read);
    return std::move(read).value();
  }
  static EntryId done_on(const std::string& name, const char* day) {
    WriteEntry write;
    write.completed_on = parse_date(day);
    return add(name, write);
  }
  static void close(const EntryId& entry) {
    ASSERT_TRUE(as_board([&](postgres::BoardTx& tx) {
      return agency_register::close_entry(tx, entry, {today, "Moved"}, now);
    }));
  }
};

TEST_F(Hints, count_what_their_lists_show_whatever_stands_in_the_register) {
  const auto never = add("Never done");
  const auto long_ago = done_on("Done long ago", "2024-01-10");
  const auto soon = done_on("Within ninety days", "2025-06-14");
  const auto later = done_on("After ninety days", "2025-06-15");
  const auto closed = add("Closed since");
  close(closed);
  const auto asked = add("Asked now");
  ASSERT_TRUE(open(wave_of({asked}, "hints 1")));
  // Asked twice: what was asked last has come in, what was asked before is open.
  const auto twice = done_on("Asked twice", "2024-01-10");
  ASSERT_TRUE(open(wave_of({twice}, "hints 2")));
  auto last = wave_of({twice}, "hints 3");
  last.at = now + std::chrono::hours(1);
  ASSERT_TRUE(open(last));
  auto raw = Raw::superuser();
  raw.run(
      "insert into tenant.return (tenant_id, request_id, origin, state, received_at)"
      " select tenant_id, request_id, 'direct', 'received', '2024-02-01' from tenant.request"
      " where entry_id = '" +
      twice.text() + "' and period = 'hints 3'");
  const auto invited = add("Invited");
  raw.run(
      "insert into tenancy.join_request (link_id, board_id, entry_id, name) values"
      " (gen_random_uuid(), '" +
      region::narrative().party + "', '" + invited.text() + "', 'Invited')");

  for (const auto& due : {never, long_ago, soon})
    EXPECT_TRUE(lists("due", due));
  for (const auto& not_due : {later, closed, asked, twice})
    EXPECT_FALSE(lists("due", not_due));
  EXPECT_TRUE(lists("not_invited", never));
  EXPECT_FALSE(lists("not_invited", invited));
  EXPECT_TRUE(lists("not_joined", invited)) << "invited, and not here yet";
  EXPECT_FALSE(lists("not_invited", closed));

  const auto seen = home();
  EXPECT_EQ(seen.due_soon, listed("due"));
  EXPECT_EQ(seen.not_invited, listed("not_invited"));
  EXPECT_GE(seen.due_soon, 3);
  EXPECT_GE(seen.not_invited, 6);
  EXPECT_LE(seen.not_invited, seen.organisations);
  const auto counts = as_board(
      [](postgres::BoardTx& tx) { return Result(agency_register::count_entries(tx, {}, today)); });
  for (const auto& [needs, count] : counts->attention)
    EXPECT_EQ(count, listed(needs)) << needs;
}

// Two are open at once: whoever is late in either is on the page without choosing one.
TEST_F(Hints, name_every_open_exercise_with_its_own_figures) {
  const auto late = add("Late in the old one");
  auto old = wave_of({late}, "hints late");
  old.due_on = parse_date("2027-03-20");
  ASSERT_TRUE(open(old));
  Raw::superuser().run("update tenant.request set due_on = '2027-03-01' where entry_id = '" +
                       late.text() + "'");
  auto young = wave_of({add("In time")}, "hints in time");
  ASSERT_TRUE(open(young));
  const auto seen = home();
  ASSERT_GE(seen.open.size(), 2U);
  EXPECT_EQ(seen.open.front().wave, old.wave) << "late first";
  EXPECT_EQ(seen.open.front().counts.late, 1);
  EXPECT_THAT(seen.open, ::testing::Contains(::testing::Field(&returns::Wave::wave, young.wave)));
  for (const auto& each : seen.open)
    EXPECT_GT(each.counts.awaited + each.counts.sent_back, 0);
}

}  // namespace
}  // namespace onereturn::testing
