#include "domain/fan_out/deliver_copy.hpp"

#include <gmock/gmock.h>

#include "domain/fan_out/make_copy.hpp"
#include "domain/fan_out/read_frozen_return.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::fan_out {
namespace {

using testing::Raw;
namespace region = testing::delivery_region;

const Instant today = *parse_instant("2027-03-16T10:00:00Z");

class DeliverCopy : public ::testing::Test {
 protected:
  void SetUp() override {
    region::seed();
    // Each test starts with an empty queue.
    Raw::superuser().run("update jobs.job set state = 'done', lease_until = null");
  }

  // The lease of the job for one board, claimed as a worker claims it.
  static postgres::JobLease claim(const SubmissionId& submission, const region::Board& board) {
    postgres::JobQueue queue(region::worker());
    for (const auto& job : queue.claim(50, std::chrono::seconds(60))) {
      held_.push_back(job.lease);
    }
    const auto wanted =
        Raw::superuser().one("select job_id from jobs.job where source_ref = '" +
                             submission.text() + "' and party_id = '" + board.party + "'");
    for (const auto& lease : held_) {
      if (lease.job.text() == wanted) {
        return lease;
      }
    }
    throw std::runtime_error("the job was not claimed");
  }

  static Result<WrittenCopy> deliver(const postgres::JobLease& lease) {
    return deliver_copy(region::worker(), lease, region::at_hand(), crypto::sha256,
                        crypto::random_bytes, today);
  }

  static std::string count(const std::string& what) {
    return Raw::superuser().one("select count(*) from " + what);
  }

