// The job that has a file checked, with a real clamd and a real database.

#include <filesystem>

#include <gtest/gtest.h>

#include "base/clock.hpp"
#include "domain/evidence/keep_files.hpp"
#include "functional/clamd/clamd_server.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/postgres/database.hpp"
#include "platform/storage/storage.hpp"
#include "support/small_region.hpp"
#include "worker/figures.hpp"
#include "worker/run_job.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
using storage::Standing;
using worker::JobOutcome;

class ScanJob : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  ~ScanJob() override { std::filesystem::remove_all(folder_); }

  // A file of agency one, as the gateway keeps it. Its job waits.
  std::string kept(const std::string& bytes) {
    const auto incoming = store_->begin();
    incoming->write(bytes);
    const auto content = incoming->finish();
    evidence::WriteFile written;
    written.file = {content.sha256,          "notes.txt", "text/plain", content.size,
                    evidence::Scan::pending, {}};
    written.title = bytes.substr(0, 20);
    const auto made = gateway_.as_agency(
        postgres::TokenHash{crypto::sha256("lead one")}, [&](postgres::AgencyTx& tx) {
          auto piece = evidence::add_file(
              tx, written, Date{std::chrono::year{2027}, std::chrono::March, std::chrono::day{16}});
          if (piece) store_->keep(*incoming, tx.actor().party, content);
          return piece;
        });
    EXPECT_TRUE(made.has_value());
    return content.sha256;
  }

  JobOutcome work(const std::string& socket) {
    worker::Services services{worker_,  log_, metrics_,     system_clock(),
                              at_hand_, {},   store_.get(), socket};
    for (const auto& job : queue_.claim(10, std::chrono::seconds{60})) {
      return worker::run_job(job, worker::job_kinds(), queue_, services);
    }
    return JobOutcome::lost;
  }

  static std::string scan_of(const std::string& sha256) {
    return Raw::superuser().one("select scan from tenant.evidence_blob where blob_sha256 = '" +
                                *postgres::to_bytea(sha256) + "'");
  }
  // A file that stands in custody since yesterday, and that no row knows.
  std::string left_by_a_killed_gateway(const std::string& bytes,
                                       const PartyId& party = AgencyId{region::agency_one}) {
    const auto incoming = store_->begin();
    incoming->write(bytes);
    const auto content = incoming->finish();
    store_->keep(*incoming, party, content);
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder_}) {
      if (entry.is_regular_file()) {
        std::filesystem::last_write_time(entry, entry.last_write_time() - std::chrono::hours{25});
      }
    }
    return content.sha256;
  }
  static std::string make_closed_room() {
    const std::string room = "a1000000-0000-4000-8000-00000000c105";
    Raw::superuser().run(
        "insert into tenancy.party (party_id, kind, status, merged_into) values ('" + room +
        "', 'agency', 'merged', '" + region::agency_one + "')");
    return room;
  }
  void wake() {
    Raw::superuser().run("delete from jobs.job where state = 'waiting'; delete from jobs.waking");
    const auto today = day_in_england(system_clock()());
    for (const auto& each : store_->in_custody_since(std::chrono::hours{24}))
      queue_.wake_agency(each.tenant, today);
    EXPECT_EQ(queue_.announce_woken(today), 1);
  }
  // What a verdict asked for.
  void look_after_store(const std::string& socket) {
    EXPECT_EQ(queue_.announce_woken(day_in_england(system_clock()())), 1);
    EXPECT_EQ(work(socket), JobOutcome::done);
  }
  static void make_due() { Raw::superuser().run("update jobs.job set not_before = now()"); }
  Standing standing(const std::string& sha256) {
    return store_->standing(AgencyId{region::agency_one}, sha256);
  }

  const std::string folder_ = make_folder();
  std::unique_ptr<storage::Store> store_ = storage::open_folder(folder_);
  postgres::Database gateway_{{.connection = TestDatabase::instance().settings("gateway")}};
  postgres::Database worker_{{.connection = TestDatabase::instance().settings("worker")}};
  postgres::JobQueue queue_{worker_};
  log::Logger log_{"worker"};
  metrics::Metrics metrics_{worker::figures()};
  fan_out::FrozenAtHand at_hand_;
};

TEST_F(ScanJob, waits_untried_for_as_long_as_the_scanner_is_away) {
  const auto sha256 = kept("A policy for patience");
  for (int attempt = 0; attempt < 7; ++attempt) {
    EXPECT_EQ(work("/nowhere/clamd.sock"), JobOutcome::postponed);
    make_due();
  }
  EXPECT_EQ(work(""), JobOutcome::postponed);
  EXPECT_EQ(scan_of(sha256), "pending");
  EXPECT_EQ(standing(sha256), Standing::in_custody);
  make_due();
  const Clamd clamd;
  EXPECT_EQ(work(clamd.socket()), JobOutcome::done);
  EXPECT_EQ(scan_of(sha256), "clean");
  EXPECT_EQ(standing(sha256), Standing::released);
}

