#include "domain/evidence/child_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "domain/mapping/guards.hpp"

namespace onereturn::evidence {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower(std::string_view text) {
  std::string result;
  for (const char c : text)
    result += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

// Words that stand in capitals in the titles of papers, and so are nobody's name.
constexpr std::array<std::string_view, 94> of_papers{
    "academy",   "action",      "agenda",       "allegations", "annual",     "anti",
    "appendix",  "april",       "attendance",   "audit",       "august",     "board",
    "bullying",  "case",        "centre",       "certificate", "chair",      "checks",
    "child",     "children",    "committee",    "complaints",  "conference", "council",
    "county",    "data",        "december",     "designated",  "draft",      "early",
    "evidence",  "exclusion",   "exploitation", "february",    "file",       "final",
    "form",      "framework",   "friday",       "governors",   "guidance",   "handbook",
    "health",    "help",        "induction",    "information", "january",    "job",
    "july",      "june",        "lead",         "learning",    "letter",     "list",
    "local",     "log",         "march",        "meeting",     "minutes",    "monday",
    "notes",     "november",    "october",      "officer",     "online",     "panel",
    "plan",      "police",      "policy",       "procedure",   "protection", "pupil",
    "record",    "recruitment", "referral",     "register",    "report",     "review",
    "risk",      "rota",        "safeguarding", "safer",       "school",     "self",
    "september", "sexual",      "sharing",      "staff",       "standard",   "strategy",
    "summary",   "supervision", "survey",       "training"};

// Words after which a name is that of a child in a case.
constexpr std::array<std::string_view, 10> of_cases{"referral", "chronology", "pupil", "ehcp",
                                                    "re",       "genogram",   "child", "son",
                                                    "daughter", "sibling"};

struct Word {
  std::string text;
  bool like_a_name = false;  // "Jamie", "O'Brien": a capital and small letters, nothing of papers
};

bool like_a_name(const std::string& text) {
  if (text.size() < 2 || !is_upper(text.front()) ||
      std::none_of(text.begin(), text.end(), is_lower)) {
    return false;
  }
  const bool letters = std::all_of(text.begin(), text.end(), [](char c) {
    return is_upper(c) || is_lower(c) || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
  });
  const auto small = lower(text);
  const auto plain = small.ends_with('s') ? small.substr(0, small.size() - 1) : small;
  const auto known = [&](std::string_view word) { return word == small || word == plain; };
  return letters && std::none_of(of_papers.begin(), of_papers.end(), known);
}

// File names join words in many ways: all of them are blanks here, and the extension is gone.
std::string spaced(std::string_view words) {
  std::string text{words};
  const auto dot = text.rfind('.');
  if (dot != std::string::npos && text.size() - dot <= 5) text.resize(dot);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '_' || c == '+'; }, ' ');
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    const bool joins = text[at] == '-' && !is_digit(text[at - 1]) && !is_digit(text[at + 1]);
    if (joins) text[at] = ' ';
  }
  return text;
}

std::vector<Word> words_of(const std::string& text) {
  std::vector<Word> words;
  std::string word;
  for (const char c : text + " ") {
    const bool inside = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'' ||
                        static_cast<unsigned char>(c) >= 0x80;
    if (inside) {
      word += c;
    } else if (!word.empty()) {
      words.push_back({word, like_a_name(word)});
      word.clear();
    }
  }
  return words;
}

// Two words in a row that could be somebody's name.
bool names_somebody(const std::vector<Word>& words) {
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    if (words[at].like_a_name && words[at + 1].like_a_name) return true;
  }
  return false;
}

bool names_a_child_in_a_case(const std::vector<Word>& words) {
  for (std::size_t at = 0; at + 2 < words.size(); ++at) {
    const auto small = lower(words[at].text);
    const bool of_case = std::find(of_cases.begin(), of_cases.end(), small) != of_cases.end();
    const std::size_t next = lower(words[at + 1].text) == "for" ? at + 2 : at + 1;
    if (of_case && next + 1 < words.size() && words[next].like_a_name &&
        words[next + 1].like_a_name) {
      return true;
    }
  }
  return false;
}

// "LS1 4AP", "SW1A 2AA": the shape, whether or not there is such a place.
bool is_postcode(const std::string& first, const std::string& second) {
  const bool inward =
      second.size() == 3 && is_digit(second[0]) && is_upper(second[1]) && is_upper(second[2]);
  const bool outward =
      first.size() >= 2 && first.size() <= 4 && is_upper(first[0]) &&
      std::any_of(first.begin(), first.end(), is_digit) &&
      std::all_of(first.begin(), first.end(), [](char c) { return is_upper(c) || is_digit(c); });
  return inward && outward;
}

bool has_postcode(const std::vector<Word>& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto& text = words[at].text;
    if (at + 1 < words.size() && is_postcode(text, words[at + 1].text)) return true;
    if (text.size() > 4 &&
        is_postcode(text.substr(0, text.size() - 3), text.substr(text.size() - 3))) {
      return true;
    }
  }
  return false;
}

// A date that somebody under 18 could have been born on, without a word that says so: the guard of
// texts is asked with such a word in front of each number.
bool has_birth_date(const std::string& text, Date today) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = is_digit(text[at]) && (at == 0 || !is_digit(text[at - 1]));
    if (!begins) continue;
    for (const auto& detail : mapping::child_details("born " + text.substr(at), today)) {
      if (detail.kind == mapping::ChildDetailKind::birth_date) return true;
    }
  }
  return false;
}

void add(std::vector<std::string>& found, std::string words) {
  if (std::find(found.begin(), found.end(), words) == found.end()) {
    found.push_back(std::move(words));
  }
}

}  // namespace

std::vector<std::string> looks_like_a_child(std::string_view words, Date today) {
  std::vector<std::string> found;
  const auto text = spaced(words);
  for (const auto& detail : mapping::child_details(text, today)) {
    add(found, mapping::in_words(detail.kind));
  }
  const auto all = words_of(text);
  if (names_somebody(all)) {
    if (has_birth_date(text, today)) add(found, "a name and a date of birth");
    if (has_postcode(all)) add(found, "a name and a postcode");
    if (names_a_child_in_a_case(all)) add(found, "the name of a child in a case");
  }
  return found;
}

}  // namespace onereturn::evidence
