#include <gmock/gmock.h>

#include "domain/notifications/tell_people.hpp"
#include "domain/questions/converse.hpp"
#include "domain/questions/guidance_store.hpp"
#include "domain/questions/log_support.hpp"
#include "domain/questions/publish_guidance.hpp"
#include "domain/questions/support_store.hpp"
#include "domain/questions/thread_store.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/postgres/job_queue.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::questions {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Raw;
using ::testing::SizeIs;
namespace region = testing::delivery_region;

const Instant morning = *parse_instant("2027-03-16T10:00:00Z");
const Instant evening = *parse_instant("2027-03-16T20:00:00Z");
const Instant tomorrow = *parse_instant("2027-03-17T10:00:00Z");
const std::string item = "1";

class Conversations : public ::testing::Test {
 protected:
  void SetUp() override {
    region::seed();
    auto arranger = Raw::superuser();
    arranger.run("update jobs.job set state = 'done', lease_until = null");
    arranger.run("delete from identity.told_of_answer");
    arranger.run("delete from identity.mail");
  }

  template <class Work>
  static auto as_lead(Work&& work, const std::string& who = "lead") {
    return region::gateway().as_agency(region::session_of(who), work);
  }
  template <class Work>
  static auto as_manager(Work&& work, const region::Board& board = region::lights()) {
    return region::gateway().as_board(region::session_of(board.manager), work);
  }

  // The first item of the board's form.
  static std::string first_item() {
    return Raw::superuser().one(
        "select item_code from catalogue.template_item where"
        " template_code = '" +
        region::lights().form +
        "' and item_code in (select item_code from catalogue.template_item)"
        " order by item_code limit 1");
  }

  static BeginThread question(const std::string& words) {
    return {ThreadId::random(), MessageId::random(), RequestId(region::lights().request),
            first_item(), words};
  }

  static Thread asked(const std::string& words) {
    const auto begun =
        as_lead([&](postgres::AgencyTx& tx) { return begin_thread(tx, question(words), morning); });
    EXPECT_TRUE(begun) << begun.problem().detail;
    return *begun;
  }

  static Result<Done> answer(const ThreadId& id, int seen, const std::string& words,
                             bool asks_back = false, bool closes = false) {
    const WriteMessage write{id, MessageId::random(), seen, words, asks_back, closes};
    return as_manager([&](postgres::BoardTx& tx) { return write_message(tx, write, evening); });
  }

  static ThreadWithMessages read_by_lead(const ThreadId& id) {
    auto read = as_lead([&](postgres::AgencyTx& tx) { return read_thread(tx, id); });
    EXPECT_TRUE(read);
    return *read;
  }

  static int tell(Date day) {
    postgres::JobQueue queue(region::worker());
    int told = 0;
    for (const auto& job : queue.claim(50, std::chrono::seconds(60))) {
      if (job.kind == "tell_of_answer")
        told += notifications::tell_people(region::worker(), job.lease, day);
    }
    return told;
  }
};

TEST_F(Conversations, go_from_a_question_to_an_answer_with_names_and_roles) {
  const auto thread = asked("Does this mean volunteers too?");
  ASSERT_TRUE(answer(thread.id, 1, "Yes, from their first day."));
  const auto read = read_by_lead(thread.id);
  ASSERT_THAT(read.messages, SizeIs(2));
  EXPECT_EQ(read.messages[0].by_name, "lead");
  EXPECT_EQ(read.messages[0].by_role, "lead");
  EXPECT_EQ(read.messages[1].by_name, region::lights().manager);
  EXPECT_EQ(read.messages[1].by_role, "manager");
  EXPECT_EQ(read.messages[1].at, evening);
  EXPECT_EQ(read.thread.waits_for, Waits::answered);
  EXPECT_EQ(read.thread.board_name, "Board with " + region::lights().form);
}

TEST_F(Conversations, wait_for_whose_turn_it_is) {
  const auto thread = asked("What is meant?");
  ASSERT_TRUE(answer(thread.id, 1, "What do you do today?", true));
  EXPECT_EQ(read_by_lead(thread.id).thread.waits_for, Waits::agency);
  const WriteMessage back{thread.id, MessageId::random(), 2, "Nothing.", false, false};
  ASSERT_TRUE(as_lead([&](postgres::AgencyTx& tx) { return write_message(tx, back, tomorrow); }));
  const auto after = read_by_lead(thread.id).thread;
  EXPECT_EQ(after.waits_for, Waits::board);
  EXPECT_EQ(after.waiting_since, tomorrow);
  ASSERT_TRUE(answer(thread.id, 3, "", false, true));
  EXPECT_EQ(read_by_lead(thread.id).thread.waits_for, Waits::closed);
}

