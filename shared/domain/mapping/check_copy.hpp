#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "domain/frameworks/framework_rules.hpp"
#include "domain/mapping/mapping.hpp"

namespace onereturn::mapping {

// error: something to put right; it stops this board's copy. query: something to explain, if the
// agency wishes; it stops nothing. promised: would be an error, but will be supplied by a date.
enum class Severity { error, query, promised };

struct CopyFinding {
  Severity severity = Severity::error;
  // Names the finding for good, so that an explanation finds it again: "no-text:1.2.evidence".
  std::string key;
  std::string rule;    // the part of the key before the colon
  std::string box_no;  // empty when it is not about one box
  std::string item;
  std::string requirement;  // empty when it is not about one answer
  std::string message;
  std::string explanation;  // what a person said to a query

  bool operator==(const CopyFinding&) const = default;
};

// What is missing or odd in one board's copy: answers first, then boxes, then the guards. `engaged`
// are the boards that this agency is engaged with, this one included: the guards look for their
// names. Empty: the guards, which find queries alone, are left out.
std::vector<CopyFinding> check_copy(const Engagement& engagement,
                                    const frameworks::FrameworkIndex& index,
                                    const CommonSide& common, const BoardSide& side,
                                    const RenderedCopy& copy,
                                    const std::vector<BoardIdentity>& engaged, Date today);

// True when nothing stops the copy.
bool is_complete(const std::vector<CopyFinding>& findings);

// How many characters (not bytes) and words a text has.
int characters_in(std::string_view text);
int words_in(std::string_view text);

}  // namespace onereturn::mapping
