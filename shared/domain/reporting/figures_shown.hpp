#pragma once

#include <string>
#include <vector>

#include "domain/documents/pictures.hpp"
#include "domain/reporting/figures.hpp"

// Figures as pictures and tables, for pages and papers. Pure.
namespace onereturn::reporting {

// False for a point all of whose levels are below the minimum, and for one that the form has not.
bool is_met(const frameworks::Template& form, const std::string& point);

documents::Drawn rate_of(const Figures& figures);
// By section of the form. What does not apply is a column of its own, what has no grade another.
documents::Drawn grades_of(const Figures& figures);
documents::Drawn ageing_of(const Figures& figures);
// At the minimum or above it, of the ratings that both gave.
documents::Drawn pairs_of(const Figures& figures);

struct Heat {
  std::vector<std::string> standards;
  std::vector<documents::HeatRow> rows;
  documents::Table table;
};
// At the minimum or above it, of what was graded, by section and organisation.
Heat heat_of(const Figures& figures);

documents::Table travel_table(const Figures& figures);
documents::Table saving_table(const Figures& figures);

// Every table, by its name, in the order of the page.
std::vector<documents::Table> tables_of(const Figures& figures);

}  // namespace onereturn::reporting
