// An organisation that has closed is in no figure of what waits or is late; its lists say how many
// are left out, and show them to whoever asks.

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/actions/board_action_store.hpp"
#include "domain/evidence/evidence_asks.hpp"
#include "domain/fan_out/list_received_returns.hpp"
#include "domain/questions/converse.hpp"
#include "domain/questions/thread_store.hpp"
#include "domain/reporting/board_home.hpp"
#include "domain/reviews/demand_plan.hpp"
#include "domain/reviews/plan_store.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
namespace region = delivery_region;

const std::string& board() { return region::lights().party; }
void run(const std::string& sql) { Raw::superuser().run(sql); }

class Closed : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { here::seed(); }
  void SetUp() override {
    entry_ = Raw::superuser().one(
        "select q.entry_id from tenant.return r join tenant.request q on q.tenant_id = r.tenant_id"
        " and q.request_id = r.request_id where r.return_id = '" +
        here::first_return().text() + "'");
    const auto action = [&](const std::string& what, const std::string& said,
                            const std::string& about) {
      run("insert into tenant.action (tenant_id, source_kind, " + about +
          ", what, lead, by_on, scheme, said, made_at) select '" + board() + "', 'hand', '" +
          (about == "entry_id" ? entry_ : here::first_return().text()) + "', '" + what +
          "', 'Head', '2027-03-01', 'key', '" + said + "', '2027-01-04T09:00:00Z'");
    };
    action("By hand", "done", "entry_id");
    action("Out of a return", "", "return_id");
  }
  void TearDown() override {
    open_again();
    auto raw = Raw::superuser();
    raw.run("delete from tenant.action where tenant_id = '" + board() +
            "' and source_kind = 'hand'");
    raw.run("update tenant.return set offered_version = null where tenant_id = '" + board() + "'");
    for (const auto* table : {"return_evidence_decision", "return_evidence_ask"})
      raw.run("delete from tenant." + std::string(table) + " where tenant_id = '" + board() + "'");
    raw.run("update tenant.plan set withdrawn_at = now() where ratified_on is null");
    for (const auto* table : {"thread_follower", "thread_message", "thread"}) {
      raw.run("delete from tenant." + std::string(table) +
              (std::string(table) == "thread_follower" ? " where board_id = '"
                                                       : " where tenant_id = '") +
              board() + "'");
    }
  }
  void close() const {
    run("update tenant.register_entry set to_on = '2027-03-10' where entry_id = '" + entry_ + "'");
  }
  void open_again() const {
    run("update tenant.register_entry set to_on = null where entry_id = '" + entry_ + "'");
  }

  static reporting::BoardHome home() {
    auto read = here::as_board(here::manager, [](postgres::BoardTx& tx) {
      return reporting::read_board_home(tx, std::nullopt, here::noon);
    });
    EXPECT_TRUE(read);
    return std::move(read).value();
  }
  static std::pair<int, int> waiting(const std::string& kind) {
    for (const auto& one : home().kinds) {
      if (one.kind == kind) return {one.count, one.of_all};
    }
    return {0, 0};
  }
  static actions::TabCounts tabs() {
    return *here::as_board(here::manager, [](postgres::BoardTx& tx) {
      return Result(actions::read_tabs(tx, here::today));
    });
  }
  static int listed(const std::string& show, const std::string& organisation = {}) {
    return here::as_board(here::manager,
                          [&](postgres::BoardTx& tx) {
                            actions::ActionFilter filter;
                            filter.shows = {show};
                            if (!organisation.empty()) filter.organisations = {organisation};
                            return Result(actions::read_actions(tx, filter, here::today));
                          })
        ->all;
  }
  static std::vector<fan_out::ReceivedReturn> received() {
    return *here::as_board(
        here::manager, [](postgres::BoardTx& tx) { return fan_out::list_received_returns(tx); });
  }
  static fan_out::ReceivedReturn first_received() {
    const auto all = received();
    return *std::find_if(all.begin(), all.end(),
                         [](const auto& one) { return one.id == here::first_return(); });
  }

  // What the home says is late with them: how many, of how many.
  static std::pair<int, int> late(const std::string& all) {
    for (const auto& one : home().late) {
      if (one.all == all) return {one.count, one.of_all};
    }
    return {0, 0};
  }

  std::string entry_;
};

TEST_F(Closed, has_no_action_in_a_figure_and_the_list_shows_them_on_demand) {
  const auto before = tabs();
  const auto seen = home();
  ASSERT_GE(before.overdue, 2);
  ASSERT_GE(before.to_verify, 1);
  close();
  const auto after = tabs();
  EXPECT_LE(after.overdue, before.overdue - 2);
  EXPECT_EQ(after.to_verify, before.to_verify - 1);
  EXPECT_EQ(after.gone, before.open - after.open);
  EXPECT_GE(after.gone, 2);
  for (const auto& [show, count] :
       std::vector<std::pair<const char*, int>>{{"open", after.open},
                                                {"overdue", after.overdue},
                                                {"to_verify", after.to_verify},
                                                {"with_nobody", after.with_nobody},
                                                {"gone", after.gone}})
    EXPECT_EQ(listed(show), count) << show;
  EXPECT_EQ(listed("open", entry_), after.gone) << "whoever asks for that organisation has them";
  EXPECT_EQ(home().actions_overdue, after.overdue);
  EXPECT_EQ(home().actions_open, after.open);
  EXPECT_EQ(waiting("verify"),
            std::make_pair(after.to_verify, after.to_verify == 0 ? 0 : after.open));
  EXPECT_EQ(seen.actions_open, before.open);
}

