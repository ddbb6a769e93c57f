// What is done for evidence on certain days, as the worker's login: mails before a piece runs out,
// and contents that nobody needs, with the worker stopped at every step.

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/evidence/content_store.hpp"
#include "domain/evidence/evidence_asks.hpp"
#include "domain/evidence/keep_evidence.hpp"
#include "domain/evidence/remove_unused.hpp"
#include "domain/evidence/upkeep_store.hpp"
#include "domain/notifications/remind_of_evidence.hpp"
#include "evidence_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
namespace here = evidence_region;
using namespace onereturn::evidence;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Instant noon_of(const std::string& day) { return *parse_instant(day + "T12:00:00Z"); }

// Reminds on that day, in a job of its own. Answers how many mails were queued.
int remind(const std::string& day) {
  const auto job = here::upkeep_job();
  const auto queued = here::worker().as_agency_job(job.lease, [&](postgres::AgencyJobTx& tx) {
    return notifications::remind_of_evidence(tx, noon_of(day));
  });
  EXPECT_TRUE(queued.has_value());
  return queued ? *queued : -1;
}

std::vector<std::string> mails() {
  return Raw::superuser().all(
      "select kind || ' ' || email || ' ' || coalesce(fields::json ->> 'day', '') || ' '"
      " || coalesce(fields::json ->> 'pieces', '') from identity.mail order by 1");
}

EvidenceId ending(const std::string& who, const std::string& title, const std::string& day) {
  auto written = here::file(title, title);
  written.expires_on = parse_date(day);
  return here::added(who, written);
}

void take_out(const EvidenceId& id) {
  const auto out = here::as(
      "lead one", [&](postgres::AgencyTx& tx) { return withdraw_evidence(tx, id, here::noon); });
  EXPECT_TRUE(out.has_value());
}

void replace(const EvidenceId& id, const WriteFile& newer) {
  const auto replaced = here::as(
      "lead one", [&](postgres::AgencyTx& tx) { return add_version(tx, id, newer, here::today); });
  EXPECT_TRUE(replaced.has_value());
}

class EvidenceUpkeep : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { here::seed(); }
  void SetUp() override {
    here::check_all("");
    Raw::superuser().run(
        "delete from jobs.job; delete from identity.mail; delete from tenant.evidence_reminder;"
        "update tenant.evidence set expires_on = null, withdrawn_at = coalesce(withdrawn_at, "
        "now())");
  }
};

TEST_F(EvidenceUpkeep, tells_whoever_looks_after_a_piece_and_the_lead_once_each_time) {
  ending("north", "Rota", "2027-05-18");
  EXPECT_EQ(remind("2027-04-17"), 0);
  EXPECT_EQ(remind("2027-04-18"), 2);
  EXPECT_THAT(mails(),
              ElementsAre("evidence_soon lead.one@small.example 18 May 2027 One piece of evidence",
                          "evidence_soon north@centre.example 18 May 2027 One piece of evidence"));
  EXPECT_EQ(remind("2027-04-18"), 0) << "once";
  EXPECT_EQ(remind("2027-05-17"), 0);
  EXPECT_EQ(remind("2027-05-18"), 2) << "on the day";
  EXPECT_EQ(remind("2027-05-19"), 0) << "once";
}

TEST_F(EvidenceUpkeep, speaks_of_all_that_ends_on_one_day_in_one_mail_and_names_none) {
  ending("lead one", "Policy of one", "2027-05-18");
  ending("lead one", "Policy of two", "2027-05-18");
  EXPECT_EQ(remind("2027-04-20"), 1) << "late, since nobody asked on the day itself";
  EXPECT_THAT(mails(),
              ElementsAre("evidence_soon lead.one@small.example 18 May 2027 2 pieces of evidence"));
  EXPECT_EQ(
      Raw::superuser().one("select count(*) from identity.mail where fields::text ~ 'Policy|pdf'"),
      "0");
}

TEST_F(EvidenceUpkeep, is_silent_about_what_ended_long_ago_and_what_was_taken_out) {
  ending("lead one", "Ended", "2026-01-01");
  const auto out = ending("lead one", "Out", "2027-05-18");
  take_out(out);
  EXPECT_EQ(remind("2027-05-18"), 0);
}

