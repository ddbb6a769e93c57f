#include "domain/reporting/curves.hpp"

#include <algorithm>

#include "domain/reporting/board_home_store.hpp"
#include "domain/reporting/home_rules.hpp"

namespace onereturn::reporting {
namespace {

constexpr int weeks_shown = 60;

Curve curve_of(const returns::Wave& wave, Date opened, const std::vector<InOn>& in_on, int weeks) {
  std::vector<std::pair<Date, int>> days;
  for (const auto& each : in_on) {
    if (each.wave == wave.wave) days.emplace_back(each.day, each.count);
  }
  Curve curve{wave.title, wave.counts.asked(), by_week(opened, days, weeks), {}};
  if (wave.due_on) curve.due_week = weeks_between(opened, *wave.due_on);
  return curve;
}

}  // namespace

Curves read_curves(postgres::BoardTx& tx, const std::vector<returns::Wave>& waves,
                   std::size_t shown, Date today) {
  Curves curves;
  const auto& wave = waves[shown];
  if (!wave.opens_on || *wave.opens_on > today || wave.counts.asked() == 0) return curves;
  const auto before = wave_before(waves, shown);
  std::vector<AuditId> both{wave.wave};
  if (before) both.push_back(waves[*before].wave);
  const auto in_on = load_in_on(tx, both);
  const int so_far = std::min(weeks_shown, weeks_between(*wave.opens_on, today));
  curves.now = curve_of(wave, *wave.opens_on, in_on, so_far);
  if (!before) return curves;
  const auto& then = waves[*before];
  const auto opened = then.opens_on.value_or(today);
  const int whole = then.due_on ? weeks_between(opened, *then.due_on) : so_far;
  curves.before = curve_of(then, opened, in_on, std::min(weeks_shown, std::max(so_far, whole)));
  return curves;
}

}  // namespace onereturn::reporting
