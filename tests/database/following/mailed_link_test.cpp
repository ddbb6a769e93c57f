// "Is this done?": the link of a mail adds one entry to one action, once, for whoever holds it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/actions/answer_by_mail.hpp"
#include "domain/actions/mail_about_action.hpp"
#include "followed.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"

namespace onereturn::testing {
namespace {

using namespace followed;

postgres::Database& auth() {
  static postgres::Database database({TestDatabase::instance().settings("auth")});
  return database;
}

class MailedLink : public ::testing::Test {
 protected:
  void SetUp() override {
    seed();
    Raw::superuser().run("delete from identity.throttle");
    action_ = by_hand(words_board(), "Calendar of supervision\nwith a second line");
  }

  static Result<Done> queue(const ActionId& action) {
    return as_board(words_board(), [&](postgres::BoardTx& tx) {
      return actions::queue_mail_about(
          tx, {action, "Rae Dunmore", "rae@fenwick.example", "The manager", now});
    });
  }
  // The secret that the worker makes when the mail goes: its digest reaches the database.
  static std::string send(const ActionId& action) {
    if (!queue(action)) throw std::runtime_error("no mail");
    const auto secret = crypto::token_hash(random_uuid());
    const auto link = one("select link_id from identity.action_mail where action_id = '" +
                          action.text() + "' order by made_at desc limit 1");
    auto raw = Raw::superuser();
    raw.run("update identity.link set expires_at = now() + lifetime where link_id = '" + link +
            "' and used_at is null");
    pqxx::work work(raw.connection());
    work.exec_params("insert into identity.link_token (token_hash, link_id) values ($1, $2)",
                     pqxx::binarystring(secret), link);
    work.commit();
    return secret;
  }
  static Result<actions::AskedByMail> open(const std::string& secret,
                                           const std::string& address = "192.0.2.1") {
    return auth().as_auth(
        [&](postgres::AuthTx& tx) { return actions::read_asked_by_mail(tx, secret, address); });
  }
  static Result<Done> answer(const std::string& secret, const actions::MailedAnswer& said) {
    return auth().as_auth([&](postgres::AuthTx& tx) {
      return actions::answer_by_mail(tx, secret, "192.0.2.1", said);
    });
  }

