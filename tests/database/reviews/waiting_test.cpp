// What waits for a board on its first page: each kind counts what its list shows, the other board
// has none of it, and the statements are as many however much there is.

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/actions/board_action_store.hpp"
#include "domain/agency_register/contacts_store.hpp"
#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evidence/evidence_asks.hpp"
#include "domain/fan_out/list_received_returns.hpp"
#include "domain/questions/converse.hpp"
#include "domain/questions/thread_store.hpp"
#include "domain/reporting/board_home.hpp"
#include "domain/reviews/demand_plan.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
namespace region = delivery_region;
using reporting::BoardHome;
using ::testing::HasSubstr;

class WaitingForUs : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { here::seed(); }
  void TearDown() override {
    auto raw = Raw::superuser();
    raw.run("delete from tenant.thread_follower where board_id = '" + board() + "'");
    for (const auto* table :
         {"evaluation_look", "evaluation_task", "evaluation", "thread_message", "thread",
          "return_evidence_decision", "return_evidence_ask", "contact", "action_status"})
      raw.run("delete from tenant." + std::string(table) + " where tenant_id = '" + board() + "'");
    raw.run("delete from tenant.action where tenant_id = '" + board() +
            "' and source_kind = 'hand'");
    raw.run("update tenant.return set offered_version = null where tenant_id = '" + board() + "'");
    raw.run("delete from tenant.return_version where version_no = 2 and tenant_id = '" + board() +
            "'");
    raw.run("update tenant.plan set withdrawn_at = now() where ratified_on is null");
  }

  static const std::string& board() { return region::lights().party; }

  static BoardHome home(const std::string& who = here::manager) {
    auto read = here::as_board(who, [](postgres::BoardTx& tx) {
      return reporting::read_board_home(tx, std::nullopt, here::noon);
    });
    EXPECT_TRUE(read);
    return read ? *read : BoardHome{};
  }
  static reporting::WaitingKind kind(const BoardHome& home, const std::string& name) {
    for (const auto& one : home.kinds) {
      if (one.kind == name) return one;
    }
    return {};
  }
  static int of(const std::string& name) { return kind(home(), name).count; }
  static reporting::Waiting first(const std::string& name) {
    for (const auto& one : home().waiting) {
      if (one.kind == name) return one;
    }
    return {};
  }
  // A number that the board's own lists answer.
  template <class Work>
  static int listed(Work&& work) {
    return *here::as_board(here::manager,
                           [&](postgres::BoardTx& tx) -> Result<int> { return work(tx); });
  }
  static int received(const std::string& only) {
    return listed([&](postgres::BoardTx& tx) {
      int count = 0;
      const auto all = fan_out::list_received_returns(tx);
      for (const auto& one : *all) {
        const bool found =
            only == "offered" ? one.offered_version.has_value() : one.standing == only;
        count += found ? 1 : 0;
      }
      return count;
    });
  }
  static void run(const std::string& sql) { Raw::superuser().run(sql); }
  static std::string quoted(const std::string& text) { return "'" + text + "'"; }
  static std::string head(const ReturnId& id) { return quoted(board()) + ", " + quoted(id.text()); }

  // An evaluation of the first version, in that state.
  static void evaluating(const ReturnId& id, const std::string& state) {
    const auto person = quoted(here::person_of(here::manager));
    run("insert into tenant.evaluation (tenant_id, return_id, version_no, state, started_by,"
        " started_at) values (" +
        head(id) + ", 1, " + quoted(state) + ", " + person + ", '2027-03-10T09:00:00Z')");
    if (state != "second_look") return;
    run("insert into tenant.evaluation_look (tenant_id, evaluation_id, look_no, sent_by, sent_at)"
        " select tenant_id, evaluation_id, 1, " +
        person + ", '2027-03-12T09:00:00Z' from tenant.evaluation where return_id = " +
        quoted(id.text()) + " and tenant_id = " + quoted(board()));
  }

  static questions::ThreadId asked(const std::string& words) {
    const questions::BeginThread command{questions::ThreadId::random(),
                                         questions::MessageId::random(),
                                         RequestId(region::lights().request), "", words};
    const auto begun = here::as_agency("lead", [&](postgres::AgencyTx& tx) {
      return questions::begin_thread(tx, command, here::noon);
    });
    EXPECT_TRUE(begun);
    return begun->id;
  }
};

