#include "domain/evaluation/last_time.hpp"

#include <algorithm>

#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/evaluation/evaluation_store.hpp"
#include "domain/frameworks/catalogue_store.hpp"

namespace onereturn::evaluation {

const Subject* same_subject(const std::vector<Subject>& older, const Subject& subject) {
  const Subject* found = nullptr;
  for (const auto& one : older) {
    const bool same = one.item == subject.item && one.judging == subject.judging &&
                      (!subject.item.empty() || one.section == subject.section);
    if (!same) continue;
    // An item with two ratings has two subjects: the number tells them apart.
    if (one.key == subject.key) return &one;
    if (found == nullptr) found = &one;
  }
  return found;
}

std::optional<LastTime> last_time(postgres::BoardTx& tx, const Workbench& bench,
                                  const Subject& subject) {
  const auto before = find_before(tx, bench.facts.id);
  if (!before) return std::nullopt;
  LastTime last{before->of_return, before->title, frameworks::load_template(tx, before->form), {}};
  if (last.form == nullptr) return std::nullopt;
  const auto subjects = subjects_of(*last.form);
  const auto* then = same_subject(subjects, subject);
  if (then == nullptr) return std::nullopt;
  last.grade = current_grade(tx, before->id, then->key);
  if (last.grade.version == 0) return std::nullopt;
  return last;
}

}  // namespace onereturn::evaluation
