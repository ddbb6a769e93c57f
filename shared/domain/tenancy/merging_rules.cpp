#include "domain/tenancy/merging_rules.hpp"

#include <algorithm>
#include <iterator>

#include "base/ensure.hpp"

namespace onereturn::tenancy {

namespace {

constexpr std::string_view letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::size_t characters = 16;
constexpr std::size_t group = 4;

std::string grouped(const std::string& plain) {
  std::string code;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (at > 0 && at % group == 0) code += '-';
    code += plain[at];
  }
  return code;
}

}  // namespace

std::string merge_code_of(std::string_view random) {
  ENSURE(random.size() == merge_code_bytes, "a code is made of ten random bytes");
  std::string plain;
  unsigned held = 0;
  unsigned bits = 0;
  for (const char c : random) {
    held = (held << 8U) | static_cast<unsigned char>(c);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      plain += letters[(held >> bits) & 31U];
    }
    held &= (1U << bits) - 1U;
  }
  return grouped(plain);
}

std::optional<std::string> tidy_merge_code(std::string_view typed) {
  std::string plain;
  for (const char c : typed) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (letters.find(upper) != std::string_view::npos) {
      plain += upper;
    } else if ((upper >= 'A' && upper <= 'Z') || (upper >= '0' && upper <= '9')) {
      return std::nullopt;
    }
  }
  if (plain.size() != characters) return std::nullopt;
  return grouped(plain);
}

std::vector<std::string> answered_by_both(const Merge& merge) {
  auto ours = merge.staying.counts.answered;
  auto theirs = merge.going.counts.answered;
  std::sort(ours.begin(), ours.end());
  std::sort(theirs.begin(), theirs.end());
  std::vector<std::string> both;
  std::set_intersection(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                        std::back_inserter(both));
  return both;
}

bool has_agreed(const Merge& merge) {
  return (merge.stays ? merge.staying : merge.going).agreed_at.has_value();
}

}  // namespace onereturn::tenancy