TEST_F(EvidenceUpkeep, stops_when_a_new_version_takes_its_place) {
  const auto id = ending("lead one", "Replaced", "2027-05-18");
  EXPECT_EQ(remind("2027-04-18"), 1);
  replace(id, here::file("newer", "Replaced"));
  EXPECT_EQ(remind("2027-05-18"), 0);
  EXPECT_EQ(here::piece("lead one", id).expires_on, std::nullopt);
}

TEST_F(EvidenceUpkeep, does_not_tell_whoever_has_left) {
  ending("north", "Left behind", "2027-05-18");
  Raw::superuser().run("update identity.membership set to_at = now() where unit_id = '" +
                       here::north + "'");
  EXPECT_EQ(remind("2027-04-18"), 1);
  EXPECT_THAT(mails(), ElementsAre(::testing::StartsWith("evidence_soon lead.one@small.example")));
  Raw::superuser().run("update identity.membership set to_at = null where unit_id = '" +
                       here::north + "'");
}

TEST_F(EvidenceUpkeep, undone_is_done_again_when_the_worker_dies_before_the_end) {
  ending("lead one", "Interrupted", "2027-05-18");
  const auto job = here::upkeep_job();
  EXPECT_THROW((void)here::worker().as_agency_job(job.lease,
                                                  [&](postgres::AgencyJobTx& tx) -> Result<Done> {
                                                    (void)notifications::remind_of_evidence(
                                                        tx, noon_of("2027-04-18"));
                                                    throw std::runtime_error("killed");
                                                  }),
               std::runtime_error);
  EXPECT_THAT(mails(), IsEmpty());
  EXPECT_EQ(remind("2027-04-18"), 1);
}

TEST_F(EvidenceUpkeep, is_announced_once_however_many_workers_ask) {
  Raw::superuser().run("delete from jobs.waking");
  ending("lead one", "Woken", "2027-05-18");
  EXPECT_THAT(Raw::superuser().all("select on_day::text from jobs.waking order by 1"),
              ElementsAre("2027-04-18", "2027-05-18"));
  postgres::JobQueue first(here::worker()), second(here::worker());
  const auto day = [](const std::string& iso) { return *parse_date(iso); };
  EXPECT_EQ(first.announce_woken(day("2027-04-17")), 0);
  EXPECT_EQ(first.announce_woken(day("2027-06-01")), 1) << "both days, one job";
  EXPECT_EQ(second.announce_woken(day("2027-06-01")), 0);
}

TEST_F(EvidenceUpkeep, asks_again_for_the_next_day_that_matters) {
  ending("lead one", "Again", "2027-05-18");
  Raw::superuser().run("delete from jobs.waking");
  (void)remind("2027-04-18");
  EXPECT_THAT(Raw::superuser().all("select on_day::text from jobs.waking"),
              ElementsAre("2027-05-18"));
}

TEST_F(EvidenceUpkeep, gives_no_address_to_a_session) {
  Raw raw("gateway");
  EXPECT_EQ(raw.refusal(
                {region::enter("lead one"), "select * from identity.who_looks_after(null, null)"}),
            "OR001");
  EXPECT_EQ(raw.refusal({region::enter("north"), "select identity.known_people('{}')"}), "OR001");
  EXPECT_EQ(raw.refusal({region::enter("manager one"), "select jobs.wake_on('{2027-01-01}')"}),
            "42501");
}

TEST_F(EvidenceUpkeep, knows_the_rooms_that_were_merged_into_its_agency_and_no_others) {
  const std::string own = "a1000000-0000-4000-8000-00000000c101";
  Raw::superuser().run(
      "insert into tenancy.party (party_id, kind, status, merged_into) values"
      " ('" +
      own + "', 'agency', 'merged', '" + region::agency_one +
      "'), ('a1000000-0000-4000-8000-00000000c102', 'agency', 'merged', '" + region::agency_two +
      "')");
  const auto job = here::upkeep_job();
  const auto parties = here::worker().as_agency_job(
      job.lease, [](postgres::AgencyJobTx& tx) { return Result(load_keeping_parties(tx)); });
  ASSERT_TRUE(parties.has_value());
  EXPECT_THAT(*parties, ElementsAre(PartyId{region::agency_one}, PartyId{own}));
  Raw raw("gateway");
  EXPECT_EQ(raw.refusal({region::enter("lead one"), "select tenancy.rooms_within()"}), "OR001");
  EXPECT_EQ(raw.refusal({region::enter("manager one"), "select tenancy.rooms_within()"}), "42501");
}

