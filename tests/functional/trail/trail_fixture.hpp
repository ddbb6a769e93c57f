#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "domain/audit_log/record.hpp"
#include "domain/audit_log/verify_trail.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/postgres/database.hpp"
#include "platform/storage/anchors.hpp"
#include "support/process.hpp"
#include "support/small_region.hpp"
#include "worker/anchor_trails.hpp"
#include "worker/figures.hpp"
#include "worker/run_job.hpp"

namespace onereturn::testing {

// Two boards and two agencies with empty trails, a worker that seals when it is told to, and
// anchors in a folder of the test's own.
class Trail : public ::testing::Test {
 protected:
  Trail();
  ~Trail() override;

  // One entry in the trail of "lead one", "manager two" and so on.
  void write(const std::string& who, const std::string& subject, const std::string& personal = "");
  // Announces, and runs what was announced; how the last of them ended.
  worker::JobOutcome seal();
  void anchor();
  // Writes so many entries for lead one, seals and anchors them.
  void write_and_seal(int count);

  // What the verifier says of all parties and of the anchors, one sentence each.
  std::vector<std::string> faults(bool with_anchors = true,
                                  std::chrono::seconds waiting_max = std::chrono::seconds{900});
  audit_log::VerifiedTrail verified(const std::string& party);
  // "1:one 2:two": the chain of a party.
  std::string chain(const std::string& party = small_region::agency_one);

  // As somebody who is above the rules of the database.
  void tamper(const std::string& sql);
  std::string anchors_file() const { return folder_ + "/anchors.jsonl"; }

  std::string folder_;
  std::unique_ptr<storage::AnchorStore> anchors_;
  postgres::Database gateway_;
  postgres::Database worker_;
  postgres::Database backup_;
  postgres::JobQueue queue_{worker_};
  log::Logger log_{"worker"};
  metrics::Metrics metrics_{worker::figures()};
  fan_out::FrozenAtHand at_hand_;
  worker::Services services_;
};

}  // namespace onereturn::testing
