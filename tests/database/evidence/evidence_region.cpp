#include "evidence_region.hpp"

#include <gtest/gtest.h>

#include "domain/evidence/scan_evidence.hpp"

namespace onereturn::testing::evidence_region {

namespace {

namespace region = small_region;

void add_centre(const std::string& unit, const std::string& who) {
  auto owner = Raw::superuser();
  const auto person = "d" + unit.substr(1);
  const auto membership = "e" + unit.substr(1);
  owner.run("insert into tenant.unit (tenant_id, unit_id, parent_unit_id, name) values ('" +
            region::agency_one + "', '" + unit + "', '" + region::agency_one + "', '" + who + "')");
  owner.run("select operator.add_person('" + person + "', '" + who + "@centre.example', '" + who +
            "', '')");
  owner.run("select operator.add_membership('" + membership + "', '" + person + "', '" +
            region::agency_one + "', '" + unit + "', 'contributor', '')");
  owner.run("select operator.issue_session(sha256('" + who + "'::bytea), '" + person + "', '" +
            membership + "', 'bearer', '1 day')");
}

}  // namespace

void seed() {
  static const bool once = [] {
    region::seed();
    add_centre(north, "north");
    add_centre(south, "south");
    return true;
  }();
  (void)once;
}

postgres::Database& gateway() {
  static postgres::Database database({.connection = TestDatabase::instance().settings("gateway")});
  return database;
}

postgres::Database& worker() {
  static postgres::Database database({.connection = TestDatabase::instance().settings("worker")});
  return database;
}

postgres::TokenHash session_of(const std::string& who) { return {crypto::sha256(who)}; }

evidence::WriteFile file(const std::string& content, const std::string& title) {
  evidence::WriteFile written;
  written.file = {.sha256 = crypto::sha256(content),
                  .name = "policy.pdf",
                  .media_type = "application/pdf",
                  .size = content.size(),
                  .scan = evidence::Scan::pending,
                  .found = {}};
  written.title = title;
  written.at = noon;
  return written;
}

EvidenceId added(const std::string& who, const evidence::WriteFile& written) {
  const auto made =
      as(who, [&](postgres::AgencyTx& tx) { return evidence::add_file(tx, written, today); });
  EXPECT_TRUE(made.has_value()) << (made ? "" : made.problem().detail);
  return made ? *made : EvidenceId{};
}

evidence::Piece piece(const std::string& who, const EvidenceId& id) {
  const auto found = as(who, [&](postgres::AgencyTx& tx) { return evidence::find_piece(tx, id); });
  return found ? *found : evidence::Piece{};
}

int check_all(const std::string& found) {
  postgres::JobQueue queue(worker());
  int done = 0;
  for (const auto& job : queue.claim(50, std::chrono::seconds{60})) {
    if (job.kind != "scan_evidence") continue;
    const auto scanned = evidence::scan_evidence(
        worker(), job.lease, [&](const AgencyId&, const std::string&) { return found; });
    EXPECT_TRUE(scanned.has_value());
    ++done;
  }
  return done;
}

postgres::ClaimedJob upkeep_job() {
  Raw::superuser().run(
      "delete from jobs.job where kind = 'look_after_evidence'; delete from jobs.waking;"
      "insert into jobs.waking values ('" +
      region::agency_one + "', '2027-03-16')");
  postgres::JobQueue queue(worker());
  EXPECT_EQ(queue.announce_woken(today), 1);
  for (const auto& job : queue.claim(50, std::chrono::seconds{60})) {
    if (job.kind == "look_after_evidence") return job;
    (void)queue.release(job.lease);
  }
  ADD_FAILURE() << "no such job";
  return {};
}

ReturnId delivered() {
  static const std::string id = [] {
    const std::string made = "f0000000-0000-4000-8000-0000000000f1";
    Raw::superuser().run(
        "insert into tenant.return (tenant_id, return_id, request_id, agency_id, origin) values"
        " ('" +
        region::board_two + "', '" + made + "', '" + region::request_two_of_one + "', '" +
        region::agency_one +
        "', 'direct');"
        "insert into tenant.return_version (tenant_id, return_id, version_no, agency_id,"
        " template_code, template_version, hash, receipt_code) values ('" +
        region::board_two + "', '" + made + "', 1, '" + region::agency_one +
        "', 't2', 1, sha256('h'), 'code two');"
        "insert into tenant.return_evidence (tenant_id, return_id, version_no, evidence_no,"
        " agency_id, evidence_id, evidence_version, title, kept_where, blob_sha256)"
        " select '" +
        region::board_two + "'::uuid, '" + made + "'::uuid, 1, n, '" + region::agency_one +
        "'::uuid, case n when 1 then gen_random_uuid() else '" + file_piece +
        "'::uuid end, 1, 'Piece ' || n, case n when 1 then 'Room 2' end,"
        " case n when 2 then sha256('delivered') end from generate_series(1, 2) as n");
    return made;
  }();
  return ReturnId{id};
}

}  // namespace onereturn::testing::evidence_region
