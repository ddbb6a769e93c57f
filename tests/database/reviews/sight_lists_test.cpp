// What a council finds in each list of a board that granted it: who is late, what is newest, what
// is open; a page of fifty; written down; and the same statements however much there is.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/evaluation/release_format.hpp"
#include "domain/sharing/grant_sight.hpp"
#include "domain/sharing/look.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
namespace region = delivery_region;
using namespace sharing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string council = "c1000000-0000-4000-8000-000000000811";
const std::string looker = "d1000000-0000-4000-8000-000000000811";

std::string quoted(const std::string& text) { return "'" + text + "'"; }
void run(const std::string& sql) { Raw::superuser().run(sql); }
BoardId board() { return BoardId{region::lights().party}; }

class SightLists : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    here::seed();
    Raw owner("operator");
    owner.run("select operator.add_party('" + council +
              "', 'council', null, 'active', '{\"name\": \"Reading council\"}')");
    owner.run("select operator.add_person('" + looker +
              "', 'reader@council.example', 'reader', '')");
    owner.run("select operator.add_membership('" + council + "', '" + looker + "', '" + council +
              "', null, 'childrens_lead', '')");
    owner.run("select operator.issue_session(sha256('reader'::bytea), '" + looker + "', '" +
              council + "', 'bearer', '1 day')");
  }
  void SetUp() override {
    run("delete from identity.throttle");
    run("update tenant.request set due_on = '2027-04-01' where tenant_id = " +
        quoted(board().text()));
    GrantSight command;
    command.number = looked<OwnSight>([](postgres::SessionTx& tx) {
                       return Result(read_own_sight(tx, here::today));
                     }).number;
    command.parts = {"register", "figures", "evaluations", "actions", "returns"};
    command.from = here::today;
    command.until = here::day_after(90);
    command.at = here::noon;
    const auto given = here::as_board(
        here::manager, [&](postgres::BoardTx& tx) { return grant_sight(tx, command); });
    ASSERT_TRUE(given) << given.problem().detail;
  }
  void TearDown() override {
    const auto mine = " where tenant_id = " + quoted(board().text());
    run("update tenant.sight set ended_at = now() where ended_at is null");
    run("delete from tenant.return_opening where looker = 'Reading council'");
    for (const auto* table : {"evaluation_release", "evaluation"})
      run("delete from tenant." + std::string(table) + mine);
    run("delete from tenant.action" + mine + " and source_kind = 'hand'");
    run("delete from tenant.register_entry" + mine + " and name like 'Seen %'");
    run("update tenant.return set state = 'received', back_by = null" + mine);
  }

  template <class Seen, class See>
  static Seen looked(See&& see) {
    return *here::as_person("reader", std::forward<See>(see));
  }
  static RegisterSeen in_register(const Looked& at = {}, Instant now = here::noon) {
    return looked<RegisterSeen>(
        [&](postgres::SessionTx& tx) { return see_register(tx, board(), at, now); });
  }
  static ActionsSeen in_actions(const Looked& at = {}) {
    return looked<ActionsSeen>(
        [&](postgres::SessionTx& tx) { return see_actions(tx, board(), at, here::noon); });
  }
  static ReleasesSeen in_releases(const Looked& at = {}) {
    return looked<ReleasesSeen>(
        [&](postgres::SessionTx& tx) { return see_releases(tx, board(), at, here::noon); });
  }
  static ReturnsSeen in_returns(const Looked& at = {}) {
    return looked<ReturnsSeen>(
        [&](postgres::SessionTx& tx) { return see_returns(tx, board(), at, here::noon); });
  }
  static void add_entries(int count) {
    run("insert into tenant.register_entry (tenant_id, name, type, from_on) select " +
        quoted(board().text()) + ", 'Seen ' || lpad(n::text, 3, '0'), 'school', '2025-01-01'" +
        " from generate_series(1, " + std::to_string(count) + ") n");
  }
  static void add_action(const std::string& what, const std::string& by,
                         const std::string& state = "open") {
    run("insert into tenant.action (tenant_id, entry_id, source_kind, what, lead, by_on, scheme,"
        " state, made_at, ended_at) select tenant_id, min(entry_id::text)::uuid, 'hand', " +
        quoted(what) + ", 'Head', " + quoted(by) + ", 'key', " + quoted(state) +
        ", '2027-01-04T09:00:00Z', " + (state == "open" ? "null" : "'2027-02-01T09:00:00Z'") +
        " from tenant.register_entry where tenant_id = " + quoted(board().text()) +
        " and name not like 'Seen %' group by tenant_id");
  }
  static void add_releases(const ReturnId& id, int count) {
    const auto person = quoted(here::person_of(here::manager));
    run("with e as (insert into tenant.evaluation (tenant_id, return_id, version_no, state,"
        " started_by, started_at, releases) values (" +
        quoted(board().text()) + ", " + quoted(id.text()) + ", 1, 'finished', " + person +
        ", '2027-03-10', " + std::to_string(count) +
        ") returning tenant_id, evaluation_id, return_id) insert into tenant.evaluation_release"
        " (tenant_id, evaluation_id, return_id, version_no, release_no, body, hash, released_by,"
        " released_at) select e.tenant_id, e.evaluation_id, e.return_id, 1, n, " +
        quoted(evaluation::write_release({})) + ", sha256(n::text::bytea), " + person +
        ", '2027-03-11'::timestamptz + make_interval(days => n) from e, generate_series(1, " +
        std::to_string(count) + ") n");
  }
  static int written(const std::string& what, const std::string& about = {}) {
    return here::count(
        "select count(*) from tenant.audit_entry where tenant_id = " + quoted(board().text()) +
        " and person_id = " + quoted(looker) + " and what = " + quoted(what) +
        (about.empty() ? "" : " and subject_ref = " + quoted(about)));
  }
  template <class See>
  static std::size_t statements(See&& see) {
    const auto before = postgres::statements_on_this_thread();
    see();
    return postgres::statements_on_this_thread() - before;
  }
};

