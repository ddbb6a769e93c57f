#include "support/isolation/seal_checks.hpp"

#include <map>

#include "support/isolation/stage.hpp"
#include "support/isolation/tables.hpp"
#include "support/small_region.hpp"

namespace onereturn::testing::isolation {
namespace {

namespace region = small_region;

const std::string no_seal = "OR001";

const std::string scope_now = "current_setting('onereturn.scope')";

std::string part(int number) {
  return "nullif(split_part(" + scope_now + ", '|', " + std::to_string(number) + "), '')";
}

// What each reader answers, of the scope that was entered.
const std::map<std::string, std::string>& readers() {
  static const std::map<std::string, std::string> all = {
      {"sealed_scope", "true"},
      {"sealed_party", part(2) + "::uuid"},
      {"sealed_unit", part(4) + "::uuid"},
      {"sealed_source", part(6) + "::uuid"},
      {"sealed_ref", part(7) + "::uuid"},
      {"sealed_target", part(8) + "::uuid"},
      {"sealed_day", part(11) + "::date"},
      {"sealed_rooms", "array[" + part(2) + "::uuid, " + part(6) + "::uuid]"}};
  return all;
}

// A seal over the scope of now, of those ingredients.
std::string seal_of(const std::string& before, const std::string& connection,
                    const std::string& time, const std::string& after) {
  return "select set_config('onereturn.seal', encode(sha256(decode('" + before +
         "', 'hex') || convert_to(" + scope_now + ", 'UTF8') || " + connection + " || " + time +
         " || decode('" + after + "', 'hex')), 'hex'), true); ";
}

// With the key in hand, which only the owner has: every seal that misses an ingredient.
std::map<std::string, std::string> weak_seals(const std::string& key) {
  const std::string pid = "int4send(pg_backend_pid())";
  const std::string time = "timestamptz_send(transaction_timestamp())";
  const std::string none = "''::bytea";
  return {{"without the connection", seal_of(key, none, time, key)},
          {"of another connection", seal_of(key, "int4send(pg_backend_pid() + 1)", time, key)},
          {"without the time", seal_of(key, pid, none, key)},
          {"of another time",
           seal_of(key, pid, "timestamptz_send(transaction_timestamp() + interval '1 microsecond')",
                   key)},
          {"without the key before", seal_of("", pid, time, key)},
          {"without the key after", seal_of(key, pid, time, "")},
          {"without the key", seal_of("", pid, time, "")},
          {"that is a constant", "select set_config('onereturn.seal', 'open', true); "},
          {"that is empty", "select set_config('onereturn.seal', '', true); "}};
}

std::string forged_part(int number) {
  std::string parts;
  for (int i = 1; i <= 10; ++i) {
    parts += (i == 1 ? "" : " || '|' || ") +
             (i == number ? "'a0000000-0000-4000-8000-000000000003'"
                          : "split_part(" + scope_now + ", '|', " + std::to_string(i) + ")");
  }
  return "select set_config('onereturn.scope', " + parts + ", true); ";
}

std::vector<std::string> parts_of(const std::string& answer) {
  std::vector<std::string> parts(1);
  for (const char c : answer) {
    if (c == '|') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  parts.pop_back();
  return parts;
}

class SealChecks {
 public:
  explicit SealChecks(pqxx::transaction_base& work) : stage_(work) {}

  std::vector<std::string> run() {
    const auto key = stage_.attempt_as_superuser("select encode(key, 'hex') from app.seal_key");
    const auto weak = weak_seals(key.answer.substr(0, 64));
    for (const auto& actor : actors()) {
      if (actor.kind == Actor::honest && !actor.scope.empty()) {
        check_readers(actor, weak);
      }
    }
    check_entrances();
    return complaints_;
  }

 private:
  void expect(const std::string& what, const Outcome& outcome, const std::string& refusal) {
    if (outcome.refusal != refusal) {
      complaints_.push_back(what + ": \"" + outcome.refusal + "\" instead of \"" + refusal + "\" " +
                            outcome.message);
    }
  }

  void check_readers(const Actor& actor, const std::map<std::string, std::string>& weak) {
    try {
      stage_.enter(actor);
    } catch (const pqxx::sql_error& error) {
      complaints_.push_back(actor.name + " cannot enter: " + error.what());
      return;
    }
    const auto names = stage_.attempt(
        "select p.proname from pg_proc p where p.pronamespace = 'app'::regnamespace"
        " and p.proname like 'sealed\\_%' and has_function_privilege(p.oid, 'execute')"
        " order by p.proname");
    for (const auto& name : parts_of(names.answer)) {
      check_reader(actor, name, weak);
    }
    check_other_roles(actor);
  }

  // A login may take the role of another scope, and is nobody there under this scope's seal.
  void check_other_roles(const Actor& actor) {
    const auto others =
        parts_of(stage_
                     .attempt_as_superuser(
                         "select p.proname || ' ' || substr(r.rolname, 7) from pg_proc p"
                         " cross join pg_roles r where p.pronamespace = 'app'::regnamespace"
                         " and p.proname like 'sealed\\_%' and r.rolname like 'scope\\_%'"
                         " and r.rolname <> 'scope_" +
                         actor.scope +
                         "' and has_function_privilege(r.oid, p.oid, 'execute')"
                         " and pg_has_role('" +
                         actor.login + "', r.oid, 'member') order by 1")
                     .answer);
    for (const auto& other : others) {
      const auto space = other.find(' ');
      const auto scope = other.substr(space + 1);
      expect(actor.name + " in the role of " + other,
             stage_.attempt("set local role none; set local role scope_" + scope + "; select app." +
                            other.substr(0, space) + "('" + scope + "')"),
             no_seal);
    }
  }

  void check_reader(const Actor& actor, const std::string& name,
                    const std::map<std::string, std::string>& weak) {
    const auto call = "app." + name + "('" + actor.scope + "')";
    const auto who = actor.name + ": " + call;
    const auto known = readers().find(name);
    if (known == readers().end()) {
      complaints_.push_back(name + " is a reader that nobody checks");
      return;
    }
    const auto honest =
        stage_.attempt("select 1 where " + call + " is not distinct from " + known->second);
    // A part that this scope does not have is nothing, or nothing that can be read.
    const bool has_none = honest.refusal == "22P02" &&
                          stage_.attempt("select 1 where " + known->second + " is null").rows == 1;
    if (honest.rows != 1 && !has_none) {
      complaints_.push_back(who + " answers another part: " + honest.message);
    }
    expect(who + " for another scope",
           stage_.attempt("select app." + name + "('" +
                          (actor.scope == "board" ? "agency" : "board") + "')"),
           no_seal);
    for (const auto& [how, seal] : weak) {
      expect(who + " with a seal " + how, stage_.attempt(seal + "select " + call), no_seal);
    }
    for (const int number : {2, 3, 4, 6, 7, 8, 9}) {
      expect(who + " with part " + std::to_string(number) + " forged",
             stage_.attempt(forged_part(number) + "select " + call), no_seal);
    }
  }

  // Whoever is refused by an entrance is refused before anything of theirs could be seen. What is
  // not so, or not known, is a division by zero.
  void entering(const std::string& what, const std::string& arranging, const std::string& login,
                const std::string& entrance, const std::string& refusal) {
    Actor outside;
    outside.login = login;
    stage_.enter(outside);
    expect(what, stage_.attempt_after(arranging, entrance), refusal);
  }

  void check_entrances();
  void check_sessions();
  void check_reviews();
  void check_sights();
  void check_jobs();
  void check_merges();

  Stage stage_;
  std::vector<std::string> complaints_;
};

void SealChecks::check_entrances() {
  check_sessions();
  check_reviews();
  check_sights();
  check_jobs();
  check_merges();
}

void SealChecks::check_sessions() {
  const auto enter = region::enter("lead one");
  const auto session = " where token_hash = " + region::token("lead one") + ";";
  const auto membership = " where person_id = '" + region::lead_one + "';";
  const auto party = " where party_id = '" + region::agency_one + "';";
  const auto loan = [](const std::string& who, const std::string& scope) {
    return "select identity.enter_loan(" + region::token(who) + ", '" + scope + "', '" +
           region::board_two + "')";
  };
  entering("an honest session", "", "gateway", enter, "");
  entering("an unknown token", "", "gateway", region::enter("nobody"), "OR002");
  entering("no token", "", "gateway", "select * from identity.enter(null)", "OR002");
  entering("an ended session", "update identity.session set ended_at = now()" + session, "gateway",
           enter, "OR002");
  entering("an expired session", "update identity.session set expires_at = now()" + session,
           "gateway", enter, "OR002");
  entering("a membership that ended",
           "update identity.membership set to_at = now() + interval '0', from_at = now() -"
           " interval '1 day'" +
               membership,
           "gateway", enter, "OR002");
  entering("a membership that has not begun",
           "update identity.membership set from_at = now() + interval '1 day'" + membership,
           "gateway", enter, "OR002");
  entering("a disabled person", "update identity.person set disabled_at = now()" + membership,
           "gateway", enter, "OR002");
  for (const std::string status : {"invited", "off_platform"}) {
    entering("a party that is " + status,
             "update tenancy.party set status = '" + status + "'" + party, "gateway", enter,
             "OR002");
  }
  entering("a room that became part of another",
           "update tenancy.party set status = 'merged', merged_into = '" + region::agency_two +
               "'" + party,
           "gateway", enter, "OR002");
  entering("holding a room that became part of another",
           "update tenancy.party set status = 'merged', merged_into = '" + region::agency_two +
               "'" + party,
           "gateway", "select identity.hold_room('" + region::agency_one + "')", "OR002");
  entering("a loan", "", "gateway", loan("manager one", "share"), "");
  entering("a loan to an agency", "", "gateway", loan("lead one", "share"), no_seal);
  entering("a loan of another scope", "", "gateway", loan("manager one", "board"), no_seal);
  entering("a loan of an agency's scope", "", "gateway", loan("manager one", "agency"), no_seal);
  entering("a session seen with its unit",
           "insert into tenant.unit (tenant_id, unit_id, parent_unit_id, name) values ('" +
               region::agency_one + "', '77000000-0000-4000-8000-000000000007', '" +
               region::agency_one +
               "', 'Site');"
               " update identity.session set unit_id = '77000000-0000-4000-8000-000000000007'" +
               session,
           "gateway",
           enter +
               "; select 1 / coalesce((app.sealed_unit('agency') is not distinct from"
               " '77000000-0000-4000-8000-000000000007')::int, 0)",
           "");
  entering("whose party it is", "", "gateway",
           enter + "; select 1 / coalesce((app.sealed_party('agency') = '" + region::agency_one +
               "')::int, 0)",
           "");
  entering("another's party", "", "gateway",
           region::enter("lead two") + "; select 1 / coalesce((app.sealed_party('agency') = '" +
               region::agency_two + "')::int, 0)",
           "");
  entering("the lender", "", "gateway",
           loan("manager one", "share") + "; select 1 / coalesce((app.sealed_source('share') = '" +
               region::board_two + "')::int, 0)",
           "");
}

// A council enters for one board and a day of business, which are under the seal.
void SealChecks::check_sights() {
  const std::string arranged =
      "update tenancy.party set kind = 'council' where party_id = '" + region::board_one +
      "'; update identity.membership set role = 'childrens_lead' where person_id = '" +
      region::manager_one +
      "'; update identity.session set role = 'childrens_lead' where token_hash = " +
      region::token("manager one") + ";";
  const auto enter = region::enter("manager one") + "; select identity.enter_sight('" +
                     region::board_two + "', '2027-03-16'); ";
  const auto forged = [](const std::string& from, const std::string& into) {
    return "select set_config('onereturn.scope', replace(" + scope_now + ", '" + from + "', '" +
           into + "'), true); ";
  };
  entering("the day of a sight", arranged, "gateway",
           enter + "select 1 / coalesce((app.sealed_day('sight') = '2027-03-16')::int, 0)", "");
  entering("whose sight it is, and of what", arranged, "gateway",
           enter + "select 1 / coalesce((app.sealed_party('sight') = '" + region::board_one +
               "' and app.sealed_source('sight') = '" + region::board_two + "')::int, 0)",
           "");
  entering("a council by the common entrance", arranged, "gateway",
           region::enter("manager one") +
               "; select 1 / coalesce((app.sealed_source('sight') is null and"
               " app.sealed_day('sight') is null)::int, 0)",
           "");
  for (const std::string reader : {"sealed_day", "sealed_source", "sealed_party"}) {
    entering(reader + " of a sight on a day that is not sealed", arranged, "gateway",
             enter + forged("2027-03-16", "2027-09-01") + "select app." + reader + "('sight')",
             no_seal);
    entering(
        reader + " of a sight of another board", arranged, "gateway",
        enter + forged(region::board_two, region::board_one) + "select app." + reader + "('sight')",
        no_seal);
  }
  entering("a sight without being a council", "", "gateway", enter, "42501");
  entering("a council as a board", arranged, "gateway", enter + "select app.sealed_party('board')",
           no_seal);
}

// Whoever reviews for a board enters for a day of business, which is under the seal.
void SealChecks::check_reviews() {
  const std::string arranged =
      "update identity.membership set role = 'reviewer' where person_id = '" + region::manager_one +
      "'; update identity.session set role = 'reviewer' where token_hash = " +
      region::token("manager one") + ";";
  const auto enter =
      region::enter("manager one") + "; select identity.enter_review('2027-03-16'); ";
  const std::string another = "select set_config('onereturn.scope', replace(" + scope_now +
                              ", '2027-03-16', '2027-09-01'),"
                              " true); ";
  entering("the day of a review", arranged, "gateway",
           enter + "select 1 / coalesce((app.sealed_day('review') = '2027-03-16')::int, 0)", "");
  entering("whose review it is", arranged, "gateway",
           enter + "select 1 / coalesce((app.sealed_party('review') = '" + region::board_one +
               "' and app.sealed_person('review') = '" + region::manager_one + "')::int, 0)",
           "");
  for (const std::string reader : {"sealed_day", "sealed_person", "sealed_party"}) {
    entering(reader + " of a review on a day that is not sealed", arranged, "gateway",
             enter + another + "select app." + reader + "('review')", no_seal);
    entering(reader + " of a review in another scope", arranged, "gateway",
             enter + "select app." + reader + "('board')", no_seal);
  }
  entering("a review without being one who reviews", "", "gateway", enter, "42501");
}

void SealChecks::check_jobs() {
  const std::string id = "90000000-0000-4000-8000-000000000001";
  const auto enter = region::enter_job({id, "1"});
  const auto job = " where job_id = '" + id + "';";
  entering("a job that is held", "", "worker", enter, "");
  entering("an unknown job", "", "worker",
           region::enter_job({"90000000-0000-4000-8000-0000000000ff", "1"}), "OR003");
  entering("a fence that was passed", "", "worker", region::enter_job({id, "0"}), "OR003");
  entering("a job that waits", "update jobs.job set state = 'waiting', lease_until = null" + job,
           "worker", enter, "OR003");
  entering("a job that is done, with a lease",
           "alter table jobs.job drop constraint job_lease_while_running;"
           " update jobs.job set state = 'done', ended_at = now()" +
               job,
           "worker", enter, "OR003");
  entering("a lease that is over",
           "update jobs.job set lease_until = now() - interval '1 second'" + job, "worker", enter,
           "OR003");
  entering("another job", "", "worker",
           region::enter_job({"90000000-0000-4000-8000-000000000002", "1"}) +
               "; select app.sealed_scope('aggregate')",
           "");
}

void SealChecks::check_merges() {
  const std::string id = "f0000000-0000-4000-8000-000000000001";
  const auto enter = region::enter("lead one") + "; select identity.enter_merge('" + id + "')";
  const auto merge = " where merge_id = '" + id + "';";
  entering("a merge", "", "gateway",
           enter +
               "; select app.sealed_rooms('merge'); "
               "select 1 / coalesce((current_user = 'scope_merge')::int, 0)",
           "");
  entering("a merge of others", "", "gateway",
           region::enter("lead two") + "; select identity.enter_merge('" + id + "')", no_seal);
  entering("a merge that was withdrawn",
           "update tenancy.room_merge set state = 'withdrawn', ended_at = now()" + merge, "gateway",
           enter, no_seal);
  for (const std::string side : {"stays", "goes"}) {
    entering("a merge to which one lead has not agreed: " + side,
             "update tenancy.room_merge set " + side + "_agreed_at = null" + merge, "gateway",
             enter, no_seal);
    // Somebody else of the room asks, so that it is the agreement that is over.
    entering("a merge whose lead has gone: " + side,
             "update tenancy.room_merge set " + side + "_agreed_by = '" + region::manager_one +
                 "'" + merge,
             "gateway", enter, no_seal);
    const auto room =
        side == "stays" ? region::agency_one : std::string("a0000000-0000-4000-8000-000000000006");
    entering("a merge of a room that has left: " + side,
             "update tenancy.party set status = 'leaving' where party_id = '" + room + "';",
             "gateway", enter, no_seal);
  }
}

}  // namespace

std::vector<std::string> complaints_about_the_seal(pqxx::transaction_base& work) {
  return SealChecks(work).run();
}

}  // namespace onereturn::testing::isolation
