#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/reporting/action_papers.hpp"
#include "domain/reporting/draft.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reporting {

// A board's actions of a period, as they stood on its last day (or now, where that day is still to
// come): open at some time of it. Without those of organisations that have closed, which are in no
// figure, and without those that organisations do not have yet (ADR 0057).
struct PeriodFacts {
  std::string board;
  Date from{}, to{};
  Date on{};     // the day that is spoken of
  Date today{};  // when it was read
  std::vector<BoardAction> actions;
  ActionEvents events;
  actions::Forms forms;
  int gone = 0;      // open, of organisations that have closed
  int withheld = 0;  // not given out before an evaluation is released
  int read = 0;      // of those that there are, at most ten thousand are read
  int all = 0;
};

// Of these returns alone where they are given. The number of statements does not depend on how
// many there are.
PeriodFacts load_period(postgres::BoardTx& tx, Date from, Date to, Date today,
                        const std::set<ReturnId>* only = nullptr);
ActionEvents load_action_events(postgres::BoardTx& tx, Date since);

// From what stands now to what stood on `facts.on`: those that had ended before the period, or
// were made after it, are in no figure of it.
void wind_back(PeriodFacts& facts);

// What each figure leaves out, in a sentence each; empty where nothing is left out.
std::vector<std::string> left_out_words(const PeriodFacts& facts);

// The month after a month, or as many days after any other period.
Date end_of_next(Date from, Date to);

Draft improvement_plan_of(const PeriodFacts& facts);
Draft highlights_of(const PeriodFacts& facts);
Draft exceptions_of(const PeriodFacts& facts);

}  // namespace onereturn::reporting