TEST_F(WaitingForUs, returns_wait_until_a_second_person_has_them_and_say_of_how_many) {
  const auto before = home();
  EXPECT_EQ(kind(before, "evaluate").count, 2);
  EXPECT_EQ(kind(before, "evaluate").of_all, 2);
  EXPECT_EQ(kind(before, "evaluate").all, "/returns?state=to_evaluate");
  EXPECT_EQ(of("evaluate"), received("to_evaluate"));
  evaluating(here::first_return(), "open");
  EXPECT_EQ(of("evaluate"), 2) << "somebody has begun, and is not at an end";
  evaluating(here::second_return(), "second_look");
  const auto after = home();
  EXPECT_EQ(kind(after, "evaluate").count, 1);
  EXPECT_EQ(kind(after, "look").count, 1);
  EXPECT_EQ(kind(after, "look").of_all, 2) << "of what is being evaluated";
  const auto look = first("look");
  EXPECT_EQ(look.href, "/returns/" + here::second_return().text() + "/evaluation/finish");
  EXPECT_EQ(look.from, here::second_name());
  EXPECT_EQ(to_iso(*look.since), "2027-03-12");
  EXPECT_EQ(listed([](postgres::BoardTx& tx) {
              const auto all = evaluation::standings(tx);
              return static_cast<int>(std::count_if(all.begin(), all.end(), [](const auto& one) {
                return one.state == evaluation::State::second_look;
              }));
            }),
            1);
}

TEST_F(WaitingForUs, a_second_look_at_what_a_newer_version_replaced_waits_for_nobody) {
  evaluating(here::first_return(), "second_look");
  run("insert into tenant.return_version (tenant_id, return_id, version_no, agency_id,"
      " template_code, template_version, hash, receipt_code) select tenant_id, return_id, 2,"
      " agency_id, template_code, template_version, hash, 'code second' from tenant.return_version"
      " where version_no = 1 and return_id = " +
      quoted(here::first_return().text()));
  run("update tenant.return set latest_version = 2 where return_id = " +
      quoted(here::first_return().text()));
  EXPECT_EQ(of("look"), 0);
  EXPECT_EQ(of("evaluate"), 2);
  run("update tenant.return set latest_version = 1 where return_id = " +
      quoted(here::first_return().text()));
}

TEST_F(WaitingForUs, whoever_has_it_is_named_and_nobody_who_has_left) {
  const auto person = quoted(here::person_of(here::manager));
  run("insert into tenant.evaluation_task (tenant_id, return_id, section, person_id, given_by,"
      " given_at) values (" +
      head(here::first_return()) + ", '', " + person + ", " + person + ", now())");
  for (const auto& one : home().waiting) {
    if (one.kind != "evaluate") continue;
    EXPECT_TRUE(one.can_be_given);
    EXPECT_EQ(one.with, one.from == here::first_name() ? here::manager : "");
  }
}

TEST_F(WaitingForUs, what_was_with_somebody_who_has_left_is_with_nobody) {
  Raw owner("operator");
  const auto person = PersonId::random().text();
  const auto membership = MembershipId::random().text();
  owner.run("select operator.add_person('" + person +
            "', 'gone@waiting.example', 'Somebody gone', '')");
  owner.run("select operator.add_membership('" + membership + "', '" + person + "', '" + board() +
            "', null, 'assistant', '')");
  run("insert into tenant.evaluation_task (tenant_id, return_id, section, person_id, given_by,"
      " given_at) values (" +
      head(here::first_return()) + ", '', " + quoted(person) + ", " +
      quoted(here::person_of(here::manager)) + ", now())");
  const auto with = [] {
    for (const auto& one : home().waiting) {
      if (one.kind == "evaluate" && one.from == here::first_name()) return one.with;
    }
    return std::string("not listed");
  };
  EXPECT_EQ(with(), "Somebody gone");
  run("update identity.membership set to_at = now() where membership_id = " + quoted(membership));
  EXPECT_EQ(with(), "");
}

TEST_F(WaitingForUs, what_the_board_no_longer_asks_for_waits_for_nobody) {
  const auto request = quoted(region::lights().request);
  run("update tenant.request set state = 'withdrawn' where request_id = " + request);
  EXPECT_EQ(kind(home(), "evaluate").count, 1);
  EXPECT_EQ(kind(home(), "evaluate").of_all, 1);
  evaluating(here::first_return(), "second_look");
  EXPECT_EQ(of("look"), 0);
  run("update tenant.request set state = 'open' where request_id = " + request);
  EXPECT_EQ(of("look"), 1);
}

