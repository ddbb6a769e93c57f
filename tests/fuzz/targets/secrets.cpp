// What people and programs type or send to prove who they are: tokens, codes of an app, the code of
// a receipt, and what was sealed.

#include "domain/fan_out/receipt_code.hpp"
#include "fuzz/target.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/sealer.hpp"
#include "platform/otp/otp.hpp"

namespace onereturn::fuzz {
namespace {

void look_at_encodings(std::string_view bytes) {
  must(crypto::from_base64url(crypto::to_base64url(bytes)) == bytes, "base64 goes there and back");
  must(crypto::from_hex(crypto::to_hex(bytes)) == bytes, "hexadecimal goes there and back");
  if (const auto decoded = crypto::from_base64url(bytes))
    must(crypto::to_base64url(*decoded) == bytes, "one text alone stands for some bytes");
  if (const auto decoded = crypto::from_hex(bytes))
    must(decoded->size() * 2 == bytes.size(), "two digits are one byte");
}

void look_at_code(std::string_view typed) {
  const std::string secret(otp::secret_length, 'k');
  const Instant now{std::chrono::seconds{1'800'000'000}};
  const auto step = otp::step_of(secret, typed, now);
  if (!step) return;
  const auto present = 1'800'000'000 / 30;
  must(*step >= present - 1 && *step <= present + 1, "a code is of now or its neighbour");
  must(otp::step_of(secret, typed, now + std::chrono::hours{24}) != step,
       "a day later it is another step's or none");
}

void look_at_app_address(std::string_view account) {
  const std::string secret(otp::secret_length, 'k');
  const auto address = otp::address(secret, account, "OneReturn");
  must(address.starts_with("otpauth://totp/"), "an app is addressed");
  for (const char c : address)
    must(c > ' ' && c < '\x7F', "an app's address is printable");
}

void look_at_receipt(std::string_view typed) {
  const auto code = fan_out::read_receipt_code(typed);
  if (!code) return;
  must(code->size() == 24, "a code has five groups of four");
  must(fan_out::read_receipt_code(*code) == code, "a code that is printed is read as the same");
}

void look_at_seal(std::string_view bytes) {
  static const crypto::Sealer sealer({std::string(crypto::Sealer::key_length, 's')});
  const auto sealed = sealer.seal(bytes, "who");
  must(sealer.open(sealed, "who") == bytes, "what was sealed opens");
  must(!sealer.open(sealed, "somebody else"), "it opens for nobody else");
  must(!sealer.open({std::string(bytes), sealed.key_id}, "who"), "what was not sealed never opens");
}

void one_input(std::string_view bytes) {
  look_at_encodings(bytes);
  look_at_code(bytes);
  look_at_receipt(bytes);
  look_at_app_address(bytes);
  look_at_seal(bytes);
}

const Known known("secrets", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
