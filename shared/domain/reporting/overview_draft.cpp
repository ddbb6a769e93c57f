#include <algorithm>
#include <iterator>
#include <set>

#include "domain/reporting/draft_words.hpp"
#include "domain/reporting/figures_paper.hpp"
#include "domain/reporting/home_rules.hpp"
#include "domain/reporting/overview_facts.hpp"
#include "domain/reporting/overview_sections.hpp"
#include "domain/reporting/overview_tables.hpp"

namespace onereturn::reporting {

namespace {

using returns::WaveRow;

bool is_released(const WaveRow& row) {
  return row.state == "evaluated" || row.state == "signed_off";
}

void add_table(Draft& draft, const char* title, documents::Table table, const char* nothing) {
  draft.facts.emplace_back(heading(title, table.name));
  if (table.rows.empty()) {
    draft.facts.emplace_back(plain(nothing));
  } else {
    draft.facts.emplace_back(std::move(table));
  }
}

void add_plan(Draft& draft, const PeriodFacts& plan) {
  draft.facts.emplace_back(heading("Improvement plan", "plan"));
  const auto inner = improvement_plan_of(plan);
  if (plan.actions.empty()) {
    draft.facts.emplace_back(plain("No action has come from these returns so far."));
    return;
  }
  for (auto block : inner.facts) {
    if (auto* title = std::get_if<documents::Heading>(&block)) title->level = 3;
    draft.facts.push_back(std::move(block));
  }
}

}  // namespace

int keep_released(OverviewFacts& facts) {
  std::set<std::string> in_the_making;
  std::set<ReturnId> released;
  for (const auto& row : facts.rows) {
    if (!row.received) continue;
    if (is_released(row)) {
      released.insert(*row.received);
    } else {
      in_the_making.insert(row.name);
    }
  }
  // What an organisation said of itself it said to the board; only the board's grades wait.
  std::set<std::string> graded;
  for (const auto& need : facts.needs) {
    for (const auto& gap : need.gaps) {
      if (gap.by_board > 0) graded.insert(gap.organisation);
    }
  }
  std::set<std::string> gone;
  for (auto& need : facts.needs) {
    auto& gaps = need.gaps;
    gaps.erase(std::remove_if(gaps.begin(), gaps.end(),
                              [&](const reviews::Gap& gap) {
                                const bool waits = in_the_making.contains(gap.organisation) &&
                                                   graded.contains(gap.organisation);
                                if (waits) gone.insert(gap.organisation);
                                return waits;
                              }),
               gaps.end());
  }
  auto& rows = facts.differences;
  rows.erase(std::remove_if(
                 rows.begin(), rows.end(),
                 [&](const evaluation::DifferenceRow& row) { return !released.contains(row.id); }),
             rows.end());
  return static_cast<int>(gone.size());
}

Draft overview_of(OverviewFacts facts) {
  const auto held_back = keep_released(facts);
  const auto& wave = facts.wave;
  Draft draft;
  draft.title = "Overview report: " + wave.title;
  draft.subtitle = facts.board + ", as it stood on " + to_words(facts.today);
  draft.sections = {overview_summary(facts, held_back),  overview_introduction(facts),
                    overview_methodology(facts),         board_functioning(facts),
                    agency_compliance(facts, held_back), overview_conclusions(facts),
                    overview_recommendations(facts)};
  draft.facts.emplace_back(heading("Participation", "participation"));
  if (wave.counts.asked() == 0) {
    draft.facts.emplace_back(plain("No organisation was asked in this exercise."));
  } else {
    draft.facts.emplace_back(participation_table(wave.counts));
  }
  const bool graded = std::any_of(facts.needs.begin(), facts.needs.end(),
                                  [](const auto& need) { return !need.gaps.empty(); });
  if (graded) {
    add_table(draft, "Standards", standards_table(facts), "");
    add_table(draft, "Standards by organisation", heat_table(facts), "");
  } else {
    draft.facts.emplace_back(heading("Standards", "standards"));
    draft.facts.emplace_back(plain("No item of these returns has a grade that can be reported."));
  }
  if (facts.figures) {
    auto figures = figures_facts(*facts.figures, facts.today);
    std::ranges::move(figures, std::back_inserter(draft.facts));
  }
  add_table(draft, "Register of returns", register_table(facts),
            "No organisation was asked in this exercise.");
  add_plan(draft, facts.plan);
  return draft;
}

}  // namespace onereturn::reporting
