// What can be a logo: a whole PNG or JPEG, by its bytes, of edges that a page can bear.

#include "domain/reports/logo_rules.hpp"

#include <gtest/gtest.h>

namespace onereturn::reports {
namespace {

using namespace std::string_literals;

std::string number(unsigned value, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i)
    text += static_cast<char>((value >> (8 * i)) & 0xffU);
  return text;
}

std::string png(unsigned width, unsigned height) {
  return "\x89PNG\r\n\x1a\n"s + number(13, 4) + "IHDR" + number(width, 4) + number(height, 4) +
         "\x08\x06\0\0\0"s + number(0, 4) + number(0, 4) + "IEND\xae\x42\x60\x82";
}

// With a part before the one that says its size, and a filling byte.
std::string jpeg(unsigned width, unsigned height, const std::string& mark = "\xff\xc2") {
  return "\xff\xd8\xff\xe0"s + number(4, 2) + "ab\xff" + mark + number(11, 2) + "\x08" +
         number(height, 2) + number(width, 2) + "\x01\x01\x11\x00"s + "\xff\xda....\xff\xd9";
}

TEST(Logo, is_a_png_or_a_jpeg_by_its_bytes) {
  const auto one = read_logo(png(300, 120));
  ASSERT_TRUE(one);
  EXPECT_EQ(one->media_type, "image/png");
  EXPECT_EQ(one->width, 300);
  EXPECT_EQ(one->height, 120);
  for (const auto* mark : {"\xff\xc0", "\xff\xc2"}) {
    const auto other = read_logo(jpeg(64, 48, mark));
    ASSERT_TRUE(other);
    EXPECT_EQ(other->media_type, "image/jpeg");
    EXPECT_EQ(other->width, 64);
    EXPECT_EQ(other->height, 48);
  }
}

TEST(Logo, is_nothing_else_whatever_it_is_called) {
  for (const auto& bytes :
       {""s, "GIF89a"s, "<svg xmlns='http://www.w3.org/2000/svg'/>"s, "%PDF-1.7"s, "\x89PNG\r\n"s,
        "\xff\xd8\xff"s, "\xff\xd8\xff\xd9"s, "RIFF....WEBP"s}) {
    EXPECT_FALSE(read_logo(bytes)) << bytes;
  }
  EXPECT_FALSE(read_logo(jpeg(64, 48, "\xff\xc4"))) << "a table says no size";
}

TEST(Logo, that_breaks_off_is_none_at_every_length) {
  for (const auto& whole : {png(8, 8), jpeg(8, 8)}) {
    for (std::size_t length = 0; length < whole.size(); ++length)
      EXPECT_FALSE(read_logo(std::string_view(whole).substr(0, length))) << length;
  }
}

TEST(Logo, has_edges_that_a_page_can_bear) {
  EXPECT_TRUE(read_logo(png(4000, 4000)));
  EXPECT_FALSE(read_logo(png(4001, 10)));
  EXPECT_FALSE(read_logo(png(10, 0xffffffffU)));
  EXPECT_FALSE(read_logo(png(0, 10)));
  EXPECT_FALSE(read_logo(jpeg(65535, 10)));
  EXPECT_FALSE(read_logo(jpeg(10, 0)));
}

TEST(Logo, is_called_what_it_is) {
  const LogoPicture one{"image/png", 8, 8}, other{"image/jpeg", 8, 8};
  EXPECT_TRUE(is_named_as("Crest.PNG", one));
  EXPECT_TRUE(is_named_as("crest.jpg", other) && is_named_as("crest.jpeg", other));
  EXPECT_FALSE(is_named_as("crest.pdf", one) || is_named_as("crest.png", other));
  EXPECT_FALSE(is_named_as("png", one) || is_named_as("", one));
}

}  // namespace
}  // namespace onereturn::reports
