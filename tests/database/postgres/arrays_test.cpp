#include <gmock/gmock.h>

#include "platform/postgres/database.hpp"
#include "support/database.hpp"

namespace onereturn::postgres {
namespace {

constexpr Statement echo{"test.echo", "select $1::text[] as list"};

TEST(Arrays, come_back_as_they_were_sent) {
  Database database({.connection = testing::TestDatabase::instance().settings("worker")});
  const std::vector<std::vector<std::string>> lists = {
      {},       {""},          {"1"},       {"1", "6.1"},     {"a,b", "{c}", "d\"e", "f\\g", " h "},
      {"NULL"}, {"line\nend"}, {"ä", "日"}, {"null", "", "x"}};
  for (const auto& list : lists) {
    EXPECT_EQ(database.call(echo, list).one().list("list"), list);
  }
}

TEST(Arrays, read_a_missing_element_as_empty) {
  Database database({.connection = testing::TestDatabase::instance().settings("worker")});
  const std::vector<std::optional<std::string>> list = {"a", std::nullopt, "b"};
  EXPECT_THAT(database.call(echo, list).one().list("list"), ::testing::ElementsAre("a", "", "b"));
}

}  // namespace
}  // namespace onereturn::postgres
