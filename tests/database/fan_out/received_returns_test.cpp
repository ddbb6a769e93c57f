#include <gmock/gmock.h>

#include "domain/fan_out/acknowledge_return.hpp"
#include "domain/fan_out/deliver_copy.hpp"
#include "domain/fan_out/list_received_returns.hpp"
#include "domain/fan_out/read_receipt.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "domain/fan_out/result_hash.hpp"
#include "domain/fan_out/verify_receipt.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::fan_out {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Raw;
using ::testing::SizeIs;
namespace region = testing::delivery_region;

const Instant today = *parse_instant("2027-03-16T10:00:00Z");

class ReceivedReturns : public ::testing::Test {
 protected:
  // One return to two boards, delivered; read by everybody.
  static void SetUpTestSuite() {
    region::seed();
    region::submit({region::narrative(), region::lights()});
    postgres::JobQueue queue(region::worker());
    for (const auto& job : queue.claim(10, std::chrono::seconds(60))) {
      ASSERT_TRUE(deliver_copy(region::worker(), job.lease, region::at_hand(), crypto::sha256,
                               crypto::random_bytes, today));
    }
  }

  template <class Work>
  static auto as_manager(const region::Board& board, Work&& work) {
    return region::gateway().as_board(region::session_of(board.manager), work);
  }

  static Result<DeliveredCopy> read(const region::Board& by, const ReturnId& id) {
    return as_manager(by, [&](postgres::BoardTx& tx) { return read_received_return(tx, id); });
  }

  static Result<Receipt> acknowledge(const region::Board& by, const ReturnId& id) {
    return as_manager(by, [&](postgres::BoardTx& tx) { return acknowledge_return(tx, id, today); });
  }

  static Result<CheckedReceipt> verify(const std::string& code) {
    return region::gateway().as_system(
        [&](postgres::SystemTx& tx) { return verify_receipt(tx, code, crypto::sha256); });
  }
};

TEST_F(ReceivedReturns, stand_in_the_boards_list_with_those_still_to_come) {
  const auto list =
      as_manager(region::lights(), [](postgres::BoardTx& tx) { return list_received_returns(tx); });
  ASSERT_TRUE(list);
  ASSERT_THAT(*list, SizeIs(2));
  EXPECT_EQ((*list)[0].request.text(), region::lights().request);
  EXPECT_EQ((*list)[0].agency, "As we call them");
  EXPECT_GE((*list)[0].version_no, 1);
  EXPECT_EQ((*list)[0].received_at, today);
  EXPECT_EQ((*list)[1].state, ReturnState::asked);
  EXPECT_EQ((*list)[1].id, std::nullopt);
}

TEST_F(ReceivedReturns, are_read_in_the_boards_own_form) {
  const auto copy = read(region::lights(), region::return_of(region::lights()));
  ASSERT_TRUE(copy);
  EXPECT_EQ(copy->form->ref.code, region::lights().form);
  int lights = 0;
  for (const auto& box : copy->copy.boxes) {
    if (box.content != frameworks::BoxContent::rating) {
      continue;
    }
    ++lights;
    EXPECT_EQ(box.state, mapping::BoxState::set) << box.box_no;
    EXPECT_EQ(box.point_label, "Green") << box.box_no;
    EXPECT_THAT(box.text, IsEmpty());
    EXPECT_FALSE(box.sources.empty()) << box.box_no;
    EXPECT_THAT(box.rule_text, HasSubstr("One point of your scale follows."));
    EXPECT_FALSE(box.possible.empty());
  }
  EXPECT_EQ(lights, 8);
  ASSERT_THAT(copy->sign_offs, SizeIs(1));
  EXPECT_EQ(copy->sign_offs[0].name, "A. Name");
  ASSERT_THAT(copy->copy.actions, SizeIs(1));
  EXPECT_EQ(copy->copy.actions[0].change, "Every case is seen");
  EXPECT_FALSE(copy->copy.actions[0].places.empty());
}

