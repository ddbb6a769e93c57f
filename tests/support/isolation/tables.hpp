#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <pqxx/pqxx>

#include "support/isolation/world.hpp"

namespace onereturn::testing::isolation {

// A row as text, column by column.
using Row = std::map<std::string, std::optional<std::string>>;

// What one role may touch of a table, by the grants of columns.
struct Columns {
  std::set<std::string> readable;
  std::set<std::string> insertable;
  std::set<std::string> changeable;
};

struct Table {
  std::string schema;
  std::string name;
  std::vector<std::string> columns;  // in their order, without generated ones
  std::vector<std::string> key;
  std::vector<std::string> uuids;          // columns
  std::vector<std::string> parties;        // columns that say whose a row is
  std::vector<std::string> global_links;   // columns of a key to what is no tenant's
  bool secured = false;                    // row security is on
  std::set<std::string> policies;          // "scope_agency r"
  std::map<std::string, Columns> granted;  // by role
  std::vector<Row> rows;

  std::string qualified() const { return schema + "." + name; }
  // Published for everybody who has entered: no row of it is anybody's.
  bool is_public() const { return schema == "catalogue" || name == "organisation"; }
  bool lets(const std::string& role, char verb) const {
    return policies.contains(role + " " + verb);
  }
};

// Every table of the service as the database has it now, with its rows; only the one that is named,
// if one is. Must run as the superuser.
std::vector<Table> load_tables(pqxx::transaction_base& work, const std::string& only = {});

// Nothing of that row is that actor's.
bool is_foreign(const Actor& actor, const Table& table, const Row& row);
// One row for each party, or pair of parties, to whom rows belong.
std::vector<Row> one_of_each_owner(const Table& table, const std::vector<Row>& rows);

// SQL: 'text', or null.
std::string literal(const std::optional<std::string>& value);
// SQL: "a = 'x' and b = 'y'" of those columns; "true" when there are none.
std::string where(const Row& row, const std::vector<std::string>& columns);
std::string joined(const std::vector<std::string>& parts, const std::string& between);

}  // namespace onereturn::testing::isolation
