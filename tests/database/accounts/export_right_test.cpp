// Taking lists along: managers may, anybody else of the board while a manager says so, and each
// time is written down with how many rows.

#include "domain/identity/export_right.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accounts_support.hpp"
#include "domain/identity/board_people.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
using identity::Export;

const std::string assistant = "d0000000-0000-4000-8000-000000000051";
const Instant noon = *parse_instant("2027-03-16T12:00:00Z");

template <class Use>
auto as_board(const std::string& who, Use&& use) {
  return gateway().as_board(session_of(who), [&](postgres::BoardTx& tx) { return use(tx); });
}

bool may(const std::string& who) {
  return *as_board(who, [](postgres::BoardTx& tx) { return Result(identity::may_export(tx)); });
}

Result<Done> let(const MembershipId& membership, bool allow,
                 const std::string& who = "manager one") {
  return as_board(who, [&](postgres::BoardTx& tx) {
    return identity::let_export(tx, membership, allow, noon);
  });
}

Result<Done> taken(const std::string& who, std::size_t rows) {
  return as_board(who, [&](postgres::BoardTx& tx) -> Result<Done> {
    if (const auto refused = identity::refuse_export(tx)) return *refused;
    identity::note_export(tx, Export{"register.exported", "register", ""}, rows);
    return Done{};
  });
}

MembershipId membership_of(const std::string& person) {
  return MembershipId{region::membership_of(person)};
}

std::string last_entry() {
  return Raw::superuser().one(
      "select what || ' ' || coalesce(facts ->> 'detail', '') from tenant.audit_entry"
      " where tenant_id = '" +
      region::board_one + "' order by entry_no desc limit 1");
}

class ExportRight : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    static const bool done = [] {
      Raw owner("operator");
      owner.run("select operator.add_person('" + assistant +
                "', 'assistant.one@small.example', 'Assistant One', '')");
      owner.run("select operator.add_membership('" + region::membership_of(assistant) + "', '" +
                assistant + "', '" + region::board_one + "', null, 'assistant', '')");
      owner.run("select operator.issue_session(" + region::token("assistant one") + ", '" +
                assistant + "', '" + region::membership_of(assistant) + "', 'bearer', '1 day')");
      return true;
    }();
    static_cast<void>(done);
  }
  void TearDown() override {
    Raw::superuser().run(
        "update tenant.export_right set ended_at = now(), ended_by = granted_by where ended_at is"
        " null");
  }
};

TEST_F(ExportRight, is_a_managers_and_of_whoever_was_let) {
  EXPECT_TRUE(may("manager one"));
  EXPECT_FALSE(may("assistant one"));
  const auto refused = taken("assistant one", 7);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().code, ProblemCode::forbidden);
  EXPECT_THAT(refused.problem().detail, ::testing::HasSubstr("a right of its own"));
  ASSERT_TRUE(let(membership_of(assistant), true));
  EXPECT_EQ(last_entry(), "colleague.may_export ");
  EXPECT_TRUE(may("assistant one"));
  ASSERT_TRUE(taken("assistant one", 7));
  EXPECT_EQ(last_entry(), "register.exported 7 rows");
  ASSERT_TRUE(taken("manager one", 1));
  EXPECT_EQ(last_entry(), "register.exported 1 row");
  ASSERT_TRUE(let(membership_of(assistant), false));
  EXPECT_FALSE(may("assistant one")) << "at once";
  EXPECT_FALSE(taken("assistant one", 7));
}

TEST_F(ExportRight, stands_in_the_list_of_people) {
  const auto listed = [] {
    const auto all = *as_board(
        "manager one", [](postgres::BoardTx& tx) { return identity::list_board_people(tx); });
    for (const auto& one : all.people) {
      if (one.person.text() == assistant) return one.may_export;
    }
    ADD_FAILURE() << "the assistant is not in the list";
    return false;
  };
  EXPECT_FALSE(listed());
  ASSERT_TRUE(let(membership_of(assistant), true));
  EXPECT_TRUE(listed());
}

TEST_F(ExportRight, is_given_by_a_manager_of_that_board_alone) {
  EXPECT_EQ(let(membership_of(assistant), true, "assistant one").problem().code,
            ProblemCode::forbidden);
  EXPECT_EQ(let(membership_of(assistant), true, "manager two").problem().code,
            ProblemCode::not_found);
  EXPECT_EQ(let(membership_of(region::lead_one), true).problem().code, ProblemCode::not_found);
  EXPECT_EQ(let(membership_of(region::manager_one), true).problem().code, ProblemCode::conflict)
      << "has it by role";
  EXPECT_EQ(let(membership_of(assistant), false).problem().code, ProblemCode::conflict)
      << "there is nothing to take back";
  ASSERT_TRUE(let(membership_of(assistant), true));
  EXPECT_EQ(let(membership_of(assistant), true).problem().code, ProblemCode::conflict);
}

TEST_F(ExportRight, is_seen_by_its_board_alone) {
  ASSERT_TRUE(let(membership_of(assistant), true));
  Raw raw("gateway");
  const std::string seen =
      "do $$ begin if exists (select from tenant.export_right) then raise 'seen'; end if; end $$";
  EXPECT_EQ(raw.refusal({region::enter("manager one"), seen}), "P0001");
  EXPECT_EQ(raw.refusal({region::enter("manager two"), seen}), "");
  EXPECT_EQ(raw.refusal({region::enter("lead one"), seen}), "42501");
  EXPECT_EQ(
      raw.refusal({region::enter("manager one"),
                   "update tenant.export_right set person_id = '" + region::manager_one + "'"}),
      "42501")
      << "whose it is never changes";
}

TEST_F(ExportRight, goes_with_whoever_leaves) {
  ASSERT_TRUE(let(membership_of(assistant), true));
  const auto standing = [] {
    return Raw::superuser().one("select count(*) from tenant.export_right where ended_at is null");
  };
  EXPECT_EQ(standing(), "1");
  ASSERT_TRUE(as_board("manager one", [](postgres::BoardTx& tx) {
    return identity::remove_from_board(tx, membership_of(assistant));
  }));
  EXPECT_EQ(standing(), "0");
}

}  // namespace
}  // namespace onereturn::testing
