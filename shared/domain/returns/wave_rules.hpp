#pragma once

#include "base/problem.hpp"
#include "domain/returns/waves.hpp"

namespace onereturn::returns {

// One page of the register cannot show more, and one form cannot hold more.
inline constexpr std::size_t wave_entries_max = 5000;

// Tidies in place and answers one field error for each thing that will not do: "title", "period",
// "due" (a day after today), "entries" (at least one).
Problem tidy(OpenWave& wave, Date today);
Problem tidy(JoinWave& join, const Wave& wave, Date today);

const char* to_text(WaveMode mode);
WaveMode wave_mode(std::string_view text);

}  // namespace onereturn::returns
