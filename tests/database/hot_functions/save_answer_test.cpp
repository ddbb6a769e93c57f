// One answer in one round trip: the scope, the answer, its history and its line in the trail.

#include <gtest/gtest.h>

#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

struct Answer {
  std::string who = "lead one";
  std::string unit = region::agency_one;
  std::string requirement = "C1";
  int expected = 0;
  std::string level = "2";
  std::string na_reason = "null";
  std::string confirm = "true";
  std::string roles = "array['describes', 'knows']";
  std::string texts = "array['We do.', 'We know.']";
  std::string parts = "null, null, null";
  std::string reference = "00000000000000a1";

  std::string call() const {
    return "select * from app.save_answer(" + region::token(who) + ", '" + unit + "', '" +
           requirement + "', " + std::to_string(expected) + ", " + level + ", " + na_reason +
           ", null, 'own', null, " + confirm + ", " + roles + ", array_fill(''::text, array[" +
           "cardinality(" + roles + ")]), " + texts + ", " + parts + ", '" + reference + "')";
  }
};

class SaveAnswer : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override {
    Raw::superuser().run("truncate tenant.answer cascade; delete from tenant.audit_entry;");
  }
  pqxx::row save(const Answer& answer) { return gateway_.run(answer.call())[0]; }
  static std::string count(const std::string& table) {
    return Raw::superuser().one("select count(*) from tenant." + table);
  }

  Raw gateway_{"gateway"};
};

TEST_F(SaveAnswer, keeps_the_answer_its_texts_its_history_and_its_trail) {
  const auto row = save({});
  EXPECT_TRUE(row["saved"].as<bool>());
  EXPECT_EQ(row["version"].as<int>(), 1);
  EXPECT_EQ(row["saved_by_name"].c_str(), std::string("lead one"));
  auto arranger = Raw::superuser();
  EXPECT_EQ(
      arranger.one("select tenant_id || ' ' || level || ' ' || confirmed_by from tenant.answer"),
      region::agency_one + " 2 " + region::lead_one);
  EXPECT_EQ(arranger.one("select string_agg(role || ': ' || text, ' ' order by role)"
                         " from tenant.answer_text"),
            "describes: We do. knows: We know.");
  EXPECT_EQ(
      arranger.one("select what || ' ' || subject_ref || ' ' || person_id || ' ' || request_ref"
                   " from tenant.audit_entry"),
      "answer.saved C1 " + region::lead_one + " 00000000000000a1");
  EXPECT_EQ(count("answer_version"), "1");
}

TEST_F(SaveAnswer, has_a_request_that_is_one_or_none) {
  save({.reference = "not a request"});
  EXPECT_EQ(Raw::superuser().one("select request_ref is null from tenant.audit_entry"), "t");
}

TEST_F(SaveAnswer, leaves_texts_alone_that_it_was_not_given) {
  save({});
  save({.expected = 1, .roles = "array['knows']", .texts = "array['We know more.']"});
  auto arranger = Raw::superuser();
  EXPECT_EQ(arranger.one("select string_agg(text, ' ' order by role) from tenant.answer_text"),
            "We do. We know more.");
  EXPECT_EQ(arranger.one("select texts from tenant.answer_version where version = 2"),
            R"([["knows", "", "We know more."]])");
}

TEST_F(SaveAnswer, replaces_the_parts_when_it_is_given_any) {
  save({.parts = "array['1a', '1b'], array[2, 0], array[4, 1]"});
  EXPECT_EQ(count("answer_part"), "2");
  save({.expected = 1});
  EXPECT_EQ(count("answer_part"), "2");
  save({.expected = 2, .parts = "array['1a'], array[3], array[3]"});
  EXPECT_EQ(Raw::superuser().one("select string_agg(facet_code || low || high, ' ')"
                                 " from tenant.answer_part"),
            "1a33");
  save({.expected = 3, .parts = "array[]::text[], array[]::int[], array[]::int[]"});
  EXPECT_EQ(count("answer_part"), "0");
}

