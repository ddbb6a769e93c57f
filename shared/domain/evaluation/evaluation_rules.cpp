#include "domain/evaluation/evaluation_rules.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/ensure.hpp"
#include "base/text.hpp"
#include "domain/frameworks/template_rules.hpp"

namespace onereturn::evaluation {
namespace {

using frameworks::Box;
using frameworks::BoxContent;
using frameworks::FilledBy;

constexpr std::size_t short_length = 64;

bool is_graded_by_board(const Box& box) {
  return box.content == BoxContent::rating && box.filled_by != FilledBy::agency;
}

void put_boxes(Subject& subject, const std::vector<Box>& boxes) {
  for (const auto& box : boxes)
    subject.boxes.insert(box.box_no);
}

// One for each rating that the board gives; else one for the words.
void add_judged(std::vector<Subject>& subjects, Subject subject, const std::vector<Box>& boxes) {
  put_boxes(subject, boxes);
  const auto before = subjects.size();
  for (const auto& box : boxes) {
    if (!is_graded_by_board(box)) continue;
    auto graded = subject;
    graded.key = box.box_no;
    graded.judging = box.filled_by == FilledBy::board ? Judging::board_only : Judging::both;
    subjects.push_back(std::move(graded));
  }
  if (subjects.size() > before) return;
  subject.key = boxes.front().box_no;
  subject.may_not_apply = false;
  subjects.push_back(std::move(subject));
}

Subject subject_of(const frameworks::Template& form, const frameworks::Section& section,
                   const frameworks::Item& item) {
  Subject subject;
  subject.section = section.code;
  subject.item = item.code;
  subject.number = item.number.value_or("");
  subject.wording = item.wording;
  subject.essential = item.essential;
  const auto& rule = frameworks::not_applicable_rule(form, item);
  subject.may_not_apply = rule.allowed && rule.by == frameworks::NotApplicableBy::board;
  subject.not_applicable_needs_reason = rule.reason_required;
  return subject;
}

Subject subject_of(const frameworks::Section& section) {
  Subject subject;
  subject.section = section.code;
  subject.number = section.number.value_or("");
  subject.wording = section.title;
  for (const auto& item : section.items) {
    if (!item.boxes.empty()) continue;
    if (!subject.about.empty()) subject.about += '\n';
    subject.about += (item.number ? *item.number + " " : std::string{}) + item.wording;
  }
  return subject;
}

// Where a point stands on the scale: the printed order is not the order of worth.
std::optional<int> rank_of(const frameworks::Template& form, std::string_view code) {
  const auto* point = frameworks::find_point(form, code);
  if (point == nullptr) return std::nullopt;
  int rank = 0;
  for (const auto& other : form.scale->points) {
    if (other.levels < point->levels) ++rank;
  }
  return rank;
}

bool too_long(const std::string& text) {
  const auto length = count_characters(text);
  return !length || *length > paragraph_characters_max;
}

void check_length(std::vector<FieldError>& errors, const char* field, const std::string& text) {
  if (!too_long(text)) return;
  const auto length = count_characters(text);
  errors.push_back(
      {field, length ? "Use 10,000 characters or fewer: these are " + std::to_string(*length)
                     : "Something in these words cannot be kept: type it again"});
}

bool differs_without_reason(const Workbench& bench, const Subject& subject, const Grade& grade) {
  if (subject.judging != Judging::both || !grade.reason.empty()) return false;
  const auto steps = steps_between(*bench.copy.form, bench.self_point(subject), grade.point);
  return steps.value_or(0) != 0;
}

}  // namespace

const char* to_string(State state) {
  switch (state) {
    case State::open:
      return "open";
    case State::second_look:
      return "second_look";
    case State::agreed:
      return "agreed";
    case State::returned:
      return "returned";
    case State::finished:
      return "finished";
    case State::withdrawn:
      return "withdrawn";
  }
  broken_invariant("an unknown state of an evaluation", __FILE__, __LINE__);
}

State state_of(std::string_view text) {
  for (const auto state : {State::open, State::second_look, State::agreed, State::returned,
                           State::finished, State::withdrawn}) {
    if (text == to_string(state)) return state;
  }
  broken_invariant("a state of an evaluation that nobody knows", __FILE__, __LINE__);
}

std::vector<Subject> subjects_of(const frameworks::Template& form) {
  std::vector<Subject> subjects;
  for (const auto& section : form.sections) {
    if (!section.boxes.empty()) add_judged(subjects, subject_of(section), section.boxes);
    for (const auto& item : section.items) {
      if (!item.boxes.empty()) add_judged(subjects, subject_of(form, section, item), item.boxes);
    }
  }
  return subjects;
}

std::vector<std::string> items_of(const frameworks::Template& form, const Subject& subject) {
  if (!subject.item.empty()) return {subject.item};
  std::vector<std::string> items;
  for (const auto& section : form.sections) {
    if (section.code != subject.section) continue;
    for (const auto& item : section.items)
      items.push_back(item.code);
  }
  return items;
}

std::string short_words(std::string_view wording) {
  if (count_characters(wording).value_or(0) <= short_length) return std::string(wording);
  std::size_t end = 0, characters = 0, blank = 0;
  for (; end < wording.size() && characters < short_length; ++end) {
    if ((static_cast<unsigned char>(wording[end]) & 0xC0) != 0x80) ++characters;
    if (wording[end] == ' ') blank = end;
  }
  auto words = std::string(wording.substr(0, blank == 0 ? short_length / 4 : blank));
  while (!words.empty() && (words.back() == ',' || words.back() == ';' || words.back() == ':'))
    words.pop_back();
  return words + " …";
}

std::string short_title(const Subject& subject) {
  return subject.title.empty() ? short_words(subject.wording) : subject.title;
}

void name_items(std::vector<Subject>& subjects, const frameworks::Mapping& mapping,
                const frameworks::Framework& framework) {
  std::map<std::string, std::string> requirement_of, name_of;
  for (const auto& facet : framework.facets)
    requirement_of[facet.code] = facet.requirement;
  for (const auto& requirement : framework.requirements)
    name_of[requirement.code] = requirement.name;
  std::map<std::string, std::set<std::string>> items_named;
  std::map<std::string, std::string> name_of_item;
  for (const auto& [item, mapped] : mapping.items) {
    std::set<std::string> requirements;
    for (const auto& facet : mapped.facets)
      requirements.insert(requirement_of[facet]);
    if (requirements.size() != 1) continue;
    name_of_item[item] = name_of[*requirements.begin()];
    items_named[name_of_item[item]].insert(item);
  }
  for (auto& subject : subjects) {
    const auto named = name_of_item.find(subject.item);
    if (subject.item.empty() || named == name_of_item.end()) continue;
    if (items_named[named->second].size() == 1) subject.title = named->second;
  }
}

std::string title_of(const Subject& subject) {
  const auto words = short_title(subject);
  return subject.number.empty() ? words : subject.number + " " + words;
}

bool is_done(const Subject& subject, const Grade& grade) {
  if (grade.version == 0 || grade.how == How::carried) return false;
  return !subject.graded() || grade.judged();
}

Progress progress_of(const std::vector<Subject>& subjects, const Grades& grades) {
  Progress progress;
  for (const auto& subject : subjects) {
    const auto found = grades.find(subject.key);
    const bool done = found != grades.end() && is_done(subject, found->second);
    ++progress.of;
    progress.done += done ? 1 : 0;
    progress.essential_of += subject.essential ? 1 : 0;
    progress.essential_done += subject.essential && done ? 1 : 0;
    progress.carried += found != grades.end() && found->second.how == How::carried ? 1 : 0;
  }
  return progress;
}

std::string next_to_do(const std::vector<Subject>& subjects, const Grades& grades,
                       std::string_view key) {
  std::size_t start = 0;
  for (std::size_t at = 0; at < subjects.size(); ++at) {
    if (subjects[at].key == key) start = at + 1;
  }
  for (const bool essential : {true, false}) {
    for (std::size_t step = 0; step < subjects.size(); ++step) {
      const auto& subject = subjects[(start + step) % subjects.size()];
      const auto found = grades.find(subject.key);
      const bool done = found != grades.end() && is_done(subject, found->second);
      if (subject.essential == essential && !done && subject.key != key) return subject.key;
    }
  }
  return {};
}

std::optional<int> steps_between(const frameworks::Template& form, std::string_view theirs,
                                 std::string_view ours) {
  const auto from = rank_of(form, theirs);
  const auto to = rank_of(form, ours);
  if (!from || !to) return std::nullopt;
  return *to - *from;
}

std::vector<std::string> points_in_order(const frameworks::Template& form) {
  std::vector<std::string> codes;
  if (!form.scale) return codes;
  for (const auto& point : form.scale->points)
    codes.push_back(point.code);
  std::stable_sort(codes.begin(), codes.end(), [&](const auto& a, const auto& b) {
    return rank_of(form, a) < rank_of(form, b);
  });
  return codes;
}

std::string steps_in_words(int steps) {
  if (steps == 0) return "agree";
  return std::to_string(std::abs(steps)) + (steps < 0 ? " lower" : " higher");
}

std::vector<FieldError> check(const frameworks::Template& form, const Subject& subject,
                              const Judgement& judgement) {
  std::vector<FieldError> errors;
  if (!judgement.point.empty()) {
    if (!subject.graded()) {
      errors.push_back({"grade", "Nothing is graded here"});
    } else if (frameworks::find_point(form, judgement.point) == nullptr) {
      errors.push_back({"grade", "Choose one of the grades of this form"});
    } else if (judgement.not_applicable) {
      errors.push_back({"grade", "Choose a grade or “Not applicable”, not both"});
    }
  }
  if (judgement.not_applicable && !subject.may_not_apply) {
    errors.push_back({"grade", "This form does not let the board say “Not applicable”"});
  } else if (judgement.not_applicable && subject.not_applicable_needs_reason &&
             judgement.reason.empty()) {
    errors.push_back({"reason", "Say why it does not apply"});
  }
  check_length(errors, "comment", judgement.comment);
  check_length(errors, "reason", judgement.reason);
  check_length(errors, "why", judgement.why);
  return errors;
}

std::vector<Missing> missing_for_release(const Workbench& bench) {
  std::vector<Missing> missing;
  bool said = !bench.grade(summary_key).comment.empty();
  for (const auto& subject : bench.subjects) {
    const auto& grade = bench.grade(subject.key);
    said = said || grade.judged() || !grade.comment.empty();
    if (grade.how == How::carried) {
      missing.push_back({subject.key, "is carried over and waits to be confirmed"});
    } else if (subject.graded() && !grade.judged()) {
      missing.push_back({subject.key, "has no grade"});
    } else if (differs_without_reason(bench, subject, grade)) {
      missing.push_back({subject.key, "differs from the agency’s own and has no reason"});
    }
  }
  if (!said) missing.push_back({"", "Nothing is said yet: write a comment, or words to the whole"});
  const auto state = bench.facts.evaluation ? bench.facts.evaluation->state : State::open;
  if (state == State::second_look) {
    missing.push_back({"", "A second person is looking at it"});
  } else if (bench.settings.second_look && state != State::agreed) {
    missing.push_back({"", "A second person has to look first"});
  }
  if (state == State::returned) missing.push_back({"", "It went back to the agency for changes"});
  return missing;
}

bool may_evaluate(std::string_view role) { return role == "manager" || role == "assistant"; }

bool may_look(std::string_view role) { return may_evaluate(role) || role == "chair"; }

bool is_second_person(const Workbench& bench, const PersonId& person) {
  const auto* look = bench.open_look();
  return !bench.authors.contains(person) && (look == nullptr || look->sent_by != person);
}

std::vector<questions::ThreadId> threads_of(const std::optional<SentBack>& back, int version_no) {
  std::vector<questions::ThreadId> threads;
  if (!back || back->version_no != version_no) return threads;
  for (const auto& item : back->items) {
    if (item.thread) threads.push_back(*item.thread);
  }
  return threads;
}

std::vector<SectionStanding> self_against_board(const Workbench& bench) {
  std::vector<SectionStanding> all;
  for (const auto& subject : bench.subjects) {
    if (all.empty() || all.back().section != subject.section) {
      SectionStanding next;
      next.section = subject.section;
      all.push_back(std::move(next));
    }
    auto& standing = all.back();
    const auto& grade = bench.grade(subject.key);
    if (!is_done(subject, grade)) {
      ++standing.to_do;
      continue;
    }
    const auto steps = steps_between(*bench.copy.form, bench.self_point(subject), grade.point);
    if (!steps) continue;
    ++(*steps == 0 ? standing.agree : *steps < 0 ? standing.lower : standing.higher);
    standing.without_reason += differs_without_reason(bench, subject, grade) ? 1 : 0;
  }
  return all;
}

const Subject* Workbench::find(std::string_view key) const {
  const auto found = std::find_if(subjects.begin(), subjects.end(),
                                  [&](const auto& one) { return one.key == key; });
  return found == subjects.end() ? nullptr : &*found;
}

const Grade& Workbench::grade(std::string_view key) const {
  static const Grade none;
  const auto found = grades.find(key);
  return found == grades.end() ? none : found->second;
}

std::string Workbench::self_point(const Subject& subject) const {
  for (const auto& box : copy.copy.boxes) {
    if (box.box_no == subject.key) return box.point;
  }
  return {};
}

const Look* Workbench::open_look() const {
  const auto found = std::find_if(looks.begin(), looks.end(),
                                  [](const auto& look) { return look.outcome.empty(); });
  return found == looks.end() ? nullptr : &*found;
}

}  // namespace onereturn::evaluation