TEST_F(Closed, waits_with_no_return_and_no_newer_version) {
  run("update tenant.return set offered_version = 1 where return_id = '" +
      here::first_return().text() + "'");
  const auto before = waiting("evaluate");
  const auto versions = waiting("version");
  ASSERT_GE(before.first, 1);
  ASSERT_GE(versions.first, 1);
  EXPECT_FALSE(first_received().is_out());
  close();
  EXPECT_EQ(waiting("evaluate"), std::make_pair(before.first - 1, before.second - 1));
  EXPECT_EQ(waiting("version").first, versions.first - 1);
  EXPECT_TRUE(first_received().is_out());
  int to_evaluate = 0;
  for (const auto& one : received())
    to_evaluate += one.standing == "to_evaluate" && !one.is_out() ? 1 : 0;
  EXPECT_EQ(to_evaluate, waiting("evaluate").first);
}

TEST_F(Closed, keeps_what_was_evaluated_before_it_closed_in_the_figures) {
  const auto id = "'" + here::first_return().text() + "'";
  run("update tenant.return set state = 'evaluated' where return_id = " + id);
  close();
  EXPECT_FALSE(first_received().is_out());
  run("update tenant.return set state = 'acknowledged' where return_id = " + id);
}

TEST_F(Closed, waits_with_no_question) {
  const questions::BeginThread begin{questions::ThreadId::random(), questions::MessageId::random(),
                                     RequestId(region::lights().request), "", "Who reads this?"};
  ASSERT_TRUE(here::as_agency("lead", [&](postgres::AgencyTx& tx) {
    return questions::begin_thread(tx, begin, here::noon);
  }));
  EXPECT_EQ(waiting("question"), std::make_pair(1, 1));
  close();
  EXPECT_EQ(waiting("question"), std::make_pair(0, 0));
  const auto threads = here::as_board(
      here::manager, [](postgres::BoardTx& tx) { return Result(questions::list_threads(tx)); });
  ASSERT_EQ(threads->size(), 1U) << "the list has it";
  EXPECT_TRUE(threads->front().organisation_closed);
}

TEST_F(Closed, is_late_with_no_plan) {
  ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return reviews::demand_plan(tx, {reviews::PlanId::random(), here::first_return(), "Say how",
                                     here::day_after(30), here::noon});
  }));
  run("update tenant.plan set due_on = '2027-03-01' where withdrawn_at is null");
  const auto states = [] {
    std::vector<reviews::PlanState> all;
    const auto plans = here::as_board(here::manager, [](postgres::BoardTx& tx) {
      return Result(reviews::load_plans(tx, here::first_return()));
    });
    for (const auto& plan : *plans) {
      if (!plan.withdrawn_at) all.push_back(reviews::state_of(plan, here::today));
    }
    return all;
  };
  EXPECT_EQ(late("/plans?state=overdue"), std::make_pair(1, 1));
  EXPECT_EQ(states(), std::vector{reviews::PlanState::overdue});
  close();
  EXPECT_EQ(late("/plans?state=overdue"), std::make_pair(0, 0));
  EXPECT_EQ(states(), std::vector{reviews::PlanState::closed}) << "the list says why";
}

TEST_F(Closed, owes_no_evidence_and_none_waits_to_be_accepted) {
  for (const int number : {1, 2}) {
    ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
      return evidence::ask_for_evidence(tx, here::first_return(), number, "", here::noon);
    }));
  }
  run("update tenant.return_evidence_ask set due_on = '2027-03-01' where evidence_no = 1");
  run("update tenant.return_evidence_ask set state = 'declined', answer = 'No',"
      " answered_at = '2027-03-12T09:00:00Z' where evidence_no = 2");
  const auto counts = [] {
    return here::as_board(here::manager,
                          [](postgres::BoardTx& tx) {
                            return Result(evidence::list_asked_pieces(tx, here::today, {}, 0, 10));
                          })
        ->counts;
  };
  using Counts = decltype(counts());
  EXPECT_EQ(late("/evidence-asked?state=overdue"), std::make_pair(1, 1));
  EXPECT_EQ(waiting("evidence"), std::make_pair(1, 2));
  EXPECT_EQ(counts(), (Counts{0, 1, 1, 0, 0, 0}));
  close();
  EXPECT_EQ(late("/evidence-asked?state=overdue"), std::make_pair(0, 0));
  EXPECT_EQ(waiting("evidence"), std::make_pair(0, 0));
  EXPECT_EQ(counts(), (Counts{0, 0, 0, 0, 0, 2})) << "by themselves";
}

}  // namespace
}  // namespace onereturn::testing
