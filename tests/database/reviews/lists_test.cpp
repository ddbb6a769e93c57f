// What a list of the board's year asks the database does not grow with what is in it.

#include <functional>
#include <map>

#include <gtest/gtest.h>

#include "domain/actions/add_board_action.hpp"
#include "domain/actions/list_board_actions.hpp"
#include "domain/agency_register/contacts_store.hpp"
#include "domain/agency_register/register_list.hpp"
#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evaluation/give_work.hpp"
#include "domain/evaluation/work_store.hpp"
#include "domain/fan_out/list_received_returns.hpp"
#include "domain/notifications/chase_week.hpp"
#include "domain/notifications/holidays_format.hpp"
#include "domain/questions/converse.hpp"
#include "domain/questions/log_support.hpp"
#include "domain/questions/support_store.hpp"
#include "domain/questions/thread_store.hpp"
#include "domain/returns/open_wave.hpp"
#include "domain/reviews/demand_plan.hpp"
#include "domain/reviews/draw_sample.hpp"
#include "domain/reviews/invite_to_review.hpp"
#include "platform/crypto/digest.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
namespace region = delivery_region;

const std::string& board() { return region::lights().party; }

EntryId entry() {
  return EntryId(
      Raw::superuser().one("select entry_id from tenant.register_entry where tenant_id = '" +
                           board() + "' order by name limit 1"));
}

// A list, and how many lines of it a page has.
using List = std::function<std::size_t(postgres::BoardTx&)>;

const std::map<std::string, List>& lists() {
  static const std::map<std::string, List> all = {
      {"register",
       [](auto& tx) { return agency_register::list_entries(tx, {}, here::today).rows.size(); }},
      {"contacts", [](auto& tx) { return agency_register::find_people(tx, {}).persons.size(); }},
      {"waves", [](auto& tx) { return returns::list_waves(tx, here::today).size(); }},
      {"wave",
       [](auto& tx) {
         return returns::list_wave(tx, AuditId(here::wave()), {}, here::today).rows.size();
       }},
      {"returns", [](auto& tx) { return fan_out::list_received_returns(tx)->size(); }},
      {"given out", [](auto& tx) { return evaluation::open_tasks(tx, std::nullopt).size(); }},
      {"evaluations",
       [](auto& tx) {
         evaluation::standings(tx);
         return fan_out::list_received_returns(tx)->size();
       }},
      {"actions",
       [](auto& tx) {
         return actions::list_board_actions(tx, {}, {}, here::today)->actions.list.size();
       }},
      {"plan of actions",
       [](auto& tx) {
         const auto plan = actions::read_plan(tx, here::today, here::today, here::today);
         return static_cast<std::size_t>(plan->open);
       }},
      {"plans", [](auto& tx) { return reviews::list_plans(tx, std::nullopt).size(); }},
      {"samples", [](auto& tx) { return reviews::list_samples(tx, std::nullopt).size(); }},
      {"peer reviews", [](auto& tx) { return reviews::list_reviews(tx).size(); }},
      {"questions", [](auto& tx) { return questions::list_threads(tx).size(); }},
      {"support", [](auto& tx) { return questions::list_support(tx).size(); }},
      {"who may need help", [](auto& tx) { return questions::load_needs(tx, here::today).size(); }},
      {"this week",
       [](auto& tx) {
         notifications::read_week(tx, notifications::holidays_of_england(), here::noon);
         return agency_register::list_entries(tx, {}, here::today).rows.size();
       }},
      {"chair's list",
       [](auto& tx) {
         notifications::chairs_list(tx, here::today);
         return agency_register::list_entries(tx, {}, here::today).rows.size();
       }},
      {"log of reminders",
       [](auto& tx) { return notifications::read_chase_log(tx, entry())->lines.size(); }},
  };
  return all;
}

struct Cost {
  std::size_t statements = 0;
  std::size_t lines = 0;
};

Cost cost_of(const List& list) {
  Cost cost;
  const auto before = postgres::statements_on_this_thread();
  const auto read = here::as_board(here::manager, [&](postgres::BoardTx& tx) -> Result<Done> {
    cost.lines = list(tx);
    return Done{};
  });
  EXPECT_TRUE(read);
  cost.statements = postgres::statements_on_this_thread() - before;
  return cost;
}

template <class Work>
void done(Work&& work) {
  const auto result = here::as_board(here::manager, std::forward<Work>(work));
  ASSERT_TRUE(result) << result.problem().detail;
}

// One of each, by the use cases that make them.
void make_one_of_each() {
  const auto person = PersonId{here::person_of(here::manager)};
  done([&](auto& tx) {
    return evaluation::give_work(tx, here::first_return(), "", person, here::noon);
  });
  done([&](auto& tx) {
    actions::AddAction command;
    command.entry = entry();
    command.words.what = "Look at the rota";
    command.by_on = here::day_after(30);
    command.at = here::noon;
    return actions::add_board_action(tx, command);
  });
  done([&](auto& tx) {
    return reviews::demand_plan(tx, {reviews::PlanId::random(), here::first_return(), "Say how",
                                     here::day_after(30), here::noon});
  });
  done([&](auto& tx) {
    return reviews::draw_sample(tx,
                                {reviews::SampleId::random(),
                                 here::first_return(),
                                 std::nullopt,
                                 {false, 2},
                                 "A seed",
                                 here::noon},
                                crypto::sha256);
  });
  done([&](auto& tx) {
    reviews::InviteToReview command;
    command.review = reviews::ReviewId::random();
    command.person = PersonId{here::person_of("reviewer")};
    command.home = "Elsewhere";
    command.from_on = here::today;
    command.until_on = here::day_after(14);
    command.returns = {here::second_return()};
    command.at = here::noon;
    return reviews::invite_to_review(tx, command);
  });
  done([&](auto& tx) {
    return questions::log_support(tx,
                                  {questions::SupportId::random(),
                                   "visit",
                                   here::today,
                                   "",
                                   "Somebody",
                                   "An hour",
                                   {entry()}},
                                  here::noon);
  });
  const questions::BeginThread begin{questions::ThreadId::random(), questions::MessageId::random(),
                                     RequestId(region::lights().request), "", "Who reads this?"};
  ASSERT_TRUE(here::as_agency("lead", [&](postgres::AgencyTx& tx) {
    return questions::begin_thread(tx, begin, here::noon);
  }));
}

