#include "database/mixing/traffic.hpp"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <thread>

#include "database/mixing/twenty_parties.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/postgres/errors.hpp"
#include "support/database.hpp"

namespace onereturn::testing {
namespace {

using postgres::Statement;
using Random = std::mt19937;

constexpr int threads = 12;

constexpr Statement units_seen{
    "mixing.units_seen",
    "select count(*) filter (where tenant_id <> $1::uuid) as strange,"
    " count(*) filter (where tenant_id = $1::uuid) as own, coalesce(min(name), '') as words"
    " from tenant.unit"};
constexpr Statement audits_seen{
    "mixing.audits_seen",
    "select count(*) filter (where tenant_id <> $1::uuid) as strange,"
    " count(*) filter (where tenant_id = $1::uuid) as own, coalesce(min(title), '') as words"
    " from tenant.audit"};
constexpr Statement rename_unit{"mixing.rename_unit",
                                "update tenant.unit set name = $2 where tenant_id = $1::uuid"};
constexpr Statement add_unit{"mixing.add_unit",
                             "insert into tenant.unit (tenant_id, name) values ($1::uuid, $2)"};
constexpr Statement add_audit{
    "mixing.add_audit",
    "insert into tenant.audit (tenant_id, kind, title, template_code, template_version, period)"
    " values ($1::uuid, 'section11', $2, 't1', 1, '2027')"};
// What no statement of ours does, and what the next user must not find.
constexpr Statement leave_behind{
    "mixing.leave_behind",
    "select set_config('search_path', 'tenant', false), set_config('TimeZone', 'Asia/Tokyo', "
    "false),"
    " set_config('row_security', 'off', false), set_config('role', 'scope_board', false),"
    " set_config('onereturn.scope', current_setting('onereturn.scope'), false)"};
constexpr Statement who_enters{"mixing.who_enters",
                               "select party_id::text as party from identity.enter($1::bytea)"};
constexpr Statement left_behind{
    "mixing.left_behind",
    "select current_user::text || ' ' || current_setting('search_path') || ' ' ||"
    " current_setting('row_security') || ' ' || current_setting('TimeZone') || ' ' ||"
    " current_setting('statement_timeout') as settings,"
    " coalesce(current_setting('onereturn.scope', true), '') ||"
    " coalesce(current_setting('onereturn.seal', true), '') as seal,"
    " (select count(*) from pg_catalog.pg_class"
    "   where relnamespace = pg_catalog.pg_my_temp_schema()) as temporary,"
    " (select count(*) from pg_catalog.pg_prepared_statements"
    "   where statement ~ '[0-9a-f]{8}-[0-9a-f]{4}-') as with_values,"
    " (select count(*) from pg_catalog.pg_cursors where is_holdable) as cursors,"
    " (select count(*) from pg_catalog.pg_listening_channels()) as channels"};
constexpr const char* as_it_should_be = "gateway \"\" on UTC 15s";

class TakenBack : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

const char* const kinds[] = {"read",   "read",          "read",        "write",
                             "write",  "write_strange", "add_strange", "refused",
                             "thrown", "left_behind",   "by_itself"};

// One thread's part.
class Player {
 public:
  Player(postgres::Database& database, unsigned seed) : database_{database}, random_{seed} {}

  void play(int transactions) {
    for (int done = 0; done < transactions; ++done) {
      const auto& party = any_party();
      const std::string kind = kinds[random_() % std::size(kinds)];
      ++mixed.by[kind];
      guarded(kind, [&] { transact(party, kind); });
      guarded("look", [&] { look_behind(); });
    }
  }

  Mixed mixed;

 private:
  const MixedParty& any_party() { return twenty_parties()[random_() % twenty_parties().size()]; }

  void leak(const std::string& what) { mixed.leaks.push_back(what); }

  template <class Body>
  void guarded(const std::string& kind, Body&& body) {
    ++mixed.attempts;
    try {
      body();
    } catch (const postgres::StoreUnavailable&) {
      ++mixed.by["cut"];
    } catch (const postgres::OutcomeUnknown&) {
      ++mixed.by["cut"];
    } catch (const TakenBack&) {
      if (kind != "thrown") mixed.surprises.push_back(kind + " threw");
    } catch (const postgres::StatementFailed& failure) {
      const bool meant = failure.sqlstate() == "42501" || failure.sqlstate().empty();
      if (kind != "add_strange" || !meant) mixed.surprises.push_back(kind + ": " + failure.what());
    } catch (const std::exception& failure) {
      mixed.surprises.push_back(kind + ": " + failure.what());
    }
  }

  void transact(const MixedParty& party, const std::string& kind) {
    const postgres::TokenHash token{crypto::sha256(party.token)};
    if (kind == "by_itself") {
      const auto entered =
          database_.call(who_enters, *postgres::to_bytea(token.bytes)).one().text("party");
      if (entered != party.id) leak(party.marker + " entered as " + entered);
      return;
    }
    const auto work = [&](auto& tx) { return within(tx, party, kind); };
    const auto done =
        party.is_board ? database_.as_board(token, work) : database_.as_agency(token, work);
    if (!done && kind != "refused") mixed.surprises.push_back(kind + " was refused");
  }

