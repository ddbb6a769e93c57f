#include "support/isolation/verbs.hpp"

#include <algorithm>

namespace onereturn::testing::isolation {
namespace {

// Names the row by its key, or by what the role may read of it: a refusal should be about the row.
std::string naming(const Table& table, const Columns& role, const Row& row) {
  const auto& may = role.readable;
  if (may.empty() ||
      std::ranges::all_of(table.key, [&](const auto& k) { return may.contains(k); })) {
    return where(row, table.key);
  }
  auto names = table.key;
  names.insert(names.end(), table.parties.begin(), table.parties.end());
  std::erase_if(names, [&](const auto& name) { return !may.contains(name); });
  return where(row, names);
}

std::vector<std::string> in_order(const Table& table, const std::set<std::string>& wanted) {
  auto chosen = table.columns;
  std::erase_if(chosen,
                [&](const auto& name) { return !wanted.empty() && !wanted.contains(name); });
  return chosen;
}

std::string read(const Table& table, const Columns& role, const Row& row) {
  return "select " + joined(in_order(table, role.readable), ", ") + " from " + table.qualified() +
         " where " + naming(table, role, row);
}

std::string count(const Table& table, const Columns& role, const Row& row) {
  return "select count(*) from " + table.qualified() + " where " + naming(table, role, row) +
         " having count(*) > 0";
}

std::string lock(const Table& table, const Columns& role, const Row& row) {
  return "select 1 from " + table.qualified() + " where " + naming(table, role, row) +
         " for update";
}

std::string insert(const Table& table, const Columns& role, const Row& row) {
  const auto columns = in_order(table, role.insertable);
  std::vector<std::string> values;
  for (const auto& column : columns) {
    values.push_back(literal(row.at(column)));
  }
  return "insert into " + table.qualified() + " (" + joined(columns, ", ") + ") values (" +
         joined(values, ", ") + ")";
}

std::string update(const Table& table, const Columns& role, const Row& row) {
  const auto column = in_order(table, role.changeable).back();
  return "update " + table.qualified() + " set " + column + " = " + literal(row.at(column)) +
         " where " + naming(table, role, row);
}

std::string remove(const Table& table, const Columns& role, const Row& row) {
  return "delete from " + table.qualified() + " where " + naming(table, role, row);
}

std::string empty(const Table& table, const Columns& /*role*/, const Row& /*row*/) {
  return "truncate " + table.qualified() + " cascade";
}

// Nothing to see of a row: the privilege itself is asked for.
auto privilege(const std::string& name) {
  return [name](const Table& table, const Columns& /*role*/, const Row& /*row*/) {
    return "select 1 where has_table_privilege('" + table.qualified() + "', '" + name + "')";
  };
}

}  // namespace

bool Verb::is_let(const Table& table, const std::string& role) const {
  return std::ranges::all_of(needs, [&](char need) { return table.lets(role, need); });
}

const std::vector<Verb>& verbs() {
  static const std::vector<Verb> all = {{"read", "r", read},
                                        {"count", "r", count},
                                        {"lock", "rw", lock},
                                        {"insert", "a", insert},
                                        {"update", "rw", update},
                                        {"delete", "rd", remove},
                                        {"truncate", "-", empty},
                                        {"references", "-", privilege("references")},
                                        {"trigger", "-", privilege("trigger")}};
  return all;
}

std::string removing(const Table& table, const Row& row) {
  return "set local session_replication_role = replica; delete from " + table.qualified() +
         " where " + where(row, table.key) + "; set local session_replication_role = origin; ";
}

}  // namespace onereturn::testing::isolation
