#include <gtest/gtest.h>

#include "domain/questions/converse.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::questions {
namespace {

using testing::Raw;
namespace region = testing::delivery_region;

const Instant morning = *parse_instant("2027-03-16T10:00:00Z");
const Instant evening = *parse_instant("2027-03-16T20:00:00Z");

// The numbers that a form brings: somebody else's is answered as one that nobody has, and no words
// are lost over it.
class NumbersOfForms : public ::testing::Test {
 protected:
  void SetUp() override { region::seed(); }

  template <class Work>
  static auto as_lead(Work&& work, const std::string& who = "lead") {
    return region::gateway().as_agency(region::session_of(who), work);
  }
  template <class Work>
  static auto as_manager(Work&& work) {
    return region::gateway().as_board(region::session_of(region::lights().manager), work);
  }
  static BeginThread question(const std::string& words) {
    return {ThreadId::random(), MessageId::random(), RequestId(region::lights().request), "",
            words};
  }
  static Result<Thread> begin_lead(const BeginThread& command) {
    return as_lead([&](postgres::AgencyTx& tx) { return begin_thread(tx, command, morning); });
  }
  static std::size_t messages_in(const ThreadId& id) {
    const auto read = as_lead([&](postgres::AgencyTx& tx) { return read_thread(tx, id); });
    return read ? read->messages.size() : 0;
  }
  static BeginThread by_other(const std::string& words) {
    auto command = question(words);
    command.request = RequestId(Raw::superuser().one(
        "select request_id from tenant.request where agency_id = '" + region::other_agency + "'"));
    return command;
  }
  static Result<Thread> begin_other(const BeginThread& command) {
    return as_lead([&](postgres::AgencyTx& tx) { return begin_thread(tx, command, morning); },
                   "other lead");
  }
  static Result<Thread> begin_by_board(const BeginThread& command) {
    return as_manager([&](postgres::BoardTx& tx) { return begin_thread(tx, command, morning); });
  }
  static std::string words_of_other(const ThreadId& id) {
    const auto read =
        as_lead([&](postgres::AgencyTx& tx) { return read_thread(tx, id); }, "other lead");
    return read ? read->messages.back().words : "";
  }
};

TEST_F(NumbersOfForms, of_a_message_may_be_anothers) {
  const auto theirs = question("Theirs?");
  ASSERT_TRUE(begin_lead(theirs));
  auto command = by_other("Ours?");
  command.message = theirs.message;
  const auto begun = begin_other(command);
  ASSERT_TRUE(begun) << begun.problem().detail;
  EXPECT_EQ(words_of_other(begun->id), "Ours?");

  const WriteMessage more{begun->id, MessageId::random(), 1, "And this?", false, false};
  const auto write = [&](const WriteMessage& message) {
    return as_lead([&](postgres::AgencyTx& tx) { return write_message(tx, message, evening); },
                   "other lead");
  };
  auto second = more;
  ASSERT_TRUE(write(more));
  const auto next = question("Theirs again?");
  ASSERT_TRUE(begin_lead(next));
  second.message = next.message;
  second.seen = 2;
  second.words = "And that?";
  ASSERT_TRUE(write(second));
  EXPECT_EQ(words_of_other(begun->id), "And that?");
}

TEST_F(NumbersOfForms, of_a_message_may_stand_in_another_thread_of_ones_own) {
  const auto first = question("The first?");
  auto second = question("The second?");
  second.message = first.message;
  std::vector<ThreadId> threads;
  for (const auto& command : {first, second}) {
    const auto begun = begin_lead(command);
    ASSERT_TRUE(begun);
    threads.push_back(begun->id);
  }
  // The board sees both, and its answer to the second is no press of the first again.
  const auto once = MessageId::random();
  for (const auto& thread : threads) {
    const WriteMessage write{thread, once, 1, "Yes.", false, false};
    ASSERT_TRUE(
        as_manager([&](postgres::BoardTx& tx) { return write_message(tx, write, evening); }));
    EXPECT_EQ(messages_in(thread), 2U);
  }
}

TEST_F(NumbersOfForms, of_a_thread_may_be_anothers) {
  const auto theirs = question("Theirs?");
  const auto first = begin_lead(theirs);
  ASSERT_TRUE(first);
  auto command = by_other("Ours?");
  command.id = theirs.id;
  const auto begun = begin_other(command);
  ASSERT_TRUE(begun) << begun.problem().detail;
  EXPECT_NE(begun->id, first->id);
  EXPECT_EQ(words_of_other(begun->id), "Ours?");
  EXPECT_EQ(messages_in(first->id), 1U);
}

TEST_F(NumbersOfForms, of_a_thread_about_another_request_begin_one_of_their_own) {
  const auto before = question("To the one?");
  const auto first = begin_by_board(before);
  ASSERT_TRUE(first);
  auto command = by_other("To the other?");
  command.id = before.id;
  const auto begun = begin_by_board(command);
  ASSERT_TRUE(begun) << begun.problem().detail;
  EXPECT_NE(begun->id, first->id);
  EXPECT_EQ(words_of_other(begun->id), "To the other?");
}

}  // namespace
}  // namespace onereturn::questions
