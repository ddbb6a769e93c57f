#include "platform/crypto/sealer.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "platform/crypto/random.hpp"

namespace onereturn::crypto {
namespace {

const std::string secret(20, 's');

TEST(Sealer, opens_what_it_sealed_for_whom_it_was) {
  const Sealer sealer({random_bytes(32)});
  const auto sealed = sealer.seal(secret, "person one");
  EXPECT_EQ(sealed.bytes.size(), 60U) << "nonce, text, tag: the database counts them";
  EXPECT_EQ(sealed.bytes.find(secret), std::string::npos);
  EXPECT_EQ(sealer.open(sealed, "person one"), secret);
  EXPECT_EQ(sealer.open(sealed, "person two"), std::nullopt) << "a row moved to somebody else";
}

TEST(Sealer, never_seals_twice_alike) {
  const Sealer sealer({random_bytes(32)});
  EXPECT_NE(sealer.seal(secret, "p").bytes, sealer.seal(secret, "p").bytes);
}

TEST(Sealer, notices_each_changed_byte) {
  const Sealer sealer({random_bytes(32)});
  const auto sealed = sealer.seal(secret, "p");
  for (std::size_t at = 0; at < sealed.bytes.size(); ++at) {
    auto changed = sealed;
    changed.bytes[at] = static_cast<char>(changed.bytes[at] ^ 1);
    EXPECT_EQ(sealer.open(changed, "p"), std::nullopt) << at;
  }
  for (const std::size_t length : {0UL, 1UL, 24UL, 39UL, 59UL}) {
    EXPECT_EQ(sealer.open({sealed.bytes.substr(0, length), sealed.key_id}, "p"), std::nullopt);
  }
}

TEST(Sealer, opens_with_a_key_from_before_and_seals_with_the_new_one) {
  const auto old_key = random_bytes(32);
  const auto new_key = random_bytes(32);
  const Sealer before({old_key});
  const Sealer during({new_key, old_key});
  const Sealer after({new_key});
  const auto sealed = before.seal(secret, "p");
  EXPECT_EQ(during.open(sealed, "p"), secret);
  EXPECT_EQ(after.open(sealed, "p"), std::nullopt);
  const auto anew = during.seal(secret, "p");
  EXPECT_EQ(anew.key_id, after.key_id());
  EXPECT_EQ(after.open(anew, "p"), secret);
  EXPECT_NE(before.key_id(), after.key_id());
}

TEST(Sealer, lets_a_short_code_be_compared_and_not_guessed) {
  const auto old_key = random_bytes(32);
  const auto new_key = random_bytes(32);
  const Sealer before({old_key});
  const Sealer during({new_key, old_key});
  const auto stored = before.stand_ins("k7fq29mdxw4h", "person one").front();
  EXPECT_EQ(stored.size(), 32U);
  EXPECT_EQ(during.stand_ins("k7fq29mdxw4h", "person one").back(), stored);
  EXPECT_NE(during.stand_ins("k7fq29mdxw4h", "person one").front(), stored);
  EXPECT_NE(before.stand_ins("k7fq29mdxw4j", "person one").front(), stored);
  EXPECT_NE(before.stand_ins("k7fq29mdxw4h", "person two").front(), stored);
  EXPECT_NE(before.stand_ins("1k7fq29mdxw4h", "person one").front(),
            before.stand_ins("k7fq29mdxw4h", "person one1").front());
}

TEST(Sealer, names_a_key_without_telling_it) {
  const std::string key(32, 'k');
  const Sealer sealer({key});
  EXPECT_EQ(sealer.key_id().size(), 16U);
  EXPECT_EQ(sealer.key_id(), Sealer({key}).key_id());
  EXPECT_EQ(sealer.key_id().find("6b6b"), std::string::npos);
}

TEST(Sealer, wants_keys_of_32_bytes) {
  EXPECT_THROW(Sealer({}), std::invalid_argument);
  EXPECT_THROW(Sealer({std::string(31, 'k')}), std::invalid_argument);
  EXPECT_THROW(Sealer({random_bytes(32), "short"}), std::invalid_argument);
}

}  // namespace
}  // namespace onereturn::crypto
