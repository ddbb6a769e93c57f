// Who is told that an evaluation waits for a second look.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/evaluation/second_look.hpp"
#include "evaluation_region.hpp"

namespace onereturn::evaluation {
namespace {

namespace region = testing::evaluation_region;
namespace boards = testing::delivery_region;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Raw;

class SecondLookMail : public ::testing::Test {
 protected:
  void SetUp() override {
    id_ = region::fresh_return();
    auto raw = Raw::superuser();
    raw.run("delete from identity.told_of_answer");
    raw.run("delete from identity.mail where kind = 'second_look_waits'");
    raw.run(
        "update identity.membership set role = 'chair', to_at = null where membership_id in"
        " (select m.membership_id from identity.membership m join identity.person p"
        " on p.person_id = m.person_id where p.display_name = 'chair' and m.party_id = '" +
        boards::grades().party + "')");
    region::begun(id_);
    region::grade_all(id_);
  }
  void TearDown() override {
    Raw::superuser().run("update identity.membership set to_at = null where party_id = '" +
                         boards::grades().party + "'");
  }

  Result<Done> send(const std::string& who = "third manager", Instant at = region::now) {
    return region::as(who, [&](postgres::BoardTx& tx) {
      return send_for_second_look(tx, id_, "The essential items", at);
    });
  }
  Result<Done> back(const std::string& who = "third manager") {
    return region::as(who, [&](postgres::BoardTx& tx) { return take_back(tx, id_, region::now); });
  }
  static std::vector<std::string> told() {
    return Raw::superuser().all(
        "select m.fields::json ->> 'name' from identity.mail m"
        " where m.kind = 'second_look_waits' order by 1");
  }
  static void leaves(const std::string& who) {
    Raw::superuser().run(
        "update identity.membership m set to_at = now() from identity.person"
        " p where p.person_id = m.person_id and p.display_name = '" +
        who + "' and m.party_id = '" + boards::grades().party + "'");
  }

  ReturnId id_;
};

TEST_F(SecondLookMail, goes_to_the_chair_in_the_boards_name_and_holds_nothing_of_the_return) {
  ASSERT_TRUE(send());
  EXPECT_THAT(told(), ElementsAre("chair"));
  const auto fields =
      Raw::superuser().one("select fields from identity.mail where kind = 'second_look_waits'");
  EXPECT_EQ(fields.find("essential"), std::string::npos);
  EXPECT_EQ(Raw::superuser().one("select count(*) from identity.mail m where m.kind ="
                                 " 'second_look_waits' and m.party_id = '" +
                                 boards::grades().party + "'"),
            "1");
}

TEST_F(SecondLookMail, goes_once_on_a_day_and_again_on_the_next) {
  ASSERT_TRUE(send());
  ASSERT_TRUE(send()) << "twice at once asks once";
  ASSERT_TRUE(back());
  ASSERT_TRUE(send());
  EXPECT_THAT(told(), ElementsAre("chair"));
  ASSERT_TRUE(back());
  ASSERT_TRUE(send("third manager", *parse_instant("2027-03-17T10:00:00Z")));
  EXPECT_THAT(told(), ElementsAre("chair", "chair"));
}

TEST_F(SecondLookMail, goes_to_the_other_managers_where_no_chair_can_look) {
  leaves("chair");
  ASSERT_TRUE(send());
  EXPECT_THAT(told(), ElementsAre("second third manager")) << "not to whoever graded and sent it";
}

TEST_F(SecondLookMail, goes_to_nobody_where_nobody_can_look) {
  leaves("chair");
  leaves("second third manager");
  ASSERT_TRUE(send());
  EXPECT_THAT(told(), IsEmpty());
}

TEST_F(SecondLookMail, goes_to_nobody_when_it_could_not_be_sent) {
  Raw::superuser().run("delete from tenant.evaluation_box");
  EXPECT_FALSE(send());
  EXPECT_THAT(told(), IsEmpty());
}

TEST_F(SecondLookMail, goes_past_a_chair_who_graded) {
  const auto bench = region::bench(id_);
  Raw::superuser().run(
      "update tenant.evaluation_box set by_person = (select person_id from identity.person where"
      " display_name = 'chair') where box_no = '" +
      bench.subjects.front().key + "'");
  ASSERT_TRUE(send());
  EXPECT_THAT(told(), ElementsAre("second third manager"));
}

}  // namespace
}  // namespace onereturn::evaluation