  ActionId action_;
};

TEST_F(MailedLink, shows_the_title_and_the_day_and_uses_nothing_up) {
  const auto secret = send(action_);
  for (int look = 0; look < 3; ++look) {
    const auto asked = open(secret);
    ASSERT_TRUE(asked.has_value()) << asked.problem().detail;
    EXPECT_EQ(asked->state, "open");
    EXPECT_EQ(asked->title, "Calendar of supervision");
    EXPECT_EQ(asked->due_on, parse_date("2027-09-01"));
    EXPECT_EQ(asked->contact, "Rae Dunmore");
  }
  EXPECT_EQ(open(crypto::token_hash("another")).problem().code, ProblemCode::not_found);
}

TEST_F(MailedLink, adds_one_entry_by_mailed_link_and_then_explains_itself) {
  const auto secret = send(action_);
  ASSERT_TRUE(answer(secret, {"not_yet", "Forms to follow", parse_date("2028-02-29"), now}));
  EXPECT_EQ(run_jobs("take_action_answer"), 1);
  const auto file = read(words_board(), action_).file;
  const auto& entry = file.history.front();
  EXPECT_EQ(entry.kind, "progress");
  EXPECT_EQ(entry.by_kind, "link");
  EXPECT_EQ(entry.by_name, "Rae Dunmore");
  EXPECT_EQ(entry.said, "not_yet");
  EXPECT_EQ(entry.text, "Forms to follow");
  EXPECT_EQ(entry.by_on, parse_date("2028-02-29"));
  EXPECT_EQ(entry.at, now);
  EXPECT_EQ(file.action.by_on, parse_date("2027-09-01")) << "the board moves the day, or does not";
  const auto again = open(secret);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->state, "answered");
  EXPECT_EQ(again->title, "");
  EXPECT_EQ(answer(secret, {"done", "", {}, now}).problem().key, "link-over");
  EXPECT_EQ(run_jobs("take_action_answer"), 0);
  EXPECT_EQ(one("select count(*) from identity.action_mail where text <> ''"), "0")
      << "the words are in the board's room alone";
}

TEST_F(MailedLink, is_ended_by_a_newer_mail_and_by_the_end_of_the_action) {
  const auto first = send(action_);
  const auto second = send(action_);
  EXPECT_EQ(open(first)->state, "ended");
  EXPECT_EQ(open(second)->state, "open");
  const auto closed = as_board(words_board(), [&](postgres::BoardTx& tx) {
    return actions::decide(
        tx, {held(words_board(), action_), actions::Decision::close, "Not needed", "", {}});
  });
  ASSERT_TRUE(closed.has_value());
  EXPECT_EQ(open(second)->state, "ended");
  EXPECT_EQ(open(second)->title, "");
  EXPECT_EQ(answer(second, {"done", "", {}, now}).problem().key, "link-over");
  EXPECT_EQ(queue(action_).problem().key, "action-over");
}

TEST_F(MailedLink, is_over_after_fourteen_days) {
  const auto secret = send(action_);
  EXPECT_EQ(one("select lifetime from identity.link where purpose = 'action' order by asked_at desc"
                " limit 1"),
            "14 days");
  Raw::superuser().run("update identity.link set expires_at = now() where purpose = 'action'");
  EXPECT_EQ(open(secret)->state, "old");
  EXPECT_EQ(answer(secret, {"done", "", {}, now}).problem().key, "link-over");
}

TEST_F(MailedLink, asks_what_it_must_know) {
  const auto secret = send(action_);
  const auto field = [&](const actions::MailedAnswer& said) {
    const auto done = answer(secret, said);
    return done ? std::string("taken") : done.problem().fields.at(0).field;
  };
  EXPECT_EQ(field({"", "", {}, now}), "said");
  EXPECT_EQ(field({"not_yet", " ", {}, now}), "words");
  EXPECT_EQ(field({"not_yet", "Soon", parse_date("2027-10-04"), now}), "new");
  EXPECT_EQ(field({"done", std::string(10'001, 'x'), {}, now}), "words");
  EXPECT_EQ(open(secret)->state, "open") << "nothing of this used it up";
  EXPECT_EQ(field({"done", std::string(10'000, 'x'), {}, now}), "taken");
}

TEST_F(MailedLink, may_be_tried_only_so_often_from_one_place) {
  const auto secret = send(action_);
  int let_in = 0;
  while (let_in < 500 && open(secret, "192.0.2.77").has_value())
    ++let_in;
  EXPECT_EQ(let_in, 120);
  EXPECT_EQ(open(secret, "192.0.2.77").problem().code, ProblemCode::too_many);
  EXPECT_TRUE(open(secret, "192.0.2.78").has_value());
}

TEST_F(MailedLink, is_made_for_no_action_of_another_board) {
  const auto foreign = as_board(lights_board(), [&](postgres::BoardTx& tx) {
    return actions::queue_mail_about(tx, {action_, "X", "x@small.example", "Y", now});
  });
  EXPECT_EQ(foreign.problem().code, ProblemCode::not_found);
  const auto secret = send(action_);
  const auto ended = as_board(lights_board(), [&](postgres::BoardTx& tx) -> Result<Done> {
    actions::end_links(tx, action_);
    return Done{};
  });
  ASSERT_TRUE(ended.has_value());
  EXPECT_EQ(open(secret)->state, "open");
}

// As the job of reminders does it, for one mail and one try.
bool reminded(const region::Board& board, const ActionId& action, const std::string& mail,
              const std::string& secret) {
  Raw::superuser().run(
      "insert into jobs.job (kind, scope, party_id, source_tenant) values"
      " ('chase', 'board', '" +
      board.party + "', '" + board.party + "')");
  postgres::JobQueue queue(region::worker());
  bool linked = false;
  for (const auto& job : queue.claim(50, std::chrono::seconds(60))) {
    if (job.kind != "chase") continue;
    linked =
        *region::worker().as_party_job(job.lease, [&](postgres::PartyJobTx& tx) -> Result<bool> {
          return actions::link_reminder(
              tx, {mail, action, "Rae Dunmore", "rae@fenwick.example", secret});
        });
  }
  Raw::superuser().run(
      "update jobs.job set state = 'done', lease_until = null where kind = 'chase'");
  return linked;
}

TEST_F(MailedLink, of_a_reminder_opens_the_same_page_whichever_try_arrived_and_works_once) {
  const auto mail = random_uuid();
  const auto first = crypto::token_hash("first try");
  const auto second = crypto::token_hash("second try");
  ASSERT_TRUE(reminded(words_board(), action_, mail, first));
  ASSERT_TRUE(reminded(words_board(), action_, mail, second));
  EXPECT_EQ(open(first)->title, "Calendar of supervision");
  EXPECT_EQ(open(second)->contact, "Rae Dunmore");
  ASSERT_TRUE(answer(second, {"done", "", {}, now}));
  EXPECT_EQ(open(first)->state, "answered") << "both are one link";
  EXPECT_EQ(run_jobs("take_action_answer"), 1);
  EXPECT_EQ(read(words_board(), action_).file.action.said, "done");
}

TEST_F(MailedLink, of_a_reminder_to_one_person_leaves_that_to_another_good) {
  const auto one_of = crypto::token_hash("to one");
  const auto other = crypto::token_hash("to another");
  ASSERT_TRUE(reminded(words_board(), action_, random_uuid(), one_of));
  ASSERT_TRUE(reminded(words_board(), action_, random_uuid(), other));
  EXPECT_EQ(open(one_of)->state, "open");
  EXPECT_EQ(open(other)->state, "open");
  ASSERT_TRUE(as_board(words_board(), [&](postgres::BoardTx& tx) {
    return actions::decide(
        tx, {held(words_board(), action_), actions::Decision::close, "Not needed", "", {}});
  }));
  EXPECT_EQ(open(one_of)->state, "ended");
  EXPECT_EQ(open(other)->state, "ended");
  EXPECT_FALSE(reminded(words_board(), action_, random_uuid(), crypto::token_hash("late")));
}

TEST_F(MailedLink, of_a_reminder_is_made_by_no_person_and_for_no_other_boards_action) {
  EXPECT_FALSE(reminded(lights_board(), action_, random_uuid(), crypto::token_hash("foreign")));
  EXPECT_EQ(open(crypto::token_hash("foreign")).problem().code, ProblemCode::not_found);
  EXPECT_THROW(as_board(words_board(),
                        [&](postgres::BoardTx& tx) -> Result<bool> {
                          return actions::link_reminder(
                              tx, {random_uuid(), action_, "Rae", "rae@fenwick.example",
                                   crypto::token_hash("by hand")});
                        }),
               std::exception)
      << "a person would know the secret of what somebody else answers with";
}

TEST_F(MailedLink, has_a_mail_that_says_nothing_of_the_action) {
  ASSERT_TRUE(queue(action_).has_value());
  const auto fields =
      one("select fields from identity.mail where kind = 'action_asked'"
          " order by queued_at desc limit 1");
  EXPECT_THAT(fields, ::testing::Not(::testing::HasSubstr("supervision")));
  EXPECT_EQ(read(words_board(), action_).file.history.front().kind, "mailed");
}

}  // namespace
}  // namespace onereturn::testing
