#include "domain/reporting/board_home.hpp"

#include <algorithm>
#include <set>

#include "domain/actions/board_action_store.hpp"
#include "domain/agency_register/register_list.hpp"
#include "domain/reporting/board_home_store.hpp"
#include "domain/reporting/curves.hpp"
#include "domain/reporting/home_rules.hpp"
#include "domain/returns/open_wave.hpp"

namespace onereturn::reporting {

namespace {

constexpr int waves_listed = 300;
constexpr int overdue_shown = 6;

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
    auto curves = read_curves(tx, home.waves, *shown, today);
    home.now = std::move(curves.now);
    home.before = std::move(curves.before);
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
