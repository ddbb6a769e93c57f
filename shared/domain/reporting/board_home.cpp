#include "domain/reporting/board_home.hpp"

#include <algorithm>
#include <set>

#include "domain/actions/board_action_store.hpp"
#include "domain/agency_register/register_list.hpp"
#include "domain/reporting/board_home_store.hpp"
#include "domain/reporting/home_rules.hpp"
#include "domain/returns/open_wave.hpp"

namespace onereturn::reporting {

namespace {

constexpr int waves_listed = 300;
constexpr int weeks_shown = 60;
constexpr int overdue_shown = 6;

Curve curve_of(const returns::Wave& wave, const std::vector<InOn>& in_on, int weeks) {
  std::vector<std::pair<Date, int>> days;
  for (const auto& each : in_on) {
    if (each.wave == wave.wave) days.emplace_back(each.day, each.count);
  }
  Curve curve{wave.title, wave.counts.asked(), by_week(*wave.opens_on, days, weeks), {}};
  if (wave.due_on) curve.due_week = weeks_between(*wave.opens_on, *wave.due_on);
  return curve;
}

void add_curves(postgres::BoardTx& tx, BoardHome& home, std::size_t shown, Date today) {
  const auto& wave = home.waves[shown];
  if (!wave.opens_on || *wave.opens_on > today || wave.counts.asked() == 0) return;
  const auto before = wave_before(home.waves, shown);
  std::vector<AuditId> both{wave.wave};
  if (before) both.push_back(home.waves[*before].wave);
  const auto in_on = load_in_on(tx, both);
  const int so_far = std::min(weeks_shown, weeks_between(*wave.opens_on, today));
  home.now = curve_of(wave, in_on, so_far);
  if (!before) return;
  const auto& then = home.waves[*before];
  const int whole = then.due_on ? weeks_between(*then.opens_on, *then.due_on) : so_far;
  home.before = curve_of(then, in_on, std::min(weeks_shown, std::max(so_far, whole)));
}

// As their list shows them.
void add_overdue(postgres::BoardTx& tx, BoardHome& home, Date today) {
  actions::ActionFilter filter;
  filter.shows = {"overdue"};
  filter.count = overdue_shown;
  auto late = actions::read_actions(tx, filter, today);
  home.overdue = std::move(late.list);
  const auto tabs = actions::read_tabs(tx, today);
  home.actions_overdue = tabs.overdue;
  home.actions_open = tabs.open;
  std::set<frameworks::VersionRef> refs;
  for (const auto& one : home.overdue) {
    if (one.form) refs.insert(*one.form);
  }
  home.forms = actions::load_forms(tx, {refs.begin(), refs.end()});
}

}  // namespace

Result<BoardHome> read_board_home(postgres::BoardTx& tx, const std::optional<AuditId>& wave,
                                  Instant now) {
  const auto today = day_in_england(now);
  BoardHome home;
  ask_ahead(tx, today);
  home.waves = returns::list_waves(tx, today, waves_listed);
  auto shown = wave_to_show(home.waves);
  if (wave) {
    const auto found = std::find_if(home.waves.begin(), home.waves.end(),
                                    [&](const returns::Wave& each) { return each.wave == *wave; });
    if (found == home.waves.end()) {
      auto older = returns::read_wave(tx, *wave, today);
      if (!older) return older.problem();
      home.waves.push_back(std::move(*older));
      shown = home.waves.size() - 1;
    } else {
      shown = static_cast<std::size_t>(found - home.waves.begin());
    }
  }
  home.open = open_waves(home.waves);
  if (shown) {
    home.wave = home.waves[*shown];
    add_curves(tx, home, *shown, today);
  }
  load_waiting(tx, home);
  add_overdue(tx, home, today);
  load_late(tx, home, today);
  auto counts = agency_register::count_entries(tx, {}, today);
  home.organisations = counts.all;
  home.not_invited = counts.attention["not_invited"];
  home.due_soon = counts.attention["due"];
  return home;
}

}  // namespace onereturn::reporting
