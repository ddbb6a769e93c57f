#include <optional>
#include <random>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "platform/json/json.hpp"

namespace onereturn::json {
namespace {

// The text as both write it; nothing where it is refused.
std::optional<std::string> ours(const std::string& text) {
  try {
    return write(Value(text));
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
}

std::optional<std::string> the_librarys(const std::string& text) {
  try {
    return nlohmann::ordered_json(text).dump();
  } catch (const nlohmann::ordered_json::exception&) {
    return std::nullopt;
  }
}

TEST(WriteJson, writes_every_text_of_two_bytes_as_the_library_does) {
  for (int first = 0; first < 256; ++first) {
    const std::string one(1, static_cast<char>(first));
    ASSERT_EQ(ours(one), the_librarys(one)) << first;
    for (int second = 0; second < 256; ++second) {
      const auto two = one + static_cast<char>(second);
      ASSERT_EQ(ours(two), the_librarys(two)) << first << " " << second;
    }
  }
}

TEST(WriteJson, writes_longer_texts_as_the_library_does) {
  // Around the edges of what UTF-8 allows.
  const std::string edges =
      "\x7f\x80\x8f\x90\x9f\xa0\xbf\xc1\xc2\xdf\xe0\xed\xef\xf0\xf4\xf5 \"\\\n";
  std::minstd_rand random{7};
  int written = 0;
  for (int round = 0; round < 200'000; ++round) {
    std::string text;
    for (auto length = 1 + random() % 5; length > 0; --length)
      text.push_back(edges[random() % edges.size()]);
    const auto mine = ours(text);
    ASSERT_EQ(mine, the_librarys(text)) << round;
    written += mine ? 1 : 0;
  }
  EXPECT_GT(written, 1000);
}

TEST(WriteJson, writes_numbers_lists_and_objects_as_the_library_does) {
  const std::string text =
      R"({"a":[],"b":{},"c":[[],{"d":null}],"e":[-9223372036854775808,9223372036854775807],)"
      R"("f":[0.1,1.0,1e+22,-2.5e-07],"g\n":"","h":[true,false]})";
  const auto parsed = parse(text);
  ASSERT_TRUE(parsed.value);
  EXPECT_EQ(write(*parsed.value), nlohmann::ordered_json::parse(text).dump());
  EXPECT_EQ(write(Value()), "null");
}

}  // namespace
}  // namespace onereturn::json
