#pragma once

#include "domain/reporting/overview_facts.hpp"

// The tables of a board's overview.
namespace onereturn::reporting {

// "To evaluate", "Not here yet".
std::string state_words(const returns::WaveRow& row);

documents::Table participation_table(const returns::WaveCounts& counts);
documents::Table standards_table(const OverviewFacts& facts);
// Organisations by standards: items below the minimum of those with a grade, in words that need no
// colour.
documents::Table heat_table(const OverviewFacts& facts);
documents::Table register_table(const OverviewFacts& facts);

}  // namespace onereturn::reporting
