#include "domain/reporting/figures_shown.hpp"

#include <algorithm>
#include <map>

#include "domain/documents/drawing.hpp"
#include "domain/evaluation/evaluation_rules.hpp"

namespace onereturn::reporting {
namespace {

using documents::cell;
using documents::share_words;

constexpr int minimum = 2;  // the level at which it is met

std::vector<const frameworks::Section*> rated_sections(const Figures& figures) {
  std::vector<const frameworks::Section*> rated;
  if (!figures.form) return rated;
  for (const auto& section : figures.form->sections) {
    const bool any = std::ranges::any_of(
        figures.judged, [&](const Judged& each) { return each.section == section.code; });
    if (any) rated.push_back(&section);
  }
  return rated;
}

std::string name_of(const frameworks::Section& section) {
  return section.number ? *section.number + ". " + section.title : section.title;
}

documents::RateSeries series_of(const Curve& curve) {
  return {curve.title, curve.asked, curve.in_by_week};
}

struct Labels {
  std::vector<std::string> codes;
  std::vector<std::string> words;
};

// The best point first, then what has none.
Labels labels_of(const Figures& figures) {
  Labels labels;
  if (!figures.form) return labels;
  labels.codes = evaluation::points_in_order(*figures.form);
  std::ranges::reverse(labels.codes);
  if (const auto& scale = figures.form->scale) {
    for (const auto& code : labels.codes) {
      for (const auto& point : scale->points) {
        if (point.code == code) labels.words.push_back(point.label);
      }
    }
  }
  labels.words.emplace_back("Does not apply");
  labels.words.emplace_back("No grade yet");
  return labels;
}

std::size_t column_of(const Labels& labels, const Judged& each) {
  if (each.not_applicable) return labels.codes.size();
  const auto found = std::ranges::find(labels.codes, each.point());
  if (found == labels.codes.end()) return labels.codes.size() + 1;
  return static_cast<std::size_t>(found - labels.codes.begin());
}

documents::HeatCell heat_cell(int met, int graded, int all) {
  if (all == 0) return {"not asked", 0};
  if (graded == 0) return {"no grade yet", 0};
  return {std::to_string(met) + " of " + std::to_string(graded),
          documents::heat_shade(met, graded)};
}

}  // namespace

bool is_met(const frameworks::Template& form, const std::string& point) {
  if (!form.scale) return false;
  return std::ranges::any_of(form.scale->points, [&](const auto& each) {
    return each.code == point && each.levels.high >= minimum;
  });
}

documents::Drawn rate_of(const Figures& figures) {
  const documents::RateSeries nothing{figures.wave ? figures.wave->title : "This exercise", 0, {}};
  std::optional<documents::RateSeries> then;
  if (figures.then) then = series_of(*figures.then);
  return documents::response_rate(figures.now ? series_of(*figures.now) : nothing, then);
}

documents::Drawn grades_of(const Figures& figures) {
  const auto labels = labels_of(figures);
  std::vector<documents::PointCounts> parts;
  for (const auto* section : rated_sections(figures)) {
    documents::PointCounts part{name_of(*section), std::vector<int>(labels.words.size(), 0)};
    for (const auto& each : figures.judged) {
      if (each.section == section->code) ++part.counts[column_of(labels, each)];
    }
    parts.push_back(std::move(part));
  }
  return documents::grade_distribution(labels.words, parts);
}

documents::Drawn ageing_of(const Figures& figures) {
  const auto& ages = figures.ageing;
  return documents::action_ageing({{"Not due yet", ages.not_due},
                                   {"Late by 1 to 30 days", ages.month},
                                   {"Late by 31 to 90 days", ages.quarter},
                                   {"Late by more than 90 days", ages.older},
                                   {"Without a day", ages.no_day}},
                                  "open actions");
}

documents::Drawn pairs_of(const Figures& figures) {
  std::vector<documents::SelfAndBoard> parts;
  for (const auto* section : rated_sections(figures)) {
    documents::SelfAndBoard part{name_of(*section), 0, 0, 0};
    for (const auto& each : figures.judged) {
      if (each.section != section->code || !each.by_board || each.own.empty() ||
          each.grade.empty() || each.not_applicable)
        continue;
      ++part.of;
      part.self += is_met(*figures.form, each.own) ? 1 : 0;
      part.board += is_met(*figures.form, each.grade) ? 1 : 0;
    }
    if (part.of > 0) parts.push_back(std::move(part));
  }
  return documents::self_against_board("the minimum or above it", parts);
}

Heat heat_of(const Figures& figures) {
  Heat heat;
  const auto sections = rated_sections(figures);
  for (const auto* section : sections)
    heat.standards.push_back(name_of(*section));
  struct Count {
    int met = 0, graded = 0, all = 0;
  };
  // By return: two units of one organisation answer for themselves.
  std::vector<std::pair<std::string, std::string>> rows;
  std::map<std::pair<std::string, std::string>, Count> counts;
  for (const auto& each : figures.judged) {
    if (rows.empty() || rows.back().first != each.return_id)
      rows.emplace_back(each.return_id, each.organisation);
    auto& count = counts[{each.return_id, each.section}];
    ++count.all;
    if (each.not_applicable || each.point().empty()) continue;
    ++count.graded;
    count.met += is_met(*figures.form, each.point()) ? 1 : 0;
  }
  for (const auto& [id, organisation] : rows) {
    documents::HeatRow row{organisation, {}};
    for (const auto* section : sections) {
      const auto& count = counts[{id, section->code}];
      row.cells.push_back(heat_cell(count.met, count.graded, count.all));
    }
    heat.rows.push_back(std::move(row));
  }
  heat.table = documents::heat_table("At the minimum or above it, of what was graded",
                                     heat.standards, heat.rows);
  return heat;
}

documents::Table travel_table(const Figures& figures) {
  documents::Table table;
  table.name = "direction-of-travel";
  table.caption = "Better, the same or worse than last time, of the returns that can be compared";
  table.first_is_heading = true;
  table.columns = {{"Item", 9},  {"Better", 3},   {"The same", 3},
                   {"Worse", 3}, {"Compared", 4}, {"Not compared, and why", 8}};
  for (const auto& item : figures.travel) {
    const auto name = item.number.empty() ? item.wording : item.number + " " + item.wording;
    table.rows.push_back({cell(name), cell(share_words(item.better, item.compared())),
                          cell(share_words(item.same, item.compared())),
                          cell(share_words(item.worse, item.compared())),
                          cell(share_words(item.compared(), item.all())),
                          cell(apart_words(item.apart))});
  }
  return table;
}

documents::Table saving_table(const Figures& figures) {
  documents::Table table;
  table.name = "saving";
  table.caption = "What was spared, by year";
  table.first_is_heading = true;
  table.columns = {{"Year", 1},
                   {"Questions not asked again", 2},
                   {"Boxes filled once", 2},
                   {"Reminders sent by the machine", 2},
                   {"Returns counted", 1}};
  for (const auto& year : figures.savings) {
    table.rows.push_back(
        {cell(std::to_string(year.year)), cell(share_words(year.spared, year.questions)),
         cell(share_words(year.once, year.boxes)), cell(std::to_string(year.reminders)),
         cell(std::to_string(year.returns))});
  }
  return table;
}

std::vector<documents::Table> tables_of(const Figures& figures) {
  return {rate_of(figures).data,  grades_of(figures).data, heat_of(figures).table,
          pairs_of(figures).data, ageing_of(figures).data, travel_table(figures),
          saving_table(figures)};
}

}  // namespace onereturn::reporting
