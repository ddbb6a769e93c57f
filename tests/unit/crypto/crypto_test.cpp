#include <future>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/passwords.hpp"
#include "platform/crypto/random.hpp"
#include "platform/qr/qr.hpp"

namespace onereturn::crypto {
namespace {

TEST(Sha256, gives_the_published_digests) {
  EXPECT_EQ(to_hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(to_hex(sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(HmacSha256, gives_the_published_code) {
  EXPECT_EQ(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(ConstantTime, compares_like_equality) {
  EXPECT_TRUE(equal_in_constant_time("secret", "secret"));
  EXPECT_FALSE(equal_in_constant_time("secret", "secreT"));
  EXPECT_FALSE(equal_in_constant_time("secret", "secre"));
  EXPECT_TRUE(equal_in_constant_time("", ""));
}

TEST(Encoding, gives_back_what_it_was_given) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    EXPECT_EQ(from_hex(to_hex(bytes)), bytes);
    EXPECT_EQ(from_base64url(to_base64url(bytes)), bytes);
    bytes.push_back(static_cast<char>(i * 7));
  }
  EXPECT_EQ(to_base64url("\xfb\xff"), "-_8");
}

TEST(Encoding, refuses_what_it_would_not_write) {
  for (const char* bad : {"a", "0g", "AB"}) {
    EXPECT_FALSE(from_hex(bad)) << bad;
  }
  for (const char* bad : {"A", "AA==", "A+", "A/", "AB", "A A", "AAAAA"}) {
    EXPECT_FALSE(from_base64url(bad)) << bad;
  }
}

TEST(Tokens, are_long_and_never_the_same) {
  std::set<std::string> tokens;
  for (int i = 0; i < 1000; ++i) {
    const std::string token = new_token();
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(from_base64url(token)->size(), 32U);
    tokens.insert(token);
  }
  EXPECT_EQ(tokens.size(), 1000U);
  EXPECT_EQ(token_hash("abc"), sha256("abc"));
}

TEST(PasswordHasher, knows_the_right_password_and_no_other) {
  PasswordHasher hasher;
  const std::string hash = hasher.hash("correct horse battery");
  EXPECT_TRUE(hash.starts_with("$argon2id$"));
  EXPECT_NE(hash, hasher.hash("correct horse battery"));
  EXPECT_TRUE(hasher.verify(hash, "correct horse battery"));
  EXPECT_FALSE(hasher.verify(hash, "correct horse batterY"));
  EXPECT_FALSE(hasher.verify("not a hash", "correct horse battery"));
  EXPECT_FALSE(hasher.verify("", ""));
  EXPECT_FALSE(hasher.verify(std::string(5000, 'a'), "a"));
  EXPECT_FALSE(hasher.verify_nobody("correct horse battery"));
  EXPECT_FALSE(hasher.needs_rehash(hash));
}

TEST(PasswordHasher, refuses_to_be_cheap) {
  using Cost = PasswordHasher::Cost;
  EXPECT_THROW(PasswordHasher(Cost{.memory_bytes = std::size_t{1024} * 1024}),
               std::invalid_argument);
  EXPECT_THROW(PasswordHasher(Cost{.passes = 1}), std::invalid_argument);
}

TEST(PasswordHasher, lets_only_a_few_run_at_a_time) {
  PasswordHasher hasher{{.passes = 6, .at_once_max = 1, .wait_max = std::chrono::milliseconds{1}}};
  std::vector<std::future<bool>> tries;
  for (int i = 0; i < 8; ++i) {
    tries.push_back(std::async(std::launch::async, [&] {
      try {
        (void)hasher.verify_nobody("x");
        return true;
      } catch (const HasherBusy&) {
        return false;
      }
    }));
  }
  int done = 0;
  for (auto& one : tries) {
    done += one.get() ? 1 : 0;
  }
  EXPECT_GE(done, 1);
  EXPECT_LT(done, 8);
}

TEST(Qr, is_an_image_without_script_or_style) {
  const std::string image = qr::svg("https://localhost/verify/ABCD-EFGH", "Receipt <1>");
  EXPECT_TRUE(image.starts_with("<svg xmlns="));
  EXPECT_TRUE(image.ends_with("</svg>"));
  EXPECT_NE(image.find("<title>Receipt &lt;1&gt;</title>"), std::string::npos);
  EXPECT_EQ(image.find("style"), std::string::npos);
  EXPECT_EQ(image.find("script"), std::string::npos);
  EXPECT_THROW(qr::svg(std::string(5000, 'a'), ""), std::invalid_argument);
  EXPECT_THROW(qr::svg(std::string("a\0b", 3), ""), std::invalid_argument);
}

}  // namespace
}  // namespace onereturn::crypto
