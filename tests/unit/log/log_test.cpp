#include "platform/log/log.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "platform/json/json.hpp"

namespace onereturn::log {
namespace {

std::string line_of(const Facts& facts) {
  std::string line;
  Logger logger{"gateway", [&](const std::string& text) { line = text; }};
  logger.warning("something", facts);
  return line;
}

TEST(Log, writes_one_json_object_a_line) {
  const std::string line =
      line_of({{"route", "/home"}, {"status", std::int64_t{200}}, {"ms", 1.5}, {"written", true}});
  EXPECT_TRUE(line.ends_with("}\n"));
  const auto parsed = json::parse(line);
  ASSERT_TRUE(parsed.value) << line;
  EXPECT_EQ(*parsed.value->find("level")->if_text(), "warning");
  EXPECT_EQ(*parsed.value->find("event")->if_text(), "something");
  EXPECT_EQ(*parsed.value->find("route")->if_text(), "/home");
  EXPECT_EQ(*parsed.value->find("status")->if_integer(), 200);
  EXPECT_TRUE(*parsed.value->find("written")->if_bool());
  EXPECT_TRUE(parsed.value->find("at")->if_text()->ends_with("Z"));
}

TEST(Log, never_lets_a_value_start_a_line_or_leave_its_quotes) {
  for (const std::string& hostile :
       {std::string{"a\nb"}, std::string{"a\r\nb"}, std::string{"\",\"x\":\"y"}, std::string{"\\"},
        std::string{"a\0b", 3}, std::string{"\x1b[31m"}, std::string{"\xff\xfe"},
        std::string{"caf\xc3\xa9"}, std::string{"\xc3"}, std::string{"\x7f"}}) {
    const std::string line = line_of({{"value", hostile}});
    EXPECT_EQ(line.find('\n'), line.size() - 1);
    const auto text = line.substr(line.find("\"value\":"));
    EXPECT_TRUE(text.ends_with("\"}\n"));
    EXPECT_EQ(text.find("\"x\":"), std::string::npos);
  }
}

// Found by the fuzzer: these are made of bytes that look right one by one.
TEST(Log, takes_no_byte_that_is_part_of_no_character) {
  EXPECT_EQ(quoted("\xED\xA0\x80"), "\"???\"") << "half of a pair";
  EXPECT_EQ(quoted("\xE0\x80\xAF"), "\"???\"") << "longer than need be";
  EXPECT_EQ(quoted("\xF0\x80\x80\xAF"), "\"????\"") << "longer than need be";
  EXPECT_EQ(quoted("\xF4\x90\x80\x80"), "\"????\"") << "beyond the last character";
  EXPECT_EQ(quoted("\xF4\x8F\xBF\xBF"), "\"\xF4\x8F\xBF\xBF\"");
}

TEST(Log, costs_nobody_a_request_when_it_cannot_be_written) {
  Logger logger{"gateway", [](const std::string&) { throw std::runtime_error{"full"}; }};
  EXPECT_NO_THROW(logger.error("something"));
}

}  // namespace
}  // namespace onereturn::log
