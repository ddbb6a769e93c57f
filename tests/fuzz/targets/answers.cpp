// An agency's answers as a file.

#include "domain/mapping/answers_format.hpp"
#include "fuzz/target.hpp"

namespace onereturn::fuzz {
namespace {

using mapping::AnswerFile;

void look_at_answer(const mapping::Answer& answer) {
  must(!answer.level || (*answer.level >= 0 && *answer.level <= 4), "a level is one of five");
  must(!(answer.level && answer.not_applicable), "no level stands beside not applicable");
  for (const auto& [facet, range] : answer.parts)
    must(!facet.empty() && range.low >= 0 && range.low <= range.high && range.high <= 4,
         "a part's levels are in order");
}

void one_input(std::string_view bytes) {
  const auto read = mapping::read_answers(bytes);
  if (!read) {
    must(read.problem().key == "answers-unsound" && !read.problem().fields.empty(),
         "a refusal names what is wrong");
    for (const auto& field : read.problem().fields)
      must(is_utf8(field.field) && !field.message.empty(), "each fault has a place and a sentence");
    return;
  }
  const AnswerFile& file = *read;
  must(file.as_of.ok(), "the day exists");
  for (const auto& [requirement, answer] : file.common.answers) {
    must(!requirement.empty(), "an answer has a requirement");
    look_at_answer(answer);
  }
  for (const auto& entry : file.boards) {
    for (const auto& [requirement, answer] : entry.side.whole)
      look_at_answer(answer);
    for (const auto& commitment : entry.side.commitments)
      must(!commitment.by_on || commitment.by_on->ok(), "the day of a commitment exists");
  }
  must(mapping::read_answers(bytes).value() == file, "the same file is read as the same");
}

const Known known("answers", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