TEST_F(SightLists, the_register_has_who_is_here_and_finds_by_name) {
  const auto before = in_register();
  add_entries(3);
  run("update tenant.register_entry set to_on = '2027-01-01' where name = 'Seen 003'");
  const auto all = in_register();
  EXPECT_EQ(all.found, before.found + 2) << "who has closed is not here";
  EXPECT_EQ(all.organisations, before.organisations + 2);
  EXPECT_THAT(in_register({"seen 002", {}, 1}).lines, SizeIs(1));
  EXPECT_THAT(in_register({"%", {}, 1}).lines, IsEmpty()) << "a sign is a sign";
}

TEST_F(SightLists, the_register_says_who_is_late_and_who_has_sent) {
  run("update tenant.return set state = 'returned', back_by = '2027-03-10'"
      " where return_id = " +
      quoted(here::first_return().text()));
  const auto seen = in_register();
  EXPECT_EQ(seen.late, 1) << "given back, and its new day is over";
  const auto late = in_register({"", {"late"}, 1});
  ASSERT_THAT(late.lines, SizeIs(1));
  EXPECT_TRUE(late.lines[0].late);
  EXPECT_EQ(late.lines[0].due_on, parse_date("2027-03-10"));
  EXPECT_THAT(in_register({"", {"in"}, 1}).lines, SizeIs(2));
  const auto awaited = in_register({"", {"awaited"}, 1});
  for (const auto& line : awaited.lines)
    EXPECT_EQ(line.standing, "awaited");
  EXPECT_EQ(awaited.found, seen.awaited);
}

TEST_F(SightLists, a_page_holds_fifty_and_the_next_goes_on) {
  add_entries(60);
  const auto first = in_register({"seen", {}, 1});
  const auto second = in_register({"seen", {}, 2});
  EXPECT_THAT(first.lines, SizeIs(looked_at_once));
  EXPECT_EQ(first.found, 60);
  ASSERT_THAT(second.lines, SizeIs(10));
  EXPECT_EQ(second.lines.front().name, "Seen 051");
}

TEST_F(SightLists, actions_are_the_open_ones_unless_others_are_asked_for) {
  const auto before = in_actions();
  add_action("Still to do", "2027-05-01");
  add_action("Long over", "2027-01-01");
  add_action("Done and seen", "2027-01-01", "verified");
  const auto whats = [](const ActionsSeen& seen) {
    std::vector<std::string> all;
    for (const auto& line : seen.lines) {
      if (line.source == "hand") all.push_back(line.what);
    }
    return all;
  };
  const auto seen = in_actions();
  EXPECT_THAT(whats(seen), ElementsAre("Long over", "Still to do"));
  EXPECT_EQ(seen.open, before.open + 2);
  EXPECT_EQ(seen.overdue, before.overdue + 1);
  EXPECT_THAT(whats(in_actions({"", {"overdue"}, 1})), ElementsAre("Long over"));
  EXPECT_THAT(whats(in_actions({"", {"closed"}, 1})), ElementsAre("Done and seen"));
  EXPECT_THAT(whats(in_actions({"STILL", {}, 1})), ElementsAre("Still to do"));
}

