#include "platform/postgres/params.hpp"

#include <gtest/gtest.h>

namespace onereturn::postgres {
namespace {

TEST(Params, write_an_empty_array) {
  EXPECT_EQ(to_param(std::vector<std::string>{}), "{}");
  EXPECT_EQ(to_param(std::vector<int>{}), "{}");
}

TEST(Params, write_every_text_of_an_array_in_quotes) {
  const std::vector<std::string> texts = {"plain", "", "NULL", "a,b", "{c}", " d "};
  EXPECT_EQ(to_param(texts), R"({"plain","","NULL","a,b","{c}"," d "})");
}

TEST(Params, escape_quotes_and_backslashes_wherever_they_stand) {
  const std::vector<std::string> texts = {"\"",    "\\",      "a\"b",     "\\\"",
                                          "end\\", "\"start", R"(a\\b"")"};
  EXPECT_EQ(to_param(texts), R"({"\"","\\","a\"b","\\\"","end\\","\"start","a\\\\b\"\""})");
}

TEST(Params, tell_nothing_from_an_empty_text) {
  const std::vector<std::optional<std::string>> texts = {std::nullopt, "", "x", std::nullopt};
  EXPECT_EQ(to_param(texts), R"({NULL,"","x",NULL})");
}

TEST(Params, write_numbers_and_dates) {
  const std::vector<std::optional<int>> numbers = {3, std::nullopt, -1};
  EXPECT_EQ(to_param(numbers), R"({"3",NULL,"-1"})");
  using namespace std::chrono;
  const std::vector<std::optional<Date>> dates = {Date{2027y / March / 3}, std::nullopt};
  EXPECT_EQ(to_param(dates), R"({"2027-03-03",NULL})");
}

TEST(Params, write_an_id_that_is_not_there_as_nothing) {
  const auto id = RequestId("a1000000-0000-4000-8000-000000000001");
  const std::vector<RequestId> ids = {id, RequestId()};
  EXPECT_EQ(to_param(ids), R"({"a1000000-0000-4000-8000-000000000001",NULL})");
}

TEST(Params, write_bytes_within_an_array) {
  const std::vector<Param> digests = {to_bytea(std::string("\x00\xff", 2)), std::nullopt};
  EXPECT_EQ(to_param(digests), R"({"\\x00ff",NULL})");
}

}  // namespace
}  // namespace onereturn::postgres
