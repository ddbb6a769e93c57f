// What a board lets a council see: in parts, from and until a day, until the board ends it.

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/audit_log/openings.hpp"
#include "domain/sharing/grant_sight.hpp"
#include "domain/sharing/look.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
using namespace sharing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string council = "c1000000-0000-4000-8000-000000000801";
const std::string looker = "d1000000-0000-4000-8000-000000000801";
const std::string other_council = "c1000000-0000-4000-8000-000000000802";
const std::string other_looker = "d1000000-0000-4000-8000-000000000802";

void open_council(const std::string& party, const std::string& person, const std::string& who) {
  Raw owner("operator");
  owner.run("select operator.add_party('" + party + "', 'council', null, 'active', '{\"name\": \"" +
            who + " council\"}')");
  owner.run("select operator.add_person('" + person + "', '" + who + "@council.example', '" + who +
            "', '')");
  owner.run("select operator.add_membership('" + party + "', '" + person + "', '" + party +
            "', null, 'childrens_lead', '')");
  owner.run("select operator.issue_session(sha256('" + who + "'::bytea), '" + person + "', '" +
            party + "', 'bearer', '1 day')");
}

class Sight : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    here::seed();
    static const bool done = [] {
      open_council(council, looker, "looker");
      open_council(other_council, other_looker, "stranger");
      return true;
    }();
    static_cast<void>(done);
  }
  void SetUp() override { Raw::superuser().run("delete from identity.throttle"); }
  void TearDown() override {
    Raw::superuser().run("update tenant.sight set ended_at = now() where ended_at is null");
  }
};

BoardId board() { return BoardId{delivery_region::lights().party}; }

OwnSight own(const std::string& who = "looker", Date today = here::today) {
  return *here::as_person(
      who, [&](postgres::SessionTx& tx) { return Result(read_own_sight(tx, today)); });
}

GrantSight grant(const std::vector<std::string>& parts) {
  GrantSight command;
  command.number = own().number;
  command.parts = parts;
  command.from = here::today;
  command.until = here::day_after(90);
  command.words = "For the joint inspection";
  command.at = here::noon;
  return command;
}

Result<SightId> granted(const GrantSight& command, const std::string& who = here::manager) {
  return here::as_board(who, [&](postgres::BoardTx& tx) { return grant_sight(tx, command); });
}

std::vector<Grant> listed(const std::string& who = here::manager) {
  return *here::as_board(who, [](postgres::BoardTx& tx) { return Result(list_grants(tx)); });
}

Result<Done> ended(const SightId& id, const std::string& who = here::manager) {
  return here::as_board(who, [&](postgres::BoardTx& tx) { return end_sight(tx, id, here::noon); });
}

template <class See>
auto looked(See&& see, const std::string& who = "looker") {
  return here::as_person(who, std::forward<See>(see));
}

// Which of the parts the council reaches now.
std::set<std::string> reached(Instant now = here::noon, const std::string& who = "looker") {
  std::set<std::string> parts;
  const auto add = [&](const char* part, bool seen) {
    if (seen) parts.insert(part);
  };
  using Tx = postgres::SessionTx;
  add("register",
      looked([&](Tx& tx) { return see_register(tx, board(), {}, now); }, who).has_value());
  add("figures", looked([&](Tx& tx) { return see_figures(tx, board(), now); }, who).has_value());
  add("evaluations",
      looked([&](Tx& tx) { return see_releases(tx, board(), {}, now); }, who).has_value());
  add("actions",
      looked([&](Tx& tx) { return see_actions(tx, board(), {}, now); }, who).has_value());
  add("returns",
      looked([&](Tx& tx) { return see_returns(tx, board(), {}, now); }, who).has_value());
  return parts;
}

Result<ReturnSeen> opened(const ReturnId& id, Instant now = here::noon) {
  return looked([&](postgres::SessionTx& tx) { return open_return(tx, board(), id, now); });
}

