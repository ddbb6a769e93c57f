#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/evaluation/evaluation_store.hpp"
#include "domain/reporting/draft.hpp"
#include "domain/reporting/figures.hpp"
#include "domain/reporting/period_facts.hpp"
#include "domain/returns/waves.hpp"
#include "domain/reviews/plan.hpp"
#include "domain/reviews/sample.hpp"
#include "domain/reviews/training_needs.hpp"

namespace onereturn::reporting {

// Of a return: when it first came in, by when it was asked for, and who signed what stands.
struct SignedReturn {
  Date due_on{};
  Date first_in{};
  std::string by;  // and in what position
};

// What a board's overview of one exercise is drafted from.
struct OverviewFacts {
  std::string board;
  returns::Wave wave;
  Date today{};
  std::shared_ptr<const frameworks::Template> form;
  std::vector<returns::WaveRow> rows;  // without those withdrawn
  std::map<ReturnId, SignedReturn> signed_returns;
  std::vector<reviews::StandardNeed> needs;  // as the page of training needs has them
  std::vector<evaluation::DifferenceRow> differences;
  bool second_look = false;
  std::vector<reviews::SampleHead> samples;  // of the exercise, and of its returns
  std::vector<reviews::Plan> plans;          // after its returns
  int reviewed = 0;                          // its returns that a member has sent notes on
  PeriodFacts plan;                          // actions from its returns
  std::vector<Lifted> conclusions, recommendations;
  std::optional<Figures> figures;  // read with Grades::released
};

// What a report may say before the board has released everything: an organisation whose evaluation
// is in the making is in no figure that holds a grade of the board's. Takes them out and answers
// how many organisations that were.
int keep_released(OverviewFacts& facts);

Draft overview_of(OverviewFacts facts);

}  // namespace onereturn::reporting
