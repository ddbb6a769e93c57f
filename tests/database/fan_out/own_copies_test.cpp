#include <gtest/gtest.h>

#include "domain/fan_out/deliver_copy.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::fan_out {
namespace {

namespace region = testing::delivery_region;

const std::string centre = "a1000000-0000-4000-8000-0000000000c1";
const std::string membership = "e1000000-0000-4000-8000-0000000000c1";

// Somebody who works for one centre of the agency, with a session of the digest of "centre".
void open_centre() {
  auto owner = testing::Raw::superuser();
  const auto person = owner.one("select person_id from identity.membership where party_id = '" +
                                region::agency + "' limit 1");
  owner.run("insert into tenant.unit (tenant_id, unit_id, parent_unit_id, name) values ('" +
            region::agency + "', '" + centre + "', '" + region::agency + "', 'A centre')");
  owner.run(
      "insert into identity.membership (membership_id, person_id, party_id, unit_id, role)"
      " values ('" +
      membership + "', '" + person + "', '" + region::agency + "', '" + centre +
      "', 'contributor')");
  owner.run("select operator.issue_session(sha256('centre'::bytea), '" + person + "', '" +
            membership + "', 'bearer', '1 day')");
}

Result<DeliveredCopy> read_as(const std::string& who) {
  return region::gateway().as_agency(
      postgres::TokenHash{crypto::sha256(who)}, [](postgres::AgencyTx& tx) {
        return read_own_copy(tx, RequestId(region::narrative().request));
      });
}

TEST(OwnCopies, stay_with_the_part_of_the_agency_that_was_asked) {
  region::seed();
  region::submit({region::narrative()});
  postgres::JobQueue queue(region::worker());
  for (const auto& job : queue.claim(10, std::chrono::seconds(60))) {
    ASSERT_TRUE(deliver_copy(region::worker(), job.lease, region::at_hand(), crypto::sha256,
                             crypto::random_bytes, *parse_instant("2027-03-16T10:00:00Z")));
  }
  open_centre();
  EXPECT_TRUE(read_as("lead"));
  const auto foreign = read_as("centre");
  ASSERT_FALSE(foreign);
  EXPECT_EQ(foreign.problem().code, ProblemCode::not_found);
}

}  // namespace
}  // namespace onereturn::fan_out
