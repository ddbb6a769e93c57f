// What goes back for changes is a conversation for each item: both sides go on in it, the next
// version answers it, and nobody else sees it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/evaluation/release_store.hpp"
#include "domain/evaluation/send_back.hpp"
#include "domain/questions/converse.hpp"
#include "domain/questions/thread_store.hpp"
#include "evaluation_region.hpp"

namespace onereturn::evaluation {
namespace {

namespace region = testing::evaluation_region;
namespace boards = testing::delivery_region;
using questions::ThreadId;
using questions::Waits;
using ::testing::HasSubstr;
using testing::Raw;
using ::testing::SizeIs;

class Changes : public ::testing::Test {
 protected:
  void SetUp() override {
    id_ = region::fresh_return();
    auto raw = Raw::superuser();
    raw.run("delete from tenant.thread_follower");
    raw.run("delete from tenant.thread_message");
    raw.run("delete from tenant.thread");
    region::begun(id_);
  }

  Result<Done> sent_back(const std::vector<std::pair<std::string, std::string>>& items,
                         const std::string& words = {}) const {
    SendBack command;
    command.of_return = id_;
    command.words = words;
    command.due_on = parse_date("2027-04-01");
    command.items = items;
    return region::as("third manager",
                      [&](postgres::BoardTx& tx) { return send_back(tx, command, region::now); });
  }
  std::string key(std::size_t at) const { return region::bench(id_).subjects[at].key; }
  std::string item(std::size_t at) const { return region::bench(id_).subjects[at].item; }

  static std::vector<ChangeForAgency> seen_by(const std::string& who) {
    return *region::as_agency(who,
                              [](postgres::AgencyTx& tx) -> Result<std::vector<ChangeForAgency>> {
                                return changes_to_agency(tx, std::nullopt);
                              });
  }
  static Result<questions::ThreadWithMessages> read(const ThreadId& id,
                                                    const std::string& who = "lead") {
    return region::as_agency(
        who, [&](postgres::AgencyTx& tx) { return questions::read_thread(tx, id); });
  }
  static Result<Done> answer(const ThreadId& id, const std::string& words) {
    const questions::WriteMessage write{id, questions::MessageId::random(), 1, words, false, false};
    return region::as_agency("lead", [&](postgres::AgencyTx& tx) {
      return questions::write_message(tx, write, region::now);
    });
  }
  static std::string count(const std::string& of) {
    return Raw::superuser().one("select count(*) from " + of);
  }