TEST_F(ReceivedReturns, name_where_each_box_comes_from) {
  const auto copy = read(region::lights(), region::return_of(region::lights()));
  ASSERT_TRUE(copy);
  for (const auto& box : copy->copy.boxes) {
    for (const auto& source : box.sources) {
      if (source.kind == mapping::SourceKind::requirement) {
        EXPECT_FALSE(source.name.empty());
        EXPECT_NE(source.name, source.code);
        EXPECT_EQ(source.confirmed.on, parse_date("2027-03-03"));
        EXPECT_EQ(source.confirmed.version, 3);
        // Who in the agency confirmed it is the agency's own business.
        EXPECT_THAT(source.confirmed.by, IsEmpty());
      }
    }
  }
}

TEST_F(ReceivedReturns, hash_what_is_stored) {
  const auto copy = read(region::lights(), region::return_of(region::lights()));
  ASSERT_TRUE(copy);
  ASSERT_THAT(copy->seals, SizeIs(copy->copy.boxes.size()));
  for (std::size_t at = 0; at < copy->seals.size(); ++at) {
    EXPECT_EQ(box_digest(crypto::sha256, copy->seals[at].salt, printed_text(copy->copy.boxes[at])),
              copy->seals[at].digest)
        << copy->seals[at].box_no;
  }
  EXPECT_EQ(to_hex(result_hash(crypto::sha256, copy->seals)), copy->receipt.hash);
}

TEST_F(ReceivedReturns, are_not_there_for_another_board) {
  const auto theirs = region::return_of(region::lights());
  const auto nowhere = ReturnId::random();
  for (const auto& by : {region::narrative(), region::grades()}) {
    const auto foreign = read(by, theirs);
    const auto missing = read(by, nowhere);
    ASSERT_FALSE(foreign);
    ASSERT_FALSE(missing);
    EXPECT_EQ(foreign.problem(), missing.problem());
    ASSERT_FALSE(acknowledge(by, theirs));
    EXPECT_EQ(acknowledge(by, theirs).problem(), missing.problem());
  }
}

TEST_F(ReceivedReturns, are_not_there_for_another_agency) {
  const auto own = [](const std::string& who) {
    return region::gateway().as_agency(region::session_of(who), [](postgres::AgencyTx& tx) {
      return read_own_copy(tx, RequestId(region::lights().request));
    });
  };
  ASSERT_TRUE(own("lead"));
  EXPECT_THAT(own("lead")->copy.boxes, Not(IsEmpty()));
  ASSERT_FALSE(own("other lead"));
  EXPECT_EQ(own("other lead").problem().code, ProblemCode::not_found);
}

TEST_F(ReceivedReturns, tell_a_board_nothing_of_the_others) {
  const auto copy = read(region::narrative(), region::return_of(region::narrative()));
  ASSERT_TRUE(copy);
  for (const auto& box : copy->copy.boxes) {
    for (const auto& other : {region::lights(), region::grades()}) {
      EXPECT_THAT(box.text, Not(HasSubstr(other.marker)));
      EXPECT_THAT(box.text, Not(HasSubstr(other.party)));
    }
    for (const auto& source : box.sources) {
      EXPECT_EQ(source.level, std::nullopt);
    }
  }
}

TEST_F(ReceivedReturns, get_a_receipt_once_and_anybody_may_check_its_code) {
  const auto id = region::return_of(region::narrative());
  const auto before =
      as_manager(region::narrative(), [&](postgres::BoardTx& tx) { return read_receipt(tx, id); });
  ASSERT_TRUE(before);
  EXPECT_THAT(before->code, IsEmpty());

  const auto receipt = acknowledge(region::narrative(), id);
  ASSERT_TRUE(receipt);
  EXPECT_EQ(receipt->acknowledged_at, today);
  EXPECT_EQ(receipt->acknowledged_by, region::narrative().manager);
  const auto again = acknowledge(region::narrative(), id);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->code, receipt->code);

  const auto checked = verify(receipt->code);
  ASSERT_TRUE(checked);
  EXPECT_EQ(checked->hash, receipt->hash);
  EXPECT_EQ(checked->state, "received");
  EXPECT_EQ(checked->received_on, parse_date("2027-03-16"));
  EXPECT_EQ(Raw::superuser().one("select count(*) from tenant.audit_entry where what ="
                                 " 'return.acknowledged' and subject_ref = '" +
                                 id.text() + "'"),
            "1");
  ASSERT_FALSE(verify("0000-0000-0000-0000-0000"));
  ASSERT_FALSE(verify("'; drop table"));
}

}  // namespace
}  // namespace onereturn::fan_out
