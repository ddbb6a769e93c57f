#include "support/isolation/world.hpp"

#include "support/isolation/rows.hpp"
#include "support/small_region.hpp"

namespace onereturn::testing::isolation {
namespace {

namespace region = small_region;

const std::string merge = "f0000000-0000-4000-8000-000000000001";
const std::string second_room = "a0000000-0000-4000-8000-000000000006";
const std::string analyst = "d0000000-0000-4000-8000-000000000099";
const std::string council = "80000000-0000-4000-8000-000000000001";
const std::string looker = "d0000000-0000-4000-8000-000000000081";

// Jobs that the worker holds, by the last figure of their id.
std::string job(int number) {
  return "90000000-0000-4000-8000-00000000000" + std::to_string(number);
}

std::string numbered(char kind, int number) {
  return std::string(1, kind) + "0000000-0000-4000-8000-0000000000" + (number < 10 ? "0" : "") +
         std::to_string(number);
}

const std::vector<Pair>& pairs() {
  static const std::vector<Pair> all = {
      small_pair(),
      {region::agency_two, region::board_two, region::request_two_of_two, region::lead_two,
       region::manager_two, region::board_one, numbered('1', 2)},
      {region::agency_one, region::board_one, region::request_one_of_one, region::lead_one,
       region::manager_one, region::board_two, numbered('1', 3)},
      {numbered('a', 3), numbered('b', 3), numbered('c', 33), numbered('d', 13), numbered('d', 23),
       region::board_one, numbered('1', 4)},
      {numbered('a', 4), numbered('b', 3), numbered('c', 43), numbered('d', 14), numbered('d', 23),
       region::board_one, numbered('1', 5)},
      {numbered('a', 5), numbered('b', 5), numbered('c', 55), numbered('d', 15), numbered('d', 25),
       region::board_one, numbered('1', 6)}};
  return all;
}

void add_person(Raw& owner, const std::string& person, const std::string& party,
                const std::string& role) {
  if (!Raw::superuser()
           .run("select from identity.person where person_id = '" + person + "'")
           .empty()) {
    return;
  }
  owner.run("select operator.add_person('" + person + "', 'p" + person +
            "@small.example', 'Person " + person.substr(0, 1) + person.substr(34) + "', '')");
  owner.run("select operator.add_membership('" + region::membership_of(person) + "', '" + person +
            "', '" + party + "', null, '" + role + "', '')");
  owner.run("select operator.issue_session(" + region::token(person) + ", '" + person + "', '" +
            region::membership_of(person) + "', 'bearer', '1 day')");
}

void add_party(Raw& owner, const std::string& party, const std::string& kind) {
  if (Raw::superuser().run("select from tenancy.party where party_id = '" + party + "'").empty()) {
    owner.run("select operator.add_party('" + party + "', '" + kind +
              R"(', null, 'active', '{"name": "Party )" + party.substr(0, 1) + party.substr(34) +
              R"("}'))");
  }
  if (kind == "agency") {
    Raw::superuser().run("insert into tenant.unit (tenant_id, unit_id, name) values ('" + party +
                         "', '" + party + "', 'All of it') on conflict do nothing");
  }
}

void ask(const Pair& pair) {
  Raw::superuser().run(
      "with made as (insert into tenant.audit (tenant_id, kind, title, template_code,"
      " template_version, period) select '" +
      pair.board +
      "', 'section11', 'Wave', 't2', 1, '2027'"
      " where not exists (select from tenant.request where request_id = '" +
      pair.request +
      "')"
      " returning audit_id)"
      "insert into tenant.request (tenant_id, request_id, audit_id, agency_id, unit_id,"
      " template_code, template_version, kind, title, period, due_on) select '" +
      pair.board + "', '" + pair.request + "', audit_id, '" + pair.agency + "', '" + pair.agency +
      "', 't2', 1, 'section11', 'Wave', '2027', '2027-05-28' from made");
}

void hold_job(const std::string& id, const std::string& kind, const std::string& scope,
              const std::string& rest) {
  Raw::superuser().run(
      "insert into jobs.job (job_id, kind, scope, state, lease_until, fence, party_id, "
      "source_tenant,"
      " source_ref, target_ref) values ('" +
      id + "', '" + kind + "', '" + scope + "', 'running', now() + interval '1 day', 1, " + rest +
      ")");
}

void make_special_scopes(Raw& owner) {
  const auto& home = pairs().front();
  hold_job(
      job(1), "deliver", "delivery",
      "'" + home.board + "', '" + home.agency + "', '" + home.id + "', '" + home.request + "'");
  const auto& stranger = pairs()[3];
  hold_job(job(4), "deliver", "delivery",
           "'" + stranger.board + "', '" + stranger.agency + "', '" + stranger.id + "', '" +
               stranger.request + "'");
  hold_job(job(2), "aggregate", "aggregate", "null, null, null, null");
  hold_job(job(3), "send_mail", "system", "null, null, null, null");
  add_party(owner, second_room, "agency");
  const auto other_lead = numbered('d', 16);
  add_person(owner, other_lead, second_room, "lead");
  Raw::superuser().run(
      "insert into tenancy.room_merge (merge_id, stays_id, goes_id, proposed_by, stays_counts,"
      " goes_counts, stays_agreed_by, stays_agreed_at, goes_agreed_by, goes_agreed_at) values ('" +
      merge + "', '" + home.agency + "', '" + second_room + "', '" + home.lead +
      "', '{}', '{}', '" + home.lead + "', now(), '" + other_lead + "', now())");
  const auto nation = numbered('9', 99);
  add_party(owner, nation, "nation");
  add_person(owner, analyst, nation, "analyst");
  add_party(owner, council, "council");
  add_person(owner, looker, council, "childrens_lead");
  Raw::superuser().run(
      "insert into tenant.sight (tenant_id, to_party, parts, from_on, to_on) select party_id, '" +
      council +
      "', '{register,figures,evaluations,actions,returns}', current_date, current_date + 30"
      " from tenancy.party where kind = 'board' and party_id = '" +
      home.board + "'");
}

std::string enter_as(const std::string& who) { return region::enter(who); }

Actor with_role(const std::string& name, const std::string& scope, const std::string& entering,
                const std::set<std::string>& parties) {
  const bool of_worker = scope == "delivery" || scope == "system" || scope == "aggregate";
  Actor actor;
  actor.name = name;
  actor.scope = scope;
  actor.login = of_worker ? "worker" : "gateway";
  actor.entering = {entering};
  actor.parties = parties;
  return actor;
}

std::vector<Actor> honest_actors() {
  const auto& home = pairs().front();
  const auto loan = "select identity.enter_loan(" + region::token("manager one") + ", 'share', '" +
                    home.board + "')";
  std::vector<Actor> all = {
      with_role("an agency", "agency", enter_as("lead one"), {home.agency}),
      with_role("a board", "board", enter_as("manager two"), {home.board}),
      with_role("a delivery", "delivery", region::enter_job({job(1), "1"}),
                {home.agency, home.board}),
      with_role("a borrower", "share", loan, {home.board}),
      with_role("an onlooker", "sight", enter_as(looker), {home.board}),
      with_role("the figures", "aggregate", region::enter_job({job(2), "1"}), {}),
      with_role("an analyst", "national", enter_as(analyst), {}),
      with_role("the service", "system", region::enter_job({job(3), "1"}), {}),
      with_role("a merge", "merge", enter_as("lead one"), {home.agency, second_room})};
  all.back().entering.push_back("select identity.enter_merge('" + merge + "')");
  all[4].entering.push_back("select identity.enter_sight('" + home.board + "', current_date)");
  all[0].known = {region::board_one, home.board};
  all[1].known = {home.agency, region::agency_two};
  all[2].known = {home.agency};
  return all;
}

Actor forged(Actor actor, const std::string& into) {
  const auto mine = *actor.parties.begin();
  actor.name = "a forger of the scope of " + actor.name;
  actor.kind = Actor::sealless;
  actor.entering.push_back(
      "select set_config('onereturn.scope', replace(current_setting('onereturn.scope'), '" + mine +
      "', '" + into + "'), true)");
  return actor;
}

Actor unsealed(Actor actor) {
  actor.name = "somebody whose session has ended, instead of " + actor.name;
  actor.kind = Actor::sealless;
  actor.entering = {"set local role scope_" + actor.scope};
  return actor;
}

}  // namespace