TEST_F(Sight, is_granted_by_the_councils_number_and_both_sides_read_it) {
  EXPECT_THAT(own().number, ::testing::MatchesRegex("[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}"));
  EXPECT_NE(own().number, own("stranger").number);
  const auto id = granted(grant({"returns"}));
  ASSERT_TRUE(id) << id.problem().detail;
  const auto mine = own().grants;
  ASSERT_FALSE(mine.empty());
  EXPECT_EQ(mine.front().id, *id);
  EXPECT_THAT(mine.front().parts, ElementsAre("register", "returns")) << "names come with it";
  EXPECT_EQ(mine.front().words, "For the joint inspection");
  EXPECT_FALSE(mine.front().board_name.empty());
  EXPECT_EQ(mine.front().granted_by, "") << "who of the board is the board's";
  const auto ours = listed();
  ASSERT_FALSE(ours.empty());
  EXPECT_EQ(ours.front().id, *id);
  EXPECT_EQ(ours.front().council_name, "looker council");
  EXPECT_NE(ours.front().granted_by, "");
  EXPECT_THAT(listed(here::other_manager), IsEmpty());
  EXPECT_THAT(own("stranger").grants, IsEmpty());
}

TEST_F(Sight, shows_the_parts_that_were_granted_and_no_other) {
  EXPECT_THAT(reached(), IsEmpty());
  const std::vector<std::pair<std::vector<std::string>, std::set<std::string>>> cases = {
      {{"register"}, {"register"}},
      {{"figures"}, {"figures"}},
      {{"evaluations"}, {"register", "evaluations"}},
      {{"actions"}, {"register", "actions"}},
      {{"returns"}, {"register", "returns"}},
      {{"register", "figures", "evaluations", "actions", "returns"},
       {"register", "figures", "evaluations", "actions", "returns"}}};
  for (const auto& [parts, seen] : cases) {
    ASSERT_TRUE(granted(grant(parts))) << "each replaces the one before";
    EXPECT_EQ(reached(), seen) << parts.front();
    EXPECT_THAT(reached(here::noon, "stranger"), IsEmpty());
    EXPECT_EQ(opened(here::first_return()).has_value(), seen.contains("returns"));
  }
  EXPECT_EQ(here::count("select count(*) from tenant.sight where ended_at is null"), 1);
}

TEST_F(Sight, is_held_by_the_database_row_by_row) {
  struct Case {
    std::string part, table;
  };
  const std::vector<Case> cases = {{"register", "register_entry"}, {"register", "request"},
                                   {"register", "return"},         {"returns", "return_version"},
                                   {"returns", "return_box"},      {"returns", "return_evidence"}};
  Raw raw("gateway");
  const std::string enter = "select identity.enter(sha256('looker'))";
  const auto seen = [&](const std::string& table, const std::string& day) {
    return raw.refusal({enter,
                        "select identity.enter_sight('" + board().text() + "', '" + day + "')",
                        "do $$ begin if exists (select from tenant." + table +
                            ") then raise 'seen'; end if; end $$"}) == "P0001";
  };
  for (const auto& [part, table] : cases) {
    ASSERT_TRUE(granted(grant({"figures"})));
    EXPECT_FALSE(seen(table, "2027-03-16")) << table << " without " << part;
    ASSERT_TRUE(granted(grant({part})));
    EXPECT_TRUE(seen(table, "2027-03-16")) << table << " with " << part;
    EXPECT_FALSE(seen(table, "2027-03-15")) << table << " the day before";
    EXPECT_FALSE(seen(table, "2027-06-15")) << table << " the day after";
    EXPECT_EQ(raw.refusal({enter, "do $$ begin if exists (select from tenant." + table +
                                      ") then raise 'seen'; end if; end $$"}),
              "")
        << "by the common entrance";
  }
  for (const std::string table : {"evaluation", "evaluation_box", "contact", "thread", "chase_mail",
                                  "review", "plan", "export_right", "audit_seal"}) {
    EXPECT_EQ(
        raw.refusal({enter, "select identity.enter_sight('" + board().text() + "', '2027-03-16')",
                     "select from tenant." + table}),
        "42501")
        << table;
  }
}

