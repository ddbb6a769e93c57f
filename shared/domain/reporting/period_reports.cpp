#include "domain/reporting/period_reports.hpp"

#include <algorithm>
#include <iterator>

#include "domain/reporting/figures_paper.hpp"
#include "domain/reporting/period_facts.hpp"

namespace onereturn::reporting {

namespace {

template <class Make>
Result<Draft> of_period(postgres::BoardTx& tx, Date from, Date to, Instant now, Make&& make) {
  if (to < from) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "This time ends before it begins.",
                   {{"period", "Give a last day that is not before the first"}}};
  }
  if (day_in_england(now) < from) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "This time has not begun.",
                   {{"period", "Give a first day that has come"}}};
  }
  return make(load_period(tx, from, to, day_in_england(now)));
}

}  // namespace

Result<Draft> draft_improvement_plan(postgres::BoardTx& tx, Date from, Date to, Instant now) {
  return of_period(tx, from, to, now, improvement_plan_of);
}

Result<Draft> draft_highlights(postgres::BoardTx& tx, Date from, Date to, Instant now) {
  auto draft = of_period(tx, from, to, now, highlights_of);
  if (!draft) return draft;
  const auto figures = read_figures(tx, std::nullopt, now, Grades::released);
  if (!figures) return figures.problem();
  auto facts = figures_facts(*figures, day_in_england(now));
  std::ranges::move(facts, std::back_inserter(draft->facts));
  return draft;
}

Result<Draft> draft_exceptions(postgres::BoardTx& tx, Date from, Date to, Instant now) {
  return of_period(tx, from, to, now, exceptions_of);
}

}  // namespace onereturn::reporting
