#include "domain/identity/password_rules.hpp"

#include <algorithm>
#include <cctype>

namespace onereturn::identity {

namespace {

constexpr std::size_t length_alone = 15;
constexpr std::size_t length_beside_code = 8;
constexpr std::size_t length_max = 200;

// As somebody adds to a word so that it is long enough; what is longer counts by itself.
constexpr std::size_t suffix_max = 12;

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
  return text.size() - end > suffix_max ? text : text.substr(0, end);
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

DeniedPasswords::DeniedPasswords(std::string_view lines) {
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    const auto line = folded(lines.substr(0, end));
    if (!line.empty() && line.front() != '#') words_.insert(line);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

bool DeniedPasswords::has(const std::string& text) const { return words_.contains(text); }

std::string fault_of_password(const DeniedPasswords& denied, std::string_view password,
                              bool with_second_factor, std::string_view name,
                              std::string_view email) {
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
  if (denied.has(text) || denied.has(own) || repeats(text) || counts_up(text)) {
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
