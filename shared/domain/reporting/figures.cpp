#include "domain/reporting/figures.hpp"

#include <algorithm>
#include <set>

#include "domain/frameworks/catalogue_store.hpp"
#include "domain/reporting/curves.hpp"
#include "domain/reporting/figures_store.hpp"
#include "domain/reporting/home_rules.hpp"
#include "domain/returns/open_wave.hpp"

namespace onereturn::reporting {
namespace {

constexpr int waves_listed = 300;

using frameworks::VersionRef;

std::optional<VersionRef> newest_framework(const std::vector<Judged>& judged) {
  std::optional<VersionRef> newest;
  for (const auto& each : judged) {
    if (each.framework && (!newest || newest->version < each.framework->version))
      newest = each.framework;
  }
  return newest;
}

void add_travel(postgres::BoardTx& tx, Figures& figures, const VersionRef& form,
                const VersionRef& form_then, const std::vector<Judged>& then) {
  const auto forms = frameworks::load_templates(tx, {form, form_then});
  figures.form = forms[0];
  figures.form_then = forms[1];
  FormSide now_side{figures.form.get(), nullptr}, then_side{figures.form_then.get(), nullptr};
  std::vector<std::shared_ptr<const frameworks::Mapping>> mappings;
  const auto framework = newest_framework(figures.judged);
  if (framework && form.code != form_then.code) {
    mappings = frameworks::load_mappings(tx, {form, form_then}, *framework);
    now_side.mapping = mappings[0].get();
    then_side.mapping = mappings[1].get();
  }
  figures.travel = travel_of(figures.judged, now_side, then, then_side);
}

// Everything about the exercise that is shown.
void add_exercise(postgres::BoardTx& tx, Figures& figures, std::size_t shown, Date today,
                  Grades grades) {
  figures.wave = figures.waves[shown];
  auto curves = read_curves(tx, figures.waves, shown, today);
  figures.now = std::move(curves.now);
  figures.then = std::move(curves.before);
  std::vector<AuditId> both{figures.wave->wave};
  if (const auto before = wave_to_compare(figures.waves, shown)) {
    figures.before = figures.waves[*before];
    both.push_back(figures.before->wave);
  }
  std::vector<Judged> then;
  for (auto& each : load_judged(tx, both))
    (each.wave == figures.wave->wave ? figures.judged : then).push_back(std::move(each));
  if (grades == Grades::released) {
    figures.held_back = keep_released(figures.judged);
    keep_released(then);
  }
  if (figures.before)
    add_travel(tx, figures, figures.wave->form, figures.before->form, then);
  else
    figures.form = frameworks::load_template(tx, figures.wave->form);
}

}  // namespace

int keep_released(std::vector<Judged>& judged) {
  std::set<std::string> waiting, organisations;
  for (const auto& each : judged) {
    const bool graded = each.by_board && (!each.grade.empty() || each.not_applicable);
    if (graded && !each.released) {
      waiting.insert(each.return_id);
      organisations.insert(each.organisation);
    }
  }
  std::erase_if(judged, [&](const Judged& each) { return waiting.contains(each.return_id); });
  return static_cast<int>(organisations.size());
}

Result<Figures> read_figures(postgres::BoardTx& tx, const std::optional<AuditId>& wave, Instant now,
                             Grades grades) {
  const auto today = day_in_england(now);
  Figures figures;
  figures.waves = returns::list_waves(tx, today, waves_listed);
  auto shown = wave_to_show(figures.waves);
  if (wave) {
    const auto found = std::ranges::find(figures.waves, *wave, &returns::Wave::wave);
    shown = static_cast<std::size_t>(found - figures.waves.begin());
    if (found == figures.waves.end()) {
      auto older = returns::read_wave(tx, *wave, today);
      if (!older) return older.problem();
      figures.waves.push_back(std::move(*older));
    }
  }
  if (shown) add_exercise(tx, figures, *shown, today, grades);
  figures.ageing = load_ageing(tx, today, grades == Grades::all);
  figures.savings = load_savings(tx);
  return figures;
}

}  // namespace onereturn::reporting
