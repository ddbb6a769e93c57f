#include <gtest/gtest.h>

#include "domain/fan_out/deliver_copy.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::fan_out {
namespace {

namespace region = testing::delivery_region;

// A board may ask an agency twice, each time in a form with a box of that number.
TEST(TwoRequests, of_one_board_do_not_fill_each_others_boxes) {
  region::seed();
  const auto& board = region::narrative();
  const auto submission = region::submit({board}).text();
  const std::string other = "c1000000-0000-4000-8000-0000000000f1";
  auto owner = testing::Raw::superuser();
  owner.run(
      "insert into tenant.request (tenant_id, request_id, audit_id, entry_id, agency_id, unit_id,"
      " template_code, template_version, kind, title, period, due_on)"
      " select tenant_id, '" +
      other +
      "', audit_id, entry_id, agency_id, unit_id, template_code, template_version, kind,"
      " 'Asked again', period, due_on from tenant.request where request_id = '" +
      board.request + "'");
  const auto box = owner.one("select box_no from catalogue.box where template_code = '" +
                             board.form + "' and content = 'describes_then_knows' limit 1");
  ASSERT_FALSE(box.empty());
  owner.run(
      "insert into tenant.submission_box (tenant_id, submission_id, board_id, line_no, request_id,"
      " kind, box_no, text, reason, chosen_by) values ('" +
      region::agency + "', '" + submission + "', '" + board.party + "', 9999, '" + other +
      "', 'override', '" + box + "', 'Of the other request', 'because', 'Dee')");
  postgres::JobQueue queue(region::worker());
  for (const auto& job : queue.claim(10, std::chrono::seconds(60))) {
    ASSERT_TRUE(deliver_copy(region::worker(), job.lease, region::at_hand(), crypto::sha256,
                             crypto::random_bytes, *parse_instant("2027-03-16T10:00:00Z")));
  }
  EXPECT_EQ(owner.one("select count(*) from tenant.return_version where submission_id = '" +
                      submission + "'"),
            "1");
  EXPECT_EQ(owner.one("select count(*) from tenant.return_box where text like '%the other "
                      "request%'"),
            "0");
  owner.run("update tenant.request set state = 'withdrawn' where request_id = '" + other + "'");
}

}  // namespace
}  // namespace onereturn::fan_out
