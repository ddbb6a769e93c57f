#include "unit/mapping_cases/case_file.hpp"

#include <regex>
#include <sstream>
#include <stdexcept>

namespace onereturn::mapping_cases {

using frameworks::FrameworkIndex;
using frameworks::LevelRange;
using frameworks::LocalKind;
using frameworks::Mapping;
using frameworks::Requirement;
using mapping::Answer;

namespace {

const std::string who = "A person";
constexpr Date confirmed_on{std::chrono::year{2027}, std::chrono::March, std::chrono::day{3}};

class Reader {
 public:
  Reader(const FrameworkIndex& index, const Mapping& mapping) : index_(index), mapping_(mapping) {}

  CaseFile run(const std::string& text) {
    std::istringstream lines(text);
    std::string line;
    while (std::getline(lines, line)) {
      ++number_;
      const auto start = line.find_first_not_of(' ');
      if (start == std::string::npos || line[start] == '#') continue;
      read_line(line.substr(start));
    }
    finish_case();
    return std::move(file_);
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    throw std::runtime_error("line " + std::to_string(number_) + ": " + why);
  }

  void read_line(const std::string& line) {
    if (line.starts_with("form: ")) {
      file_.form = line.substr(6);
    } else if (line.starts_with("case: ")) {
      finish_case();
      file_.cases.emplace_back();
      file_.cases.back().line = number_;
      file_.cases.back().name = line.substr(6);
    } else if (file_.cases.empty()) {
      refuse("stands before the first case");
    } else if (line.starts_with("=> ")) {
      read_expectation(line.substr(3));
    } else if (!read_level(line) && !read_words(line) && !read_extra(line) && !read_box(line)) {
      refuse("not understood: " + line);
    }
  }

  void read_expectation(const std::string& rest) {
    Expectation expected;
    expected.line = number_;
    expected.says = rest;
    if (rest != "no ratings") {
      const auto space = rest.find(' ');
      if (space == std::string::npos) refuse("says nothing about a box");
      expected.box_no = rest.substr(0, space);
      expected.says = rest.substr(space + 1);
    }
    current().expectations.push_back(std::move(expected));
  }

  // "C1.1 is 3, with 1l at 4, 1m ticked" and "C1.8 here is 3"
  bool read_level(const std::string& line) {
    static const std::regex form(R"((C[0-9.]+)( here)? is ([0-4])(?:, with (.*))?)");
    std::smatch match;
    if (!std::regex_match(line, match, form)) return false;
    Answer& answer = answer_to(match[1], match[2].matched);
    answer.level = std::stoi(match[3]);
    static const std::regex part(R"((\w+) (?:at ([0-4])|(not )?ticked)(?:, |$))");
    const std::string parts = match[4];
    std::size_t understood = 0;
    for (std::sregex_iterator it(parts.begin(), parts.end(), part), end; it != end; ++it) {
      const std::smatch& found = *it;
      understood += static_cast<std::size_t>(found.length());
      if (index_.requirement_of(found[1].str()) != index_.requirement(match[1].str())) {
        refuse(found[1].str() + " is no part of it");
      }
      LevelRange range = found[3].matched ? LevelRange{0, 1} : LevelRange{2, 4};
      if (found[2].matched) range = {std::stoi(found[2]), std::stoi(found[2])};
      answer.parts[found[1]] = range;
    }
    if (understood != parts.size()) refuse("parts not understood: " + parts);
    return true;
  }

  // "C1.3 is answered", "C7.6 is not applicable: why", "C7.4 here has words", "C4.7 part 4h says:
  // x"
  bool read_words(const std::string& line) {
    static const std::regex form(
        R"((C[0-9.]+) (is answered|is not applicable: (.+)|here has words|part (\w+) says: (.+)))");
    std::smatch match;
    if (!std::regex_match(line, match, form)) return false;
    const std::string code = match[1];
    if (match[3].matched) {
      Answer& answer = answer_to(code, is_whole(code));
      answer = {};
      answer.not_applicable = true;
      answer.not_applicable_reason = match[3];
      answer.confirmed.by = who;
      answer.confirmed.on = confirmed_on;
    } else if (match[4].matched) {
      answer_to(code, is_whole(code)).part_texts[match[4]].describes = match[5];
    } else if (match[2] == "here has words") {
      mapping::LocalPart& part = current().side.parts[code];
      part.texts.describes = "what " + code + " adds here";
      part.confirmed.by = who;
    } else {
      answer_to(code, is_whole(code));
    }
    return true;
  }