TEST_F(Sight, changes_nothing) {
  ASSERT_TRUE(granted(grant({"register", "figures", "evaluations", "actions", "returns"})));
  Raw raw("gateway");
  for (const std::string statement :
       {"update tenant.sight set ended_at = null", "delete from tenant.return_box",
        "update tenant.return set state = 'evaluated'", "delete from tenant.action",
        "insert into tenant.register_entry (tenant_id) values (null)",
        "select notes from tenant.register_entry", "select subject_ref from tenant.request",
        "select text from tenant.action_status", "select with_person from tenant.action",
        "select granted_name from tenant.sight"}) {
    EXPECT_EQ(raw.refusal({"select identity.enter(sha256('looker'))",
                           "select identity.enter_sight('" + board().text() + "', '2027-03-16')",
                           statement}),
              "42501")
        << statement;
  }
  EXPECT_EQ(raw.refusal({"select identity.enter(sha256('" + here::manager + "'))",
                         "select identity.enter_sight('" + board().text() + "', '2027-03-16')"}),
            "42501")
      << "a board is no council";
}

TEST_F(Sight, ends_at_once_for_whatever_is_open) {
  const auto id = granted(grant({"returns", "figures"}));
  ASSERT_TRUE(id);
  ASSERT_TRUE(opened(here::first_return()));
  ASSERT_TRUE(ended(*id));
  EXPECT_EQ(opened(here::first_return()).problem().code, ProblemCode::not_found);
  EXPECT_THAT(reached(), IsEmpty());
  EXPECT_EQ(ended(*id).problem().code, ProblemCode::conflict);
  ASSERT_TRUE(own().grants.front().ended_at) << "and stays to be read";
  const auto ours = listed();
  const auto it =
      std::find_if(ours.begin(), ours.end(), [&](const Grant& one) { return one.id == *id; });
  ASSERT_NE(it, ours.end());
  EXPECT_NE(it->ended_by, "");
}

TEST_F(Sight, counts_from_the_first_day_until_the_last) {
  auto command = grant({"register"});
  command.from = here::day_after(2);
  command.until = here::day_after(4);
  ASSERT_TRUE(granted(command));
  EXPECT_THAT(reached(here::later(1)), IsEmpty());
  EXPECT_THAT(reached(here::later(2)), SizeIs(1));
  EXPECT_THAT(reached(here::later(4)), SizeIs(1)) << "the last day counts";
  EXPECT_THAT(reached(here::later(5)), IsEmpty());
}

