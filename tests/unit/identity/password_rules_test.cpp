#include "domain/identity/password_rules.hpp"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace onereturn::identity {
namespace {

std::string text_of(const std::string& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

const DeniedPasswords& denied() {
  static const DeniedPasswords list{
      text_of(ONERETURN_SOURCE_DIR "/schemas/content/passwords/tried-first.txt")};
  return list;
}

bool fits(const std::string& password, bool with_code = false) {
  return fault_of_password(denied(), password, with_code, "Dee Okafor", "dee.okafor@police.example")
      .empty();
}

TEST(Password, is_long_and_nothing_else_is_asked) {
  EXPECT_TRUE(fits("orchard pebble 42"));
  EXPECT_TRUE(fits("llanfairpwllgwyn"));
  EXPECT_FALSE(fits("fourteen chars"));
  EXPECT_TRUE(fits("fifteen chars 1"));
}

TEST(Password, may_be_shorter_beside_a_code) {
  EXPECT_TRUE(fits("tern-kit", true));
  EXPECT_FALSE(fits("tern-ki", true));
}

TEST(Password, counts_characters_and_not_bytes) {
  EXPECT_FALSE(fits("ééééééééééaaa"));
  EXPECT_TRUE(fits("ŵŷêîôûâëïöüäáé-tŷ"));
}

TEST(Password, is_not_what_everybody_tries_first) {
  for (const std::string common :
       {"passwordpassword", "Safeguarding Children 1", "Password Password 2027!",
        "aaaaaaaaaaaaaaaa", "abcabcabcabcabcabc", "1234567890123456",
        "correct horse battery staple", "qwertyuiopasdfg12"}) {
    EXPECT_FALSE(fits(common)) << common;
  }
  EXPECT_FALSE(fits("welcome1", true));
}

TEST(Password, is_not_the_persons_own_name_or_address) {
  EXPECT_FALSE(fits("dee.okafor@police.example"));
  EXPECT_FALSE(fits("Dee Okafor 1234", false));
  EXPECT_FALSE(fits("dee.okafor1", true));
}

TEST(Password, is_compared_with_more_than_three_thousand_that_are_common) {
  EXPECT_GT(denied().size(), 3400U);
  for (const std::string common :
       {"password1", "sunshine", "Chelsea 2027", "trustno1", "MANCHESTER!!", "onereturn2027",
        "Safeguarding1", "child protection 99"}) {
    EXPECT_FALSE(fits(common, true)) << common;
  }
  EXPECT_TRUE(fits("amber 5830174426190", true));
}

TEST(Password, is_denied_by_lists_of_the_operators_own) {
  const DeniedPasswords own{"# ours\nThornmere Police\n\nsecondline"};
  const auto fault = [&](const std::string& typed) {
    return fault_of_password(own, typed, true, "Dee Okafor", "dee@police.example");
  };
  EXPECT_EQ(own.size(), 2U);
  EXPECT_NE(fault("thornmerePOLICE 1"), "");
  EXPECT_NE(fault("second line"), "");
  EXPECT_EQ(fault("something else"), "");
}

TEST(Password, has_an_end) { EXPECT_FALSE(fits(std::string(100, 'a') + std::string(101, 'b'))); }

}  // namespace
}  // namespace onereturn::identity
