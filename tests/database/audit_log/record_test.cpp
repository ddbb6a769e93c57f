#include "domain/audit_log/record.hpp"

#include <gmock/gmock.h>

#include "support/delivery_region.hpp"

namespace onereturn::audit_log {
namespace {

using testing::Raw;
namespace region = testing::delivery_region;

Entry about(const std::string& subject) {
  return {.what = "test.done", .subject_kind = "test", .subject_id = subject, .detail = "twice"};
}

std::string entries(const std::string& subject) {
  return Raw::superuser().one("select count(*) from tenant.audit_entry where subject_ref = '" +
                              subject + "'");
}

class Record : public ::testing::Test {
 protected:
  void SetUp() override { region::seed(); }
};

TEST_F(Record, says_who_did_it_for_whom_without_being_told) {
  ASSERT_TRUE(
      region::gateway().as_board(region::session_of("first manager"), [](postgres::BoardTx& tx) {
        record(tx, about("one"));
        return Result(Done{});
      }));
  auto trail = Raw::superuser();
  const std::string of_it = " from tenant.audit_entry where subject_ref = 'one'";
  EXPECT_EQ(trail.one("select tenant_id" + of_it), region::narrative().party);
  EXPECT_EQ(trail.one("select role" + of_it), "manager");
  EXPECT_NE(trail.one("select person_id" + of_it), "");
  EXPECT_EQ(trail.one("select facts ->> 'detail'" + of_it), "twice");
}

TEST_F(Record, vanishes_with_what_it_was_about) {
  const auto refused = region::gateway().as_agency(
      region::session_of("lead"), [](postgres::AgencyTx& tx) -> Result<Done> {
        record(tx, about("two"));
        return Problem{.code = ProblemCode::conflict, .key = "conflict", .detail = "No."};
      });
  EXPECT_FALSE(refused);
  EXPECT_EQ(entries("two"), "0");
}

TEST_F(Record, is_not_there_for_another_party) {
  ASSERT_TRUE(region::gateway().as_agency(region::session_of("lead"), [](postgres::AgencyTx& tx) {
    record(tx, about("three"));
    return Result(Done{});
  }));
  const std::string enter = "select * from identity.enter(sha256('other lead'::bytea))";
  Raw other("gateway");
  pqxx::work work(other.connection());
  work.exec(enter);
  EXPECT_TRUE(work.exec("select from tenant.audit_entry where subject_ref = 'three'").empty());
}

}  // namespace
}  // namespace onereturn::audit_log