TEST_F(Conversations, pressed_twice_are_one) {
  const auto command = question("Once or twice?");
  std::optional<ThreadId> thread;
  for (int press = 0; press < 2; ++press) {
    const auto begun =
        as_lead([&](postgres::AgencyTx& tx) { return begin_thread(tx, command, morning); });
    ASSERT_TRUE(begun);
    EXPECT_EQ(thread.value_or(begun->id), begun->id);
    thread = begun->id;
  }
  const WriteMessage write{*thread, MessageId::random(), 1, "Once.", false, false};
  for (int press = 0; press < 2; ++press) {
    ASSERT_TRUE(
        as_manager([&](postgres::BoardTx& tx) { return write_message(tx, write, evening); }));
  }
  EXPECT_THAT(read_by_lead(*thread).messages, SizeIs(2));
}

TEST_F(Conversations, tell_a_second_writer_of_the_first_and_add_nothing) {
  const auto thread = asked("Who answers?");
  ASSERT_TRUE(answer(thread.id, 1, "I do."));
  const auto late = answer(thread.id, 1, "No, I do.");
  ASSERT_FALSE(late);
  EXPECT_EQ(late.problem().key, "written-meanwhile");
  EXPECT_THAT(read_by_lead(thread.id).messages, SizeIs(2));
  EXPECT_TRUE(answer(thread.id, 2, "No, I do."));
}

TEST_F(Conversations, are_begun_by_the_board_too) {
  const BeginThread command = question("Which staff did you mean?");
  const auto begun =
      as_manager([&](postgres::BoardTx& tx) { return begin_thread(tx, command, morning); });
  ASSERT_TRUE(begun) << begun.problem().detail;
  const auto read = read_by_lead(begun->id);
  EXPECT_EQ(read.thread.begun_by, Side::board);
  EXPECT_EQ(read.thread.waits_for, Waits::agency);
}

TEST_F(Conversations, refuse_no_words_too_many_and_what_is_not_asked) {
  const auto begin = [&](BeginThread command) {
    return as_lead([&](postgres::AgencyTx& tx) { return begin_thread(tx, command, morning); });
  };
  auto command = question("  ");
  EXPECT_EQ(begin(command).problem().fields.front().field, "words");
  command = question(std::string(10001, 'a'));
  EXPECT_EQ(begin(command).problem().fields.front().field, "words");
  command = question("Is it there?");
  command.item = "no such item";
  EXPECT_EQ(begin(command).problem().code, ProblemCode::not_found);
  command = question("Is it ours?");
  command.request = RequestId("c1000000-0000-4000-8000-000000000009");
  EXPECT_EQ(begin(command).problem().code, ProblemCode::not_found);
}

TEST_F(Conversations, are_not_there_for_anybody_else) {
  const auto thread = asked("Between us?");
  const auto other =
      as_lead([&](postgres::AgencyTx& tx) { return read_thread(tx, thread.id); }, "other lead");
  EXPECT_EQ(other.problem().code, ProblemCode::not_found);
  for (const auto& board : {region::narrative(), region::grades()}) {
    const auto read =
        as_manager([&](postgres::BoardTx& tx) { return read_thread(tx, thread.id); }, board);
    EXPECT_EQ(read.problem().code, ProblemCode::not_found);
    const WriteMessage write{thread.id, MessageId::random(), 1, "Hello.", false, false};
    const auto wrote =
        as_manager([&](postgres::BoardTx& tx) { return write_message(tx, write, evening); }, board);
    EXPECT_EQ(wrote.problem().code, ProblemCode::not_found);
  }
  Raw raw("gateway");
  EXPECT_EQ(raw.refusal({"select * from identity.enter(sha256('lead'::bytea))",
                         "select assigned_to from tenant.thread"}),
            "42501");
  EXPECT_EQ(raw.refusal({"select * from identity.enter(sha256('lead'::bytea))",
                         "update tenant.thread_message set words = 'Other'"}),
            "42501");
  // Nobody writes in the other side's name.
  EXPECT_EQ(raw.refusal({"select * from identity.enter(sha256('lead'::bytea))",
                         "insert into tenant.thread_message (tenant_id, thread_id, message_no,"
                         " message_id, agency_id, side, kind, words, by_name, by_role, at) values"
                         " ('" +
                             region::lights().party + "', '" + thread.id.text() +
                             "', 9, gen_random_uuid(), app.party(), 'board', 'answer', 'Yes',"
                             " 'Somebody', 'manager', now())"}),
            "42501");
}

