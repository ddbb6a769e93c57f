#pragma once

#include "domain/reporting/overview_facts.hpp"

// The sections of a board's overview, drafted from its facts after keep_released. `held_back`:
// organisations that keep_released took out.
namespace onereturn::reporting {

Section overview_summary(const OverviewFacts& facts, int held_back);
Section overview_introduction(const OverviewFacts& facts);
Section overview_methodology(const OverviewFacts& facts);
Section board_functioning(const OverviewFacts& facts);
Section agency_compliance(const OverviewFacts& facts, int held_back);
Section overview_conclusions(const OverviewFacts& facts);
Section overview_recommendations(const OverviewFacts& facts);

// Those with most of their graded items below the minimum first; without those that have none.
std::vector<const reviews::StandardNeed*> weakest_first(const OverviewFacts& facts);
// Of the returns that are in, how many first came in by the day that was asked for.
int in_on_time(const OverviewFacts& facts);

}  // namespace onereturn::reporting
