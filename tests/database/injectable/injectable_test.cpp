// A store as none of ours is: it pastes what it is given into its SQL, inside a sealed transaction
// like any other. Whatever is pasted, no foreign row is read or changed, and who uses the
// connection next finds it as it was made. Linked into this test alone.

#include <deque>
#include <optional>

#include <gtest/gtest.h>

#include "database/injectable/strings.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/postgres/connection.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/errors.hpp"
#include "support/figures.hpp"
#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
using postgres::AgencyTx;
using postgres::Statement;

const std::string hidden = "Hidden words of two";
std::int64_t tried = 0;

// A statement before and behind the place where a text is pasted, and how that text gets out of it.
struct Shape {
  std::string before, out, behind;
};
const std::vector<Shape> shapes = {
    {"select name from tenant.unit where name = '", "x'", "'"},
    {"select name from tenant.unit where name like '%", "x'", "%' limit 5"},
    {"select name from tenant.unit where 0 = ", "0", ""},
    {"select name from tenant.unit where unit_id in ('", region::agency_one + "')", "')"},
    {"select name from tenant.unit where (left_on is null or name = '", "x')", "')"},
    {"select name from tenant.unit order by ", "1", ""},
    {"select count(*) from tenant.unit where name = $$", "x$$", "$$"},
    {"update tenant.unit set name = '", "Rows of one'", "' where tenant_id = app.party()"},
};

std::string pasted(const Shape& shape, const Injection& injection) {
  const bool orders = shape.before.ends_with("order by ");
  const bool changes = shape.before.starts_with("update");
  const std::string way = !injection.is_expression ? "; " + injection.sql
                          : orders                 ? ", ((" + injection.sql + ")::text)"
                          : changes                ? " || left((" + injection.sql + ")::text, 0)"
                                    : " or (" + injection.sql + ")::text is not null";
  return shape.before + shape.out + way + " -- " + shape.behind;
}

postgres::TokenHash token_of(const std::string& who) { return {crypto::sha256(who)}; }

// Everything of the other parties, in one word; for the cluster's superuser.
std::string foreign_rows() {
  static auto superuser = Raw::superuser();
  return superuser.one(
      "select md5((select string_agg(u::text, '|' order by u::text) from tenant.unit u"
      " where tenant_id <> '" +
      region::agency_one +
      "') || (select string_agg(a::text, '|' order by a::text) from tenant.audit a) ||"
      " (select string_agg(r::text, '|' order by r::text) from tenant.request r) ||"
      " (select string_agg(p::text, '|' order by p::text) from tenancy.party p))");
}

constexpr Statement own_rows{"injectable.own_rows",
                             "select string_agg(name, ',') as names,"
                             " current_setting('TimeZone') || current_setting('row_security') ||"
                             " current_setting('statement_timeout') as settings"
                             " from tenant.unit"};
constexpr Statement own_write{"injectable.own_write",
                              "update tenant.unit set name = name where tenant_id = app.party()"};

class Injectable : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    Raw::superuser().run("update tenant.unit set name = case tenant_id::text when '" +
                         region::agency_one + "' then 'Rows of one' else '" + hidden + "' end");
  }
  static void TearDownTestSuite() {
    write_figures("inputs", "injectable", {{"sql_injectable_build", tried}});
  }

  void look_at(const std::string& text, const std::string& sql) {
    EXPECT_EQ(text.find(hidden), std::string::npos) << sql;
  }
  void look_at_tables(const std::string& sql) {
    const auto now = foreign_rows();
    EXPECT_EQ(now, before_) << sql;
    before_ = now;
  }
  // The other agency, on the connection that the attack was made on.
  void next_user(postgres::Database& database, const std::string& sql) {
    try {
      const auto done = database.as_agency(token_of("lead two"), [&](AgencyTx& tx) {
        const auto rows = tx.run(own_rows);
        EXPECT_EQ(rows.one().text("names"), hidden) << sql;
        EXPECT_EQ(rows.one().text("settings"), "UTCon15s") << sql;
        EXPECT_EQ(tx.run(own_write).affected(), 1U) << sql;
        return Result<Done>(Done{});
      });
      EXPECT_TRUE(done) << sql;
    } catch (const std::exception& fault) {
      ADD_FAILURE() << sql << "\nthe next user: " << fault.what();
    }
  }

  const std::vector<Injection> all_ = injections(region::agency_two, region::token("lead one"));
  std::string before_ = foreign_rows();
};

TEST_F(Injectable, tries_enough) { EXPECT_GE(all_.size(), 120U); }