TEST_F(WaitingForUs, questions_wait_while_it_is_the_boards_turn) {
  const auto answered = asked("Does this mean volunteers?");
  asked("And trustees?");
  EXPECT_EQ(of("question"), 2);
  EXPECT_EQ(kind(home(), "question").all, "/questions?turn=us");
  const questions::WriteMessage back{
      answered, questions::MessageId::random(), 1, "Which of them?", true, false};
  ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return questions::write_message(tx, back, here::noon);
  }));
  const auto now = kind(home(), "question");
  EXPECT_EQ(now.count, 1);
  EXPECT_EQ(now.of_all, 2) << "what waits for the agency is open too";
  EXPECT_EQ(now.count, listed([](postgres::BoardTx& tx) { return questions::count_waiting(tx); }));
  run("update tenant.thread set waits_for = 'answered', waiting_since = null where thread_id = " +
      quoted(answered.text()));
  EXPECT_EQ(kind(home(), "question").of_all, 1) << "what is answered is over";
}

TEST_F(WaitingForUs, evidence_waits_from_its_answer_until_it_is_accepted) {
  const auto ask = [&](int number) {
    return here::as_board(here::manager, [&](postgres::BoardTx& tx) {
      return evidence::ask_for_evidence(tx, here::first_return(), number, "", here::noon);
    });
  };
  ASSERT_TRUE(ask(1));
  ASSERT_TRUE(ask(2));
  EXPECT_EQ(of("evidence"), 0);
  run("update tenant.return_evidence_ask set state = 'declined', answer = 'It is on paper',"
      " answered_at = '2027-03-15T09:00:00Z' where evidence_no = 1 and tenant_id = " +
      quoted(board()));
  const auto waits = kind(home(), "evidence");
  EXPECT_EQ(waits.count, 1);
  EXPECT_EQ(waits.of_all, 2);
  EXPECT_EQ(to_iso(*first("evidence").since), "2027-03-15");
  const auto in_list = [] {
    return listed([](postgres::BoardTx& tx) {
      const auto all = evidence::list_asked_pieces(tx, here::today, std::nullopt, 0, 50);
      return all.counts.at(static_cast<std::size_t>(evidence::AskStanding::answered));
    });
  };
  EXPECT_EQ(in_list(), 1);
  const auto id = first("evidence").href.substr(std::string("/evidence-asked/").size());
  ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    evidence::DecideOnEvidence decision;
    decision.accepted = true;
    decision.at = here::noon;
    return evidence::decide_on_evidence(tx, evidence::AskId(id), decision);
  }));
  EXPECT_EQ(of("evidence"), 0);
  EXPECT_EQ(in_list(), 0);
}

TEST_F(WaitingForUs, an_action_waits_that_the_agency_reports_done) {
  const auto action = [](const std::string& said, const std::string& state) {
    run("insert into tenant.action (tenant_id, agency_id, source_kind, what, lead, by_on, scheme,"
        " state, said, made_at, ended_at) values (" +
        quoted(board()) + ", " + quoted(region::agency) +
        ", 'hand', 'Write it down', 'Head', '2027-03-01', 'key', " + quoted(state) + ", " +
        quoted(said) + ", '2027-01-04T09:00:00Z', " +
        (state == "open" ? "null" : "'2027-02-01T09:00:00Z'") + ")");
  };
  const auto before = home();
  action("done", "open");
  action("under_way", "open");
  action("done", "verified");
  const auto after = home();
  EXPECT_EQ(kind(after, "verify").count, kind(before, "verify").count + 1);
  EXPECT_EQ(kind(after, "verify").count, listed([](postgres::BoardTx& tx) {
              return actions::read_tabs(tx, here::today).to_verify;
            }));
  EXPECT_EQ(kind(after, "verify").of_all, after.actions_open);
  EXPECT_EQ(after.actions_overdue, before.actions_overdue + 2);
  EXPECT_EQ(after.overdue.front().what, "Write it down");
  EXPECT_NE(after.overdue.front().organisation, "") << "also where no return stands behind it";
  EXPECT_THAT(first("verify").href, HasSubstr("/actions/"));
}

