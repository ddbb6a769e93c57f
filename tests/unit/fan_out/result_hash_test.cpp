#include "domain/fan_out/result_hash.hpp"

#include <gmock/gmock.h>

#include "base/ensure.hpp"

namespace onereturn::fan_out {
namespace {

// Not a hash, but it shows what was hashed: 32 bytes that end in the length of the input.
std::string shown(std::string_view bytes) {
  std::string text(bytes.substr(0, 31));
  text.resize(31, '.');
  text.push_back(static_cast<char>(bytes.size()));
  return text;
}

std::string zeros(std::size_t count) { return std::string(count, '0'); }

mapping::RenderedBox words(std::string box_no, std::string text) {
  mapping::RenderedBox box;
  box.box_no = std::move(box_no);
  box.content = frameworks::BoxContent::describes;
  box.text = std::move(text);
  return box;
}

TEST(ResultHash, covers_salt_and_text_of_a_box) {
  EXPECT_EQ(box_digest(shown, "salt", "text"), shown("salttext"));
}

TEST(ResultHash, covers_the_number_and_digest_of_each_box_in_order) {
  const std::vector<BoxSeal> seals = {{"1.1", std::string(32, 'a'), ""},
                                      {"1.2", std::string(32, 'b'), ""}};
  std::string expected;
  const Hash remember = [&](std::string_view bytes) {
    expected = bytes;
    return shown(bytes);
  };
  (void)result_hash(remember, seals);
  EXPECT_EQ(expected,
            std::string("1.1") + '\0' + std::string(32, 'a') + "1.2" + '\0' + std::string(32, 'b'));
}

TEST(ResultHash, keeps_when_a_text_and_its_salt_are_erased) {
  auto seals = seal_boxes({words("1.1", "Each district has a lead.")}, shown, zeros);
  const auto before = result_hash(shown, seals);
  seals[0].salt.clear();
  EXPECT_EQ(result_hash(shown, seals), before);
}

TEST(ResultHash, gives_each_box_a_salt_of_its_own) {
  char next = 'a';
  const RandomBytes letters = [&](std::size_t count) {
    std::string bytes;
    while (bytes.size() < count) {
      bytes.push_back(next++);
    }
    return bytes;
  };
  const auto seals = seal_boxes({words("1.1", "same"), words("1.2", "same")}, shown, letters);
  ASSERT_EQ(seals.size(), 2U);
  EXPECT_NE(seals[0].salt, seals[1].salt);
  EXPECT_NE(seals[0].digest, seals[1].digest);
  EXPECT_EQ(seals[0].salt.size(), salt_length);
}

TEST(ResultHash, takes_a_rating_as_its_label) {
  auto rating = words("1.g", "");
  rating.content = frameworks::BoxContent::rating;
  EXPECT_EQ(printed_text(rating), "");
  rating.point_label = "Amber";
  EXPECT_EQ(printed_text(rating), "Amber");
  rating.text = "Amber";
  EXPECT_EQ(printed_text(rating), "Amber");
  rating.point_label = "N/A";
  rating.text = "We employ nobody under 18.";
  EXPECT_EQ(printed_text(rating), "N/A\nWe employ nobody under 18.");
}

TEST(ResultHash, refuses_a_digest_that_is_none) {
  const std::vector<BoxSeal> seals = {{"1.1", "short", ""}};
  EXPECT_THROW((void)result_hash(shown, seals), BrokenInvariant);
}

TEST(ResultHash, writes_bytes_as_digits) {
  EXPECT_EQ(to_hex(std::string("\x00\x7f\xff", 3)), "007fff");
}

}  // namespace
}  // namespace onereturn::fan_out
