#include "platform/postgres/server_version.hpp"

#include <gtest/gtest.h>

namespace onereturn::postgres {
namespace {

struct Case {
  int number;
  ServerStanding standing;
  const char* words;
};

class ServerVersion : public testing::TestWithParam<Case> {};

TEST_P(ServerVersion, is_judged_and_named) {
  EXPECT_EQ(standing_of_server(GetParam().number), GetParam().standing);
  EXPECT_EQ(server_version_words(GetParam().number), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(All, ServerVersion,
                         testing::Values(Case{140030, ServerStanding::unsafe, "14.30"},
                                         Case{150001, ServerStanding::unsafe, "15.1"},
                                         Case{150019, ServerStanding::unsafe, "15.19"},
                                         Case{150020, ServerStanding::fit, "15.20"},
                                         Case{150031, ServerStanding::fit, "15.31"},
                                         Case{160000, ServerStanding::untested, "16.0"},
                                         Case{170004, ServerStanding::untested, "17.4"}));

TEST(RefuseUnsafeServer, names_what_to_install) {
  EXPECT_NO_THROW(refuse_unsafe_server(150020));
  try {
    refuse_unsafe_server(150018);
    FAIL() << "15.18 was taken";
  } catch (const UnsafeServer& refusal) {
    const std::string words = refusal.what();
    EXPECT_NE(words.find("15.18"), std::string::npos);
    EXPECT_NE(words.find("bookworm-security"), std::string::npos);
  }
}

}  // namespace
}  // namespace onereturn::postgres
