#include "base/hex.hpp"

#include <gtest/gtest.h>

namespace onereturn {
namespace {

TEST(Hex, is_two_small_digits_for_every_byte) {
  EXPECT_EQ(to_hex(""), "");
  EXPECT_EQ(to_hex(std::string("\0\x0f\xf0\xff", 4)), "000ff0ff");
  EXPECT_EQ(to_hex("OneReturn"), "4f6e6552657475726e");
}

}  // namespace
}  // namespace onereturn