TEST_F(WaitingForUs, a_later_version_a_plan_and_an_address_wait) {
  run("insert into tenant.return_version (tenant_id, return_id, version_no, agency_id,"
      " template_code, template_version, hash, receipt_code, standing) select tenant_id, return_id,"
      " 2, agency_id, template_code, template_version, hash, 'code second', 'offered' from"
      " tenant.return_version where version_no = 1 and return_id = " +
      quoted(here::first_return().text()));
  run("update tenant.return set offered_version = 2 where return_id = " +
      quoted(here::first_return().text()));
  EXPECT_EQ(of("version"), 1);
  EXPECT_EQ(of("version"), received("offered"));
  EXPECT_EQ(first("version").href, "/returns/" + here::first_return().text() + "/supplement");

  const auto plan = reviews::PlanId::random();
  ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return reviews::demand_plan(
        tx, {plan, here::first_return(), "Supervision", here::day_after(30), here::noon});
  }));
  EXPECT_EQ(of("plan"), 0) << "nothing is offered";
  const auto offer = [&](int number) {
    run("insert into tenant.plan_offer (tenant_id, plan_id, offer_no, agency_id, return_id, words,"
        " offered_name, offered_by, offered_at) values (" +
        quoted(board()) + ", " + quoted(plan.text()) + ", " + std::to_string(number) + ", " +
        quoted(region::agency) + ", " + quoted(here::first_return().text()) + ", '', 'Lead', " +
        quoted(here::person_of("lead")) + ", '2027-03-14T09:00:00Z')");
  };
  offer(1);
  EXPECT_EQ(of("plan"), 1);
  EXPECT_EQ(kind(home(), "plan").of_all, 1);
  ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return reviews::ask_for_plan_again(tx, plan, 1, {"Who leads?", here::day_after(40)},
                                       here::noon);
  }));
  EXPECT_EQ(of("plan"), 0) << "it is the agency's turn";
  offer(2);
  EXPECT_EQ(of("plan"), 1);
  EXPECT_EQ(of("plan"), listed([](postgres::BoardTx& tx) {
              const auto all = reviews::list_plans(tx, std::nullopt);
              return static_cast<int>(std::count_if(all.begin(), all.end(), [](const auto& one) {
                return reviews::state_of(one, here::today) == reviews::PlanState::offered;
              }));
            }));

  EXPECT_EQ(of("bounce"), 0);
  run("insert into tenant.contact (tenant_id, entry_id, role, name, email, valid_from, bounced_at)"
      " select tenant_id, entry_id, 'section11_lead', 'Kit', 'kit@gone.example', '2027-01-01',"
      " '2027-03-15T09:00:00Z' from tenant.register_entry where tenant_id = " +
      quoted(board()) + " and agency_id = " + quoted(region::agency) + " limit 1");
  EXPECT_EQ(of("bounce"), 1);
  EXPECT_EQ(of("bounce"),
            listed([](postgres::BoardTx& tx) { return agency_register::count_bounced(tx); }));
  EXPECT_EQ(first("bounce").from, here::first_name());
  run("update tenant.contact set valid_to = '2027-03-15', ended_because = 'left' where tenant_id "
      "= " +
      quoted(board()));
  EXPECT_EQ(of("bounce"), 0) << "whoever has left is written to no more";
}

TEST_F(WaitingForUs, a_plan_waits_no_more_once_it_is_ratified_or_not_demanded) {
  const auto demanded = [](const ReturnId& of) {
    const auto plan = reviews::PlanId::random();
    EXPECT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
      return reviews::demand_plan(tx, {plan, of, "Supervision", here::day_after(30), here::noon});
    }));
    run("insert into tenant.plan_offer (tenant_id, plan_id, offer_no, agency_id, return_id, words,"
        " offered_name, offered_by, offered_at) select tenant_id, plan_id, 1, agency_id, return_id,"
        " '', 'Lead', " +
        quoted(here::person_of("lead")) +
        ", '2027-03-14T09:00:00Z' from tenant.plan where plan_id = " + quoted(plan.text()));
    return plan;
  };
  const auto plan = demanded(here::first_return());
  EXPECT_EQ(of("plan"), 1);
  run("update tenant.plan set withdrawn_at = now() where plan_id = " + quoted(plan.text()));
  EXPECT_EQ(of("plan"), 0);
  EXPECT_EQ(kind(home(), "plan").of_all, 0);
}

