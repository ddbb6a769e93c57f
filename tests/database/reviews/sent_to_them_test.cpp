// What was sent to an organisation: reminders, and all that its people were told beside them, page
// by page.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/actions/add_board_action.hpp"
#include "domain/actions/mail_about_action.hpp"
#include "domain/agency_register/keep_contacts.hpp"
#include "domain/evidence/evidence_asks.hpp"
#include "domain/notifications/chase_week.hpp"
#include "domain/reviews/demand_plan.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
namespace region = delivery_region;
using notifications::ChaseLog;
using ::testing::Contains;
using ::testing::IsSupersetOf;
using ::testing::Not;

class SentToThem : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { here::seed(); }
  void SetUp() override { clear(); }
  void TearDown() override { clear(); }
  static void clear() {
    for (const auto* table : {"chase_item", "chase_mail", "chase_step", "return_evidence_decision",
                              "return_evidence_ask", "sent_back", "contact", "action_status"})
      run("delete from tenant." + std::string(table) + " where tenant_id = '" + board() + "'");
    run("delete from tenant.action where source_kind = 'hand' and tenant_id = '" + board() + "'");
    run("update tenant.plan set withdrawn_at = now() where ratified_on is null");
  }

  static const std::string& board() { return region::lights().party; }
  static void run(const std::string& sql) { Raw::superuser().run(sql); }
  static EntryId entry_of(const ReturnId& id) {
    return EntryId(Raw::superuser().one(
        "select q.entry_id from tenant.return r join tenant.request q on q.tenant_id = r.tenant_id"
        " and q.request_id = r.request_id where r.return_id = '" +
        id.text() + "'"));
  }
  static EntryId entry() { return entry_of(here::first_return()); }
  static ChaseLog log(const EntryId& of, int page = 1) {
    return *here::as_board(here::manager, [&](postgres::BoardTx& tx) {
      return notifications::read_chase_log(tx, of, page);
    });
  }
  static std::vector<std::string> kinds(const EntryId& of) {
    std::vector<std::string> all;
    for (const auto& line : log(of).lines)
      all.push_back(line.kind);
    return all;
  }
  static notifications::ChaseLogLine line(const std::string& kind) {
    for (const auto& each : log(entry()).lines) {
      if (each.kind == kind) return each;
    }
    ADD_FAILURE() << kind;
    return {};
  }
  static std::vector<std::string> days_of(const std::string& kind) {
    std::vector<std::string> all;
    for (const auto& each : log(entry()).lines) {
      if (each.kind == kind) all.push_back(to_iso(*each.due_on));
    }
    return all;
  }
  template <class Work>
  static auto as_manager(Work&& work) {
    return here::as_board(here::manager, std::forward<Work>(work));
  }
};

