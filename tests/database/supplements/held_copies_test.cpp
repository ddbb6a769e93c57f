#include <gmock/gmock.h>

#include "domain/fan_out/deliver_copy.hpp"
#include "domain/fan_out/supplements.hpp"
#include "domain/returns/submit_return.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"
#include "support/returns_region.hpp"

namespace onereturn::fan_out {
namespace {

using testing::Raw;
using ::testing::SizeIs;
namespace region = testing::delivery_region;
namespace agency = testing::returns_region;

const Instant now = *parse_instant("2027-03-16T10:00:00Z");

// What an agency is told of the copies that boards hold, while its answers go on.
class HeldCopies : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    agency::seed();
    agency::answer_everything();
  }

  static void send(const region::Board& board) {
    returns::SubmitReturn command;
    command.unit = agency::unit;
    command.requests = {RequestId(board.request)};
    command.name = "Ruth Amory";
    command.position = "Chief";
    command.statement = "I have read this return.";
    command.idempotency_key = random_uuid();
    command.body_sha256 = crypto::sha256(command.idempotency_key);
    const auto sent = agency::as("authoriser", [&](postgres::AgencyTx& tx) {
      return returns::submit_return(tx, command, now);
    });
    ASSERT_TRUE(sent) << sent.problem().detail;
    postgres::JobQueue queue(region::worker());
    for (const auto& job : queue.claim(50, std::chrono::seconds(60))) {
      if (job.kind != "deliver") continue;
      ASSERT_TRUE(deliver_copy(region::worker(), job.lease, region::at_hand(), crypto::sha256,
                               crypto::random_bytes, now));
    }
  }

  static std::vector<HeldCopy> held() {
    const auto workspace = agency::workspace_of("lead");
    auto all = agency::as(
        "lead", [&](postgres::AgencyTx& tx) { return Result(held_copies(tx, workspace)); });
    EXPECT_TRUE(all);
    return *all;
  }

  static void change(const std::string& words) {
    const auto workspace = agency::workspace_of("lead");
    const auto* board = workspace.find(RequestId(region::narrative().request));
    std::string asked;
    for (const auto& code : board->requirements) {
      if (workspace.requirement(code)->local == frameworks::LocalKind::common) asked = code;
    }
    auto command = agency::answer_to(workspace, asked);
    command.texts.describes = words;
    command.confirm = true;
    agency::save("lead", command);
  }
};

TEST_F(HeldCopies, go_from_current_to_older_to_offered_to_declined) {
  const auto& board = region::narrative();
  send(board);
  ASSERT_THAT(held(), SizeIs(1));
  EXPECT_EQ(held().front().age, CopyAge::current);
  EXPECT_EQ(held().front().changed, 0);

  change("Another way of doing it.");
  EXPECT_EQ(held().front().age, CopyAge::older);
  EXPECT_GT(held().front().changed, 0);

  send(board);
  EXPECT_EQ(held().front().age, CopyAge::offered);
  EXPECT_EQ(held().front().newest_standing, Standing::offered);

  const auto id = region::return_of(board);
  const auto decide = [&](bool accepts) {
    const auto newest = held().front().newest;
    return region::gateway().as_board(
        region::session_of(board.manager), [&](postgres::BoardTx& tx) {
          return decide_supplement(tx, {id, newest, accepts, "Not like this."}, now);
        });
  };
  ASSERT_TRUE(decide(false));
  EXPECT_EQ(held().front().age, CopyAge::declined);
  EXPECT_EQ(held().front().decision_words, "Not like this.");
  EXPECT_EQ(held().front().stands, 1);

  change("A third way.");
  EXPECT_EQ(held().front().age, CopyAge::older);
  send(board);
  ASSERT_TRUE(decide(true));
  EXPECT_EQ(held().front().age, CopyAge::current);
  EXPECT_EQ(held().front().stands, 3);
}

TEST_F(HeldCopies, cost_the_same_statements_for_one_board_and_for_two) {
  const auto workspace = agency::workspace_of("lead");
  const auto statements = [&] {
    const auto before = postgres::statements_on_this_thread();
    const auto all = agency::as(
        "lead", [&](postgres::AgencyTx& tx) { return Result(held_copies(tx, workspace)); });
    EXPECT_TRUE(all);
    return postgres::statements_on_this_thread() - before;
  };
  EXPECT_LE(statements(), 4U);  // entering and committing included
}

}  // namespace
}  // namespace onereturn::fan_out