TEST_F(WaitingForUs, plans_and_evidence_that_do_not_come_are_late_as_their_lists_say) {
  const auto late = [](const std::string& all) {
    for (const auto& each : home().late) {
      if (each.all == all) return std::to_string(each.count) + " of " + std::to_string(each.of_all);
    }
    return std::string("none wanted");
  };
  const auto plans = [&] { return late("/plans?state=overdue"); };
  const auto evidence = [&] { return late("/evidence-asked?state=overdue"); };
  const auto plans_listed = [] {
    return listed([](postgres::BoardTx& tx) {
      const auto all = reviews::list_plans(tx, std::nullopt);
      return static_cast<int>(std::count_if(all.begin(), all.end(), [](const auto& one) {
        return reviews::state_of(one, here::today) == reviews::PlanState::overdue;
      }));
    });
  };
  EXPECT_EQ(plans() + ", " + evidence(), "none wanted, none wanted");
  const auto plan = reviews::PlanId::random();
  ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return reviews::demand_plan(tx,
                                {plan, here::first_return(), "Say how", here::today, here::noon});
  }));
  EXPECT_EQ(plans(), "0 of 1") << "the day itself is in time";
  run("update tenant.plan set due_on = '2027-03-15' where plan_id = " + quoted(plan.text()));
  EXPECT_EQ(plans(), "1 of 1");
  EXPECT_EQ(plans_listed(), 1);
  run("insert into tenant.plan_offer (tenant_id, plan_id, offer_no, agency_id, return_id, words,"
      " offered_name, offered_by, offered_at) values (" +
      quoted(board()) + ", " + quoted(plan.text()) + ", 1, " + quoted(region::agency) + ", " +
      quoted(here::first_return().text()) + ", '', 'Lead', " + quoted(here::person_of("lead")) +
      ", '2027-03-14T09:00:00Z')");
  EXPECT_EQ(plans(), "none wanted") << "it is here, and waits for us";
  ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
    return reviews::ask_for_plan_again(tx, plan, 1, {"Who leads?", here::day_after(5)}, here::noon);
  }));
  EXPECT_EQ(plans(), "0 of 1") << "by its new day";
  run("update tenant.plan_answer set due_on = '2027-03-15' where plan_id = " + quoted(plan.text()));
  EXPECT_EQ(plans(), "1 of 1");
  EXPECT_EQ(plans_listed(), 1);

  for (const int number : {1, 2}) {
    ASSERT_TRUE(here::as_board(here::manager, [&](postgres::BoardTx& tx) {
      return evidence::ask_for_evidence(tx, here::first_return(), number, "", here::noon);
    }));
  }
  EXPECT_EQ(evidence(), "0 of 2") << "without a day nothing is late";
  run("update tenant.return_evidence_ask set due_on = '2027-03-15' where tenant_id = " +
      quoted(board()));
  EXPECT_EQ(evidence(), "2 of 2");
  run("update tenant.return_evidence_ask set state = 'declined', answer = 'On paper',"
      " answered_at = '2027-03-16T09:00:00Z' where evidence_no = 1 and tenant_id = " +
      quoted(board()));
  EXPECT_EQ(evidence(), "1 of 1");
  EXPECT_EQ(listed([](postgres::BoardTx& tx) {
              const auto all = evidence::list_asked_pieces(tx, here::today,
                                                           evidence::AskStanding::overdue, 0, 50);
              return static_cast<int>(all.list.size());
            }),
            1);
  EXPECT_TRUE(home(here::other_manager).late.empty());
}

TEST_F(WaitingForUs, the_other_board_has_none_of_it) {
  evaluating(here::first_return(), "second_look");
  asked("Whose is this?");
  const auto theirs = home(here::other_manager);
  EXPECT_EQ(theirs.waiting_in_all, 0);
  EXPECT_TRUE(theirs.waiting.empty());
}

TEST_F(WaitingForUs, takes_the_same_statements_however_much_waits) {
  const auto statements = [] {
    const auto before = postgres::statements_on_this_thread();
    home();
    return postgres::statements_on_this_thread() - before;
  };
  home();
  const auto few = statements();
  const auto entry =
      "(select entry_id from tenant.register_entry where tenant_id = " + quoted(board()) +
      " limit 1)";
  run("insert into tenant.contact (tenant_id, entry_id, role, name, email, valid_from, bounced_at)"
      " select " +
      quoted(board()) + ", " + entry +
      ", 'section11_lead', 'Kit ' || n,"
      " 'kit' || n || '@gone.example', '2027-01-01', '2027-03-15T09:00:00Z'"
      " from generate_series(1, 700) n");
  run("insert into tenant.action (tenant_id, entry_id, source_kind, what, lead, by_on, scheme,"
      " said, made_at) select " +
      quoted(board()) + ", " + entry +
      ", 'hand', 'Action ' || n, 'Head', '2027-03-01', 'key',"
      " 'done', '2027-01-04T09:00:00Z' from generate_series(1, 3000) n");
  for (int time = 0; time < 20; ++time)
    asked("Question " + std::to_string(time));
  const auto many = home();
  EXPECT_EQ(kind(many, "bounce").count, 700);
  EXPECT_EQ(kind(many, "verify").count, 3000);
  EXPECT_EQ(kind(many, "question").count, 20);
  EXPECT_EQ(many.waiting.size(), 8U);
  EXPECT_TRUE(std::is_sorted(many.waiting.begin(), many.waiting.end(),
                             [](const auto& a, const auto& b) { return a.since < b.since; }));
  EXPECT_EQ(many.overdue.size(), 6U);
  EXPECT_EQ(statements(), few);
  EXPECT_LE(few, 20U);
}

}  // namespace
}  // namespace onereturn::testing
