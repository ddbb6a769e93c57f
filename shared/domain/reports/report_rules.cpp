#include "domain/reports/report_rules.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <variant>

#include "base/text.hpp"
#include "domain/documents/marked_text.hpp"

namespace onereturn::reports {
namespace {

constexpr std::size_t many_rows = 200;
constexpr std::size_t papers_max = 200;
constexpr int period_days_max = 1100;

void refuse(Problem& problem, const char* field, const char* words) {
  problem.fields.push_back({field, words});
}

std::string plain(const std::vector<documents::Paragraph>& paragraphs) {
  std::string text;
  for (const auto& paragraph : paragraphs) {
    if (!text.empty()) text += ' ';
    for (const auto& span : paragraph.spans)
      text += span.text;
  }
  return tidy_line(text);
}

bool has_numbered(std::string_view marked) { return !numbered_items(marked).empty(); }

// Which sections another report may take numbered items from.
bool is_numbered(Kind kind, std::string_view key) {
  return kind == Kind::organisation && (key == "conclusions" || key == "recommendations");
}

void check_line(Problem& problem, const char* field, const std::string& text, const char* missing) {
  const auto length = count_characters(text);
  if (text.empty()) {
    refuse(problem, field, missing);
  } else if (!length || *length > line_characters_max) {
    refuse(problem, field, "Use 300 characters or fewer");
  }
}

}  // namespace

bool may_draft(std::string_view role) { return role == "manager" || role == "assistant"; }
bool may_finish(std::string_view role) { return role == "manager"; }
bool may_sign_off(std::string_view role) { return role == "manager" || role == "chair"; }

std::vector<Missing> missing_before_finishing(Kind kind, const ReportVersion& version) {
  std::vector<Missing> missing;
  for (const auto& section : version.sections) {
    if (tidy_paragraph(section.words).empty()) {
      missing.push_back({section.key, "says nothing yet"});
    } else if (is_numbered(kind, section.key) && !has_numbered(section.words)) {
      missing.push_back({section.key, "has no numbered item (begin a line with “1. ”)"});
    }
  }
  if (version.sections.empty() && version.facts.empty()) missing.push_back({"", "is empty"});
  return missing;
}

std::string mark_of(std::string_view words) {
  // FNV-1a.
  std::uint64_t mark = 0xcbf29ce484222325ULL;
  for (const char c : tidy_paragraph(words))
    mark = (mark ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  char text[16];
  const auto end = std::to_chars(text, text + sizeof text, mark, 16).ptr;
  return {text, end};
}

std::vector<std::string> numbered_items(std::string_view marked) {
  std::vector<std::string> items;
  for (const auto& block : documents::read_marked(marked)) {
    const auto* list = std::get_if<documents::List>(&block);
    if (list == nullptr || !list->numbered) continue;
    for (const auto& item : list->items) {
      if (auto text = plain(item); !text.empty()) items.push_back(std::move(text));
    }
  }
  return items;
}

Differences differences(const ReportVersion& before, const ReportVersion& after) {
  Differences all;
  for (const auto& section : before.sections) {
    const auto* now = after.find(section.key);
    if (now == nullptr) {
      all.sections.push_back({section.heading, section.words, ""});
    } else if (now->words != section.words) {
      all.sections.push_back({section.heading, section.words, now->words});
    }
  }
  for (const auto& section : after.sections) {
    if (before.find(section.key) == nullptr) {
      all.sections.push_back({section.heading, "", section.words});
    }
  }
  return all;
}

void check_subject(Problem& problem, const Subject& subject) {
  switch (subject.kind) {
    case Kind::organisation:
      if (!subject.of_return) refuse(problem, "of_return", "Choose an organisation’s return");
      return;
    case Kind::overview:
      if (!subject.exercise) refuse(problem, "exercise", "Choose what you asked for");
      return;
    case Kind::pack:
      if (!subject.exercise) refuse(problem, "exercise", "Choose what you asked for");
      if (subject.papers.empty() && subject.returns.empty()) {
        refuse(problem, "papers", "Choose at least one paper or return");
      }
      if (subject.papers.size() + subject.returns.size() > papers_max) {
        refuse(problem, "papers", "Choose 200 papers and returns or fewer");
      }
      return;
    case Kind::improvement_plan:
    case Kind::highlight:
    case Kind::exception:
      break;
  }
  if (!subject.from) refuse(problem, "from", "Give the first day");
  if (!subject.to) refuse(problem, "to", "Give the last day");
  if (!subject.from || !subject.to) return;
  const auto days = days_between(*subject.from, *subject.to);
  if (days < 0) refuse(problem, "to", "Give a last day that is not before the first");
  if (days > period_days_max) refuse(problem, "to", "Choose three years or fewer");
}

void check_signature(Problem& problem, const Signature& signature, Date finished_on, Date today) {
  check_line(problem, "role", signature.role, "Say what they sign as");
  check_line(problem, "name", signature.name, "Say who signs");
  if (!signature.on.ok()) {
    refuse(problem, "on", "Give the day");
  } else if (signature.on > today) {
    refuse(problem, "on", "Give a day that is not to come");
  } else if (signature.on < finished_on) {
    refuse(problem, "on", "Give a day on which this version was finished already");
  }
}

std::string standing_of(const Report& report, const ReportVersion& version) {
  if (report.withdrawn_at) {
    return "Withdrawn on " + to_words(day_in_england(*report.withdrawn_at));
  }
  if (!version.finished) return "Draft " + std::to_string(version.number);
  if (!version.signatures.empty()) {
    const auto last = std::ranges::max_element(
        version.signatures, [](const auto& a, const auto& b) { return a.on < b.on; });
    return "Signed off on " + to_words(last->on);
  }
  return "Finished on " + to_words(day_in_england(*version.finished_at));
}

std::string record_of(const Report& report, const ReportVersion& version) {
  return "Report " + std::to_string(report.number) + ", version " + std::to_string(version.number);
}

std::string redaction_of(const ReportVersion& version) {
  if (version.redacted.empty()) return {};
  std::string words;
  for (std::size_t at = 0; at < version.redacted.size(); ++at) {
    const auto& [on, count] = version.redacted[at];
    if (at > 0) words += at + 1 == version.redacted.size() ? " and " : ", ";
    words += "of " + std::to_string(count) + (count == 1 ? " box" : " boxes");
    words += on ? " on " + to_words(*on) : " on a day that was not noted";
  }
  words = "Words of returns in here were redacted after this version was drafted: " + words +
          ". They are gone from it, and files from before were removed.";
  if (!version.finished) return words;
  return words +
         " The check value is that of the version as it was finished. It counts a box by its seal, "
         "not by its words, and still holds.";
}

std::string period_words(Date from, Date to) {
  if (from == to) return to_words(to);
  if (from.year() != to.year()) return to_words(from) + " to " + to_words(to);
  const auto first = to_words(from);
  if (from.month() != to.month()) {
    return first.substr(0, first.rfind(' ')) + " to " + to_words(to);
  }
  return first.substr(0, first.find(' ')) + " to " + to_words(to);
}

bool takes_long(Kind kind, const std::vector<documents::Block>& facts) {
  if (kind == Kind::pack) return true;
  std::size_t rows = 0;
  for (const auto& block : facts) {
    if (const auto* table = std::get_if<documents::Table>(&block)) rows += table->rows.size();
  }
  return rows > many_rows;
}

}  // namespace onereturn::reports