  template <class Tx>
  Result<Done> within(Tx& tx, const MixedParty& party, const std::string& kind) {
    look_around(tx, party);
    const auto& other = any_party();
    const auto number = std::to_string(random_());
    if (kind == "write" && !party.is_board) {
      const auto rows = tx.run(rename_unit, party.id, party.marker + " is ours " + number);
      if (rows.affected() != 1) leak(party.marker + " lost its own row");
    }
    if (kind == "write_strange" && other.id != party.id && !party.is_board) {
      const auto rows = tx.run(rename_unit, other.id, party.marker + " was here");
      if (rows.affected() != 0) leak(party.marker + " wrote a row of " + other.marker);
    }
    if (kind == "add_strange") {
      const auto& strange = other.id == party.id ? twenty_parties()[party.is_board ? 8 : 0] : other;
      tx.run(party.is_board ? add_audit : add_unit, strange.id, party.marker + " was here");
      if (strange.id != party.id) leak(party.marker + " added a row to " + strange.marker);
    }
    if (kind == "refused" || kind == "thrown") {
      tx.run(party.is_board ? add_audit : rename_unit, party.id, party.marker + " taken back");
      if (kind == "thrown") throw TakenBack("on purpose");
      return Problem{ProblemCode::conflict, "on-purpose", "On purpose.", {}};
    }
    if (kind == "left_behind") tx.run(leave_behind);
    if (kind == "read") look_around(tx, party);
    return Done{};
  }

  template <class Tx>
  void look_around(Tx& tx, const MixedParty& party) {
    const auto row = tx.run(party.is_board ? audits_seen : units_seen, party.id);
    if (tx.actor().party.text() != party.id) leak(party.marker + " acts as somebody else");
    if (row.one().integer("strange") != 0) leak(party.marker + " saw somebody else's rows");
    const bool own =
        row.one().integer("own") > 0 && row.one().text("words").starts_with(party.marker);
    if (!own) leak(party.marker + " did not see its own row");
  }

  void look_behind() {
    const auto done = database_.as_system([&](postgres::SystemTx& tx) {
      const auto rows = tx.run(left_behind);
      const auto row = rows.one();
      if (row.text("settings") != as_it_should_be) leak("settings stay: " + row.text("settings"));
      if (!row.text("seal").empty()) leak("a seal stays");
      for (const char* what : {"temporary", "with_values", "cursors", "channels"}) {
        if (row.integer(what) != 0) leak(std::string(what) + " stay");
      }
      return Result<Done>(Done{});
    });
    if (!done) mixed.surprises.push_back("the look was refused");
  }

  postgres::Database& database_;
  Random random_;
};

// Cuts a connection or cancels a statement now and then, as a restart or an operator does.
void disturb(const std::atomic<bool>& over, unsigned seed) {
  Random random{seed};
  auto superuser = Raw::superuser();
  while (!over) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 60));
    const std::string how = random() % 2 == 0 ? "pg_cancel_backend" : "pg_terminate_backend";
    superuser.run(
        "select " + how +
        "(pid) from (select pid from pg_stat_activity where usename = 'gateway' and datname"
        " = current_database() order by random() limit 1) victim");
  }
}

void add(Mixed& all, const Mixed& part) {
  all.attempts += part.attempts;
  all.leaks.insert(all.leaks.end(), part.leaks.begin(), part.leaks.end());
  all.surprises.insert(all.surprises.end(), part.surprises.begin(), part.surprises.end());
  for (const auto& [kind, count] : part.by)
    all.by[kind] += count;
}

}  // namespace

Mixed mix(postgres::Database& database, int transactions) {
  const char* stated = std::getenv("ONERETURN_SEED");
  const auto seed = stated == nullptr ? std::random_device{}()
                                      : static_cast<unsigned>(std::strtoul(stated, nullptr, 10));
  std::cout << "seed " << seed << " (ONERETURN_SEED repeats it)\n";
  (void)twenty_parties();
  std::atomic<bool> over = false;
  std::thread disturber([&] { disturb(over, seed); });
  std::vector<Player> players;
  for (unsigned number = 1; number <= threads; ++number)
    players.emplace_back(database, seed + number);
  std::vector<std::thread> running;
  for (auto& player : players)
    running.emplace_back([&player, transactions] { player.play(transactions / threads + 1); });
  for (auto& thread : running)
    thread.join();
  over = true;
  disturber.join();
  Mixed all;
  for (const auto& player : players)
    add(all, player.mixed);
  return all;
}

void write_mixed_figures(const std::string& way, const Mixed& mixed) {
  const char* folder = std::getenv("ONERETURN_FIGURES");
  if (folder == nullptr || *folder == '\0') return;
  std::ofstream file(std::filesystem::path(folder) / ("isolation.pool_" + way + ".json"));
  file << R"({"attempts":)" << mixed.attempts << R"(,"leaks":)" << mixed.leaks.size()
       << R"(,"pool":{")" << way << R"(":{)";
  const char* before = "";
  for (const auto& [kind, count] : mixed.by) {
    file << before << '"' << kind << "\":" << count;
    before = ",";
  }
  file << "}}}\n";
}

}  // namespace onereturn::testing
