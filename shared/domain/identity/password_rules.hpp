#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

namespace onereturn::identity {

// What everybody tries first, and what an operator adds: one a line, # begins a remark. Compared in
// lower case and without blanks.
class DeniedPasswords {
 public:
  explicit DeniedPasswords(std::string_view lines);

  // `text` in lower case and without blanks.
  bool has(const std::string& text) const;
  std::size_t size() const { return words_.size(); }

 private:
  std::unordered_set<std::string> words_;
};

// Why this cannot be a password, as a sentence for the person; "" when it can. Length is what
// counts: 15 characters, or 8 beside a second factor, and at most 200. Refused are those denied,
// also with digits and signs behind them, one character over and over, and the person's own name or
// address.
std::string fault_of_password(const DeniedPasswords& denied, std::string_view password,
                              bool with_second_factor, std::string_view name,
                              std::string_view email);

}  // namespace onereturn::identity
