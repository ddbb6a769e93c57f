#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/evaluation/evaluation.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/evidence/evidence.hpp"
#include "domain/reviews/around_item.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// A board's pages of evaluating one return.
namespace onereturn::gateway::views {

// Whoever looks at the page.
struct Looker {
  PersonId person;
  std::string role;
};

// "/returns/…/evaluation".
std::string evaluation_path(const evaluation::Workbench& bench);
std::string item_path(const evaluation::Workbench& bench, const std::string& key);

// The board's point in the symbol and words of its scale, or "no".
html::Data point_light(const frameworks::Template& form, const std::string& code);
// "18 of 60 graded, 4 of 11 essential".
std::string progress_words(const evaluation::Workbench& bench);
// What is said above every page: a newer version, a newer form, a second look, back with the
// agency.
html::Data notices(const evaluation::Workbench& bench, Date today);
html::Data state_status(const evaluation::Workbench& bench);
// True when this person may put down a grade just now.
bool may_grade(const evaluation::Workbench& bench, const Looker& looker);

// pages/evaluation: all items, with who has them.
struct OverviewInput {
  const evaluation::Workbench& bench;
  Looker looker;
  Date today;
  std::string saved_note;
  std::vector<PageError> errors = {};
};
html::Data evaluation_page(const OverviewInput& input);

// What was typed about one item.
struct TypedGrade {
  std::string grade;  // a point, "na" or ""
  std::string comment;
  std::string reason;
  std::string why;
  int version = 0;
};
TypedGrade kept_grade(const evaluation::Grade& grade);

// pages/evaluate_item.
struct ItemInput {
  const evaluation::Workbench& bench;
  const evaluation::Subject& subject;
  const std::vector<evidence::DeliveredPiece>& evidence;
  const reviews::AroundItem& around;
  Looker looker;
  Date today;
  TypedGrade typed;
  std::string saved_note = {};
  std::vector<PageError> errors = {};
};
html::Data item_page(const ItemInput& input);

// pages/conflict: both words, nothing lost.
html::Data grade_conflict_page(const evaluation::Workbench& bench,
                               const evaluation::Subject& subject, const TypedGrade& mine,
                               const evaluation::Grade& theirs, const std::string& go);

// pages/grade_history.
html::Data grade_history_page(const evaluation::Workbench& bench,
                              const evaluation::Subject& subject,
                              const std::vector<evaluation::Grade>& history);

// The subject that stands for the words to the whole.
evaluation::Subject whole_return();

}  // namespace onereturn::gateway::views
