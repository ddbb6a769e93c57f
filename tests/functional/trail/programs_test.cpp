// The worker and the verifier as programs, and the chain as somebody else computes it.

#include <csignal>
#include <fstream>

#include "functional/trail/trail_fixture.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ProgramsOfTheTrail = Trail;

const std::string programs = ONERETURN_BINARY_DIR;

std::unique_ptr<Process> start_worker(const std::string& folder) {
  return std::make_unique<Process>(
      std::vector<std::string>{programs + "/services/worker"},
      std::map<std::string, std::string>{
          {"ONERETURN_DATABASE", TestDatabase::instance().settings("worker")},
          {"ONERETURN_SWEEP_MS", "50"},
          {"ONERETURN_WORKER_THREADS", "2"},
          {"ONERETURN_SEAL_SECONDS", "0"},
          {"ONERETURN_ANCHOR_SECONDS", "0"},
          {"ONERETURN_LEASE_SECONDS", "5"},
          {"ONERETURN_ANCHORS", folder}});
}

struct Said {
  int status;
  std::string text;
};

Said verify(const std::vector<std::string>& more) {
  auto& database = TestDatabase::instance();
  std::vector<std::string> command{programs + "/tools/admin", "audit", "verify"};
  command.insert(command.end(), more.begin(), more.end());
  Process process(command, {{"ONERETURN_DATABASE",
                             "host=" + database.sockets() + " dbname=" + database.name()}});
  const int status = process.wait(30s);
  return {status, process.output()};
}

bool all_anchored() {
  return eventually(
      [] {
        return Raw::superuser().one(
                   "select (select count(*) from jobs.unsealed) = 0 and not exists"
                   " (select from jobs.trail where anchored < sealed)") == "t";
      },
      20s);
}

TEST_F(ProgramsOfTheTrail, seal_anchor_and_verify_while_two_workers_run_and_one_is_killed) {
  auto one = start_worker(folder_);
  auto two = start_worker(folder_);
  for (int round = 0; round < 6; ++round) {
    for (int number = 0; number < 5; ++number) {
      write("lead one", std::to_string(round * 5 + number));
      write("manager one", std::to_string(round * 5 + number));
    }
    one->signal(SIGKILL);
    one = start_worker(folder_);
  }
  ASSERT_TRUE(all_anchored()) << one->output() << two->output();
  EXPECT_THAT(faults(), IsEmpty());
  EXPECT_EQ(verified(region::agency_one).head.count, 30);
  const auto said = verify({"--anchors", folder_});
  EXPECT_EQ(said.status, 0) << said.text;
  EXPECT_THAT(said.text, HasSubstr("30 entries, 30 sealed"));
  EXPECT_THAT(said.text, HasSubstr("anchored 30"));
}

TEST_F(ProgramsOfTheTrail, say_what_was_changed_and_end_with_another_status) {
  write_and_seal(3);
  EXPECT_EQ(verify({"--anchors", folder_}).status, 0);
  tamper("update tenant.audit_entry set what = 'other' where subject_ref = '2'");
  const auto said = verify({"--anchors", folder_, "--party", region::agency_one});
  EXPECT_NE(said.status, 0);
  EXPECT_THAT(said.text, HasSubstr("UNSOUND"));
  EXPECT_THAT(said.text, HasSubstr("(link 2) is not what was sealed"));
  EXPECT_EQ(verify({"--party", region::agency_two, "--anchors", folder_}).status, 0);
  EXPECT_NE(verify({"--party", "nobody"}).status, 0);
}

TEST_F(ProgramsOfTheTrail, name_a_party_that_only_the_anchors_know) {
  write_and_seal(2);
  tamper("truncate tenant.audit_seal, tenant.audit_entry, jobs.unsealed, jobs.trail");
  const auto said = verify({"--anchors", folder_});
  EXPECT_NE(said.status, 0);
  EXPECT_THAT(said.text, HasSubstr("Links 1 to 2 stood there"));
  EXPECT_THAT(said.text, HasSubstr(region::agency_one));
}

// docs/formats/trail.md gives this statement: its lines through sha256sum are the hash.
TEST_F(ProgramsOfTheTrail, agree_with_the_statement_that_the_format_gives) {
  write("lead one", "with a \\ and\na line", "Somebody's name");
  write("lead one", "");
  ASSERT_EQ(seal(), worker::JobOutcome::done);
  const auto page = read_text(std::string(ONERETURN_SOURCE_DIR) + "/docs/formats/trail.md");
  const auto from = page.find("```sql\n") + 7;
  auto statement = page.substr(from, page.find("```", from) - from);
  for (const std::string link : {"1", "2"}) {
    auto asked = statement;
    asked.replace(asked.find(":party"), 6, "'" + region::agency_one + "'");
    asked.replace(asked.find(":link"), 5, link);
    EXPECT_EQ(Raw::superuser().one("select encode(sha256(convert_to(text, 'UTF8')), 'hex') from (" +
                                   asked + ") t"),
              Raw::superuser().one("select encode(hash, 'hex') from tenant.audit_seal"
                                   " where chain_no = " +
                                   link));
  }
}

}  // namespace
}  // namespace onereturn::testing