TEST_F(SightLists, one_action_is_opened_and_written_down) {
  add_action("Still to do", "2027-05-01");
  ActionId id;
  for (const auto& line : in_actions().lines) {
    if (line.what == "Still to do") id = line.action;
  }
  const auto open = [](const ActionId& which) {
    return here::as_person("reader", [&](postgres::SessionTx& tx) {
      return open_action(tx, board(), which, here::noon);
    });
  };
  const auto opened = open(id);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->action.what, "Still to do");
  EXPECT_EQ(written("action.opened", id.text()), 1);
  EXPECT_EQ(open(ActionId::random()).problem().code, ProblemCode::not_found);
}

TEST_F(SightLists, of_each_return_the_newest_release_alone) {
  EXPECT_THAT(in_releases().lines, IsEmpty());
  add_releases(here::first_return(), 2);
  add_releases(here::second_return(), 1);
  const auto seen = in_releases();
  ASSERT_THAT(seen.lines, SizeIs(2));
  EXPECT_EQ(seen.lines[0].id, here::first_return()) << "the newest first";
  EXPECT_EQ(seen.lines[0].organisation, here::first_name());
  EXPECT_EQ(to_iso(day_in_england(seen.lines[0].released_at)), "2027-03-13");
  EXPECT_THAT(in_releases({here::second_name(), {}, 1}).lines, SizeIs(1));
  const auto before = here::count("select count(*) from tenant.return_opening where looker <> ''");
  const auto opened = here::as_person("reader", [](postgres::SessionTx& tx) {
    return open_release(tx, board(), here::first_return(), here::noon);
  });
  ASSERT_TRUE(opened);
  EXPECT_EQ(here::count("select count(*) from tenant.return_opening where looker <> ''"),
            before + 1)
      << "the organisation reads it";
}

TEST_F(SightLists, returns_are_found_by_name_and_foreign_ones_are_not_there) {
  EXPECT_THAT(in_returns().lines, SizeIs(2));
  EXPECT_THAT(in_returns({here::first_name(), {}, 1}).lines, SizeIs(1));
  EXPECT_THAT(in_returns({"nobody of that name", {}, 1}).lines, IsEmpty());
  const auto foreign = here::as_person("reader", [](postgres::SessionTx& tx) {
    return open_return(tx, board(), ReturnId::random(), here::noon);
  });
  EXPECT_EQ(foreign.problem().code, ProblemCode::not_found);
}

TEST_F(SightLists, are_written_down_when_they_are_opened_and_not_for_each_page_or_filter) {
  const auto before = written("sight.looked");
  in_register();
  EXPECT_EQ(written("sight.looked"), before + 1);
  in_register({"", {}, 2});
  in_register({"fern", {}, 1});
  in_register({"", {"late"}, 1});
  EXPECT_EQ(written("sight.looked"), before + 1);
  in_actions();
  in_returns();
  in_releases();
  EXPECT_EQ(written("sight.looked"), before + 4);
}

TEST_F(SightLists, take_the_same_statements_however_much_there_is) {
  const std::vector<std::function<void()>> lists = {[] { in_register(); }, [] { in_actions(); },
                                                    [] { in_releases(); }, [] { in_returns(); }};
  add_action("One", "2027-05-01");
  add_releases(here::first_return(), 1);
  for (const auto& list : lists)
    list();
  std::vector<std::size_t> few;
  for (const auto& list : lists)
    few.push_back(statements(list));
  add_entries(60);
  for (int n = 0; n < 20; ++n)
    add_action("More " + std::to_string(n), "2027-05-01");
  add_releases(here::second_return(), 5);
  for (std::size_t at = 0; at < lists.size(); ++at) {
    EXPECT_EQ(statements(lists[at]), few[at]) << at;
    EXPECT_LE(few[at], 10U) << at;
  }
}

}  // namespace
}  // namespace onereturn::testing
