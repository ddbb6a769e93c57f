#include "support/isolation/tables.hpp"

#include <algorithm>

namespace onereturn::testing::isolation {
namespace {

const std::string schemas =
    "('tenant', 'tenancy', 'identity', 'catalogue', 'directory', 'jobs', 'app')";

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : text) {
    if (c == ',') {
      parts.push_back(part);
      part.clear();
    } else {
      part += c;
    }
  }
  if (!part.empty()) {
    parts.push_back(part);
  }
  return parts;
}

// Each list is one text with commas: no column of ours has one in its name.
const std::string tables_and_columns =
    "select n.nspname, c.relname, c.relrowsecurity,"
    " (select string_agg(a.attname, ',' order by a.attnum) from pg_attribute a"
    "   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''"
    "     and a.attidentity <> 'a') as columns,"
    " (select string_agg(a.attname, ',' order by a.attnum) from pg_constraint k"
    "   join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)"
    "  where k.conrelid = c.oid and k.contype = 'p') as key,"
    " (select string_agg(a.attname, ',' order by a.attnum) from pg_attribute a"
    "   where a.attrelid = c.oid and a.attnum > 0 and a.atttypid = 'uuid'::regtype) as uuids,"
    " (select string_agg(distinct a.attname, ',') from pg_attribute a"
    "   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
    "     and case when n.nspname = 'tenant' then a.attname in ('tenant_id', 'agency_id')"
    "              else exists (select from pg_constraint k where k.conrelid = c.oid"
    "                and k.contype = 'f' and k.confrelid = 'tenancy.party'::regclass"
    "                and a.attnum = any (k.conkey)) end) as parties,"
    " (select string_agg(distinct a.attname, ',') from pg_constraint k"
    "   join pg_class f on f.oid = k.confrelid"
    "   join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)"
    "  where k.conrelid = c.oid and k.contype = 'f' and cardinality(k.conkey) = 1"
    "    and f.relnamespace <> 'tenant'::regnamespace) as global_links,"
    " (select string_agg(r.rolname || ' ' || p.polcmd::text, ',') from pg_policy p"
    "   cross join lateral unnest(p.polroles) u join pg_roles r on r.oid = u"
    "  where p.polrelid = c.oid) as policies"
    " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
    " where c.relkind in ('r', 'p') and n.nspname in ";

void load_grants(pqxx::transaction_base& work, Table& table) {
  for (const auto& row : work.exec(
           "select r.rolname, a.attname,"
           " has_column_privilege(r.oid, a.attrelid, a.attnum, 'select'),"
           " has_column_privilege(r.oid, a.attrelid, a.attnum, 'insert'),"
           " has_column_privilege(r.oid, a.attrelid, a.attnum, 'update')"
           " from pg_attribute a cross join pg_roles r where a.attnum > 0 and not a.attisdropped"
           " and a.attgenerated = '' and a.attidentity <> 'a' and a.attrelid = " +
           work.quote(table.qualified()) +
           "::regclass and (r.rolname like 'scope\\_%' or r.rolname = 'owner')")) {
    auto& columns = table.granted[row[0].c_str()];
    const std::string name = row[1].c_str();
    if (row[2].as<bool>()) columns.readable.insert(name);
    if (row[3].as<bool>()) columns.insertable.insert(name);
    if (row[4].as<bool>()) columns.changeable.insert(name);
  }
}

void load_rows(pqxx::transaction_base& work, Table& table) {
  std::vector<std::string> texts;
  for (const auto& column : table.columns) {
    texts.push_back(column + "::text");
  }
  for (const auto& found : work.exec("select " + joined(texts, ", ") + " from " +
                                     table.qualified() + " order by 1, 2 limit 200")) {
    Row row;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto field = found[static_cast<int>(i)];
      row[table.columns[i]] =
          field.is_null() ? std::nullopt : std::optional<std::string>(field.c_str());
    }
    table.rows.push_back(std::move(row));
  }
}

std::set<std::string> owners_of(const Table& table, const Row& row, bool with_board) {
  std::set<std::string> owners;
  const auto take = [&](const std::string& column) {
    const auto found = row.find(column);
    if (found != row.end() && found->second) {
      owners.insert(*found->second);
    }
  };
  for (const auto& column : table.parties) {
    take(column);
  }
  if (with_board) {
    take("board_id");
  }
  return owners;
}

}  // namespace

std::vector<Table> load_tables(pqxx::transaction_base& work, const std::string& only) {
  std::vector<Table> tables;
  const auto filter =
      only.empty() ? std::string() : " and n.nspname || '.' || c.relname = " + work.quote(only);
  for (const auto& row :
       work.exec(tables_and_columns + schemas + filter + " order by n.nspname, c.relname")) {
    Table table;
    table.schema = row["nspname"].c_str();
    table.name = row["relname"].c_str();
    table.secured = row["relrowsecurity"].as<bool>();
    table.columns = split(row["columns"].c_str());
    table.key = split(row["key"].c_str());
    table.uuids = split(row["uuids"].c_str());
    table.parties = split(row["parties"].c_str());
    table.global_links = split(row["global_links"].c_str());
    for (auto& policy : split(row["policies"].c_str())) {
      table.policies.insert(std::move(policy));
    }
    load_grants(work, table);
    load_rows(work, table);
    tables.push_back(std::move(table));
  }
  return tables;
}

bool is_foreign(const Actor& actor, const Table& table, const Row& row) {
  if (actor.kind != Actor::honest) {
    return true;
  }
  if (actor.parties.empty() || table.parties.empty()) {
    return false;
  }
  const auto owners = owners_of(table, row, actor.scope == "delivery");
  // What a party shows of itself to those that it knows, and tells all whom it asks.
  static const std::set<std::string> shown{"party_profile", "guidance", "guidance_version",
                                           "report_look"};
  const auto is_own = [&](const std::string& party) {
    return actor.parties.contains(party) ||
           (shown.contains(table.name) && actor.known.contains(party));
  };
  return actor.scope == "delivery" ? !std::ranges::all_of(owners, is_own)
                                   : std::ranges::none_of(owners, is_own);
}

std::vector<Row> one_of_each_owner(const Table& table, const std::vector<Row>& rows) {
  std::map<std::set<std::string>, Row> found;
  for (const auto& row : rows) {
    found.emplace(owners_of(table, row, false), row);
  }
  std::vector<Row> each;
  for (const auto& [owners, row] : found) {
    each.push_back(row);
  }
  return each;
}

std::string literal(const std::optional<std::string>& value) {
  if (!value) {
    return "null";
  }
  std::string quoted = "'";
  for (const char c : *value) {
    quoted += c == '\'' ? "''" : std::string(1, c);
  }
  return quoted + "'";
}

std::string where(const Row& row, const std::vector<std::string>& columns) {
  std::vector<std::string> parts;
  for (const auto& column : columns) {
    if (const auto found = row.find(column); found != row.end()) {
      parts.push_back(column + (found->second ? " = " + literal(found->second) : " is null"));
    }
  }
  return parts.empty() ? "true" : joined(parts, " and ");
}

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string text;
  for (const auto& part : parts) {
    text += (text.empty() ? "" : between) + part;
  }
  return text;
}

}  // namespace onereturn::testing::isolation