TEST_F(Sight, is_refused_with_the_field) {
  struct Case {
    std::string field;
    std::function<void(GrantSight&)> spoil;
  };
  const std::vector<Case> cases = {{"number", [](auto& c) { c.number = ""; }},
                                   {"number", [](auto& c) { c.number = "0000-0000-0000"; }},
                                   {"number", [](auto& c) { c.number = board().text(); }},
                                   {"parts", [](auto& c) { c.parts = {}; }},
                                   {"parts", [](auto& c) { c.parts = {"everything"}; }},
                                   {"from", [](auto& c) { c.from = std::nullopt; }},
                                   {"from", [](auto& c) { c.from = here::day_after(-1); }},
                                   {"until", [](auto& c) { c.until = std::nullopt; }},
                                   {"until", [](auto& c) { c.until = here::day_after(-1); }},
                                   {"until", [](auto& c) { c.until = here::day_after(732); }},
                                   {"words", [](auto& c) { c.words = std::string(10'001, 'x'); }}};
  for (const auto& [field, spoil] : cases) {
    auto command = grant({"register"});
    spoil(command);
    const auto refused = granted(command);
    ASSERT_FALSE(refused) << field;
    EXPECT_EQ(refused.problem().fields.front().field, field);
  }
  auto longest = grant({"register"});
  longest.until = here::day_after(731);
  longest.words = std::string(10'000, 'x');
  EXPECT_TRUE(granted(longest));
}

TEST_F(Sight, is_the_managers_to_give_and_to_end) {
  EXPECT_EQ(granted(grant({"register"}), "chair").problem().code, ProblemCode::forbidden);
  const auto id = granted(grant({"register"}));
  ASSERT_TRUE(id);
  EXPECT_EQ(ended(*id, "chair").problem().code, ProblemCode::forbidden);
  EXPECT_EQ(ended(*id, here::other_manager).problem().code, ProblemCode::not_found);
  EXPECT_EQ(ended(SightId::random()).problem().code, ProblemCode::not_found);
  EXPECT_THAT(reached(), SizeIs(1));
}

TEST_F(Sight, is_written_down_for_the_board_and_for_the_organisation) {
  ASSERT_TRUE(granted(grant({"returns"})));
  const auto before =
      here::count("select count(*) from tenant.return_opening where looker = 'looker council'");
  const auto whole = opened(here::first_return());
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->line.organisation, here::first_name());
  EXPECT_GT(whole->boxes.size(), 10U);
  EXPECT_THAT(whole->evidence, SizeIs(7));
  EXPECT_EQ(
      here::count("select count(*) from tenant.return_opening where looker = 'looker council'"),
      before + 1);
  const auto openings = here::as_agency("lead", [](postgres::AgencyTx& tx) {
    return audit_log::list_board_openings(tx, std::nullopt, {});
  });
  ASSERT_TRUE(openings);
  const auto theirs =
      std::find_if(openings->list.begin(), openings->list.end(), [](const auto& one) {
        // Another suite's council looks in the same moment.
        return one.looker == "looker council" && one.what == "return";
      });
  ASSERT_NE(theirs, openings->list.end());
  EXPECT_EQ(theirs->role, "childrens_lead");
  EXPECT_EQ(theirs->at, here::noon);
  EXPECT_EQ(
      here::count("select count(*) from tenant.audit_entry where tenant_id = '" + board().text() +
                  "' and person_id = '" + looker + "' and what = 'return.opened'"),
      before + 1);
  EXPECT_EQ(here::count("select count(*) from tenant.audit_entry where what = 'sight.granted'"
                        " and tenant_id = '" +
                        board().text() + "'") > 0,
            true);
}

TEST_F(Sight, shows_no_version_that_only_waits_for_the_board) {
  ASSERT_TRUE(granted(grant({"returns"})));
  const auto set = [](const std::string& standing) {
    Raw::superuser().run("update tenant.return_version set standing = '" + standing +
                         "' where return_id = '" + here::second_return().text() + "'");
  };
  set("offered");
  EXPECT_EQ(opened(here::second_return()).problem().code, ProblemCode::not_found);
  set("accepted");
  EXPECT_TRUE(opened(here::second_return()));
}

TEST_F(Sight, tells_no_levels_of_fewer_than_ten) {
  ASSERT_TRUE(granted(grant({"figures"})));
  const auto requirement =
      Raw::superuser().one("select min(requirement_code) from catalogue.requirement");
  const auto put = [&](int n) {
    Raw::superuser().run("delete from tenant.rollup where tenant_id = '" + board().text() +
                         "'; insert into tenant.rollup (tenant_id, period, requirement_code, level,"
                         " n) values ('" +
                         board().text() + "', '2027', '" + requirement + "', 2, " +
                         std::to_string(n) + "), ('" + board().text() + "', '2027', '" +
                         requirement + "', 3, 4)");
    return *looked([](postgres::SessionTx& tx) { return see_figures(tx, board(), here::noon); });
  };
  const auto few = put(5);
  ASSERT_THAT(few.levels, SizeIs(1));
  EXPECT_FALSE(few.levels.front().shown);
  EXPECT_THAT(few.levels.front().counts, IsEmpty());
  const auto enough = put(6);
  EXPECT_TRUE(enough.levels.front().shown);
  EXPECT_EQ(enough.levels.front().counts.at(2), 6);
  Raw::superuser().run("delete from tenant.rollup where tenant_id = '" + board().text() + "'");
}

TEST_F(Sight, asks_for_a_number_twenty_times_in_a_quarter_of_an_hour) {
  Raw::superuser().run("delete from identity.throttle");
  auto wrong = grant({"register"});
  wrong.number = "ABCD-ABCD-ABCD";
  for (int tried = 0; tried < 20; ++tried) {
    EXPECT_TRUE(here::as_board(
        here::manager, [&](postgres::BoardTx& tx) { return count_number(tx, wrong.number); }));
    EXPECT_FALSE(granted(wrong));
  }
  EXPECT_EQ(granted(grant({"register"})).problem().fields.front().field, "number");
  Raw::superuser().run("delete from identity.throttle");
  EXPECT_TRUE(granted(grant({"register"})));
}

}  // namespace
}  // namespace onereturn::testing
