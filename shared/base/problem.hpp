#pragma once

#include <string>
#include <vector>

namespace onereturn {

// The whole list of ways in which a person's doing can fail. Another tenant's record is always
// `not_found`.
enum class ProblemCode {
  invalid,          // what was sent is wrong or incomplete; one field error per gap
  unauthenticated,  // nobody is signed in
  forbidden,        // signed in, own tenant, but not for this role
  not_found,        // no such record, or somebody else's
  conflict,         // already done, or changed meanwhile
  closed,           // the time for this is over
  too_large,        // beyond a limit
  too_many,         // too often
};

// What is wrong with one field: its name in the form, and a sentence that says what to do.
struct FieldError {
  std::string field;
  std::string message;

  bool operator==(const FieldError&) const = default;
};

// A refusal in the language of the product. `key` is stable and names the reason
// ("answers-missing"); `detail` is the sentence that the person reads.
struct Problem {
  ProblemCode code = ProblemCode::invalid;
  std::string key;
  std::string detail;
  std::vector<FieldError> fields = {};

  bool operator==(const Problem&) const = default;
};

// The name of a code as it stands in answers and logs: "not_found".
const char* to_string(ProblemCode code);

}  // namespace onereturn
