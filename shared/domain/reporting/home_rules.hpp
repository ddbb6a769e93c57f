#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/reporting/board_home.hpp"

namespace onereturn::reporting {

// The wave or rolling exercise that asked most of those that await something, the latest of several
// as large; otherwise the latest of any kind that does; otherwise the latest. Nothing of none.
// `waves`: the latest first.
std::optional<std::size_t> wave_to_show(const std::vector<returns::Wave>& waves);

// Those in which something is awaited, the one with most late first, then as they come.
std::vector<returns::Wave> open_waves(const std::vector<returns::Wave>& waves);

// The exercise before: the latest of the same form that was opened earlier.
std::optional<std::size_t> wave_before(const std::vector<returns::Wave>& waves, std::size_t shown);

// What its grades are compared with: that one, or where there is none, the latest of any other form
// that was opened earlier, for many rather than for one alone.
std::optional<std::size_t> wave_to_compare(const std::vector<returns::Wave>& waves,
                                           std::size_t shown);

// From days on which returns came in, how many were in by each week up to `weeks`.
std::vector<int> by_week(Date opened, const std::vector<std::pair<Date, int>>& in_on, int weeks);

// Whole weeks from one day to another, none below nought.
int weeks_between(Date from, Date to);

// Parts of a whole in hundredths, rounded to the nearest; nought of nothing.
int per_cent(int part, int whole);

// "Twice as many in as at this point in 2025", from per cent now and then.
std::string compared_words(int now, int then, const std::string& before);

}  // namespace onereturn::reporting