// As a careless store of ours would: the one way that statements have.
TEST_F(Injectable, store_reads_and_changes_nothing_of_others_and_leaves_nothing_behind) {
  postgres::Database database(
      {.connection = TestDatabase::instance().settings("gateway"), .connections_max = 1});
  std::deque<std::string> kept;
  int succeeded = 0, stacked = 0;
  for (const auto& injection : all_) {
    for (const auto& shape : shapes) {
      const auto& sql = kept.emplace_back(pasted(shape, injection));
      const auto& name = kept.emplace_back("injected." + std::to_string(kept.size()));
      ++tried;
      try {
        const auto done = database.as_agency(token_of("lead one"), [&](AgencyTx& tx) {
          const auto rows = tx.run_with({name.c_str(), sql.c_str()}, {});
          for (const auto& row : rows)
            look_at(shape.before.starts_with("select n") ? row.text_if("name").value_or("") : "",
                    sql);
          return Result<Done>(Done{});
        });
        succeeded += done ? 1 : 0;
        stacked += injection.is_expression ? 0 : 1;
      } catch (const std::exception& fault) {
        look_at(fault.what(), sql);
      }
      look_at_tables(sql);
      next_user(database, sql);
    }
  }
  EXPECT_GT(succeeded, 200) << "most of it must be SQL that runs";
  EXPECT_EQ(stacked, 0) << "a statement that is two is refused before either runs";
}

// One connection and who uses it in turn, as a pool would: what is broken or not at rest is let go.
class Wire {
 public:
  postgres::Connection& get() {
    if (!held_ || held_->broken() || !held_->at_rest()) {
      held_.emplace(TestDatabase::instance().settings("gateway") +
                    " options='-c TimeZone=UTC -c statement_timeout=15000'");
    }
    return *held_;
  }

 private:
  std::optional<postgres::Connection> held_;
};

postgres::Call enter_as(const std::string& who) {
  return {{"injectable.enter", "select * from identity.enter($1::bytea)"},
          {postgres::to_bytea(token_of(who).bytes)}};
}

// What the text came to, all of it sent as it stands, several statements or not.
std::string sent_whole(postgres::Connection& connection, const std::string& sql) {
  std::string text;
  try {
    pqxx::nontransaction plain(connection.raw());
    for (const auto& row : plain.exec(sql)) {
      for (const auto& field : row)
        text += field.is_null() ? "" : field.c_str();
    }
  } catch (const std::exception& fault) {
    text += fault.what();
  }
  return text;
}

// Worse than any store of ours could be: statements that follow the first one run, and may leave
// the sealed transaction. What they leave it for can do nothing.
TEST_F(Injectable, wire_that_takes_several_statements_reads_and_changes_nothing_either) {
  Wire wire;
  for (const auto& injection : all_) {
    if (injection.is_expression) continue;
    for (const auto& shape : {shapes[0], shapes[2]}) {
      const auto sql = pasted(shape, injection);
      ++tried;
      auto& connection = wire.get();
      try {
        postgres::Transaction::Impl sealed(connection, true);
        sealed.run(enter_as("lead one"));
        look_at(sent_whole(connection, sql), sql);
        look_at(sent_whole(connection, "select string_agg(name, ',') from tenant.unit"), sql);
        sealed.commit();
      } catch (const std::exception& fault) {
        look_at(fault.what(), sql);
        connection.mark_broken();
      }
      look_at_tables(sql);
      if (injection.sql.starts_with("deallocate")) connection.mark_broken();
      postgres::Transaction::Impl next(wire.get(), true);
      next.run(enter_as("lead two"));
      const auto rows = next.run({own_rows, {}});
      EXPECT_EQ(rows.one().text("names"), hidden) << sql;
      EXPECT_EQ(rows.one().text("settings"), "UTCon15s") << sql;
      EXPECT_EQ(next.run({own_write, {}}).affected(), 1U) << sql;
      next.commit();
    }
  }
}

TEST_F(Injectable, wire_out_of_its_sealed_transaction_can_do_nothing) {
  Wire wire;
  auto& connection = wire.get();
  postgres::Transaction::Impl sealed(connection, true);
  sealed.run(enter_as("lead one"));
  EXPECT_EQ(sent_whole(connection, "select count(*) from tenant.unit"), "1");
  sent_whole(connection, "commit; begin");
  for (const std::string table :
       {"tenant.unit", "tenant.audit", "tenant.request", "tenancy.party", "identity.session",
        "identity.person", "jobs.job", "app.seal_key"}) {
    ++tried;
    const auto text = sent_whole(connection, "savepoint s; select count(*) from " + table);
    EXPECT_NE(text.find("permission denied"), std::string::npos) << table << ": " << text;
    sent_whole(connection, "rollback to savepoint s");
  }
  for (const std::string role : {"scope_agency", "scope_board"}) {
    const auto text = sent_whole(connection, "savepoint s; set local role " + role +
                                                 "; select count(*) from tenant.audit_entry");
    EXPECT_NE(text.find("ERROR"), std::string::npos) << role << ": " << text;
    sent_whole(connection, "rollback to savepoint s");
  }
  connection.mark_broken();
}

}  // namespace
}  // namespace onereturn::testing
