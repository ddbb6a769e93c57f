#pragma once

#include <string>
#include <vector>

#include "domain/frameworks/framework_rules.hpp"
#include "domain/mapping/mapping.hpp"

// The case tables: plain text that a board manager can check. README.md says how to write one.
namespace onereturn::mapping_cases {

// "=> 3.light is green; levels 2 to 2": the box and what is said of it. `box_no` is empty for
// "=> no ratings".
struct Expectation {
  int line = 0;
  std::string box_no;
  std::string says;
};

struct Case {
  int line = 0;
  std::string name;
  mapping::CommonSide common;
  mapping::BoardSide side;
  std::vector<Expectation> expectations;
};

struct CaseFile {
  std::string form;  // the template's code
  std::vector<Case> cases;
};

// Reads one file; the forms' extra questions are filled by "everything else" from `mapping`. Throws
// std::runtime_error with the line's number for a line that it does not understand, and for an
// unknown requirement or facet.
CaseFile read_cases(const std::string& text, const frameworks::FrameworkIndex& index,
                    const frameworks::Mapping& mapping);

// The code on the first line ("form: eldervale-s11").
std::string form_of(const std::string& text);

}  // namespace onereturn::mapping_cases