TEST_F(SentToThem, is_all_that_they_were_told_and_not_the_reminders_alone) {
  EXPECT_THAT(kinds(entry()), Contains("return_asked"));
  EXPECT_THAT(kinds(entry()), Not(Contains("evidence_asked")));
  for (const int number : {1, 2}) {
    ASSERT_TRUE(as_manager([&](postgres::BoardTx& tx) {
      return evidence::ask_for_evidence(tx, here::first_return(), number, "", here::noon);
    }));
  }
  ASSERT_TRUE(as_manager([&](postgres::BoardTx& tx) {
    return reviews::demand_plan(tx, {reviews::PlanId::random(), here::first_return(), "Say how",
                                     here::day_after(31), here::noon});
  }));
  run("insert into tenant.sent_back (tenant_id, return_id, round_no, agency_id, version_no, words,"
      " due_on, asked_by, asked_at) select tenant_id, return_id, 1, agency_id, latest_version,"
      " 'Item 3', '2027-04-02', '" +
      here::person_of(here::manager) +
      "', '2027-03-15T09:00:00Z' from tenant.return where return_id = '" +
      here::first_return().text() + "'");
  actions::AddAction command;
  command.entry = entry();
  command.words.what = "Write it down\nand sign it";
  command.by_on = here::day_after(30);
  command.at = here::noon;
  const auto action =
      as_manager([&](postgres::BoardTx& tx) { return actions::add_board_action(tx, command); });
  const auto contact = as_manager([&](postgres::BoardTx& tx) {
    return agency_register::add_contact(
        tx, entry(), {"section11_lead", "Kit", "", "kit@agency.example", ""}, here::noon);
  });
  ASSERT_TRUE(action && contact);
  ASSERT_TRUE(as_manager([&](postgres::BoardTx& tx) {
    return actions::mail_about_action(tx, *action, contact->text(), here::noon);
  }));
  EXPECT_THAT(kinds(entry()), IsSupersetOf({"return_asked", "evidence_asked", "plan_asked",
                                            "given_back", "action_mailed"}));
  EXPECT_EQ(line("evidence_asked").pieces, 2) << "one line for a day";
  EXPECT_THAT(days_of("plan_asked"), Contains(to_iso(here::day_after(31))))
      << "beside those of plans that were withdrawn";
  EXPECT_EQ(to_iso(*line("given_back").due_on), "2027-04-02");
  EXPECT_EQ(line("action_mailed").to_name, "Kit");
  EXPECT_THAT(kinds(entry_of(here::second_return())),
              Not(Contains(::testing::AnyOf("evidence_asked", "given_back", "action_mailed"))))
      << "another organisation";
}

TEST_F(SentToThem, is_no_mail_that_went_by_itself_twice) {
  actions::AddAction command;
  command.entry = entry();
  command.words.what = "Write it down";
  command.by_on = here::day_after(30);
  command.at = here::noon;
  const auto action =
      as_manager([&](postgres::BoardTx& tx) { return actions::add_board_action(tx, command); });
  run("insert into tenant.action_status (tenant_id, action_id, status_no, kind, text, by_name, at)"
      " values ('" +
      board() + "', '" + action->text() + "', 2, 'mailed', 'Kit', 'OneReturn', now())");
  EXPECT_THAT(kinds(entry()), Not(Contains("action_mailed"))) << "a reminder has its own line";
}

TEST_F(SentToThem, is_read_page_by_page_to_its_end) {
  const auto told = log(entry()).lines.size();
  run("insert into tenant.chase_step values ('" + board() +
      "', gen_random_uuid(), 1, 'return', -7, 540, 'person', 'Before', 'S', 'B', false, false,"
      " 'Somebody', now())");
  run("with mails as (insert into tenant.chase_mail (tenant_id, mail_id, on_day, email, name, rung,"
      " state, queued_at) select '" +
      board() +
      "', gen_random_uuid(), '2027-01-01', n || '@lists.example', 'A', 'person', 'sent', now()"
      " from generate_series(1, 120) n returning tenant_id, mail_id)"
      " insert into tenant.chase_item (tenant_id, mail_id, item_no, step_id, step_version, about,"
      " subject_id, entry_id, due_on) select m.tenant_id, m.mail_id, 1, s.step_id, 1, 'return',"
      " gen_random_uuid(), '" +
      entry().text() +
      "', '2027-01-08' from mails m join tenant.chase_step s on s.tenant_id = m.tenant_id");
  std::size_t lines = 0;
  int page = 1;
  for (auto read = log(entry(), page);; read = log(entry(), ++page)) {
    lines += read.lines.size();
    if (!read.more) break;
    EXPECT_EQ(read.lines.size(), 50U);
    ASSERT_LT(page, 10);
  }
  EXPECT_EQ(lines, 120 + told);
  EXPECT_EQ(page, 3);
  EXPECT_TRUE(log(entry(), 9).lines.empty());
}

TEST_F(SentToThem, is_not_found_by_another_board) {
  const auto theirs = here::as_board(here::other_manager, [&](postgres::BoardTx& tx) {
    return notifications::read_chase_log(tx, entry());
  });
  ASSERT_FALSE(theirs);
  EXPECT_EQ(theirs.problem().code, ProblemCode::not_found);
}

}  // namespace
}  // namespace onereturn::testing