  ReturnId id_;
};

TEST_F(Changes, begin_a_conversation_for_each_item_that_the_agency_can_go_on_with) {
  ASSERT_TRUE(sent_back({{key(0), "Who is named?"}, {key(3), "Since when?"}}));
  const auto asked = seen_by("lead");
  ASSERT_THAT(asked, SizeIs(2));
  ASSERT_TRUE(asked[0].asked.thread);
  ASSERT_TRUE(asked[1].asked.thread);
  const auto thread = read(*asked[0].asked.thread);
  ASSERT_TRUE(thread);
  EXPECT_EQ(thread->thread.item, item(0));
  EXPECT_EQ(thread->thread.waits_for, Waits::agency);
  ASSERT_THAT(thread->messages, SizeIs(1));
  EXPECT_EQ(thread->messages[0].words, "Who is named?");
  EXPECT_EQ(thread->messages[0].by_name, "third manager");
  ASSERT_TRUE(answer(thread->thread.id, "Do you mean the deputy too?"));
  const auto bench = region::bench(id_);
  ASSERT_TRUE(bench.sent_back);
  EXPECT_EQ(bench.sent_back->items[0].thread, asked[0].asked.thread) << "the board's page knows it";
  EXPECT_EQ(*region::as(
                "third manager",
                [](postgres::BoardTx& tx) -> Result<int> { return questions::count_waiting(tx); }),
            1)
      << "it is the board's turn";
}

TEST_F(Changes, are_one_mail_not_one_for_each_item) {
  Raw::superuser().run("update jobs.job set state = 'done' where kind = 'tell_of_answer'");
  ASSERT_TRUE(sent_back({{key(0), "Who?"}, {key(1), "When?"}, {key(2), "Why?"}}));
  EXPECT_EQ(count("identity.mail where kind = 'return_sent_back'"), "1");
  EXPECT_EQ(count("jobs.job where kind = 'tell_of_answer' and state = 'waiting'"), "0");
}

TEST_F(Changes, are_nobody_elses_to_read) {
  ASSERT_TRUE(sent_back({{key(0), "Who is named?"}}));
  const auto thread = *seen_by("lead")[0].asked.thread;
  EXPECT_EQ(read(thread, "other lead").problem().code, ProblemCode::not_found);
  EXPECT_TRUE(seen_by("other lead").empty());
  const auto foreign = region::as(
      "first manager", [&](postgres::BoardTx& tx) { return questions::read_thread(tx, thread); });
  EXPECT_EQ(foreign.problem().code, ProblemCode::not_found);
}

TEST_F(Changes, to_the_whole_alone_begin_none) {
  ASSERT_TRUE(sent_back({}, "Please send it signed"));
  EXPECT_EQ(count("tenant.thread"), "0");
}

TEST_F(Changes, that_are_wanted_no_more_close_what_nobody_has_gone_on_with) {
  ASSERT_TRUE(sent_back({{key(0), "Who?"}, {key(1), "When?"}}));
  const auto asked = seen_by("lead");
  ASSERT_TRUE(answer(*asked[1].asked.thread, "Since May"));
  ASSERT_TRUE(region::as("third manager", [&](postgres::BoardTx& tx) {
    return withdraw_send_back(tx, id_, region::now);
  }));
  const auto first = read(*asked[0].asked.thread);
  EXPECT_EQ(first->thread.waits_for, Waits::closed);
  EXPECT_EQ(first->messages.back().kind, questions::MessageKind::closed);
  const auto second = read(*asked[1].asked.thread);
  EXPECT_EQ(second->thread.waits_for, Waits::board) << "what the agency said is to be answered";
}

TEST_F(Changes, are_answered_by_the_next_version_once_the_board_evaluates_it) {
  ASSERT_TRUE(sent_back({{key(0), "Who?"}, {key(1), "When?"}}));
  const auto asked = seen_by("lead");
  ASSERT_TRUE(answer(*asked[1].asked.thread, "Since May"));
  region::send_again(3);
  ASSERT_TRUE(region::as("third manager", [&](postgres::BoardTx& tx) {
    return begin_evaluation(tx, id_, region::now);
  }));
  EXPECT_EQ(read(*asked[0].asked.thread)->thread.waits_for, Waits::answered);
  EXPECT_FALSE(read(*asked[0].asked.thread)->thread.waiting_since);
  EXPECT_EQ(read(*asked[1].asked.thread)->thread.waits_for, Waits::board);
}

TEST_F(Changes, of_many_items_take_as_many_statements_as_of_one) {
  const auto cost = [&](std::size_t items) {
    std::vector<std::pair<std::string, std::string>> wanted;
    for (std::size_t at = 0; at < items; ++at)
      wanted.emplace_back(key(at), "Say more");
    const auto before = postgres::statements_on_this_thread();
    EXPECT_TRUE(sent_back(wanted));
    const auto took = postgres::statements_on_this_thread() - before;
    EXPECT_TRUE(region::as("third manager", [&](postgres::BoardTx& tx) {
      return withdraw_send_back(tx, id_, region::now);
    }));
    return took;
  };
  cost(1);
  EXPECT_EQ(cost(1), cost(40));
}

TEST_F(Changes, are_entered_in_the_trail) {
  const auto entries = [] {
    return std::stoi(
        count("tenant.audit_entry where what = 'question.begun' and subject_kind = 'request'"
              " and facts::text like '%2 items%'"));
  };
  const auto before = entries();
  ASSERT_TRUE(sent_back({{key(0), "Who?"}, {key(1), "When?"}}));
  EXPECT_EQ(entries(), before + 1);
}

}  // namespace
}  // namespace onereturn::evaluation
