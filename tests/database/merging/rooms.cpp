#include "rooms.hpp"

#include <gtest/gtest.h>

namespace onereturn::testing {

namespace region = small_region;

postgres::Database& gateway_database() {
  static postgres::Database gateway({TestDatabase::instance().settings("gateway")});
  return gateway;
}

Instant now_in_tests() {
  return std::chrono::time_point_cast<Instant::duration>(std::chrono::system_clock::now());
}

std::string value(const std::string& sql) {
  auto raw = Raw::superuser();
  return raw.one(sql);
}

std::string digest(const std::string& text) {
  const auto hex = value("select encode(sha256('" + text + "'::bytea), 'hex')");
  std::string bytes;
  for (std::size_t at = 0; at < hex.size(); at += 2)
    bytes.push_back(static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16)));
  return bytes;
}

std::string add_colleague(const Room& room, const std::string& name, const std::string& role,
                          const std::string& limits) {
  Raw owner("operator");
  const auto session = room.name + " " + name;
  auto mail = session + "@merging.example";
  for (auto& c : mail) {
    if (c == ' ') c = '.';
  }
  const auto known =
      value("select person_id from identity.person where email = lower('" + mail + "')");
  const auto person =
      known.empty()
          ? owner.one("select operator.add_person(null, '" + mail + "', '" + name + "', '')")
          : known;
  const auto membership = owner.one("select operator.add_membership(null, '" + person + "', '" +
                                    room.party + "', null, '" + role + "', '')");
  Raw::superuser().run("update identity.membership set standards = " + limits +
                       " where membership_id = '" + membership + "'");
  owner.run("select operator.issue_session(" + region::token(session) + ", '" + person + "', '" +
            membership + "', 'bearer', '1 day')");
  return person;
}

Room make_room(const std::string& name) {
  Raw owner("operator");
  Room room{owner.one("select operator.add_party(null, 'agency', null, 'active', '{\"name\": \"" +
                      name + "\"}')"),
            "", name + " lead", name};
  room.lead = add_colleague(room, "lead", "lead");
  Raw gateway("gateway");
  pqxx::work work(gateway.connection());
  work.exec(region::enter(room.session));
  work.exec(
      "insert into tenant.unit (tenant_id, unit_id, name)"
      " values (app.party(), app.party(), 'All of it')");
  work.commit();
  return room;
}

void connect(const std::string& board, const Room& room) {
  Raw("operator").run("select operator.connect('" + board + "', '" + room.party + "')");
}

std::string ask(const std::string& manager, const Room& room, const std::string& entry_name) {
  const std::string form = manager == "manager one" ? "t1" : "t2";
  Raw gateway("gateway");
  pqxx::work work(gateway.connection());
  work.exec(region::enter(manager));
  const auto entry =
      work.exec1(
              "insert into tenant.register_entry (tenant_id, name, agency_id, unit_id, type,"
              " from_on) values (app.party(), '" +
              entry_name + "', '" + room.party + "', '" + room.party +
              "', 'school', '2027-01-01') returning entry_id")[0]
          .as<std::string>();
  const auto audit =
      work.exec1(
              "insert into tenant.audit (tenant_id, kind, title, template_code,"
              " template_version, period) values (app.party(), 'section11', 'Wave', '" +
              form + "', 1, '2027') returning audit_id")[0]
          .as<std::string>();
  auto request =
      work.exec1(
              "insert into tenant.request (tenant_id, audit_id, entry_id, agency_id,"
              " unit_id, template_code, template_version, kind, title, period, due_on)"
              " values (app.party(), '" +
              audit + "', '" + entry + "', '" + room.party + "', '" + room.party + "', '" + form +
              "', 1, 'section11', 'Wave', '2027', '2027-05-28') returning request_id")[0]
          .as<std::string>();
  work.commit();
  return request;
}

void answer(const Room& room, const std::string& code, int base, const std::string& text,
            int level) {
  const auto saved = Raw("gateway").one(
      "select saved from app.save_answer(" + region::token(room.session) + ", '" + room.party +
      "', '" + code + "', " + std::to_string(base) + ", " + std::to_string(level) +
      ", null, null, 'own', null, true, array['describes'], array[''], array['" + text +
      "'], null, null, null, null)");
  EXPECT_EQ(saved, "t");
}

tenancy::MergeId propose(const Room& first, const Room& second, bool second_stays) {
  static int codes = 0;
  const auto code = digest("code " + std::to_string(++codes) + " of " + first.name);
  EXPECT_TRUE(as_lead(first, [&](postgres::AgencyTx& tx) {
                return tenancy::offer_merge(tx, code);
              }).has_value());
  const auto proposed = as_lead(second, [&](postgres::AgencyTx& tx) {
    return tenancy::propose_merge(tx, {code, second_stays});
  });
  EXPECT_TRUE(proposed.has_value() && proposed->has_value());
  return proposed->value();
}

Result<tenancy::Agreement> agree(const Room& room, const tenancy::MergeId& merge) {
  return as_lead(room, [&](postgres::AgencyTx& tx) {
    return tenancy::agree_to_merge(tx, merge, now_in_tests());
  });
}

tenancy::MergeId merge_into(const Room& going, const Room& staying) {
  const auto merge = propose(going, staying, true);
  const auto first = agree(staying, merge);
  EXPECT_TRUE(first.has_value() && first->outcome == tenancy::Agreed::waiting);
  const auto second = agree(going, merge);
  EXPECT_TRUE(second.has_value() && second->outcome == tenancy::Agreed::merged);
  return merge;
}

std::map<std::string, std::vector<std::string>> readable(const std::string& session,
                                                         const std::vector<std::string>& without) {
  Raw gateway("gateway");
  pqxx::work work(gateway.connection());
  work.exec(region::enter(session));
  std::map<std::string, std::vector<std::string>> found;
  std::string hidden;
  for (const auto& name : without)
    hidden += " and a.attname <> '" + name + "'";
  const auto tables = work.exec(
      "select n.nspname || '.' || c.relname, string_agg(quote_ident(a.attname), ', ' order by"
      " a.attnum) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
      " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
      " where n.nspname in ('tenant', 'tenancy') and c.relkind = 'r'"
      " and has_column_privilege(c.oid, a.attnum, 'select')" +
      hidden + " group by 1");
  for (const auto& table : tables) {
    const std::string name = table[0].as<std::string>();
    auto& rows = found[name];
    for (const auto& row : work.exec("select (" + table[1].as<std::string>() + ")::text from " +
                                     name + " order by 1")) {
      rows.push_back(row[0].is_null() ? "" : row[0].as<std::string>());
    }
  }
  return found;
}

std::map<std::string, std::string> everything() {
  auto raw = Raw::superuser();
  std::map<std::string, std::string> found;
  for (const auto& name :
       raw.all("select n.nspname || '.' || quote_ident(c.relname) from pg_class c join pg_namespace"
               " n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('tenant',"
               " 'tenancy', 'identity', 'jobs')")) {
    found[name] =
        raw.one("select md5(string_agg(t::text, '|' order by t::text)) from " + name + " t");
  }
  return found;
}

}  // namespace onereturn::testing
