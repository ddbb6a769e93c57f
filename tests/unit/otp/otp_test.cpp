#include "platform/otp/otp.hpp"

#include <gtest/gtest.h>

namespace onereturn::otp {
namespace {

// The secret and codes of RFC 6238, appendix B, cut to six digits.
const std::string secret = "12345678901234567890";

Instant at(std::int64_t seconds) { return Instant(std::chrono::seconds(seconds)); }

TEST(Codes, are_those_of_the_standard) {
  EXPECT_EQ(step_of(secret, "287082", at(59)), 1);
  EXPECT_EQ(step_of(secret, "081804", at(1111111109)), 37037036);
  EXPECT_EQ(step_of(secret, "050471", at(1111111111)), 37037037);
  EXPECT_EQ(step_of(secret, "005924", at(1234567890)), 41152263);
}

TEST(Codes, name_the_step_they_belong_to_one_before_and_one_after) {
  EXPECT_EQ(step_of(secret, "050471", at(1111111111 - 30)), 37037037);
  EXPECT_EQ(step_of(secret, "050471", at(1111111111 + 30)), 37037037);
  EXPECT_FALSE(step_of(secret, "050471", at(1111111111 - 60)));
  EXPECT_FALSE(step_of(secret, "050471", at(1111111111 + 60)));
}

TEST(Codes, may_be_typed_with_blanks_and_are_nothing_else) {
  EXPECT_EQ(step_of(secret, "050 471", at(1111111111)), 37037037);
  for (const std::string wrong : {"", "50471", "0504711", "05047a", "٠٥٠٤٧١", "050472"}) {
    EXPECT_FALSE(step_of(secret, wrong, at(1111111111))) << wrong;
  }
}

TEST(Codes, are_told_to_people_and_to_phones) {
  EXPECT_EQ(secret_words(secret), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
  EXPECT_EQ(address(secret, "a b@x.example", "OneReturn"),
            "otpauth://totp/OneReturn:a%20b%40x.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            "&issuer=OneReturn");
}

}  // namespace
}  // namespace onereturn::otp
