// A mail about an action that is refused, or that comes back later, marks the contact that it went
// to, at the board that sent it and nowhere else.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/actions/mail_about_action.hpp"
#include "domain/notifications/mail_store.hpp"
#include "domain/notifications/run_chase.hpp"
#include "followed.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"

namespace onereturn::testing {
namespace {

using namespace followed;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* address = "rae@fenwick.example";

class MailCameBack : public ::testing::Test {
 protected:
  void SetUp() override {
    seed();
    auto raw = Raw::superuser();
    raw.run("delete from identity.throttle");
    raw.run("delete from tenant.contact");
    for (const auto* board : {&words_board(), &lights_board()}) {
      raw.run(
          "insert into tenant.contact (tenant_id, entry_id, role, name, email, valid_from)"
          " select tenant_id, entry_id, 'section11_lead', 'Rae', upper('" +
          std::string(address) + "'), '2027-01-01' from tenant.request where request_id = '" +
          board->request + "'");
    }
    action_ = by_hand(words_board(), "Calendar of supervision");
  }

  void mail(const char* to = address) const {
    const auto queued = as_board(words_board(), [&](postgres::BoardTx& tx) {
      return actions::queue_mail_about(tx, {action_, "Rae Dunmore", to, "The manager", now});
    });
    ASSERT_TRUE(queued) << queued.problem().detail;
  }
  static std::vector<postgres::ClaimedJob> claim(const std::string& kind) {
    std::vector<postgres::ClaimedJob> found;
    for (auto& job : postgres::JobQueue(region::worker()).claim(50, std::chrono::seconds(60))) {
      if (job.kind == kind) found.push_back(std::move(job));
    }
    return found;
  }
  // What the worker does about each mail that waits; the server answers `refused`.
  static void send(const std::string& refused, const std::string& way_back = random_uuid()) {
    for (const auto& job : claim("send_mail")) {
      const auto done = region::worker().as_system([&](postgres::SystemTx& tx) -> Result<Done> {
        notifications::take_mail(tx, job.lease, crypto::sha256(crypto::random_bytes(8)),
                                 crypto::sha256("482913"));
        notifications::note_return_path(tx, job.lease, crypto::sha256(way_back));
        return Done{};
      });
      ASSERT_TRUE(done);
      const auto closed = region::worker().as_system([&](postgres::SystemTx& tx) -> Result<Done> {
        notifications::close_mail(tx, job.lease, refused);
        return Done{};
      });
      ASSERT_TRUE(closed);
    }
  }
  static int note_bounces(Instant at = now) {
    int noted = 0;
    for (const auto& job : claim("note_bounce")) {
      const auto done =
          region::worker().as_party_job(job.lease, [&](postgres::PartyJobTx& tx) -> Result<Done> {
            notifications::note_came_back(tx, job.lease, at);
            return Done{};
          });
      EXPECT_TRUE(done);
      ++noted;
    }
    return noted;
  }
  static std::string comes_back(const std::string& way_back) {
    Raw owner("operator");
    pqxx::work work(owner.connection());
    const auto row = work.exec_params1("select operator.mail_bounced($1, 'It came back (5.1.1).')",
                                       pqxx::binarystring(crypto::sha256(way_back)));
    work.commit();
    return row[0].c_str();
  }
  static std::vector<std::string> marked() {
    return Raw::superuser().all(
        "select p.name || ': ' || c.bounce_reason from tenant.contact c"
        " join tenancy.party_profile p on p.party_id = c.tenant_id"
        " where c.bounced_at is not null order by 1");
  }
  static std::string name() {
    return one("select name from tenancy.party_profile where party_id = '" + words_board().party +
               "'");
  }

  ActionId action_;
};

TEST_F(MailCameBack, marks_the_contact_of_this_board_alone_when_it_is_refused) {
  mail();
  send("The mail server answered 550.");
  EXPECT_THAT(marked(), IsEmpty()) << "a board's rows are written in its own scope";
  EXPECT_EQ(note_bounces(), 1);
  EXPECT_THAT(marked(), ElementsAre(name() + ": The mail server answered 550."));
  EXPECT_EQ(one("select bounced_at from tenant.contact where bounced_at is not null"),
            one("select '2027-10-05T09:20:00Z'::timestamptz"))
      << "by the clock of the business";
  EXPECT_EQ(one("select count(*) from tenant.audit_entry where what = 'action.mail_came_back'"
                " and subject_ref = '" +
                action_.text() + "'"),
            "1");
}

TEST_F(MailCameBack, marks_nobody_when_it_went) {
  mail();
  send("");
  EXPECT_EQ(note_bounces(), 0);
  EXPECT_THAT(marked(), IsEmpty());
}

TEST_F(MailCameBack, marks_the_contact_when_it_comes_back_after_it_went) {
  mail();
  send("", "the way of this try");
  EXPECT_EQ(comes_back("another way"), "unknown");
  EXPECT_EQ(comes_back("the way of this try"), "noted");
  EXPECT_EQ(comes_back("the way of this try"), "before");
  EXPECT_EQ(note_bounces(), 1) << "once";
  EXPECT_THAT(marked(), ElementsAre(name() + ": It came back (5.1.1)."));
}

TEST_F(MailCameBack, marks_nobody_else) {
  mail("somebody@else.example");
  send("The mail server answered 550.");
  EXPECT_EQ(note_bounces(), 1);
  EXPECT_THAT(marked(), IsEmpty());
}

TEST_F(MailCameBack, marks_nobody_for_other_kinds_of_mail) {
  Raw::superuser().run("select identity.post('" + words_board().party + "', 'review_given', '" +
                       std::string(address) + "', '{}'::jsonb)");
  send("The mail server answered 550.");
  EXPECT_EQ(note_bounces(), 0);
  EXPECT_EQ(one("select count(*) from identity.mail where kind = 'review_given' and return_path is"
                " not null"),
            "0");
}

}  // namespace
}  // namespace onereturn::testing
