#include "domain/returns/answer_rules.hpp"

#include "base/text.hpp"

namespace onereturn::returns {

namespace {

constexpr std::size_t parts_max = 20;

Problem nothing_wrong() {
  return {ProblemCode::invalid, "validation", "Something here needs putting right.", {}};
}

void tidy_texts(Problem& problem, mapping::Texts& texts) {
  texts.describes = tidy_paragraph(texts.describes);
  texts.knows = tidy_paragraph(texts.knows);
  texts.improve = tidy_paragraph(texts.improve);
  check_text(problem, "describes", texts.describes, paragraph_characters_max);
  check_text(problem, "knows", texts.knows, paragraph_characters_max);
  check_text(problem, "improve", texts.improve, paragraph_characters_max);
}

void check_level(Problem& problem, const std::optional<int>& level) {
  if (level && (*level < frameworks::lowest_level || *level > frameworks::highest_level)) {
    problem.fields.push_back({"level", "Choose a level from 0 to 4."});
  }
}

void tidy_reason(Problem& problem, bool not_applicable, std::string& reason) {
  reason = not_applicable ? tidy_paragraph(reason) : std::string();
  check_text(problem, "reason", reason, paragraph_characters_max,
             not_applicable ? "Say why it does not apply." : nullptr);
}

void check_parts(Problem& problem, const SaveAnswer& command) {
  if (command.parts.size() > parts_max || command.part_texts.size() > parts_max) {
    problem.fields.push_back({"parts", "There are not as many parts as that."});
  }
  for (const auto& [facet, range] : command.parts) {
    if (range.low < frameworks::lowest_level || range.high > frameworks::highest_level ||
        range.low > range.high) {
      problem.fields.push_back({"parts", "Choose a level from 0 to 4 for each part."});
      return;
    }
  }
}

}  // namespace

void check_text(Problem& problem, const std::string& field, const std::string& text,
                std::size_t characters_max, const char* missing) {
  if (text.empty()) {
    if (missing != nullptr) problem.fields.push_back({field, missing});
    return;
  }
  const auto count = count_characters(text);
  if (!count) {
    problem.fields.push_back({field, "Take out the characters that cannot be printed."});
  } else if (*count > characters_max) {
    problem.fields.push_back({field, "Shorten this to " + std::to_string(characters_max) +
                                         " characters; it has " + std::to_string(*count) + "."});
  }
}

Problem tidy(SaveAnswer& command) {
  auto problem = nothing_wrong();
  tidy_texts(problem, command.texts);
  for (auto& [facet, texts] : command.part_texts)
    tidy_texts(problem, texts);
  check_level(problem, command.level);
  tidy_reason(problem, command.not_applicable, command.not_applicable_reason);
  if (command.not_applicable) {
    command.level.reset();
    command.parts.clear();
  }
  check_parts(problem, command);
  return problem;
}

Problem tidy(SaveBoardAnswer& command) {
  auto problem = nothing_wrong();
  tidy_texts(problem, command.texts);
  check_level(problem, command.level);
  tidy_reason(problem, command.not_applicable, command.not_applicable_reason);
  if (command.not_applicable) command.level.reset();
  return problem;
}

Problem tidy(SaveBox& command) {
  auto problem = nothing_wrong();
  command.text = tidy_paragraph(command.text);
  command.reason = tidy_paragraph(command.reason);
  check_text(problem, "text", command.text, paragraph_characters_max);
  check_level(problem, command.level);
  const bool reason_needed =
      command.not_applicable ? command.kind != BoxKind::choice : command.kind == BoxKind::override_;
  check_text(problem, "reason", command.reason, paragraph_characters_max,
             reason_needed ? (command.not_applicable ? "Say why it does not apply."
                                                     : "Say why this copy should differ.")
                           : nullptr);
  return problem;
}

Problem answer_not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such question here."};
}

Problem not_permitted_to_write() {
  return {ProblemCode::forbidden, "not-permitted", "Your role does not write answers."};
}

}  // namespace onereturn::returns
