#include "domain/reporting/home_rules.hpp"

#include <algorithm>
#include <iterator>

namespace onereturn::reporting {

using returns::WaveMode;

namespace {

bool awaits(const returns::Wave& wave) { return wave.counts.awaited + wave.counts.sent_back > 0; }

// The latest of those that fit and were opened before the one shown.
template <class Fits>
std::optional<std::size_t> latest_before(const std::vector<returns::Wave>& waves, std::size_t shown,
                                         const Fits& fits) {
  const auto now = waves[shown].opens_on;
  if (!now) return std::nullopt;
  std::optional<std::size_t> found;
  std::optional<Date> latest;
  for (std::size_t at = 0; at < waves.size(); ++at) {
    const auto& each = waves[at];
    if (!each.opens_on || *each.opens_on >= *now) continue;
    if (latest && *each.opens_on <= *latest) continue;
    if (each.counts.asked() == 0 || !fits(each)) continue;
    found = at;
    latest = each.opens_on;
  }
  return found;
}

}  // namespace

std::vector<returns::Wave> open_waves(const std::vector<returns::Wave>& waves) {
  std::vector<returns::Wave> open;
  std::copy_if(waves.begin(), waves.end(), std::back_inserter(open), awaits);
  std::stable_sort(open.begin(), open.end(),
                   [](const returns::Wave& one, const returns::Wave& other) {
                     return one.counts.late > other.counts.late;
                   });
  return open;
}

std::optional<std::size_t> wave_to_show(const std::vector<returns::Wave>& waves) {
  const auto first = [&](auto&& fits) -> std::optional<std::size_t> {
    const auto found = std::find_if(waves.begin(), waves.end(), fits);
    if (found == waves.end()) return std::nullopt;
    return static_cast<std::size_t>(found - waves.begin());
  };
  // Whoever asks two more in a wave of their own still wants to see the year.
  std::optional<std::size_t> largest;
  for (std::size_t at = 0; at < waves.size(); ++at) {
    if (waves[at].mode == WaveMode::single || !awaits(waves[at])) continue;
    if (!largest || waves[at].counts.asked() > waves[*largest].counts.asked()) largest = at;
  }
  if (largest) return largest;
  if (const auto at = first(awaits)) return at;
  return first([](const returns::Wave&) { return true; });
}

std::optional<std::size_t> wave_before(const std::vector<returns::Wave>& waves, std::size_t shown) {
  return latest_before(waves, shown, [&](const returns::Wave& each) {
    return each.form.code == waves[shown].form.code;
  });
}

std::optional<std::size_t> wave_to_compare(const std::vector<returns::Wave>& waves,
                                           std::size_t shown) {
  if (const auto same = wave_before(waves, shown)) return same;
  const auto wave = latest_before(
      waves, shown, [](const returns::Wave& each) { return each.mode != WaveMode::single; });
  // Exercises from before there were waves are kept as requests alone.
  return wave ? wave : latest_before(waves, shown, [](const returns::Wave&) { return true; });
}

int weeks_between(Date from, Date to) { return std::max(0, days_between(from, to)) / 7; }

std::vector<int> by_week(Date opened, const std::vector<std::pair<Date, int>>& in_on, int weeks) {
  std::vector<int> in(static_cast<std::size_t>(std::max(0, weeks)) + 1, 0);
  for (const auto& [day, count] : in_on) {
    // What came on the seventh day is in by the first week.
    const int days = std::max(0, days_between(opened, day));
    for (auto week = static_cast<std::size_t>((days + 6) / 7); week < in.size(); ++week)
      in[week] += count;
  }
  return in;
}

int per_cent(int part, int whole) { return whole <= 0 ? 0 : (part * 200 + whole) / (2 * whole); }

std::string compared_words(int now, int then, const std::string& before) {
  const auto at = " as at this point in " + before;
  if (now == 0 && then == 0) return "None in yet, as at this point in " + before;
  if (then > 0 && now >= 2 * then) {
    return (now >= 3 * then ? "Three times as many in" : "Twice as many in") + at;
  }
  if (now > then) return "More in than at this point in " + before;
  if (now == then) return "As many in" + at;
  return "Fewer in than at this point in " + before;
}

}  // namespace onereturn::reporting