TEST_F(SaveAnswer, gives_the_second_writer_what_stands_and_loses_nothing) {
  save({.parts = "array['1a'], array[2], array[4]"});
  const auto row = save({.level = "4", .texts = "array['Mine.', 'Mine too.']"});
  EXPECT_FALSE(row["saved"].as<bool>());
  EXPECT_EQ(row["version"].as<int>(), 1);
  EXPECT_EQ(row["level"].as<int>(), 2);
  EXPECT_EQ(row["saved_by_name"].c_str(), std::string("lead one"));
  EXPECT_EQ(row["roles"].c_str(), std::string("{describes,knows}"));
  EXPECT_EQ(row["texts"].c_str(), std::string(R"({"We do.","We know."})"));
  EXPECT_EQ(row["part_facets"].c_str(), std::string("{1a}"));
  EXPECT_EQ(row["part_highs"].c_str(), std::string("{4}"));
  EXPECT_EQ(count("answer_version"), "1");
  EXPECT_EQ(count("audit_entry"), "1");
}

TEST_F(SaveAnswer, refuses_a_version_from_the_future) {
  save({});
  EXPECT_FALSE(save({.expected = 7})["saved"].as<bool>());
  EXPECT_EQ(gateway_.refusal({Answer{.requirement = "C2", .expected = 3}.call()}), "OR004");
}

TEST_F(SaveAnswer, lets_one_of_two_first_writers_through) {
  Raw other("gateway");
  pqxx::work first(gateway_.connection());
  first.exec(Answer{}.call());
  first.commit();
  EXPECT_FALSE(other.run(Answer{}.call())[0]["saved"].as<bool>());
}

TEST_F(SaveAnswer, keeps_two_agencies_apart) {
  save({});
  EXPECT_TRUE(save({.who = "lead two", .unit = region::agency_two})["saved"].as<bool>());
  EXPECT_EQ(count("answer"), "2");
  EXPECT_EQ(gateway_.refusal({Answer{.who = "lead two", .requirement = "C2"}.call()}), "23503");
}

TEST_F(SaveAnswer, knows_only_requirements_and_facets_of_the_framework) {
  EXPECT_EQ(gateway_.refusal({Answer{.requirement = "C9"}.call()}), "23503");
  EXPECT_EQ(gateway_.refusal({Answer{.parts = "array['2a'], array[1], array[1]"}.call()}), "23503");
  EXPECT_EQ(gateway_.refusal({Answer{.level = "5"}.call()}), "23514");
  EXPECT_EQ(gateway_.refusal({Answer{.na_reason = "'Not ours.'"}.call()}), "23514");
  EXPECT_EQ(gateway_.refusal({Answer{.level = "null", .na_reason = "'Not ours.'"}.call()}), "");
}

TEST_F(SaveAnswer, takes_ten_thousand_characters_and_not_one_more) {
  const auto text = [](const std::string& length) {
    return "array[repeat('e', " + length + "), '']";
  };
  EXPECT_EQ(gateway_.refusal({Answer{.texts = text("10001")}.call()}), "23514");
  EXPECT_EQ(gateway_.refusal({Answer{.texts = text("10000")}.call()}), "");
}

TEST_F(SaveAnswer, is_for_agencies_with_an_open_session) {
  EXPECT_EQ(gateway_.refusal({Answer{.who = "manager one"}.call()}), "OR004");
  EXPECT_EQ(gateway_.refusal({Answer{.who = "nobody"}.call()}), "OR002");
  EXPECT_EQ(Raw("worker").refusal({Answer{}.call()}), "42501");
}

TEST_F(SaveAnswer, takes_an_answer_back_to_unconfirmed) {
  save({});
  save({.expected = 1, .confirm = "false"});
  EXPECT_EQ(Raw::superuser().one("select confirmed_at is null from tenant.answer"), "t");
}

}  // namespace
}  // namespace onereturn::testing
