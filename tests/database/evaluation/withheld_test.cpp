// What a board means to have done after an evaluation is a part of that evaluation: until it is
// released the organisation has no trace of it, and nobody is mailed.

#include <gmock/gmock.h>

#include "domain/actions/add_board_action.hpp"
#include "domain/actions/follow_action.hpp"
#include "domain/actions/list_board_actions.hpp"
#include "domain/actions/mail_about_action.hpp"
#include "domain/actions/read_my_list.hpp"
#include "domain/evaluation/release_evaluation.hpp"
#include "domain/notifications/sql.hpp"
#include "evaluation_region.hpp"

namespace onereturn::evaluation {
namespace {

using ::testing::HasSubstr;
using testing::Raw;
namespace region = testing::evaluation_region;
namespace boards = testing::delivery_region;

const char* const entry = "c4000000-0000-4000-8000-000000000001";

class Withheld : public ::testing::Test {
 protected:
  void SetUp() override {
    id_ = region::fresh_return();
    region::begun(id_);
    board_ = boards::grades().party;
    auto raw = Raw::superuser();
    raw.run(
        "insert into tenant.register_entry (tenant_id, entry_id, name, agency_id, type, from_on)"
        " values ('" +
        board_ + "', '" + entry + "', 'The first agency', '" + boards::agency +
        "', 'school', '2020-01-01') on conflict do nothing");
  }
  void TearDown() override {
    auto raw = Raw::superuser();
    raw.run(
        "set session_replication_role = replica;"
        "delete from identity.mail where kind = 'action_asked';"
        "delete from identity.action_mail; delete from identity.link where purpose = 'action';"
        "set session_replication_role = origin");
    raw.run("delete from tenant.action_status where tenant_id = '" + board_ + "'");
    raw.run("delete from tenant.action where tenant_id = '" + board_ +
            "' and source_kind in ('evaluation', 'hand')");
    raw.run("delete from tenant.register_entry where entry_id = '" + std::string(entry) + "'");
  }

  ActionId add(bool from_return = true) {
    actions::AddAction command;
    if (from_return) command.from_return = id_;
    if (!from_return) command.entry = EntryId(entry);
    command.words.what = from_return ? "Only after the release" : "Known at once";
    command.by_on = *parse_date("2027-04-01");
    command.at = region::now;
    const auto made = region::as(
        "assistant", [&](postgres::BoardTx& tx) { return actions::add_board_action(tx, command); });
    EXPECT_TRUE(made);
    return *made;
  }
  void release(int known = 0) {
    region::grade_all(id_);
    const auto done = region::as("third manager", [&](postgres::BoardTx& tx) {
      return release_evaluation(tx, id_, known, region::now);
    });
    ASSERT_TRUE(done);
  }
  static bool has(const ActionId& action) {
    const auto list =
        region::as_agency("lead", [](postgres::AgencyTx& tx) { return actions::read_my_list(tx); });
    return std::any_of(list->begin(), list->end(),
                       [&](const auto& one) { return one.id == action.text(); });
  }
  // What the agency's own role reads, whatever a statement asks.
  static std::string seen(const std::string& sql) {
    Raw raw("gateway");
    pqxx::work work(raw.connection());
    work.exec("select identity.enter(sha256('lead'))");
    return work.exec1(sql)[0].c_str();
  }
  static std::string rows(const std::string& table, const ActionId& action) {
    return seen("select count(*) from tenant." + table + " where action_id = '" + action.text() +
                "'");
  }
  static Result<Done> mail(const ActionId& action) {
    return region::as("assistant", [&](postgres::BoardTx& tx) {
      return actions::queue_mail_about(
          tx, {action, "Somebody", "somebody@agency.example", "A manager", region::now});
    });
  }
  static int chased(const ActionId& action) {
    return *region::as("assistant", [&](postgres::BoardTx& tx) -> Result<int> {
      int found = 0;
      for (const auto row : tx.run(notifications::sql::chase_subjects, *parse_date("2027-01-01"),
                                   *parse_date("2027-12-31"), std::nullopt))
        found += row.text("subject_id") == action.text() ? 1 : 0;
      return found;
    });
  }

  ReturnId id_;
  std::string board_;
};

TEST_F(Withheld, is_the_boards_alone_before_the_release_and_the_agencys_from_then_on) {
  const auto action = add();
  EXPECT_FALSE(has(action));
  EXPECT_EQ(rows("action", action), "0");
  EXPECT_EQ(rows("action_status", action), "0") << "nor a line of its history";
  EXPECT_EQ(chased(action), 0);
  EXPECT_EQ(mail(action).problem().key, "action-withheld");
  release();
  EXPECT_TRUE(has(action));
  EXPECT_EQ(rows("action", action), "1");
  EXPECT_EQ(rows("action_status", action), "1");
  EXPECT_EQ(chased(action), 1);
  EXPECT_TRUE(mail(action));
  EXPECT_THAT(Raw::superuser().one("select facts::text from tenant.audit_entry where what ="
                                   " 'evaluation.released' order by entry_no desc limit 1"),
              HasSubstr("actions given out: 1"));
}

TEST_F(Withheld, is_shown_to_the_board_as_its_own_and_nobody_is_asked_again_for_it) {
  const auto action = add();
  const auto read = [&] {
    return region::as("assistant", [&](postgres::BoardTx& tx) {
      return actions::read_board_action(tx, action, *parse_date("2027-03-16"));
    });
  };
  EXPECT_TRUE(read()->file.action.withheld);
  actions::Decide again;
  again.held = {action, 1, region::now};
  again.decision = actions::Decision::ask_again;
  again.told = "Send the rota";
  const auto refused =
      region::as("assistant", [&](postgres::BoardTx& tx) { return actions::decide(tx, again); });
  EXPECT_EQ(refused.problem().key, "action-withheld");
  release();
  EXPECT_FALSE(read()->file.action.withheld);
}

TEST_F(Withheld, begins_again_while_a_release_is_corrected) {
  release();
  EXPECT_TRUE(has(add())) << "released, and nobody corrects it";
  ASSERT_TRUE(region::as("third manager", [&](postgres::BoardTx& tx) {
    return correct_release(tx, id_, region::now);
  }));
  const auto later = add();
  EXPECT_FALSE(has(later));
  release(1);
  EXPECT_TRUE(has(later));
}

TEST_F(Withheld, holds_nothing_back_that_the_board_adds_by_hand) { EXPECT_TRUE(has(add(false))); }

// A statement that is forged by the agency's side finds no row, whichever column it names.
TEST_F(Withheld, is_not_told_apart_from_no_action_at_all) {
  add();
  EXPECT_EQ(seen("select count(*) from tenant.action where what like 'Only after%'"), "0");
  EXPECT_EQ(Raw("gateway").refusal(
                {"select identity.enter(sha256('lead'))", "select withheld from tenant.action"}),
            "42501");
}

}  // namespace
}  // namespace onereturn::evaluation
