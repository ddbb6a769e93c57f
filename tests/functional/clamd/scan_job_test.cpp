// The job that has a file checked, with a real clamd and a real database.

#include <gtest/gtest.h>

#include "domain/evidence/keep_files.hpp"
#include "functional/clamd/clamd_server.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/postgres/database.hpp"
#include "platform/storage/storage.hpp"
#include "support/small_region.hpp"
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
    worker::Services services{worker_, log_, system_clock(), at_hand_, {}, store_.get(), socket};
    for (const auto& job : queue_.claim(10, std::chrono::seconds{60})) {
      return worker::run_job(job, worker::job_kinds(), queue_, services);
    }
    return JobOutcome::lost;
  }

  static std::string scan_of(const std::string& sha256) {
    return Raw::superuser().one("select scan from tenant.evidence_blob where blob_sha256 = '" +
                                *postgres::to_bytea(sha256) + "'");
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

}  // namespace
}  // namespace onereturn::testing