// A store that notes what goes, and stops the worker where a test says so.
struct Shelf {
  std::set<std::string> files;
  std::string stop;  // "before" or "after" the file goes

  RemoveContent remover() {
    return [this](const std::string& sha256) {
      if (stop == "before") throw std::runtime_error("killed");
      files.erase(sha256);
      if (stop == "after") throw std::runtime_error("killed");
    };
  }
};

class UnusedContents : public EvidenceUpkeep {
 protected:
  void SetUp() override {
    EvidenceUpkeep::SetUp();
    Raw::superuser().run("update tenant.evidence_blob set scan = 'gone' where scan = 'clean'");
  }
  // Sends a file as lead one, has it checked, takes the piece out.
  EvidenceId taken_out(const std::string& content) {
    const auto id = here::added("lead one", here::file(content, content));
    here::check_all("");
    shelf_.files.insert(crypto::sha256(content));
    take_out(id);
    Raw::superuser().run("update tenant.evidence_blob set stored_at = '2027-01-01'");
    return id;
  }
  int remove_on(const std::string& day, const std::vector<Unclaimed>& unclaimed = {}) {
    const auto job = here::upkeep_job();
    const auto gone =
        remove_unused(here::worker(), job.lease, unclaimed, noon_of(day), shelf_.remover());
    EXPECT_TRUE(gone.has_value());
    return gone ? *gone : -1;
  }
  static std::string scan_of(const std::string& content) {
    return Raw::superuser().one(
        "select scan from tenant.evidence_blob where blob_sha256 = sha256('" + content +
        "') and tenant_id = '" + region::agency_one + "'");
  }
  static std::string removals() {
    return Raw::superuser().one(
        "select count(*) from tenant.audit_entry where what = 'evidence.content_removed'");
  }
  bool stands(const std::string& content) const {
    return shelf_.files.contains(crypto::sha256(content));
  }

  Shelf shelf_;
};

TEST_F(UnusedContents, leave_after_thirty_days_with_an_entry_in_the_trail) {
  taken_out("unused");
  const auto before = std::stoi(removals());
  remove_on("2027-04-14");
  EXPECT_TRUE(stands("unused"));
  EXPECT_EQ(remove_on("2027-04-17"), 1);
  EXPECT_FALSE(stands("unused"));
  EXPECT_EQ(scan_of("unused"), "gone");
  EXPECT_GT(std::stoi(removals()), before);
  EXPECT_EQ(remove_on("2027-04-18"), 0) << "once";
}

TEST_F(UnusedContents, stay_while_another_piece_has_them) {
  taken_out("shared by two");
  here::added("lead one", here::file("shared by two", "Another"));
  remove_on("2028-01-01");
  EXPECT_TRUE(stands("shared by two"));
  EXPECT_EQ(scan_of("shared by two"), "clean");
}

TEST_F(UnusedContents, stay_for_ever_once_a_board_was_granted_or_given_them_or_they_were_frozen) {
  const auto granted = taken_out("granted");
  Raw::superuser().run(
      "insert into tenant.evidence_grant (tenant_id, evidence_id, board_id,"
      " granted_by, ended_at) values ('" +
      region::agency_one + "', '" + granted.text() + "', '" + region::board_two + "', '" +
      region::lead_one + "', now())");
  taken_out("delivered");
  (void)here::delivered();
  const auto frozen = taken_out("frozen");
  const auto submitted = region::submit({region::request_one_of_one});
  Raw::superuser().run(
      "insert into tenant.evidence_grant (tenant_id, evidence_id, board_id, granted_by) values ('" +
      region::agency_one + "', '" + frozen.text() + "', '" + region::board_one + "', '" +
      region::lead_one +
      "');"
      "insert into tenant.submission_evidence (tenant_id, submission_id, board_id, line_no,"
      " evidence_id, evidence_version, title, blob_sha256) values ('" +
      region::agency_one + "', '" + submitted.submission + "', '" + region::board_one + "', 1, '" +
      frozen.text() + "', 1, 'x', sha256('frozen'))");
  Raw::superuser().run("delete from jobs.job");
  remove_on("2030-01-01");
  for (const char* content : {"granted", "delivered", "frozen"})
    EXPECT_TRUE(stands(content)) << content;
}

