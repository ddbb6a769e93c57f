#include "support/isolation/covert.hpp"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace onereturn::testing::isolation {
namespace {

// An id that nobody has.
const std::string nothing = "99999999-9999-4999-8999-999999999999";

const Columns& granted(const Table& table, const Actor& actor) {
  static const Columns none;
  const auto found = table.granted.find(actor.role());
  return found == table.granted.end() ? none : found->second;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

const Verb& verb_named(const std::string& name) {
  return *std::ranges::find(verbs(), name, &Verb::name);
}

Row with(Row row, const std::vector<std::string>& columns, const Row& values) {
  for (const auto& column : columns) {
    row[column] = values.at(column);
  }
  return row;
}

Row with(Row row, const std::vector<std::string>& columns, const std::string& value) {
  for (const auto& column : columns) {
    row[column] = value;
  }
  return row;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

// What came back, without the ids that nobody can tell from others: those that were asked about,
// and those that were made meanwhile. Which function said it says nothing of a row.
std::string told(const Outcome& outcome, const std::set<std::string>& asked) {
  static const std::regex id("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
  static const auto kept = [] {
    const auto ids = foreign_ids();
    return std::set<std::string>(ids.begin(), ids.end());
  }();
  const auto said = outcome.refusal + " / " + std::to_string(outcome.rows) + " / " +
                    outcome.message.substr(0, outcome.message.find("CONTEXT:")) + " / " +
                    outcome.answer;
  std::string text;
  auto at = said.begin();
  for (std::sregex_iterator found(said.begin(), said.end(), id), end; found != end; ++found) {
    text.append(at, (*found)[0].first);
    const auto name = found->str();
    text += kept.contains(name) && !asked.contains(name) ? name : "ID";
    at = (*found)[0].second;
  }
  return text.append(at, said.end());
}

// What a login or a scope could learn of, or leave in, what all parties share.
const std::map<std::string, std::string>& of_the_server() {
  static const std::map<std::string, std::string> all = {
      {"what other sessions ask", "select query from pg_catalog.pg_stat_activity"},
      {"who holds which lock", "select 1 from pg_catalog.pg_locks"},
      {"how many rows there are", "select n_live_tup from pg_catalog.pg_stat_all_tables"},
      {"how large a table is", "select pg_catalog.pg_table_size('pg_catalog.pg_class'::regclass)"},
      {"how it is to make a large object", "select pg_catalog.lo_create(0)"},
      {"what stands in large objects", "select 1 from pg_catalog.pg_largeobject"},
      {"whether a room is held", "select pg_catalog.pg_try_advisory_xact_lock(1)"},
      {"whether a room is shared", "select pg_catalog.pg_try_advisory_xact_lock_shared(1)"},
      {"what a file holds", "select pg_catalog.pg_read_file('PG_VERSION')"},
      {"how it is to make a table", "create temporary table t (x integer)"},
      {"who may sign in", "select 1 from pg_catalog.pg_authid"},
      {"what is prepared", "select 1 from pg_catalog.pg_prepared_xacts where gid is not null"}};
  return all;
}

// Every id that stands in a row of its own: of those nothing is to be found out.
std::set<std::string> known_to(const Actor& actor, const std::vector<Table>& tables) {
  std::set<std::string> ids = actor.known;
  ids.insert(actor.parties.begin(), actor.parties.end());
  for (const auto& table : tables) {
    for (const auto& row : table.rows) {
      if (table.schema == "tenant" && !is_foreign(actor, table, row)) {
        for (const auto& column : table.uuids) {
          if (const auto found = row.find(column); found != row.end() && found->second) {
            ids.insert(*found->second);
          }
        }
      }
    }
  }
  return ids;
}

}  // namespace

CovertChannels::CovertChannels(pqxx::transaction_base& work, std::vector<Table> tables)
    : work_(work), tables_(std::move(tables)), stage_(work) {}

Report CovertChannels::of_tables() {
  for (const auto& actor : actors()) {
    if (actor.kind == Actor::honest && !actor.scope.empty()) {
      stage_.enter(actor);
      known_ = known_to(actor, tables_);
      for (const auto& table : tables_) {
        if (table.schema == "tenant") {
          probe_table(actor, table);
        }
      }
    }
  }
  return report_;
}

void CovertChannels::probe_table(const Actor& actor, const Table& table) {
  refuse(actor, "the statistics of " + table.name,
         "select 1 from pg_catalog.pg_stats where schemaname = 'tenant' and tablename = '" +
             table.name + "'");
  refuse(actor, "the raw statistics of " + table.name,
         "select 1 from pg_catalog.pg_statistic where starelid = '" + table.qualified() +
             "'::regclass");
  if (!table.lets(actor.role(), 'r') || actor.parties.empty()) {
    return;
  }
  const auto own = std::ranges::find_if(
      table.rows, [&](const Row& row) { return !is_foreign(actor, table, row); });
  if (own == table.rows.end()) {
    report_.broken.push_back(actor.name + " has no row of its own in " + table.qualified());
    return;
  }
  for (const auto& theirs : one_of_each_owner(table, table.rows)) {
    if (is_foreign(actor, table, theirs)) {
      for (const auto& probe : probes(actor, table, *own, theirs)) {
        compare(actor, probe, theirs);
      }
    }
  }
}

// Ids of people, parties and organisations stand in keys that hold no tenant, as these are
// nobody's: whoever holds such an id, which cannot be guessed, has been given it.
std::vector<CovertChannels::Probe> CovertChannels::probes(const Actor& actor, const Table& table,
                                                          const Row& own, const Row& theirs) const {
  std::vector<Probe> all;
  const auto& may = granted(table, actor);
  const auto say = [&](const std::string& verb, const Row& row) {
    return verb_named(verb).statement(table, may, row);
  };
  std::vector<std::string> own_ids;  // of the key, and of nobody else than the row
  for (const auto& column : table.uuids) {
    const auto theirs_is = theirs.find(column);
    if (theirs_is == theirs.end() || !theirs_is->second || known_.contains(*theirs_is->second) ||
        holds(table.parties, column) || holds(table.global_links, column)) {
      continue;
    }
    if (holds(table.key, column)) {
      own_ids.push_back(column);
    }
    if (may.readable.contains(column)) {
      const auto asked = [&](const std::string& before, const std::string& after) {
        const auto from = before + " from " + table.qualified() + " where " + column + " = '";
        all.push_back({column + " read", "", from + *theirs.at(column) + "'" + after,
                       from + nothing + "'" + after});
      };
      asked("select 1", "");
      asked("select count(*)", "");
      asked("explain (costs off) select 1", "");
      if (may.changeable.empty()) {
        continue;
      }
      asked("select 1", " for update skip locked");
    }
    if (table.lets(actor.role(), 'a') && may.insertable.contains(column)) {
      all.push_back({column + " linked to", removing(table, own),
                     say("insert", with(own, {column}, theirs)),
                     say("insert", with(own, {column}, nothing))});
    }
    if (table.lets(actor.role(), 'w') && may.changeable.contains(column)) {
      const auto change = "update " + table.qualified() + " set " + column + " = '";
      const auto there = "' where " + where(own, table.key);
      all.push_back({column + " changed to", "", change + *theirs.at(column) + there,
                     change + nothing + there});
    }
  }
  if (table.lets(actor.role(), 'a') && !own_ids.empty()) {
    for (const std::string again : {"", " on conflict do nothing"}) {
      all.push_back({"the key of theirs" + again, removing(table, own),
                     say("insert", with(own, own_ids, theirs)) + again,
                     say("insert", with(own, own_ids, nothing)) + again});
    }
    all.push_back({"a row for them", "", say("insert", theirs),
                   say("insert", with(theirs, table.parties, nothing))});
  }
  auto key = own_ids;
  key.insert(key.end(), table.parties.begin(), table.parties.end());
  for (const std::string verb : {"update", "delete", "lock"}) {
    all.push_back({verb + " by key", "", say(verb, theirs), say(verb, with(theirs, key, nothing))});
  }
  return all;
}

void CovertChannels::compare(const Actor& actor, const Probe& probe, const Row& theirs) {
  ++report_.attempts;
  const auto ask = [&](const std::string& statement) {
    return probe.arranging.empty() ? stage_.attempt(statement)
                                   : stage_.attempt_after(probe.arranging, statement);
  };
  std::set<std::string> ids;
  for (const auto& [column, value] : theirs) {
    if (value && value->size() == nothing.size()) {
      ids.insert(*value);
    }
  }
  const auto one = told(ask(probe.about_theirs), ids);
  const auto other = told(ask(probe.about_nothing), ids);
  if (one != other) {
    report_.leaks.push_back(actor.name + ", " + probe.what + ": " + probe.about_theirs + "\n  " +
                            one + "\n  " + other);
  }
}

void CovertChannels::refuse(const Actor& actor, const std::string& what,
                            const std::string& statement) {
  ++report_.attempts;
  const auto outcome = stage_.attempt(statement);
  if (outcome.refusal != "42501" && !(outcome.refusal.empty() && outcome.rows == 0)) {
    report_.leaks.push_back(actor.name + " learns " + what + ": " + outcome.refusal + " " +
                            outcome.answer);
  }
}

Report CovertChannels::of_the_rest() {
  const auto sequences = work_.exec(
      "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
      " where c.relkind = 'S' and n.nspname not in ('pg_catalog', 'information_schema')");
  for (const auto& actor : actors()) {
    if (actor.kind != Actor::honest) {
      continue;
    }
    stage_.enter(actor);
    for (const auto& row : sequences) {
      const std::string name = row[0].c_str();
      refuse(actor, "where " + name + " is", "select last_value from " + name);
      refuse(actor, "the last of " + name,
             "select pg_catalog.pg_sequence_last_value('" + name + "'::regclass)");
      refuse(actor, "the next of " + name, "select nextval('" + name + "')");
    }
    refuse(actor, "where sequences are",
           "select 1 from pg_catalog.pg_sequences where last_value is not null");
    for (const auto& [what, statement] : of_the_server()) {
      refuse(actor, what, statement);
    }
    probe_functions(actor);
  }
  return report_;
}

// Every function of ours that takes an id, called with one of somebody else's and with nobody's.
void CovertChannels::probe_functions(const Actor& actor) {
  // The service itself looks after every job.
  if (actor.scope.empty() || actor.scope == "system") {
    return;
  }
  stage_.enter(actor);
  known_ = known_to(actor, tables_);
  std::vector<std::string> calls;
  for (const auto& row : work_.exec(
           "select n.nspname || '.' || p.proname || '(' || (select string_agg(case"
           "   when t.typname = 'uuid' then '%'"
           "   when t.typname = '_uuid' then 'array[%]::uuid[]'"
           "   when t.typname = 'text' then '''x'''"
           "   when t.typname = 'bytea' then 'sha256(''x''::bytea)'"
           "   when t.typname = 'interval' then '''1 day'''"
           "   when t.typname in ('int4', 'int8') then '1'"
           "   when t.typname = 'bool' then 'true'"
           "   when t.typname in ('timestamptz', 'date') then 'now()'"
           "   else 'null' end || case when t.typname in ('uuid', '_uuid') then '' else"
           "   '::' || t.typname end, ', ' order by a.place)"
           "   from unnest(p.proargtypes) with ordinality as a (type, place)"
           "   join pg_type t on t.oid = a.type) || ')'"
           " from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
           " where n.nspname in ('app', 'identity', 'tenancy', 'jobs', 'directory', 'tenant')"
           // Whether a person is known is what this one is for, and people are nobody's.
           // This one says what it was given, under the seal: told by what is seen with it.
           " and p.proname not in ('known_people', 'look_up_sight')"
           " and p.prokind = 'f' and has_function_privilege(p.oid, 'execute')"
           " and p.proargtypes::oid[] && array['uuid'::regtype, 'uuid[]'::regtype]::oid[]"
           " order by 1")) {
    calls.emplace_back(row[0].c_str());
  }
  for (const auto& call : calls) {
    for (const auto& id : foreign_ids()) {
      if (known_.contains(id)) continue;
      const auto of = [&](const std::string& value) {
        return "select * from " + replaced(call, "%", "'" + value + "'");
      };
      compare(actor, {"a function", "", of(id), of(nothing)}, {{"id", id}});
    }
  }
}

}  // namespace onereturn::testing::isolation
