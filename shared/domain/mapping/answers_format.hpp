#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/frameworks/framework_rules.hpp"
#include "domain/frameworks/frameworks.hpp"
#include "domain/mapping/mapping.hpp"

// The JSON of an agency's answers (docs/formats/answers.md).
namespace onereturn::mapping {

// One board that the agency answers, with everything local to it.
struct BoardEntry {
  BoardIdentity board;
  VersionRef form;
  Way way = Way::canonical;
  BoardSide side;

  bool operator==(const BoardEntry&) const = default;
};

struct AnswerFile {
  std::string about;
  VersionRef framework;
  std::string agency;
  Date as_of{};
  CommonSide common;
  std::vector<BoardEntry> boards;

  bool operator==(const AnswerFile&) const = default;
};

// Reads answers by themselves. Refuses with invalid and the key "answers-unsound", one field per
// fault, named by its path: an answer that stands twice, a part with a level and a tick, evidence
// granted to a board that is not in the file, a level beside "not applicable".
Result<AnswerFile> read_answers(std::string_view json);

// What in the answers the framework does not know, by path: requirements, parts that belong to
// another requirement, common answers to wholly local requirements and the other way round.
std::vector<FieldError> check_answers_against(const AnswerFile& answers,
                                              const frameworks::FrameworkIndex& index);

}  // namespace onereturn::mapping
