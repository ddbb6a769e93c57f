#include "domain/fan_out/receipt_code.hpp"

#include <gmock/gmock.h>

namespace onereturn::fan_out {
namespace {

std::string counted_bytes(std::size_t count) {
  std::string bytes;
  for (std::size_t at = 0; at < count; ++at) {
    bytes.push_back(static_cast<char>(at));
  }
  return bytes;
}

TEST(ReceiptCode, has_twenty_signs_in_groups_of_four) {
  EXPECT_EQ(make_receipt_code(counted_bytes), "0123-4567-89AB-CDEF-GHJK");
}

TEST(ReceiptCode, is_read_as_people_type_it) {
  for (const char* typed : {"0123-4567-89AB-CDEF-GHJK", "0123456789abcdefghjk",
                            " oi23 4567-89ab cdef ghjk ", "0L23-4567-89AB-CDEF-GHJK"}) {
    EXPECT_EQ(read_receipt_code(typed), "0123-4567-89AB-CDEF-GHJK") << typed;
  }
}

TEST(ReceiptCode, is_nothing_when_it_cannot_be_one) {
  for (const char* typed : {"", "0123", "0123-4567-89AB-CDEF-GHJK-0", "0123-4567-89AB-CDEF-GHJU",
                            "0123-4567-89AB-CDEF-GHJ\n", "0123_4567_89AB_CDEF_GHJK"}) {
    EXPECT_EQ(read_receipt_code(typed), std::nullopt) << typed;
  }
}

}  // namespace
}  // namespace onereturn::fan_out