TEST_F(UnusedContents, survive_a_worker_that_is_killed_at_any_step) {
  for (const std::string stop : {"before", "after"}) {
    taken_out("killed " + stop);
    const auto before = std::stoi(removals());
    shelf_.stop = stop;
    const auto job = here::upkeep_job();
    EXPECT_THROW(
        (void)remove_unused(here::worker(), job.lease, {}, noon_of("2027-05-01"), shelf_.remover()),
        std::runtime_error);
    EXPECT_EQ(scan_of("killed " + stop), "leaving");
    EXPECT_EQ(stands("killed " + stop), stop == "before");
    EXPECT_EQ(std::stoi(removals()), before) << "what has not ended is not in the trail";
    shelf_.stop.clear();
    EXPECT_EQ(remove_on("2027-05-01"), 1);
    EXPECT_EQ(scan_of("killed " + stop), "gone");
    EXPECT_EQ(std::stoi(removals()), before + 1);
  }
}

TEST_F(UnusedContents, begin_anew_when_somebody_sends_them_again_at_any_step) {
  for (const std::string stop : {"before", "after", ""}) {
    const auto content = "again " + stop;
    taken_out(content);
    shelf_.stop = stop;
    const auto job = here::upkeep_job();
    const auto run = [&] {
      (void)remove_unused(here::worker(), job.lease, {}, noon_of("2027-05-01"), shelf_.remover());
    };
    if (stop.empty()) {
      run();
    } else {
      EXPECT_THROW(run(), std::runtime_error);
    }
    shelf_.stop.clear();
    const auto id = here::added("lead one", here::file(content, content + " once more"));
    shelf_.files.insert(crypto::sha256(content));
    EXPECT_EQ(here::piece("lead one", id).file->scan, Scan::pending) << "checked again";
    Raw::superuser().run("delete from jobs.job where kind = 'look_after_evidence'");
    EXPECT_EQ(here::check_all(""), 1);
    remove_on("2027-05-02");
    EXPECT_TRUE(stands(content));
    EXPECT_EQ(scan_of(content), "clean");
  }
}

// A gateway that is killed between keeping a file and saying so leaves one that no row knows.
TEST_F(UnusedContents, are_also_what_a_killed_gateway_left_in_the_store) {
  const auto sha256 = crypto::sha256("left behind");
  shelf_.files.insert(sha256);
  EXPECT_EQ(remove_on("2027-03-16", {{sha256, 11}}), 1);
  EXPECT_FALSE(shelf_.files.contains(sha256));
  taken_out("known");
  EXPECT_EQ(remove_on("2027-03-17", {{crypto::sha256("known"), 5}}), 0) << "a row knows it";
  EXPECT_TRUE(stands("known"));
}

TEST_F(UnusedContents, of_another_agency_are_not_looked_at) {
  const auto id = here::added("lead two", here::file("theirs", "Theirs"));
  here::check_all("");
  ASSERT_TRUE(here::as("lead two", [&](postgres::AgencyTx& tx) {
                return withdraw_evidence(tx, id, here::noon);
              }).has_value());
  Raw::superuser().run("update tenant.evidence_blob set stored_at = '2027-01-01'");
  remove_on("2028-01-01");
  EXPECT_EQ(Raw::superuser().one("select scan from tenant.evidence_blob where blob_sha256 ="
                                 " sha256('theirs')"),
            "clean");
}

}  // namespace
}  // namespace onereturn::testing
