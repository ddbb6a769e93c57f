// Somebody above the rules of the database changes the trail: each way is noticed and named.

#include <csignal>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>

#include "functional/trail/trail_fixture.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using VerifyingTheTrail = Trail;
using Anchoring = Trail;

const std::string of_second =
    " where entry_no = (select entry_no from tenant.audit_seal"
    " where chain_no = 2)";

TEST_F(VerifyingTheTrail, finds_nothing_in_a_sound_one) {
  write_and_seal(4);
  write("lead one", "five");
  EXPECT_THAT(faults(), IsEmpty());
}

struct Change {
  const char* name;
  std::string sql;
  std::string said;
};

class AChangedEntry : public Trail, public ::testing::WithParamInterface<Change> {};

TEST_P(AChangedEntry, is_named) {
  write("lead one", "0", "Somebody's name");
  write_and_seal(3);
  ASSERT_THAT(faults(), IsEmpty());
  tamper(GetParam().sql);
  EXPECT_THAT(faults(), Contains(HasSubstr(GetParam().said)));
}

const std::string first =
    " where entry_no = (select entry_no from tenant.audit_seal"
    " where chain_no = 1)";

INSTANTIATE_TEST_SUITE_P(
    ByColumn, AChangedEntry,
    ::testing::Values(
        Change{"what", "update tenant.audit_entry set what = 'other'" + of_second,
               "(link 2) is not what was sealed"},
        Change{"person", "update tenant.audit_entry set person_id = gen_random_uuid()" + of_second,
               "(link 2) is not what was sealed"},
        Change{"role", "update tenant.audit_entry set role = null" + of_second,
               "(link 2) is not what was sealed"},
        Change{"job", "update tenant.audit_entry set job_id = gen_random_uuid()" + of_second,
               "(link 2) is not what was sealed"},
        Change{"moment", "update tenant.audit_entry set at = at + interval '1 us'" + of_second,
               "(link 2) is not what was sealed"},
        Change{
            "day",
            "update tenant.audit_entry set business_at = business_at + interval '1 us'" + of_second,
            "(link 2) is not what was sealed"},
        Change{"dayless", "update tenant.audit_entry set business_at = null" + of_second,
               "(link 2) is not what was sealed"},
        Change{"kind", "update tenant.audit_entry set subject_kind = ''" + of_second,
               "(link 2) is not what was sealed"},
        Change{"subject", "update tenant.audit_entry set subject_ref = '9'" + of_second,
               "(link 2) is not what was sealed"},
        Change{"facts", "update tenant.audit_entry set facts = '{}'" + of_second,
               "(link 2) is not what was sealed"},
        Change{"request", "update tenant.audit_entry set request_ref = ''" + of_second,
               "(link 2) is not what was sealed"},
        Change{"digest", "update tenant.audit_entry set payload_digest = sha256('x')" + first,
               "(link 1) is not what was sealed"},
        Change{"payload", "update tenant.audit_entry set payload = 'Somebody else'" + first,
               "What stands beside entry"},
        Change{"salt", "update tenant.audit_entry set payload_salt = null" + first,
               "What stands beside entry"},
        Change{"removed", "delete from tenant.audit_entry" + of_second, "(link 2) was removed"},
        Change{"link", "delete from tenant.audit_seal where chain_no = 2", "Link 2 is missing"},
        Change{"both",
               "with gone as (delete from tenant.audit_seal where chain_no in (2, 3)"
               " returning entry_no) delete from tenant.audit_entry where entry_no in"
               " (select entry_no from gone)",
               "Links 2 to 3 are missing"},
        Change{"hash", "update tenant.audit_seal set hash = sha256('x') where chain_no = 2",
               "(link 2) is not what was sealed"},
        Change{"tail",
               "with gone as (delete from tenant.audit_seal where chain_no = 4 returning entry_no)"
               " delete from tenant.audit_entry where entry_no in (select entry_no from gone);"
               " delete from jobs.trail",
               "Link 4 stood there when it was anchored: the end was cut off"},
        Change{"all",
               "delete from tenant.audit_seal; delete from tenant.audit_entry;"
               " delete from jobs.unsealed",
               "Links 1 to 4 stood there when it was anchored"},
        Change{"unsealed", "delete from tenant.audit_seal where chain_no = 4",
               "is neither sealed nor waiting to be"}),
    [](const auto& each) { return each.param.name; });

TEST_F(VerifyingTheTrail, does_not_mind_that_something_personal_was_erased) {
  write("lead one", "0", "Somebody's name");
  write_and_seal(2);
  tamper("update tenant.audit_entry set payload = null, payload_salt = null" + first);
  EXPECT_THAT(faults(), IsEmpty());
  EXPECT_EQ(verified(region::agency_one).erased, 1);
}

// Whoever can do everything in the database computes all links again: only the anchor is left.
TEST_F(VerifyingTheTrail, sees_a_chain_that_was_written_anew_by_its_anchor_alone) {
  write_and_seal(3);
  tamper("update tenant.audit_entry set subject_ref = 'forged'" + of_second);
  tamper(
      "insert into jobs.unsealed select tenant_id, entry_no from tenant.audit_entry;"
      " delete from tenant.audit_seal; delete from jobs.trail");
  ASSERT_EQ(seal(), worker::JobOutcome::done);
  EXPECT_THAT(faults(false), IsEmpty());
  EXPECT_THAT(faults(), ElementsAre("Anchor 1 says another head for link 3: the chain was written"
                                    " anew."));
}

