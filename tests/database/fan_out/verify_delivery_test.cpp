#include "domain/fan_out/verify_delivery.hpp"

#include <gmock/gmock.h>

#include "domain/fan_out/deliver_copy.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::fan_out {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Raw;
namespace region = testing::delivery_region;

const Instant today = *parse_instant("2027-03-16T10:00:00Z");

class VerifyDelivery : public ::testing::Test {
 protected:
  void SetUp() override {
    region::seed();
    // A copy that another test left undelivered would hold up the one that is looked at here.
    Raw::superuser().run("delete from jobs.job where kind = 'deliver'");
    // What was asked for again stands by itself: the board works with the copy of this test.
    Raw::superuser().run("update tenant.return set state = 'returned'");
    region::submit({region::lights()});
    postgres::JobQueue queue(region::worker());
    for (const auto& job : queue.claim(10, std::chrono::seconds(60))) {
      ASSERT_TRUE(deliver_copy(region::worker(), job.lease, region::at_hand(), crypto::sha256,
                               crypto::random_bytes, today));
    }
  }

  static Result<VerifiedDelivery> verify(const std::string& who = "lead") {
    return region::gateway().as_agency(region::session_of(who), [](postgres::AgencyTx& tx) {
      return verify_delivery(tx, RequestId(region::lights().request), crypto::sha256);
    });
  }

  // Behind everybody's back, on the latest version that the board holds.
  static void change(const std::string& what) {
    Raw::superuser().run("update tenant.return_box b set " + what +
                         " from tenant.return r where r.return_id = b.return_id and"
                         " r.latest_version = b.version_no and r.request_id = '" +
                         region::lights().request + "' and b.position = 5");
  }
};

TEST_F(VerifyDelivery, finds_what_the_frozen_answers_give) {
  const auto found = verify();
  ASSERT_TRUE(found) << found.problem().detail;
  EXPECT_THAT(found->differences, IsEmpty());
  EXPECT_EQ(found->stored, found->recomputed);
  EXPECT_EQ(found->boxes, 16);
}

TEST_F(VerifyDelivery, finds_a_text_that_was_changed) {
  change("text = 'Something else'");
  const auto found = verify();
  ASSERT_TRUE(found);
  EXPECT_THAT(found->differences, Contains(HasSubstr("has another text")));
  EXPECT_THAT(found->differences, Contains(HasSubstr("does not fit its digest")));
}

TEST_F(VerifyDelivery, finds_a_point_that_was_changed) {
  change("point = 'red'");
  const auto found = verify();
  ASSERT_TRUE(found);
  EXPECT_THAT(found->differences, Contains(HasSubstr("has another point")));
}

TEST_F(VerifyDelivery, finds_a_hash_that_was_changed) {
  Raw::superuser().run("update tenant.return_version set hash = sha256('forged')");
  const auto found = verify();
  ASSERT_TRUE(found);
  EXPECT_THAT(found->differences, Contains("the hash on the receipt is another"));
}

TEST_F(VerifyDelivery, still_holds_when_a_text_was_erased_by_law) {
  change("text = null, salt = null, state = 'redacted'");
  const auto found = verify();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->erased, 1);
  EXPECT_EQ(found->stored, found->recomputed);
}

TEST_F(VerifyDelivery, is_the_agencys_own_business) {
  const auto found = verify("other lead");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.problem().code, ProblemCode::not_found);
}

}  // namespace
}  // namespace onereturn::fan_out
