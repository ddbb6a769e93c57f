// What a list of the board's year asks the database does not grow with what is in it.

#include <functional>
#include <map>

#include <gtest/gtest.h>

#include "domain/actions/add_board_action.hpp"
#include "domain/actions/list_board_actions.hpp"
#include "domain/agency_register/contacts_store.hpp"
#include "domain/agency_register/register_list.hpp"
#include "domain/audit_log/openings.hpp"
#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evaluation/give_work.hpp"
#include "domain/evaluation/work_store.hpp"
#include "domain/evidence/evidence_asks.hpp"
#include "domain/fan_out/list_received_returns.hpp"
#include "domain/notifications/chase_week.hpp"
#include "domain/notifications/holidays_format.hpp"
#include "domain/questions/converse.hpp"
#include "domain/questions/guidance_store.hpp"
#include "domain/questions/log_support.hpp"
#include "domain/questions/support_store.hpp"
#include "domain/questions/thread_store.hpp"
#include "domain/returns/open_wave.hpp"
#include "domain/reviews/demand_plan.hpp"
#include "domain/reviews/draw_sample.hpp"
#include "domain/reviews/invite_to_review.hpp"
#include "domain/reviews/training_needs.hpp"
#include "domain/sharing/grant_sight.hpp"
#include "domain/sharing/look.hpp"
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

