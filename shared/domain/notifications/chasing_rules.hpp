#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/notifications/chasing.hpp"
#include "domain/notifications/holidays.hpp"

// When reminders go out. Everything here is by England's clock and free of any clock of its own.
namespace onereturn::notifications {

bool is_working_day(const ChaseSettings& settings, const Holidays& holidays, Date day);
// Within the hours of a working day; the last minute is no longer within.
bool is_working_time(const ChaseSettings& settings, const Holidays& holidays, Instant at);

// When a step goes out for something due on that day. What would fall on a day off goes on the
// working day before when it is a reminder of what is still to come, and on the one after when the
// day has passed; a time outside of the hours goes at their nearest end.
Instant goes_at(const ChaseStep& step, Date due_on, const ChaseSettings& settings,
                const Holidays& holidays);

// The first working moment from then on.
Instant next_working_time(const ChaseSettings& settings, const Holidays& holidays, Instant from);

// When to look again after `now`: the next time of day at which some step goes out, on a working
// day. Nothing without steps.
std::optional<Instant> next_look(const ChaseBoard& board, const Holidays& holidays, Instant now);

// What goes out by the end of that day and has not gone yet for the day on which its subject is due
// (when that moves, all begins anew): for each subject and rung the last
// step whose day has come, and the ones of the days up to then. A step that was missed is not made
// up for after a week (after a month when it waited for a yes). In the order of time, then of the
// organisations' names.
std::vector<Planned> planned_until(const ChaseBoard& board, const Holidays& holidays, Date today,
                                   Date until);

// The same for this very moment: what goes now. One mail for a person and day: whoever gets
// something now gets everything of this day.
std::vector<Planned> due_now(const ChaseBoard& board, const Holidays& holidays, Instant now);

// Whether a step may still go out for a subject: neither stopped nor paused, and approved where it
// must be.
Standing standing_of(const ChaseBoard& board, const ChaseStep& step, const ChaseSubject& subject);

// The last year of which the bank holidays are known, when some day from now on within a year is
// after it.
std::optional<int> holidays_end_soon(const Holidays& holidays, Date today);

// "person", "lead", "board_member", "chair"; "return", "action",
// "plan", "evidence". Nothing for another word.
std::string_view code_of(Rung rung);
std::string_view code_of(About about);
std::optional<Rung> rung_of(std::string_view code);
std::optional<About> about_of(std::string_view code);

}  // namespace onereturn::notifications
