#pragma once

#include <vector>

#include "base/problem.hpp"
#include "domain/returns/asking.hpp"

namespace onereturn::returns {

// A day in each month from that one on: the last that is neither Saturday nor Sunday. Begins with
// the first month whose day is still to come.
std::vector<Date> proposed_dates(std::chrono::year_month from, std::size_t parts, Date today);

// Tidies in place and answers one field error for each thing that will not do: "period", "due",
// "part-<section>" (missing, over, before the part above it, named twice), "parts" (not of this
// form). A due date is a day after today.
Problem tidy(AskForReturn& command, const BoardForm& form, Date today);

// The sentence that says what is wrong with a due date; empty when nothing is.
std::string due_fault(const std::optional<Date>& due_on, Date today);

// The requests that it makes, the first date first: sections with one date are one request, and one
// date for all of them is the whole form.
std::vector<DuePart> due_parts(const AskForReturn& command, const BoardForm& form);

// Whether it asks the same organisation for the same as these, which its number has made: the form,
// the period, and each part by its date.
bool asks_the_same(const AskForReturn& command, const std::vector<MadeRequest>& made);

}  // namespace onereturn::returns