// A day on which nothing else was written into the trail.
Date trail_day() { return *parse_date("2020-02-20"); }

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
         const auto week =
             notifications::read_week(tx, notifications::holidays_of_england(), here::noon);
         int lines = 0;
         for (const auto& group : week.groups)
           lines += group.all();
         return static_cast<std::size_t>(lines);
       }},
      {"chair's list", [](auto& tx) { return notifications::chairs_list(tx, here::today).size(); }},
      {"evidence asked",
       [](auto& tx) {
         return evidence::list_asked_pieces(tx, here::today, std::nullopt, 0, 50).list.size();
       }},
      {"guidance", [](auto& tx) { return questions::list_guidance(tx).size(); }},
      {"training needs",
       [](auto& tx) {
         std::size_t lines = 0;
         const auto needs = reviews::training_needs(tx, AuditId(here::wave()));
         for (const auto& standard : *needs)
           lines += standard.gaps.size();
         return lines;
       }},
      {"trail",
       [](auto& tx) {
         audit_log::Part part;
         part.from = part.to = trail_day();
         return audit_log::list_trail(tx, std::nullopt, part)->list.size();
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

void note_in_trail(int lines) {
  Raw::superuser().run(
      "insert into tenant.audit_entry (tenant_id, at, person_id, role, what) select '" + board() +
      "', '2020-02-20T12:00:00Z', '" + here::person_of(here::manager) +
      "', 'manager', 'sight.granted' from generate_series(1, " + std::to_string(lines) + ")");
}

// Mails of reminders to the first organisation, under those numbers.
void note_reminders(int first, int last) {
  const auto numbers =
      " from generate_series(" + std::to_string(first) + ", " + std::to_string(last) + ") n";
  const auto both =
      "'" + board() + "', ('80000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid";
  Raw::superuser().run(
      "set session_replication_role = replica;"
      "insert into tenant.chase_mail (tenant_id, mail_id, on_day, email, name, rung, state,"
      " queued_at) select " +
      both + ", '2027-01-01', n || '@lists.example', 'A', 'person', 'sent', now()" + numbers +
      "; insert into tenant.chase_item (tenant_id, mail_id, item_no, step_id, step_version, about,"
      " subject_id, entry_id, due_on) select " +
      both + ", 1, s.step_id, 1, 'return', gen_random_uuid(), '" + entry().text() +
      "', '2027-01-08'" + numbers + ", tenant.chase_step s where s.tenant_id = '" + board() +
      "' and s.rung = 'person'");
}

// One that is due soon and one that is late, reminders about both, guidance, and a line of the
// trail.
void make_what_the_week_has() {
  const auto in_quotes = [](const std::string& text) { return "'" + text + "'"; };
  const auto step = [&](int days, const char* rung) {
    return "insert into tenant.chase_step (tenant_id, step_id, version, about, days, at_minute, "
           "rung,"
           " name, subject, body, needs_approval, saved_by, saved_at) values (" +
           in_quotes(board()) + ", gen_random_uuid(), 1, 'return', " + std::to_string(days) +
           ", 540, " + in_quotes(rung) + ", 'Step', 'S', 'B', false, 'Somebody', now());";
  };
  const auto asked = [&](const char* name, int days) {
    return "with e as (insert into tenant.register_entry (tenant_id, name, type, from_on) values "
           "(" +
           in_quotes(board()) + ", " + in_quotes(name) +
           ", 'school', '2020-01-01') returning tenant_id, entry_id) insert into tenant.request"
           " (tenant_id, audit_id, entry_id, template_code, template_version, kind, title, period,"
           " due_on, asked_at) select e.tenant_id, a.audit_id, e.entry_id, a.template_code,"
           " a.template_version, a.kind, a.title, a.period, date " +
           in_quotes(to_iso(here::today)) + " + " + std::to_string(days) +
           ", '2027-01-01' from e join tenant.audit a on a.tenant_id = e.tenant_id and a.audit_id"
           " = " +
           in_quotes(here::wave()) + ";";
  };
  auto raw = Raw::superuser();
  raw.run("insert into tenant.chase_setting select " + in_quotes(board()) +
          ", 1, true, 540, 990, '{1,2,3,4,5}', 'Somebody', now() where not exists (select from"
          " tenant.chase_setting where tenant_id = " +
          in_quotes(board()) + ")");
  raw.run("set session_replication_role = replica; " + step(-7, "person") + step(3, "chair") +
          asked("Due soon", 9) + asked("Late", -9) +
          "insert into tenant.guidance (tenant_id, guidance_id, template_code, template_version,"
          " item_code, made_at) select " +
          in_quotes(board()) +
          ", gen_random_uuid(), i.template_code, 1, i.item_code, now() from"
          " catalogue.template_item i where i.template_code = " +
          in_quotes(region::lights().form) +
          " limit 1; insert into tenant.guidance_version (tenant_id, guidance_id, version_no,"
          " question, answer, by_name, by_person, at) select tenant_id, guidance_id, 1, 'Which?',"
          " 'That one', 'Somebody', " +
          in_quotes(here::person_of(here::manager)) + ", now() from tenant.guidance");
  raw.run(
      "insert into tenant.contact (tenant_id, entry_id, role, name, email, valid_from) values (" +
      in_quotes(board()) + ", " + in_quotes(entry().text()) +
      ", 'head', 'First', 'first@lists.example', '2027-01-01')");
  note_reminders(0, 0);
  note_in_trail(1);
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
  done([&](auto& tx) {
    return evidence::ask_for_evidence(tx, here::first_return(), 1, "", here::noon);
  });
  make_what_the_week_has();
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
                                           "chase_item",      "chase_setting",
                                           "guidance",        "guidance_version",
                                           "return_evidence", "return_evidence_ask",
                                           "return_box",      "sight"};
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
  multiply("return_evidence", "return_id");
  multiply("return_evidence_ask", "ask_id return_id");
  multiply("return_box", "return_id");
  multiply("guidance", "guidance_id");
  multiply("guidance_version", "guidance_id");
  note_in_trail(30);
  multiply("return_version", "return_id", ", 'receipt_code', left(md5(t.receipt_code || n), 20)");
  multiply("request", "request_id entry_id");
  multiply("audit", "audit_id", ", 'title', t.title || n");
  multiply("register_entry", "entry_id",
           ", 'name', t.name || ' ' || n, 'agency_id', null, 'unit_id', null");
  Raw::superuser().run(
      "set session_replication_role = replica;"
      "insert into tenant.contact (tenant_id, entry_id, role, name, email, valid_from)"
      " select tenant_id, entry_id, 'head', 'Head', entry_id || '@lists.example', '2027-01-01'"
      " from tenant.register_entry where tenant_id = '" +
      board() + "'");
  note_reminders(1, 30);
}

// What a council sees of the board, and how many lines of it.
using Look = std::function<std::size_t(postgres::SessionTx&)>;

const std::map<std::string, Look>& looks() {
  static const BoardId of(board());
  static const std::map<std::string, Look> all = {
      {"council: register",
       [](auto& tx) { return sharing::see_register(tx, of, {}, here::noon)->lines.size(); }},
      {"council: actions",
       [](auto& tx) { return sharing::see_actions(tx, of, {}, here::noon)->lines.size(); }},
      {"council: returns",
       [](auto& tx) { return sharing::see_returns(tx, of, {}, here::noon)->lines.size(); }},
      {"council: figures",
       [](auto& tx) { return sharing::see_figures(tx, of, here::noon)->exercises.size(); }},
  };
  return all;
}

Cost cost_of(const Look& look) {
  Cost cost;
  const auto before = postgres::statements_on_this_thread();
  const auto read = here::as_person("lists looker", [&](postgres::SessionTx& tx) -> Result<Done> {
    cost.lines = look(tx);
    return Done{};
  });
  EXPECT_TRUE(read);
  cost.statements = postgres::statements_on_this_thread() - before;
  return cost;
}

// A council that the board lets see everything.
void let_a_council_look() {
  const std::string party = "c1000000-0000-4000-8000-000000000811";
  const std::string person = "d1000000-0000-4000-8000-000000000811";
  Raw owner("operator");
  owner.run("select operator.add_party('" + party +
            "', 'council', null, 'active', '{\"name\": \"Lists council\"}')");
  owner.run("select operator.add_person('" + person +
            "', 'lists@council.example', 'lists looker', '')");
  owner.run("select operator.add_membership('" + party + "', '" + person + "', '" + party +
            "', null, 'childrens_lead', '')");
  owner.run("select operator.issue_session(sha256('lists looker'::bytea), '" + person + "', '" +
            party + "', 'bearer', '1 day')");
  Raw::superuser().run("delete from identity.throttle");
  sharing::GrantSight command;
  command.number = here::as_person("lists looker", [](postgres::SessionTx& tx) {
                     return Result(sharing::read_own_sight(tx, here::today));
                   })->number;
  command.parts = {"register", "figures", "actions", "returns"};
  command.from = here::today;
  command.until = here::day_after(90);
  command.at = here::noon;
  done([&](auto& tx) { return sharing::grant_sight(tx, command); });
}

// Every list has a line at first and more at the end: one that is empty would cost as little.
template <class Lists>
void hold(const Lists& all, std::map<std::string, Cost>& few, bool many) {
  for (const auto& [name, list] : all) {
    if (!many) {
      cost_of(list);  // what is read once for the whole process, of forms
      few[name] = cost_of(list);
      EXPECT_GT(few[name].lines, 0U) << name << " has nothing to read";
      continue;
    }
    const auto cost = cost_of(list);
    EXPECT_EQ(cost.statements, few[name].statements) << name;
    EXPECT_GT(cost.lines, few[name].lines) << name << ": there is no more to read";
    EXPECT_LE(cost.statements, 12U) << name;
    ::testing::Test::RecordProperty(name, static_cast<int>(cost.statements));
  }
}

TEST(ListsOfTheYear, cost_the_same_statements_with_one_line_as_with_thirty) {
  here::seed();
  const Kept kept;
  let_a_council_look();
  make_one_of_each();
  std::map<std::string, Cost> few;
  hold(lists(), few, false);
  hold(looks(), few, false);
  make_many();
  hold(lists(), few, true);
  hold(looks(), few, true);
}

}  // namespace
}  // namespace onereturn::testing