TEST_F(VerifyingTheTrail, names_an_entry_that_was_removed_before_it_was_sealed) {
  write("lead one", "one");
  tamper("delete from tenant.audit_entry");
  EXPECT_THAT(faults(), Contains(HasSubstr("was removed before it was sealed")));
  EXPECT_EQ(seal(), worker::JobOutcome::done);
  EXPECT_THAT(faults(), Contains(HasSubstr("was removed before it was sealed")));
  EXPECT_EQ(queue_.announce_trails(std::chrono::seconds{0}), 0) << "not again and again";
}

TEST_F(VerifyingTheTrail, says_when_entries_wait_for_too_long) {
  write("lead one", "one");
  EXPECT_THAT(faults(), IsEmpty());
  tamper("update tenant.audit_entry set at = at - interval '1 hour'");
  EXPECT_THAT(faults(), Contains(HasSubstr("1 entry waits for more than 900 seconds")));
}

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    lines.push_back(line);
  }
  return lines;
}

void write_lines(const std::string& path, const std::vector<std::string>& lines) {
  std::ofstream file(path, std::ios::trunc);
  for (const auto& line : lines) {
    file << line << '\n';
  }
}

TEST_F(Anchoring, writes_one_line_a_round_and_none_when_nothing_grew) {
  write_and_seal(1);
  anchor();
  write_and_seal(2);
  const auto lines = lines_of(anchors_file());
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(lines[1], HasSubstr("\"links\":3"));
  EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Anchoring, shows_a_line_that_was_taken_out_or_changed) {
  for (int round = 0; round < 3; ++round) {
    write_and_seal(1);
  }
  const auto lines = lines_of(anchors_file());
  ASSERT_EQ(lines.size(), 3U);
  write_lines(anchors_file(), {lines[0], lines[2]});
  EXPECT_THAT(faults(), Contains(HasSubstr("Anchor 2 does not follow on the line before it")));
  write_lines(anchors_file(), {lines[1], lines[2]});
  EXPECT_THAT(faults(), Contains(HasSubstr("Anchor 1 does not follow")));
  write_lines(anchors_file(), {lines[0], lines[1]});
  EXPECT_THAT(faults(), ElementsAre("3 links were anchored, and the anchors end at 2: lines were"
                                    " taken out."));
  write_lines(anchors_file(), {});
  EXPECT_THAT(faults(), Contains(HasSubstr("the anchors end at 0")));
  auto changed = lines;
  changed[1].replace(changed[1].find("\"links\":2"), 9, "\"links\":1");
  write_lines(anchors_file(), changed);
  EXPECT_THAT(faults(), Contains(HasSubstr("Anchor 3 does not follow")));
  write_lines(anchors_file(), {lines[0], "no anchor", lines[2]});
  EXPECT_THAT(faults(), Contains("Anchor 2 cannot be read."));
}

TEST_F(Anchoring, takes_back_half_a_line_that_a_killed_worker_left) {
  write_and_seal(1);
  std::ofstream(anchors_file(), std::ios::app) << R"({"format":"onereturn.anch)";
  EXPECT_THAT(faults(), IsEmpty()) << "half a line says nothing";
  write_and_seal(1);
  EXPECT_EQ(lines_of(anchors_file()).size(), 2U);
  EXPECT_THAT(faults(), IsEmpty());
}

// Killed after the line was written, before the database knew: it is written once more.
TEST_F(Anchoring, may_say_the_same_twice) {
  write_and_seal(2);
  Raw::superuser().run("update jobs.trail set anchored = 0");
  anchor();
  EXPECT_EQ(lines_of(anchors_file()).size(), 2U);
  EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Anchoring, leaves_it_to_another_worker_that_is_at_it) {
  write("lead one", "one");
  seal();
  const int other = ::open(anchors_file().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_EQ(::flock(other, LOCK_EX), 0);
  anchor();
  EXPECT_THAT(lines_of(anchors_file()), IsEmpty());
  ::close(other);
  anchor();
  EXPECT_EQ(lines_of(anchors_file()).size(), 1U);
}

// The disk is full: sealing goes on, the lag can be seen, and the next round catches up.
TEST_F(Anchoring, that_has_no_room_does_not_stop_the_sealing) {
  write_and_seal(1);
  const auto size = std::filesystem::file_size(anchors_file());
  ASSERT_NE(std::signal(SIGXFSZ, SIG_IGN), SIG_ERR);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit full{size + 10, before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &full), 0);
  write("lead one", "two");
  const auto outcome = seal();
  anchor();
  setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_EQ(outcome, worker::JobOutcome::done);
  EXPECT_EQ(std::filesystem::file_size(anchors_file()), size) << "not half a line";
  const std::string lag = "select unanchored_parties from jobs.trail_overview()";
  EXPECT_EQ(Raw("worker").one(lag), "1");
  EXPECT_THAT(faults(), IsEmpty());
  anchor();
  EXPECT_EQ(Raw("worker").one(lag), "0");
  EXPECT_EQ(lines_of(anchors_file()).size(), 2U);
}

TEST_F(VerifyingTheTrail, needs_the_login_that_reads_everything_and_changes_nothing) {
  write("lead one", "one");
  Raw backup("backup");
  EXPECT_EQ(backup.one("select count(*) from tenant.audit_entry"), "1");
  EXPECT_EQ(backup.refusal({"delete from tenant.audit_entry"}), "25006");
  EXPECT_EQ(backup.refusal({"set transaction read write", "delete from tenant.audit_entry"}),
            "42501");
  EXPECT_EQ(Raw("operator").refusal({"select from tenant.audit_entry"}), "42501");
}

}  // namespace
}  // namespace onereturn::testing
