#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "domain/evaluation/evaluation.hpp"

// What there is to judge, how far somebody is, and what stands in the way of a release. Pure.
namespace onereturn::evaluation {

// In the printed order.
std::vector<Subject> subjects_of(const frameworks::Template& form);

// The codes of what it stands for: its item, or all items of its section.
std::vector<std::string> items_of(const frameworks::Template& form, const Subject& subject);

// "The organisation gives staff and …": the first words, where a whole sentence is too long.
std::string short_words(std::string_view wording);
// The title, or the first words where there is none.
std::string short_title(const Subject& subject);
// The number with that.
std::string title_of(const Subject& subject);

// An item that asks for one thing has that thing's name for a title, where no other item of the
// form has the same: "Supervision and appraisal".
void name_items(std::vector<Subject>& subjects, const frameworks::Mapping& mapping,
                const frameworks::Framework& framework);

// Graded, confirmed where it was carried, or looked at where nothing is graded.
bool is_done(const Subject& subject, const Grade& grade);

struct Progress {
  int done = 0;
  int of = 0;
  int essential_done = 0;
  int essential_of = 0;
  int carried = 0;  // drafts that wait to be confirmed
};
Progress progress_of(const std::vector<Subject>& subjects, const Grades& grades);

// The next one to do after `key` in the printed order, essential ones first, round the end; "" when
// all are done. From the beginning where `key` is "".
std::string next_to_do(const std::vector<Subject>& subjects, const Grades& grades,
                       std::string_view key);

// Steps of the scale from the agency's point to the board's: below nought the board is lower.
// Nothing where one of them has no point.
std::optional<int> steps_between(const frameworks::Template& form, std::string_view theirs,
                                 std::string_view ours);
// The codes of the scale's points, the lowest first.
std::vector<std::string> points_in_order(const frameworks::Template& form);
// "agree", "1 lower", "2 higher".
std::string steps_in_words(int steps);

// What somebody gives for one subject.
struct Judgement {
  std::string point;
  bool not_applicable = false;
  std::string comment;
  std::string reason;
  std::string why;
};
// What is wrong with it, by field: grade, comment, reason, why. What is left for later is not
// wrong.
std::vector<FieldError> check(const frameworks::Template& form, const Subject& subject,
                              const Judgement& judgement);

// What keeps the evaluation from being released: the subject ("" for the whole) and a sentence.
struct Missing {
  std::string key;
  std::string words;
};
std::vector<Missing> missing_for_release(const Workbench& bench);

// Evaluating is the manager's and the assistant's; a second look may be the chair's too.
bool may_evaluate(std::string_view role);
bool may_look(std::string_view role);
// Nobody looks at what they graded, or sent.
bool is_second_person(const Workbench& bench, const PersonId& person);

// The conversations of what a version went back for; none where it was another version.
std::vector<questions::ThreadId> threads_of(const std::optional<SentBack>& back, int version_no);

// One section's standing, self against board.
struct SectionStanding {
  std::string section;
  int agree = 0;
  int lower = 0;
  int higher = 0;
  int without_reason = 0;  // differences that wait for one
  int to_do = 0;
};
std::vector<SectionStanding> self_against_board(const Workbench& bench);

}  // namespace onereturn::evaluation
