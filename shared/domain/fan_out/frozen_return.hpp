#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "domain/mapping/mapping.hpp"

namespace onereturn::fan_out {

// Which submission, for whom, and in which versions of everything it was frozen.
struct FrozenHead {
  SubmissionId submission;
  RequestId request;
  mapping::BoardIdentity board;  // its code is the party's id
  mapping::Way way = mapping::Way::canonical;
  frameworks::VersionRef form;
  frameworks::VersionRef framework;
  std::optional<int> mapping_version;  // nothing: the template was never mapped
  std::vector<std::string> parts;      // sections that were asked; empty: the whole form
  SignOff signed_by;
};

// By requirement.
using CommonAnswers = decltype(mapping::CommonSide::answers);

// What is common to all boards, and what is this board's alone.
struct FrozenSides {
  mapping::CommonSide common;
  mapping::BoardSide board;
  std::map<std::string, int> evidence_lines;  // by evidence id: its place among the frozen rows
};

// One submission as one board may know it. It was frozen when a senior person signed and never
// changes.
struct FrozenReturn {
  FrozenHead head;
  FrozenSides sides;
  // Published, so shared by every delivery that this process makes.
  std::shared_ptr<const frameworks::Framework> framework;
  std::shared_ptr<const frameworks::Template> form;
  std::shared_ptr<const frameworks::Mapping> mapping;
};

}  // namespace onereturn::fan_out