TEST_F(ScanJob, removes_a_file_with_something_in_it) {
  const auto sha256 = kept("Notes with " + planted);
  const Clamd clamd;
  EXPECT_EQ(work(clamd.socket()), JobOutcome::done);
  EXPECT_EQ(scan_of(sha256), "blocked");
  EXPECT_NE(standing(sha256), Standing::released);
  look_after_store(clamd.socket());
  EXPECT_EQ(standing(sha256), Standing::absent);
}

// Whoever sends the same bytes again before the first file has gone sends a new file.
TEST_F(ScanJob, leaves_a_file_that_was_sent_again_to_its_own_check) {
  const auto sha256 = kept("Twice " + planted);
  const Clamd clamd;
  EXPECT_EQ(work(clamd.socket()), JobOutcome::done);
  EXPECT_EQ(kept("Twice " + planted), sha256);
  EXPECT_EQ(scan_of(sha256), "pending");
  EXPECT_EQ(work(clamd.socket()), JobOutcome::done);
  EXPECT_EQ(scan_of(sha256), "blocked");
  look_after_store(clamd.socket());
  EXPECT_EQ(standing(sha256), Standing::absent);
}

TEST_F(ScanJob, says_when_the_file_is_not_there_and_lets_nothing_pass) {
  const auto sha256 = kept("Lost on the way");
  store_->remove(AgencyId{region::agency_one}, sha256);
  const Clamd clamd;
  EXPECT_EQ(work(clamd.socket()), JobOutcome::put_back);
  EXPECT_EQ(scan_of(sha256), "pending");
  Raw::superuser().run("update jobs.job set state = 'done', ended_at = now(), lease_until = null");
}

// What stands in the store, and what stops: a store that is away, and a gateway that was killed
// between keeping a file and saying so.
TEST_F(ScanJob, takes_out_of_the_store_what_nobody_needs_and_nothing_else) {
  const Clamd clamd;
  const auto needed = kept("Needed by a piece");
  EXPECT_EQ(work(clamd.socket()), JobOutcome::done);
  const auto unused = kept("Taken out long ago");
  EXPECT_EQ(work(clamd.socket()), JobOutcome::done);
  Raw::superuser().run(
      "update tenant.evidence_blob set stored_at = '2026-01-01'; update tenant.evidence set"
      " withdrawn_at = '2026-01-02' where blob_sha256 = '" +
      *postgres::to_bytea(unused) + "'");
  const auto left = left_by_a_killed_gateway("Nobody said whose");
  wake();
  EXPECT_EQ(work(clamd.socket()), JobOutcome::done);
  EXPECT_EQ(standing(unused), Standing::absent);
  EXPECT_EQ(scan_of(unused), "gone");
  EXPECT_EQ(standing(left), Standing::absent);
  EXPECT_EQ(standing(needed), Standing::released);
  // The same bytes again are a new file.
  EXPECT_EQ(kept("Taken out long ago"), unused);
  EXPECT_EQ(standing(unused), Standing::in_custody);
  EXPECT_EQ(work(clamd.socket()), JobOutcome::done);
  EXPECT_EQ(standing(unused), Standing::released);
  EXPECT_EQ(scan_of(unused), "clean");
}

// A room that was merged into agency one had the same contents under its own name, and in custody
// one that was refused meanwhile, one that was passed, one that no row knows.
TEST_F(ScanJob, takes_them_out_under_the_rooms_that_were_merged_into_the_agency_too) {
  const Clamd clamd;
  const AgencyId here{region::agency_one};
  const PartyId closed{make_closed_room()};
  const auto merged = [&](const std::string& bytes) {
    const auto sha256 = kept(bytes);
    store_->share(here, closed, sha256);
    EXPECT_EQ(work(clamd.socket()), JobOutcome::done);
    return sha256;
  };
  const auto unused = merged("Taken out after the merge");
  store_->release(closed, unused);
  const auto passed = merged("Checked after the merge");
  const auto blocked = merged("Merged with " + planted);
  Raw::superuser().run(
      "update tenant.evidence_blob set stored_at = '2026-01-01'; update tenant.evidence set"
      " withdrawn_at = '2026-01-02' where blob_sha256 = '" +
      *postgres::to_bytea(unused) + "'");
  const auto left = left_by_a_killed_gateway("Nobody said whose, before the merge", closed);
  wake();
  EXPECT_EQ(work(clamd.socket()), JobOutcome::done);
  for (const auto& party : {PartyId{here}, closed}) {
    EXPECT_EQ(store_->standing(party, unused), Standing::absent) << party.text();
    EXPECT_EQ(store_->standing(party, left), Standing::absent) << party.text();
    EXPECT_EQ(store_->standing(party, blocked), Standing::absent) << party.text();
  }
  EXPECT_EQ(standing(passed), Standing::released);
  EXPECT_EQ(store_->standing(closed, passed), Standing::absent) << "in custody for nobody";
  EXPECT_TRUE(store_->in_custody_since(std::chrono::hours{24}).empty()) << "no job for nothing";
}

}  // namespace
}  // namespace onereturn::testing
