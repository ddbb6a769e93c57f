#include "domain/returns/wave_rules.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/returns/asking_rules.hpp"

namespace onereturn::returns {

namespace {

constexpr std::size_t title_characters_max = 150;
constexpr std::size_t period_characters_max = 40;

Problem nothing_wrong() {
  return {ProblemCode::invalid, "validation", "Correct what is named and try again.", {}};
}

void check_line(Problem& problem, const char* field, std::string& text, std::size_t most,
                const char* missing) {
  text = tidy_line(text);
  const auto length = count_characters(text);
  if (!length) {
    problem.fields.push_back({field, "Leave out the characters that cannot be printed"});
  } else if (*length == 0) {
    problem.fields.push_back({field, missing});
  } else if (*length > most) {
    problem.fields.push_back({field, "Use " + std::to_string(most) + " characters or fewer"});
  }
}

// Each once, in one order: two who ask at the same time take their locks alike.
void check_entries(Problem& problem, std::vector<EntryId>& entries) {
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  if (entries.empty()) {
    problem.fields.push_back({"entries", "Choose at least one organisation in the register"});
  } else if (entries.size() > wave_entries_max) {
    problem.fields.push_back({"entries", "Ask 5,000 organisations or fewer at a time"});
  }
}

}  // namespace

Problem tidy(OpenWave& wave, Date today) {
  auto problem = nothing_wrong();
  check_line(problem, "title", wave.title, title_characters_max,
             "Enter what you call it, for example Section 11, 2027");
  check_line(problem, "period", wave.period, period_characters_max,
             "Enter the period, for example 2027 or 2027 to 2029");
  const auto fault = due_fault(wave.due_on, today);
  if (!fault.empty()) problem.fields.push_back({"due", fault});
  check_entries(problem, wave.entries);
  return problem;
}

Problem tidy(JoinWave& join, const Wave& wave, Date today) {
  auto problem = nothing_wrong();
  const auto fault = due_fault(join.due_on ? join.due_on : wave.due_on, today);
  if (!fault.empty()) {
    problem.fields.push_back(
        {"due", join.due_on ? fault : "Its own day is over: enter another for those who join now"});
  }
  check_entries(problem, join.entries);
  return problem;
}

const char* to_text(WaveMode mode) {
  switch (mode) {
    case WaveMode::wave:
      return "wave";
    case WaveMode::rolling:
      return "rolling";
    case WaveMode::single:
      break;
  }
  return "single";
}

WaveMode wave_mode(std::string_view text) {
  if (text == "wave") return WaveMode::wave;
  return text == "rolling" ? WaveMode::rolling : WaveMode::single;
}

}  // namespace onereturn::returns
