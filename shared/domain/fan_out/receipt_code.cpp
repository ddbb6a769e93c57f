#include "domain/fan_out/receipt_code.hpp"

namespace onereturn::fan_out {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t signs = 20;
constexpr std::size_t group = 4;

std::string in_groups(const std::string& plain) {
  std::string code;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (at != 0 && at % group == 0) {
      code.push_back('-');
    }
    code.push_back(plain[at]);
  }
  return code;
}

// One typed sign as the alphabet's, or 0 when it is none.
char as_sign(char typed) {
  if (typed >= 'a' && typed <= 'z') {
    typed = static_cast<char>(typed - 'a' + 'A');
  }
  if (typed == 'O') {
    return '0';
  }
  if (typed == 'I' || typed == 'L') {
    return '1';
  }
  return alphabet.find(typed) == std::string_view::npos ? '\0' : typed;
}

}  // namespace

std::string make_receipt_code(const RandomBytes& random) {
  std::string plain;
  for (const char byte : random(signs)) {
    plain.push_back(alphabet[static_cast<unsigned char>(byte) % alphabet.size()]);
  }
  return in_groups(plain);
}

std::optional<std::string> read_receipt_code(std::string_view typed) {
  std::string plain;
  for (const char letter : typed) {
    if (letter == '-' || letter == ' ') {
      continue;
    }
    const char sign = as_sign(letter);
    if (sign == '\0' || plain.size() == signs) {
      return std::nullopt;
    }
    plain.push_back(sign);
  }
  if (plain.size() != signs) {
    return std::nullopt;
  }
  return in_groups(plain);
}

}  // namespace onereturn::fan_out
