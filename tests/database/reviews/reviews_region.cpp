#include "reviews_region.hpp"

namespace onereturn::testing::reviews_region {
namespace {

namespace region = delivery_region;

std::string id(const std::string& first, int number) {
  return first + "000000-0000-4000-8000-00000000070" + std::to_string(number);
}

const std::string& board() { return region::lights().party; }

void add_person(Raw& owner, const std::string& who, int number, const std::string& party,
                const std::string& role) {
  owner.run("select operator.add_person('" + id("d1", number) + "', 'p" + std::to_string(number) +
            "@reviews.example', '" + who + "', '')");
  owner.run("select operator.add_membership('" + id("e1", number) + "', '" + id("d1", number) +
            "', '" + party + "', null, '" + role + "', '')");
  owner.run("select operator.issue_session(sha256('" + who + "'::bytea), '" + id("d1", number) +
            "', '" + id("e1", number) + "', 'bearer', '1 day')");
}

std::string request_of(const std::string& agency) {
  return Raw::superuser().one("select request_id::text from tenant.request where tenant_id = '" +
                              board() + "' and agency_id = '" + agency + "' limit 1");
}

// A return as the worker would have written it, each text and light the same.
void make_return(const std::string& made, const std::string& agency, const std::string& light,
                 int pieces, int on_request) {
  const auto head = "'" + board() + "', '" + made + "'";
  Raw::superuser().run(
      "insert into tenant.return (tenant_id, return_id, request_id, agency_id, origin) values (" +
      head + ", '" + request_of(agency) + "', '" + agency + "', 'direct');" +
      "insert into tenant.return_version (tenant_id, return_id, version_no, agency_id,"
      " template_code, template_version, hash, receipt_code) values (" +
      head + ", 1, '" + agency + "', '" + region::lights().form + "', 1, sha256('h'), 'code " +
      made.substr(30) + "');" +
      "insert into tenant.return_box (tenant_id, return_id, version_no, box_no, position, "
      "agency_id,"
      " text, point, state, digest, salt) select '" +
      board() + "', '" + made + "', 1, b.box_no, b.position, '" + agency +
      "', case when b.content = 'rating' then null else 'Words of ' || b.box_no end,"
      " case when b.content = 'rating' then '" +
      light +
      "' end, case when b.content = 'rating' then 'set' else 'text' end, sha256('d'),"
      " case when b.content = 'rating' then null else '0123456789abcdef'::bytea end"
      " from catalogue.box b where b.template_code = '" +
      region::lights().form +
      "' and b.version = 1;"
      "insert into tenant.return_evidence (tenant_id, return_id, version_no, evidence_no, "
      "agency_id,"
      " evidence_id, evidence_version, title, kept_where, blob_sha256) select '" +
      board() + "', '" + made + "', 1, n, '" + agency +
      "', gen_random_uuid(), 1, 'Piece ' || n, case when n <= " + std::to_string(on_request) +
      " then 'Room ' || n end, case when n > " + std::to_string(on_request) +
      " then sha256(n::text::bytea) end from generate_series(1, " + std::to_string(pieces) +
      ") as n");
}

}  // namespace

Instant later(int days) { return noon + std::chrono::hours{24} * days; }

Date day_after(int days) { return std::chrono::sys_days{today} + std::chrono::days{days}; }

void seed() {
  static const bool done = [] {
    region::seed();
    Raw owner("operator");
    add_person(owner, "member", 1, board(), "member");
    add_person(owner, "reviewer", 2, board(), "reviewer");
    add_person(owner, "chair", 3, board(), "chair");
    Raw::superuser().run(
        "insert into identity.membership (person_id, party_id, role, position, from_at) values ('" +
        id("d1", 1) + "', '" + region::other_agency + "', 'contributor', '', now())");
    Raw::superuser().run(
        "update tenant.register_entry set name = case agency_id when '" + region::agency +
        "' then 'First force' else 'Second trust' end where tenant_id = '" + board() + "'");
    make_return(first_return().text(), region::agency, "amber", 7, 5);
    make_return(second_return().text(), region::other_agency, "green", 3, 3);
    return true;
  }();
  static_cast<void>(done);
}

ReturnId first_return() { return ReturnId{id("f1", 1)}; }
ReturnId second_return() { return ReturnId{id("f1", 2)}; }

std::string wave() {
  return Raw::superuser().one("select audit_id::text from tenant.request where request_id = '" +
                              request_of(region::agency) + "'");
}

std::string first_name() {
  return Raw::superuser().one("select name from tenant.register_entry where tenant_id = '" +
                              board() + "' and agency_id = '" + region::agency + "'");
}

std::string second_name() {
  return Raw::superuser().one("select name from tenant.register_entry where tenant_id = '" +
                              board() + "' and agency_id = '" + region::other_agency + "'");
}

std::string person_of(const std::string& who) {
  return Raw::superuser().one(
      "select person_id::text from identity.session where token_hash ="
      " sha256('" +
      who + "'::bytea)");
}

int count(const std::string& sql) { return std::stoi(Raw::superuser().one(sql)); }

}  // namespace onereturn::testing::reviews_region
