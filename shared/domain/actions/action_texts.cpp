#include "domain/actions/action_texts.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace onereturn::actions {

namespace {

// In bytes, so that no text of so many characters is too long.
constexpr std::size_t part_bytes = paragraph_characters_max;

void check_line(Problem& problem, const char* field, const std::string& text) {
  const auto length = count_characters(text);
  if (!length || *length > line_characters_max) {
    problem.fields.push_back({field, "Use 300 characters or fewer"});
  }
}

}  // namespace

void check_paragraph(Problem& problem, const char* field, const std::string& text) {
  const auto length = count_characters(text);
  if (!length || *length > paragraph_characters_max) {
    problem.fields.push_back({field, "Use 10,000 characters or fewer"});
  }
}

Problem tidy(ActionWords& words) {
  Problem problem{ProblemCode::invalid, "validation", "Something about the action is missing.", {}};
  for (auto* text : {&words.what, &words.how, &words.progress, &words.evidence, &words.risks})
    *text = tidy_paragraph(*text);
  words.lead = tidy_line(words.lead);
  words.area = tidy_line(words.area);
  if (words.what.empty()) problem.fields.push_back({"what", "Say what is to be done"});
  check_paragraph(problem, "what", words.what);
  check_paragraph(problem, "how", words.how);
  check_line(problem, "lead", words.lead);
  check_line(problem, "area", words.area);
  check_paragraph(problem, "progress", words.progress);
  check_paragraph(problem, "evidence", words.evidence);
  check_paragraph(problem, "risks", words.risks);
  return problem;
}

std::vector<HistoryEntry> in_parts(const HistoryEntry& entry) {
  std::vector<HistoryEntry> parts;
  auto rest = entry.text;
  do {
    auto end = std::min(rest.size(), part_bytes);
    while (end < rest.size() && end > 0 && (static_cast<unsigned char>(rest[end]) & 0xC0U) == 0x80U)
      --end;
    auto part = entry;
    part.text = rest.substr(0, end);
    if (!parts.empty()) {
      part.told.clear();
      part.point.clear();
      part.was_point.clear();
      part.kind = "changed";
    }
    parts.push_back(std::move(part));
    rest.erase(0, end);
  } while (!rest.empty());
  return parts;
}

}  // namespace onereturn::actions