  static inline std::vector<postgres::JobLease> held_;
};

TEST_F(DeliverCopy, fills_each_board_in_its_own_form) {
  const auto submission = region::submit({region::narrative(), region::lights(), region::grades()});
  for (const auto& board : {region::narrative(), region::lights(), region::grades()}) {
    const auto written = deliver(claim(submission, board));
    ASSERT_TRUE(written) << written.problem().detail;
    EXPECT_TRUE(written->written);
  }
  const auto boxes = [](const region::Board& board, const std::string& states) {
    return count(
        "tenant.return_box b join tenant.return r using (tenant_id, return_id)"
        " join catalogue.box c on c.box_no = b.box_no and c.content = 'rating'"
        " and c.template_code = '" +
        board.form + "' where b.version_no = r.latest_version and r.request_id = '" +
        board.request + "' and b.state in (" + states + ")");
  };
  EXPECT_EQ(boxes(region::narrative(), "'set', 'chosen', 'no_point'"), "0");
  EXPECT_EQ(boxes(region::lights(), "'set'"), "8");
  EXPECT_EQ(boxes(region::grades(), "'set', 'unanswered', 'chosen'"), "60");
  EXPECT_EQ(region::deliveries_in(submission, "delivered"), 3);
  EXPECT_EQ(region::jobs_in(submission, "done"), 3);
}

TEST_F(DeliverCopy, puts_nothing_of_one_board_into_another_boards_rows) {
  const auto submission = region::submit({region::narrative(), region::lights()});
  ASSERT_TRUE(deliver(claim(submission, region::narrative())));
  ASSERT_TRUE(deliver(claim(submission, region::lights())));
  const auto found = [](const region::Board& in, const std::string& marker) {
    return count("tenant.return_box where tenant_id = '" + in.party + "' and text like '%" +
                 marker + "%'");
  };
  EXPECT_NE(found(region::narrative(), region::narrative().marker), "0");
  EXPECT_NE(found(region::lights(), region::lights().marker), "0");
  EXPECT_EQ(found(region::narrative(), region::lights().marker), "0");
  EXPECT_EQ(found(region::lights(), region::narrative().marker), "0");
}

TEST_F(DeliverCopy, reads_nothing_that_was_written_for_another_board) {
  const auto submission = region::submit({region::narrative(), region::lights()});
  const auto lease = claim(submission, region::lights());
  const auto frozen = read_frozen_return(region::worker(), lease, region::at_hand());
  ASSERT_TRUE(frozen);
  EXPECT_EQ(frozen->head.board.code, region::lights().party);
  ASSERT_FALSE(frozen->sides.board.parts.empty());
  for (const auto& [code, part] : frozen->sides.board.parts) {
    EXPECT_THAT(part.texts.describes, ::testing::HasSubstr(region::lights().marker)) << code;
  }
}

// Two boards with one submission share what is common and nothing else, whoever was first.
TEST_F(DeliverCopy, shares_what_is_common_and_nothing_else) {
  const auto submission = region::submit({region::narrative(), region::lights()});
  FrozenAtHand shared;
  for (const auto& board : {region::narrative(), region::lights()}) {
    const auto lease = claim(submission, board);
    FrozenAtHand fresh;
    const auto first = read_frozen_return(region::worker(), lease, shared);
    const auto again = read_frozen_return(region::worker(), lease, shared);
    const auto alone = read_frozen_return(region::worker(), lease, fresh);
    ASSERT_TRUE(first && again && alone);
    ASSERT_FALSE(alone->sides.common.answers.empty());
    for (const auto* other : {&*first, &*again}) {
      EXPECT_EQ(render_frozen(*other).boxes.size(), render_frozen(*alone).boxes.size());
      ASSERT_EQ(other->sides.common.answers.size(), alone->sides.common.answers.size());
      for (const auto& [code, answer] : alone->sides.common.answers) {
        ASSERT_TRUE(other->sides.common.answers.contains(code)) << code;
        EXPECT_EQ(other->sides.common.answers.at(code).texts.describes, answer.texts.describes);
        EXPECT_EQ(other->sides.common.answers.at(code).level, answer.level);
      }
    }
  }
}

TEST_F(DeliverCopy, shows_no_level_to_a_board_that_asks_for_none) {
  const auto submission = region::submit({region::narrative()});
  ASSERT_TRUE(deliver(claim(submission, region::narrative())));
  EXPECT_EQ(count("tenant.box_source where interval_low is not null and tenant_id = '" +
                  region::narrative().party + "'"),
            "0");
  EXPECT_EQ(count("tenant.return_level where tenant_id = '" + region::narrative().party + "'"),
            "0");
  EXPECT_EQ(count("tenant.rollup where tenant_id = '" + region::narrative().party + "'"), "0");
}

TEST_F(DeliverCopy, loses_at_the_fence_when_another_worker_took_over) {
  const auto submission = region::submit({region::lights()});
  const auto late = claim(submission, region::lights());
  const auto frozen = read_frozen_return(region::worker(), late, region::at_hand());
  ASSERT_TRUE(frozen);
  const auto copy = make_copy(*frozen, crypto::sha256, crypto::random_bytes);
  // Its lease ends while it renders; the sweep puts the job back and another worker claims it.
  Raw::superuser().run("update jobs.job set lease_until = clock_timestamp() where job_id = '" +
                       late.job.text() + "'");
  postgres::JobQueue queue(region::worker());
  EXPECT_EQ(queue.sweep(), 1);
  const auto taken = claim(submission, region::lights());
  EXPECT_GT(held_.back().fence, late.fence);
  EXPECT_THROW((void)write_copy(region::worker(), late, *frozen, copy, today),
               postgres::StaleFence);
  EXPECT_EQ(region::deliveries_in(submission, "delivered"), 0);
  const auto second = deliver(held_.back());
  ASSERT_TRUE(second);
  EXPECT_TRUE(second->written);
  EXPECT_THROW((void)write_copy(region::worker(), late, *frozen, copy, today),
               postgres::StaleFence);
  EXPECT_EQ(count("tenant.return_version where submission_id = '" + submission.text() + "'"), "1");
  static_cast<void>(taken);
}

TEST_F(DeliverCopy, changes_nothing_when_it_was_delivered_before) {
  const auto submission = region::submit({region::lights()});
  const auto lease = claim(submission, region::lights());
  const auto first = deliver(lease);
  ASSERT_TRUE(first);
  const auto hash = Raw::superuser().one(
      "select encode(result_hash, 'hex') from tenant.delivery where submission_id = '" +
      submission.text() + "'");
  // The answer was lost on the way: the job stands open again, with a new fence.
  Raw::superuser().run("update jobs.job set state = 'waiting', ended_at = null where job_id = '" +
                       lease.job.text() + "'");
  claim(submission, region::lights());
  const auto again = deliver(held_.back());
  ASSERT_TRUE(again) << again.problem().detail;
  EXPECT_FALSE(again->written);
  EXPECT_EQ(again->id, first->id);
  EXPECT_EQ(again->version_no, first->version_no);
  EXPECT_EQ(count("tenant.return_version where submission_id = '" + submission.text() + "'"), "1");
  EXPECT_EQ(Raw::superuser().one(
                "select encode(result_hash, 'hex') from tenant.delivery where submission_id = '" +
                submission.text() + "'"),
            hash);
  EXPECT_EQ(region::jobs_in(submission, "done"), 1);
}

TEST_F(DeliverCopy, makes_the_boards_action_and_keeps_the_link_with_the_agency) {
  const auto submission = region::submit({region::lights()});
  const auto written = deliver(claim(submission, region::lights()));
  ASSERT_TRUE(written);
  const auto of_copy = "return_id = '" + written->id.text() +
                       "' and version_no = " + std::to_string(written->version_no);
  EXPECT_EQ(Raw::superuser().one("select what from tenant.action where " + of_copy),
            "Train every supervisor");
  EXPECT_EQ(Raw::superuser().one("select source_ref from tenant.action where " + of_copy), "");
  EXPECT_EQ(count("tenant.action_link l join tenant.action a on a.action_id = l.action_id where"
                  " l.tenant_id = '" +
                  region::agency + "' and a." + of_copy),
            "1");
}

TEST_F(DeliverCopy, refuses_a_version_that_the_catalogue_does_not_have) {
  const auto submission = region::submit({region::lights()});
  Raw::superuser().run(
      "update tenant.delivery set mapping_version = null, framework_version = 9"
      " where submission_id = '" +
      submission.text() + "'");
  const auto refused = deliver(claim(submission, region::lights()));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().key, "mapping-gone");
  EXPECT_EQ(region::deliveries_in(submission, "delivered"), 0);
}

}  // namespace
}  // namespace onereturn::fan_out
