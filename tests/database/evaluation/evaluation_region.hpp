#pragma once

#include <string>

#include "domain/evaluation/begin_evaluation.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/evaluation/read_evaluation.hpp"
#include "domain/evaluation/save_grade.hpp"
#include "support/delivery_region.hpp"

// The delivery region's board that grades beside the agency, with colleagues: "third manager",
// "assistant", "second third manager" and "chair" of that board.
namespace onereturn::testing::evaluation_region {

inline const Instant now = *parse_instant("2027-03-16T10:00:00Z");

void seed();
// A version of the whole return that nobody has begun to evaluate, as the only one that counts.
ReturnId fresh_return();
// Sends again: the next version stands, as it does after the return went back.
void send_again(int level = 2);

template <class Work>
auto as(const std::string& who, Work&& work) {
  return delivery_region::gateway().as_board(delivery_region::session_of(who),
                                             std::forward<Work>(work));
}
template <class Work>
auto as_agency(const std::string& who, Work&& work) {
  return delivery_region::gateway().as_agency(delivery_region::session_of(who),
                                              std::forward<Work>(work));
}

evaluation::Workbench bench(const ReturnId& id, const std::string& who = "third manager");
// The evaluation of `id`, begun by the manager.
evaluation::Workbench begun(const ReturnId& id);
// What that person says of one item, from the version that stands.
Result<evaluation::SavedGrade> grade(const std::string& who, const ReturnId& id,
                                     const std::string& key, const std::string& point,
                                     const std::string& comment = {},
                                     const std::string& reason = {});
// The same from a version that was read before.
Result<evaluation::SavedGrade> grade_from(const std::string& who, const ReturnId& id,
                                          const std::string& key, int version,
                                          const evaluation::Judgement& judgement);
// Every item at the agency's own grade, or at 1 where it has none, by the manager.
void grade_all(const ReturnId& id);

}  // namespace onereturn::testing::evaluation_region