TEST_F(Conversations, are_given_to_colleagues_and_come_back_when_one_leaves) {
  const auto thread = asked("Who has it?");
  const auto people = as_manager([](postgres::BoardTx& tx) { return Result(colleagues(tx)); });
  ASSERT_TRUE(people);
  ASSERT_FALSE(people->empty());
  const auto person = people->front().person;
  ASSERT_TRUE(
      as_manager([&](postgres::BoardTx& tx) { return assign_thread(tx, thread.id, person); }));
  const auto read = [&] {
    return *as_manager([&](postgres::BoardTx& tx) { return read_thread(tx, thread.id); });
  };
  EXPECT_EQ(read().thread.assigned_name, people->front().name);
  const auto stranger = as_manager(
      [&](postgres::BoardTx& tx) { return assign_thread(tx, thread.id, PersonId::random()); });
  EXPECT_EQ(stranger.problem().code, ProblemCode::not_found);
  // A colleague who has left: it is nobody's, and the page says so.
  auto arranger = Raw::superuser();
  const auto gone = arranger.one(
      "select person_id from identity.person where person_id not in"
      " (select person_id from identity.membership where party_id = '" +
      region::lights().party + "') limit 1");
  arranger.run("update tenant.thread set assigned_to = '" + gone + "' where thread_id = '" +
               thread.id.text() + "'");
  EXPECT_TRUE(read().thread.assigned_has_left);
  EXPECT_EQ(read().thread.assigned_name, "");
}

TEST_F(Conversations, are_told_of_by_one_mail_a_day_and_person_without_their_words) {
  const auto one = asked("The first secret question");
  const auto two = asked("The second secret question");
  EXPECT_EQ(tell(day_in_england(morning)), 1);  // the board's manager, once
  ASSERT_TRUE(answer(one.id, 1, "The first secret answer"));
  ASSERT_TRUE(answer(two.id, 1, "The second secret answer"));
  EXPECT_EQ(tell(day_in_england(evening)), 1);  // the lead, once
  ASSERT_TRUE(answer(one.id, 2, "One more secret"));
  EXPECT_EQ(tell(day_in_england(evening)), 0);
  ASSERT_TRUE(answer(one.id, 3, "And another secret"));
  EXPECT_EQ(tell(day_in_england(tomorrow)), 1);
  EXPECT_EQ(Raw::superuser().one("select count(*) from identity.mail where fields like"
                                 " '%secret%' or fields like '%Board with%'"
                                 " and kind = 'answer_there'"),
            "0");
}

TEST_F(Conversations, cost_the_same_statements_however_many_there_are) {
  const auto statements = [] {
    const auto before = postgres::statements_on_this_thread();
    EXPECT_TRUE(as_manager([](postgres::BoardTx& tx) { return Result(list_threads(tx)); }));
    return postgres::statements_on_this_thread() - before;
  };
  const auto few = statements();
  for (int more = 0; more < 20; ++more)
    asked("One more");
  EXPECT_EQ(statements(), few);
}

// Guidance: a board's answer to all.
class GuidanceOfBoards : public Conversations {
 protected:
  static Result<Guidance> publish(const Thread& thread, const std::string& question,
                                  const std::string& words) {
    const PublishGuidance command{GuidanceId::random(), thread.id, {}, "", question, words};
    return as_manager(
        [&](postgres::BoardTx& tx) { return publish_guidance(tx, command, evening); });
  }
  static std::vector<Guidance> seen_by(const std::string& who) {
    auto seen = as_lead([](postgres::AgencyTx& tx) { return Result(list_guidance(tx)); }, who);
    EXPECT_TRUE(seen);
    return *seen;
  }
};

TEST_F(GuidanceOfBoards, reaches_every_agency_that_is_asked_with_the_form_and_no_other_board) {
  const auto published =
      publish(asked("Do we count?"), "Who counts as staff?", "Everybody who is paid.");
  ASSERT_TRUE(published) << published.problem().detail;
  for (const auto* who : {"lead", "other lead"}) {
    const auto seen = seen_by(who);
    const auto found = std::find_if(seen.begin(), seen.end(),
                                    [&](const Guidance& one) { return one.id == published->id; });
    ASSERT_NE(found, seen.end()) << who;
    EXPECT_EQ(found->question, "Who counts as staff?");
  }
  for (const auto& board : {region::narrative(), region::grades()}) {
    const auto all =
        as_manager([](postgres::BoardTx& tx) { return Result(list_guidance(tx)); }, board);
    ASSERT_TRUE(all);
    EXPECT_THAT(*all, IsEmpty());
  }
  Raw raw("gateway");
  EXPECT_EQ(raw.refusal({"select * from identity.enter(sha256('other lead'::bytea))",
                         "select thread_id from tenant.guidance"}),
            "42501");
}

TEST_F(GuidanceOfBoards, never_names_who_asked) {
  const auto thread = asked("Do we count?");
  const auto refused = publish(thread, "as we CALL them asks: who counts?", "Everybody.");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().fields.front().field, "question");
  EXPECT_THAT(refused.problem().fields.front().message, HasSubstr("As we call them"));
}

