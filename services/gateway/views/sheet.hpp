#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/frameworks/frameworks.hpp"
#include "domain/mapping/mapping.hpp"
#include "platform/html/data.hpp"

// A board's copy on that board's own paper: the preview, the agency's own sent copy, and the
// board's page are the same sheet.
namespace onereturn::gateway::views {

// One line of the signature block.
struct Signature {
  std::string name;
  std::string position;
  std::string date;
};

// What somebody typed to change a box by hand, when it was refused.
struct TypedByHand {
  std::string text;
  std::string point;
  std::string reason;
  std::string error;         // of the words, or of the point
  std::string reason_error;  // of the reason
  int version = 0;
};

inline constexpr const char* redacted_words = "Redacted: the words have been taken out for good";

struct SheetInput {
  const frameworks::Template* form = nullptr;
  const mapping::RenderedCopy* copy = nullptr;
  const frameworks::Framework* framework = nullptr;  // may be nothing: sources show their codes
  const frameworks::Mapping* mapping = nullptr;      // may be nothing
  std::string board_name;
  std::string board_area;
  std::string agency_name;
  std::string open_box;               // box_no whose account is open, or nothing
  std::string page_path;              // the page's own path; a box opens by "?box=..."
  std::string page_query;             // "unit=...", or nothing
  bool draft = false;                 // what is still missing is said
  std::set<std::string> redacted;     // box_nos of a delivered copy
  std::set<std::string> unconfirmed;  // box_nos and items with words that nobody stands by yet
  bool link_answers = false;          // the sources lead back to the agency's questions
  // Where a choice is posted, or nothing where this person may not choose.
  std::string choose_action;
  std::string csrf;
  std::function<int(const std::string& box_no)> choice_version;
  // Where a box is changed by hand, or nothing where this person may not.
  std::string by_hand_action;
  std::function<int(const std::string& box_no)> by_hand_version;
  std::optional<TypedByHand> by_hand;  // of the open box
  std::optional<Signature> signature;
};

// bits/light: the point of a rated box, with the form's own colour and symbol; nothing where none
// was given.
html::Data light(const frameworks::Template& form, const mapping::RenderedBox& box);

// bits/sheet.
html::Data sheet(const SheetInput& input);

// bits/account: the four steps of "Where does this come from?".
html::Data account(const SheetInput& input, const mapping::RenderedBox& box);

// How many rated boxes follow by rule, were chosen, or still wait, in one sentence; nothing for a
// form without a scale that the agency fills.
std::string rating_words(const mapping::RenderedCopy& copy);

}  // namespace onereturn::gateway::views