std::string Actor::role() const {
  if (kind == owner) {
    return "owner";
  }
  return scope.empty() ? login : "scope_" + scope;
}

void make_world() {
  static const bool done = [] {
    region::seed();
    Raw owner("operator");
    std::set<std::string> known;
    for (const auto& pair : pairs()) {
      add_party(owner, pair.agency, "agency");
      add_party(owner, pair.board, "board");
      owner.run("select operator.connect('" + pair.board + "', '" + pair.agency + "')");
      add_person(owner, pair.lead, pair.agency, "lead");
      add_person(owner, pair.manager, pair.board, "manager");
      ask(pair);
      make_one_row_in_every_table(pair);
      if (known.insert(pair.agency).second) {
        make_rows_outside_of_tenants(pair);
      }
    }
    make_special_scopes(owner);
    Raw::superuser().run(
        "update tenancy.party set status = 'merged', merged_into = '" + pairs()[3].agency +
        "' where party_id = '" + pairs()[4].agency +
        "'; update tenancy.party set status = 'off_platform' where party_id in ('" +
        pairs()[5].agency + "', '" + pairs()[5].board + "'); analyze");
    return true;
  }();
  static_cast<void>(done);
}

const std::vector<Actor>& actors() {
  static const std::vector<Actor> all = [] {
    auto made = honest_actors();
    const auto& stranger = pairs()[3];
    const std::vector<Actor> honest = made;
    for (const auto& actor : honest) {
      if (!actor.parties.empty()) {
        const auto first = actor.parties.begin()->front();
        made.push_back(forged(actor, first == 'a' ? stranger.agency : stranger.board));
      }
      made.push_back(unsealed(actor));
    }
    for (const std::string login : {"gateway", "worker", "auth", "operator"}) {
      Actor actor;
      actor.name = "the login " + login;
      actor.login = login;
      made.push_back(actor);
    }
    Actor owner;
    owner.name = "the owner of the tables";
    owner.login = "migrator";
    owner.entering = {"set local role owner"};
    owner.kind = Actor::owner;
    made.push_back(owner);
    return made;
  }();
  return all;
}

std::vector<std::string> foreign_ids() {
  const auto& stranger = pairs()[3];
  const auto& merged = pairs()[4];
  return {stranger.agency,  stranger.board, stranger.request, stranger.lead,
          stranger.manager, stranger.id,    merged.agency,    region::membership_of(stranger.lead),
          second_room,      job(4),         pairs()[1].id};
}

}  // namespace onereturn::testing::isolation
