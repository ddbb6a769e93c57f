#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "domain/mapping/mapping.hpp"

// The two guards before a preview is passed. What they find is a question to a person, never a
// refusal: they look at shapes, not at meaning.
namespace onereturn::mapping {

struct NamedBoard {
  std::string board;  // code
  std::string words;  // what was found: its name, area, an alias or its procedures

  bool operator==(const NamedBoard&) const = default;
};

// The names of some boards, ready to be looked for in many texts: one walk through a text, however
// many boards there are.
class BoardNames {
 public:
  explicit BoardNames(const std::vector<BoardIdentity>& boards);

  // The boards that a text names: whole words, in any case, whatever the kind of apostrophe,
  // hyphen or space. Each board once, in the order given, by the first of its names that is there.
  std::vector<NamedBoard> in(std::string_view text) const;

 private:
  struct Name {
    std::size_t board = 0;
    std::size_t order = 0;  // among the board's names
    std::string words;      // as the board writes it
    std::string flat;       // as it is compared
  };
  void add(std::size_t board, std::size_t order, const std::string& words);

  std::vector<std::string> codes_;
  std::map<std::string, std::vector<Name>, std::less<>> by_first_word_;
};

enum class ChildDetailKind { birth_date, nhs_number, pupil_number, initials_and_age };

struct ChildDetail {
  ChildDetailKind kind = ChildDetailKind::birth_date;
  std::string excerpt;

  bool operator==(const ChildDetail&) const = default;
};

// What looks like a child's details in a text or a file name: a date of birth (a date with a word
// such as "born" or "dob" before it) of somebody under 18 on `today`; an NHS number whose check
// digit is right; a unique pupil number; initials with an age under 18.
std::vector<ChildDetail> child_details(std::string_view text, Date today);

// "a date of birth", "an NHS number", ...
const char* in_words(ChildDetailKind kind);

}  // namespace onereturn::mapping
