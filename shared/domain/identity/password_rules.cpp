#include "domain/identity/password_rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace onereturn::identity {

namespace {

constexpr std::size_t length_alone = 15;
constexpr std::size_t length_beside_code = 8;
constexpr std::size_t length_max = 200;

// What is tried first, without its digits and signs at the end: eight characters and more.
constexpr std::array<std::string_view, 42> tried_first = {"password",
                                                          "passphrase",
                                                          "passwordpassword",
                                                          "qwertyuiop",
                                                          "qwertyuiopasdfg",
                                                          "qwertzuiop",
                                                          "qwerty",
                                                          "asdfghjkl",
                                                          "zxcvbnm",
                                                          "letmein",
                                                          "letmeinplease",
                                                          "welcome",
                                                          "welcomewelcome",
                                                          "iloveyou",
                                                          "iloveyouiloveyou",
                                                          "administrator",
                                                          "sunshine",
                                                          "princess",
                                                          "football",
                                                          "liverpool",
                                                          "arsenal",
                                                          "chelsea",
                                                          "manchester",
                                                          "baseball",
                                                          "superman",
                                                          "trustno",
                                                          "whatever",
                                                          "computer",
                                                          "internet",
                                                          "safeguarding",
                                                          "safeguardingchildren",
                                                          "childprotection",
                                                          "keepchildrensafe",
                                                          "onereturn",
                                                          "onereturnonereturn",
                                                          "section",
                                                          "abcdefgh",
                                                          "abcdefghijklmno",
                                                          "changeme",
                                                          "changemeplease",
                                                          "correcthorsebatterystaple",
                                                          "summerholiday"};

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return out;
}

// "Password2027!" is "password" with something that everybody adds.
std::string core(const std::string& text) {
  auto end = text.size();
  while (end > 0 && (std::isalpha(static_cast<unsigned char>(text[end - 1])) == 0)) {
    --end;
  }
  return text.substr(0, end);
}

bool repeats(const std::string& text) {
  for (std::size_t period = 1; period <= 3 && period < text.size(); ++period) {
    bool all = true;
    for (std::size_t at = period; at < text.size() && all; ++at) {
      all = text[at] == text[at - period];
    }
    if (all) return true;
  }
  return false;
}

bool counts_up(const std::string& text) {
  return std::adjacent_find(text.begin(), text.end(), [](char a, char b) {
           return b != a + 1 && !(a == '9' && b == '0');
         }) == text.end();
}

}  // namespace

std::string fault_of_password(std::string_view password, bool with_second_factor,
                              std::string_view name, std::string_view email) {
  const auto least = with_second_factor ? length_beside_code : length_alone;
  const auto characters =
      static_cast<std::size_t>(std::count_if(password.begin(), password.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
      }));
  if (characters < least) {
    return "Use " + std::to_string(least) + " characters or more. Three or four words do well.";
  }
  if (password.size() > length_max || password.find('\0') != std::string_view::npos) {
    return "Use 200 characters or fewer.";
  }
  const auto text = folded(password);
  const auto own = core(text);
  const bool common = std::find(tried_first.begin(), tried_first.end(), own) != tried_first.end();
  if (common || repeats(text) || counts_up(text)) {
    return "Many people use this one, so it is tried first. Choose another.";
  }
  const auto address = folded(email);
  const auto person = folded(name);
  if ((!own.empty() && own == person) || text == address ||
      (!own.empty() && own == address.substr(0, address.find('@')))) {
    return "That is your own name or address. Choose another.";
  }
  return {};
}

}  // namespace onereturn::identity