TEST_F(GuidanceOfBoards, changes_in_versions_and_is_taken_back) {
  const auto published = publish(asked("Do we count?"), "Who counts?", "Some.");
  ASSERT_TRUE(published);
  const auto change = [&](int seen, const std::string& words) {
    return as_manager([&](postgres::BoardTx& tx) {
      return change_guidance(tx, {published->id, seen, "Who counts?", words}, tomorrow);
    });
  };
  ASSERT_TRUE(change(1, "All."));
  EXPECT_EQ(change(1, "None.").problem().key, "changed-meanwhile");
  EXPECT_TRUE(change(1, "All."));  // the same again
  const auto versions =
      as_manager([&](postgres::BoardTx& tx) { return Result(versions_of(tx, published->id)); });
  ASSERT_THAT(*versions, SizeIs(2));
  const auto words = [&]() -> std::string {
    for (const auto& one : seen_by("other lead")) {
      if (one.id == published->id) return one.answer;
    }
    return "";
  };
  EXPECT_EQ(words(), "All.");
  const auto withdrawn = [&] {
    return as_manager(
        [&](postgres::BoardTx& tx) { return withdraw_guidance(tx, published->id, tomorrow); });
  };
  ASSERT_TRUE(withdrawn());
  ASSERT_TRUE(withdrawn());
  EXPECT_EQ(words(), "");
  EXPECT_EQ(change(2, "Again.").problem().key, "withdrawn");
}

TEST_F(GuidanceOfBoards, is_not_for_an_agency_whose_request_is_over) {
  const auto published = publish(asked("Do we count?"), "Who counts?", "Some.");
  ASSERT_TRUE(published);
  auto arranger = Raw::superuser();
  const std::string of = " where agency_id = '" + region::other_agency + "'";
  arranger.run("update tenant.request set state = 'closed'" + of);
  EXPECT_THAT(seen_by("other lead"), IsEmpty());
  arranger.run("update tenant.request set state = 'open'" + of);
  EXPECT_THAT(seen_by("other lead"), ::testing::Not(IsEmpty()));
}

// Support: the board's own.
class SupportOfBoards : public Conversations {
 protected:
  static LogSupport visit() {
    const auto entries =
        *as_manager([](postgres::BoardTx& tx) { return Result(organisations(tx)); });
    return {SupportId::random(),    "visit", day_in_england(morning), "", "Dee", "We walked round.",
            {entries.front().entry}};
  }
  static Result<Done> log(const LogSupport& command) {
    return as_manager([&](postgres::BoardTx& tx) { return log_support(tx, command, morning); });
  }
};

TEST_F(SupportOfBoards, is_noted_once_struck_once_and_read_by_nobody_else) {
  const auto command = visit();
  ASSERT_TRUE(log(command));
  ASSERT_TRUE(log(command));
  const auto all = *as_manager([](postgres::BoardTx& tx) { return Result(list_support(tx)); });
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_THAT(all.front().organisations, SizeIs(1));
  const auto strike = [&](const region::Board& board) {
    return as_manager(
        [&](postgres::BoardTx& tx) { return strike_support(tx, command.id, evening); }, board);
  };
  EXPECT_EQ(strike(region::grades()).problem().code, ProblemCode::not_found);
  ASSERT_TRUE(strike(region::lights()));
  ASSERT_TRUE(strike(region::lights()));
  Raw raw("gateway");
  EXPECT_EQ(raw.refusal({"select * from identity.enter(sha256('lead'::bytea))",
                         "select * from tenant.support"}),
            "42501");
}

TEST_F(SupportOfBoards, refuses_what_is_missing_what_is_to_come_and_who_is_not_theirs) {
  auto command = visit();
  command.on = day_in_england(tomorrow);
  EXPECT_EQ(log(command).problem().fields.front().field, "on-day");
  command = visit();
  command.kind = "party";
  command.who = " ";
  command.entries.clear();
  EXPECT_THAT(log(command).problem().fields, SizeIs(3));
  command = visit();
  command.entries.push_back(EntryId::random());
  EXPECT_EQ(log(command).problem().code, ProblemCode::not_found);
}

TEST_F(SupportOfBoards, needs_are_counted_by_reason) {
  const auto needs = [](const std::string& day) {
    return *as_manager(
        [&](postgres::BoardTx& tx) { return Result(load_needs(tx, *parse_date(day))); });
  };
  int late = 0;
  for (const auto& one : needs("2027-05-28"))
    late += one.late;
  EXPECT_EQ(late, 0);
  for (const auto& one : needs("2027-05-29"))
    late += one.late;
  EXPECT_GT(late, 0);
  int questions = 0;
  asked("Does somebody hear us?");
  for (const auto& one : needs("2027-03-16"))
    questions += one.open_questions;
  EXPECT_GT(questions, 0);
}

}  // namespace
}  // namespace onereturn::questions