  bool read_extra(const std::string& line) {
    static const std::regex form(R"(extra (\w+) (?:is ([0-4])|has words|is not applicable: (.+)))");
    static const std::regex rest(R"(everything else is ([0-4]))");
    std::smatch match;
    if (std::regex_match(line, match, rest)) {
      everything_else_ = std::stoi(match[1]);
      return true;
    }
    if (!std::regex_match(line, match, form)) return false;
    mapping::ResidualAnswer& answer = extra(match[1]);
    if (match[2].matched) answer.level = std::stoi(match[2]);
    if (match[3].matched) {
      answer.not_applicable = true;
      answer.not_applicable_reason = match[3];
    }
    return true;
  }

  // "chosen 3.light amber", "direct 9.light green", "direct 9.text says: words"
  bool read_box(const std::string& line) {
    static const std::regex form(R"((chosen|direct) (\S+) (?:says: (.+)|(\S+)))");
    std::smatch match;
    if (!std::regex_match(line, match, form)) return false;
    if (match[1] == "chosen") {
      current().side.choices[match[2]] = {match[4], who, {}};
      return true;
    }
    mapping::DirectBox& box = current().side.direct[match[2]];
    (match[3].matched ? box.text : box.point) = match[3].matched ? match[3] : match[4];
    box.confirmed.by = who;
    return true;
  }

  void finish_case() {
    if (everything_else_) {
      for (const Requirement& requirement : index_.framework().requirements) {
        const bool whole = requirement.local == LocalKind::whole;
        auto& answers = whole ? current().side.whole : current().common.answers;
        if (answers.contains(requirement.code)) continue;
        answer_to(requirement.code, whole).level = everything_else_;
      }
      for (const auto& [item, mapped] : mapping_.items) {
        if (!mapped.residual || current().side.residuals.contains(item)) continue;
        extra(item).level = everything_else_;
      }
    }
    everything_else_.reset();
  }

  bool is_whole(const std::string& code) const {
    const Requirement* requirement = index_.requirement(code);
    if (requirement == nullptr) refuse("there is no " + code);
    return requirement->local == LocalKind::whole;
  }

  Answer& answer_to(const std::string& code, bool here) {
    if (is_whole(code) != here) refuse(code + (here ? " is common" : " is answered here"));
    Answer& answer = here ? current().side.whole[code] : current().common.answers[code];
    const std::string place = here ? " here" : "";
    answer.texts.describes = "what " + code + " says" + place;
    answer.texts.knows = "how " + code + " is known" + place;
    answer.confirmed.by = who;
    answer.confirmed.on = confirmed_on;
    return answer;
  }

  mapping::ResidualAnswer& extra(const std::string& item) {
    const auto mapped = mapping_.items.find(item);
    if (mapped == mapping_.items.end() || !mapped->second.residual) {
      refuse("item " + item + " has no extra question");
    }
    mapping::ResidualAnswer& answer = current().side.residuals[item];
    answer.text = "what extra " + item + " says";
    answer.confirmed.by = who;
    return answer;
  }

  Case& current() { return file_.cases.back(); }

  const FrameworkIndex& index_;
  const Mapping& mapping_;
  CaseFile file_;
  std::optional<int> everything_else_;
  int number_ = 0;
};

}  // namespace

CaseFile read_cases(const std::string& text, const FrameworkIndex& index, const Mapping& mapping) {
  return Reader(index, mapping).run(text);
}

std::string form_of(const std::string& text) {
  const std::string word = "form: ";
  if (!text.starts_with(word)) throw std::runtime_error("the first line names the form");
  return text.substr(word.size(), text.find('\n') - word.size());
}

}  // namespace onereturn::mapping_cases