// Thirty more of each row of a table, under numbers made of theirs: what belongs together still
// does.
void multiply(const std::string& table, const std::string& keys, const std::string& other = "") {
  std::string changed;
  for (std::size_t at = 0; at < keys.size();) {
    const auto end = std::min(keys.find(' ', at), keys.size());
    const auto key = keys.substr(at, end - at);
    changed += (changed.empty() ? "" : ", ");
    changed += "'" + key + "', md5(t." + key + "::text || n)::uuid";
    at = end + 1;
  }
  Raw::superuser().run("set session_replication_role = replica; insert into tenant." + table +
                       " select (jsonb_populate_record(null::tenant." + table +
                       ", to_jsonb(t) || jsonb_build_object(" + changed + other +
                       "))).* from tenant." + table + " t, generate_series(1, 30) n where t." +
                       "tenant_id = '" + board() + "'");
}

// The other tests of this program find everything as it was.
class Kept {
 public:
  Kept() {
    std::string sql = "create schema kept;";
    for (const auto* table : tables)
      sql += std::string("create table kept.") + table + " as table tenant." + table + ";";
    Raw::superuser().run(sql);
  }
  ~Kept() {
    std::string sql = "set session_replication_role = replica;";
    for (const auto* table : tables)
      sql += std::string("delete from tenant.") + table + "; insert into tenant." + table +
             " table kept." + table + ";";
    Raw::superuser().run(sql + "drop schema kept cascade");
  }
  Kept(const Kept&) = delete;
  Kept& operator=(const Kept&) = delete;

 private:
  static constexpr const char* tables[] = {"evaluation_task", "action",
                                           "action_status",   "plan",
                                           "evidence_sample", "evidence_sample_piece",
                                           "review",          "review_return",
                                           "support",         "support_organisation",
                                           "thread",          "thread_message",
                                           "thread_follower", "return",
                                           "return_version",  "request",
                                           "audit",           "audit_count",
                                           "register_entry",  "contact",
                                           "chase_step",      "chase_mail",
                                           "chase_item"};
};

void make_many() {
  multiply("evaluation_task", "task_id return_id");
  multiply("action", "action_id");
  multiply("plan", "plan_id return_id");
  multiply("evidence_sample", "sample_id");
  multiply("evidence_sample_piece", "sample_id");
  multiply("review", "review_id");
  multiply("review_return", "review_id");
  multiply("support", "support_id");
  multiply("support_organisation", "support_id");
  multiply("thread", "thread_id");
  multiply("thread_message", "thread_id message_id");
  multiply("return", "return_id request_id");
  multiply("return_version", "return_id", ", 'receipt_code', left(md5(t.receipt_code || n), 20)");
  multiply("request", "request_id entry_id");
  multiply("audit", "audit_id", ", 'title', t.title || n");
  multiply("register_entry", "entry_id",
           ", 'name', t.name || ' ' || n, 'agency_id', null, 'unit_id', null");
  const auto both =
      "'" + board() + "', ('80000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid";
  Raw::superuser().run(
      "set session_replication_role = replica;"
      "insert into tenant.contact (tenant_id, entry_id, role, name, email, valid_from)"
      " select tenant_id, entry_id, 'head', 'Head', entry_id || '@lists.example', '2027-01-01'"
      " from tenant.register_entry where tenant_id = '" +
      board() +
      "';"
      "insert into tenant.chase_step select '" +
      board() +
      "', gen_random_uuid(), 1, 'return', -7, 540, 'person', 'Before', 'S', 'B', false,"
      " false, 'Somebody', now();"
      "insert into tenant.chase_mail (tenant_id, mail_id, on_day, email, name, rung, state,"
      " queued_at) select " +
      both +
      ", '2027-01-01', n || '@lists.example', 'A', 'person', 'sent', now()"
      " from generate_series(1, 30) n;"
      "insert into tenant.chase_item (tenant_id, mail_id, item_no, step_id, step_version, about,"
      " subject_id, entry_id, due_on) select " +
      both + ", 1, s.step_id, 1, 'return', gen_random_uuid(), '" + entry().text() +
      "', '2027-01-08' from generate_series(1, 30) n, tenant.chase_step s where s.tenant_id = '" +
      board() + "'");
}

TEST(ListsOfTheYear, cost_the_same_statements_with_one_line_as_with_thirty) {
  here::seed();
  const Kept kept;
  make_one_of_each();
  std::map<std::string, Cost> few;
  for (const auto& [name, list] : lists()) {
    cost_of(list);  // what is read once for the whole process, of forms
    few[name] = cost_of(list);
  }
  make_many();
  for (const auto& [name, list] : lists()) {
    const auto many = cost_of(list);
    EXPECT_EQ(many.statements, few[name].statements) << name;
    EXPECT_GT(many.lines, few[name].lines) << name << ": there is no more to read";
    EXPECT_LE(many.statements, 12U) << name;
    RecordProperty(name, static_cast<int>(many.statements));
  }
}

}  // namespace
}  // namespace onereturn::testing
