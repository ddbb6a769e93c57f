#include "functional/trail/trail_fixture.hpp"

#include "platform/postgres/cause.hpp"

namespace onereturn::testing {

namespace region = small_region;

Trail::Trail()
    : folder_(make_folder()),
      anchors_(storage::open_anchor_folder(folder_)),
      gateway_({.connection = TestDatabase::instance().settings("gateway")}),
      worker_({.connection = TestDatabase::instance().settings("worker")}),
      backup_({.connection = TestDatabase::instance().settings("backup")}),
      services_{worker_, log_,    metrics_, system_clock(), at_hand_,
                {},      nullptr, "",       anchors_.get()} {
  region::seed();
  Raw::superuser().run(
      "set session_replication_role = replica; truncate tenant.audit_seal, tenant.audit_entry,"
      " jobs.unsealed, jobs.trail; delete from jobs.job where kind = 'seal_trail'");
}

Trail::~Trail() { std::filesystem::remove_all(folder_); }

void Trail::write(const std::string& who, const std::string& subject, const std::string& personal) {
  const audit_log::Entry entry{.what = "test.done",
                               .subject_kind = "test",
                               .subject_id = subject,
                               .detail = "a\nline \\ and \"quotes\"",
                               .personal = personal};
  const auto written = [&](auto& tx) {
    audit_log::record(tx, entry);
    return Result(Done{});
  };
  const postgres::TokenHash token{crypto::sha256(who)};
  const postgres::Cause cause("", parse_instant("2027-03-16T10:00:00.000001Z"));
  const auto done =
      who.starts_with("lead")
          ? gateway_.as_agency(token, [&](postgres::AgencyTx& tx) { return written(tx); })
          : gateway_.as_board(token, [&](postgres::BoardTx& tx) { return written(tx); });
  ASSERT_TRUE(done.has_value());
}

worker::JobOutcome Trail::seal() {
  queue_.announce_trails(std::chrono::seconds{0});
  auto last = worker::JobOutcome::left;
  for (const auto& job : queue_.claim(100, std::chrono::seconds{60})) {
    last = worker::run_job(job, worker::job_kinds(), queue_, services_);
  }
  return last;
}

void Trail::anchor() { worker::anchor_trails(services_); }

void Trail::write_and_seal(int count) {
  for (int number = 1; number <= count; ++number) {
    write("lead one", std::to_string(number));
  }
  ASSERT_EQ(seal(), worker::JobOutcome::done);
  anchor();
}

std::vector<std::string> Trail::faults(bool with_anchors, std::chrono::seconds waiting_max) {
  std::vector<std::string> found;
  const audit_log::VerifyAsked asked{
      .party = {}, .with_anchors = with_anchors, .waiting_max = waiting_max};
  const auto read = backup_.as_backup([&](postgres::BackupTx& tx) -> Result<Done> {
    const auto noted = audit_log::noted_trails(tx, asked);
    audit_log::AnchorReader anchors(crypto::sha256);
    if (with_anchors) anchors_->read([&](std::string_view line) { anchors.read(line); });
    found = anchors.faults();
    for (const auto& each : noted) {
      const auto trail = audit_log::verify_trail(tx, each, asked, anchors, crypto::sha256);
      found.insert(found.end(), trail.faults.begin(), trail.faults.end());
    }
    return Done{};
  });
  EXPECT_TRUE(read.has_value());
  return found;
}

audit_log::VerifiedTrail Trail::verified(const std::string& party) {
  audit_log::VerifyAsked asked;
  asked.party = PartyId{party};
  asked.with_anchors = false;
  return *backup_.as_backup([&](postgres::BackupTx& tx) -> Result<audit_log::VerifiedTrail> {
    return audit_log::verify_trail(tx, audit_log::noted_trails(tx, asked).at(0), asked,
                                   audit_log::AnchorReader(crypto::sha256), crypto::sha256);
  });
}

std::string Trail::chain(const std::string& party) {
  return Raw::superuser().one(
      "select coalesce(string_agg(s.chain_no || ':' || e.subject_ref, ' ' order by s.chain_no), '')"
      " from tenant.audit_seal s join tenant.audit_entry e using (tenant_id, entry_no)"
      " where tenant_id = '" +
      party + "'");
}

void Trail::tamper(const std::string& sql) {
  Raw::superuser().run("set session_replication_role = replica; " + sql);
}

}  // namespace onereturn::testing
