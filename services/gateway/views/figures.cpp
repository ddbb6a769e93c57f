#include "gateway/views/figures.hpp"

#include <algorithm>

#include "domain/documents/drawing.hpp"
#include "domain/documents/sheets.hpp"
#include "domain/reporting/figures_paper.hpp"
#include "platform/html/href.hpp"

namespace onereturn::gateway::views {
namespace {

using documents::Drawn;
using documents::Table;
using html::Data;
using reporting::Figures;

// A table of more rows would leave its picture behind.
constexpr std::size_t rows_beside = 30;

std::string query_of(const Figures& figures) {
  return figures.wave ? "&exercise=" + figures.wave->wave.text() : std::string{};
}

// Where the table's file is; "" for who may not take it.
std::string file_of(const Figures& figures, const Table& table, bool may_export) {
  if (!may_export || table.rows.empty()) return "";
  return "/figures.csv?table=" + html::url_encoded(table.name) + query_of(figures);
}

// `shades` has as many rows as the table, or none.
Data table_data(const Table& table, const std::vector<documents::HeatRow>& shades,
                const std::string& file) {
  documents::Document document;
  document.blocks.emplace_back(table);
  const auto sheet = documents::sheets_of(document).front();
  auto columns = Data::list();
  for (const auto& column : sheet.columns)
    columns.push(Data::object().set("text", column.heading));
  auto rows = Data::list();
  for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
    auto cells = Data::list();
    for (std::size_t i = 1; i < sheet.rows[at].size(); ++i) {
      const bool shaded = at < shades.size() && i <= shades[at].cells.size();
      cells.push(Data::object()
                     .set("label", sheet.columns[i].heading)
                     .set("text", sheet.rows[at][i])
                     .set("shade", shaded ? Data(shades[at].cells[i - 1].shade) : Data()));
    }
    rows.push(Data::object().set("head", sheet.rows[at].front()).set("cells", std::move(cells)));
  }
  return Data::object()
      .set("caption", table.caption)
      .set("columns", std::move(columns))
      .set("rows", std::move(rows))
      .set("any", !sheet.rows.empty())
      .set("file", Data::text_or_no(file));
}

Data section(const std::string& id, const std::string& heading, const std::string& words) {
  return Data::object()
      .set("id", id)
      .set("heading", heading)
      .set("words", Data::text_or_no(words))
      .set("none", Data())
      .set("picture", Data())
      .set("folded", Data())
      .set("table", Data());
}

Data drawn_section(const Figures& figures, const Drawn& drawn, const std::string& words,
                   const std::string& none, bool may_export) {
  const auto file = file_of(figures, drawn.data, may_export);
  auto made = section(drawn.data.name, drawn.picture.caption, words);
  // Nothing to draw is said in words.
  if (drawn.data.rows.empty()) return made.set("none", none);
  made.set("picture",
           Data::object()
               .set("src", "/figures/picture?which=" + drawn.data.name + query_of(figures))
               .set("words", drawn.picture.alternative));
  auto table = table_data(drawn.data, {}, file);
  const bool folded = drawn.data.rows.size() > rows_beside;
  return made.set(folded ? "folded" : "table", std::move(table));
}

std::string compared_with(const Figures& figures) {
  if (!figures.before) {
    return figures.wave ? "There is no exercise before this one to compare it with." : "";
  }
  return reporting::travel_words(figures);
}

// What a person wants to know first.
std::string lede_of(const Figures& figures) {
  if (!figures.wave) return "Nobody has been asked for a return yet.";
  std::string words;
  const auto& counts = figures.wave->counts;
  if (counts.asked() > 0) {
    words = documents::share_words(counts.in(), counts.asked()) +
            (counts.asked() == 1 ? " return is in." : " returns are in.");
  } else {
    words = "Nobody has been asked in this exercise yet.";
  }
  const auto& ages = figures.ageing;
  const int late = ages.month + ages.quarter + ages.older;
  const int open = late + ages.not_due + ages.no_day;
  if (open > 0) {
    words += " " + documents::share_words(late, open) +
             (open == 1 ? " open action is late." : " open actions are late.");
  }
  return words;
}

Data choices_of(const Figures& figures) {
  auto choices = Data::list();
  for (const auto& wave : figures.waves) {
    choices.push(Data::object()
                     .set("value", wave.wave.text())
                     .set("text", wave.title)
                     .set("chosen", figures.wave && wave.wave == figures.wave->wave));
  }
  return choices;
}

Data sections_of(const Figures& figures, bool may_export) {
  auto all = Data::list();
  all.push(drawn_section(figures, reporting::rate_of(figures),
                         "Returns that were in, of all that were asked for, week by week.",
                         "Nothing to draw yet: nobody has been asked in this exercise.",
                         may_export));
  all.push(
      drawn_section(figures, reporting::grades_of(figures),
                    "Your grade counts where you have given one, their own where you have not.",
                    "No return with grades has arrived yet.", may_export));
  all.push(drawn_section(
      figures, reporting::pairs_of(figures), "",
      "Nothing has been graded by both yet. It is drawn from items that organisations grade and "
      "you grade as well.",
      may_export));
  all.push(drawn_section(figures, reporting::ageing_of(figures),
                         "All open actions of the board, today, whichever exercise they came from.",
                         "There is no open action.", may_export));
  return all;
}

Data wide_of(const Figures& figures, bool may_export) {
  auto all = Data::list();
  const auto heat = reporting::heat_of(figures);
  auto standards =
      section(heat.table.name, "Standards by organisation",
              heat.rows.empty() ? "No return with grades has arrived yet."
                                : "Each cell says how many items are at the minimum or above it, "
                                  "of those that were graded. The darker, the more.");
  if (!heat.rows.empty())
    standards.set("table",
                  table_data(heat.table, heat.rows, file_of(figures, heat.table, may_export)));
  all.push(std::move(standards));
  const auto travel = reporting::travel_table(figures);
  auto moved = section(travel.name, "Direction of travel", compared_with(figures));
  const bool any_compared = std::ranges::any_of(
      figures.travel, [](const reporting::ItemTravel& item) { return item.compared() > 0; });
  if (any_compared)
    moved.set("table", table_data(travel, {}, file_of(figures, travel, may_export)));
  all.push(std::move(moved));
  const auto saving = reporting::saving_table(figures);
  auto spared = section(
      saving.name, "What was spared",
      figures.savings.empty()
          ? "Nothing to count yet: it begins with the first return and the first reminder."
          : "Counted, not estimated, from returns that came through OneReturn. Questions not asked "
            "again: items of your form that needed no answer for you alone, because the "
            "organisation had given it once for all boards. Boxes filled once: boxes of those "
            "returns that such answers filled. Reminders: mails that went out by your schedule. A "
            "return counts in the year in which it first arrived.");
  if (!saving.rows.empty())
    spared.set("table", table_data(saving, {}, file_of(figures, saving, may_export)));
  all.push(std::move(spared));
  return all;
}

}  // namespace

Data figures_page(const Figures& figures, bool may_export) {
  return Data::object()
      .set("title", "Figures")
      .set("heading", figures.wave ? "Figures: " + figures.wave->title : std::string("Figures"))
      .set("several", figures.waves.size() > 1)
      .set("choices", choices_of(figures))
      .set("lede", lede_of(figures))
      .set("report_href",
           figures.wave ? Data("/reports/new?kind=overview&exercise=" + figures.wave->wave.text())
                        : Data())
      .set("drawn", sections_of(figures, may_export))
      .set("wide", wide_of(figures, may_export));
}

}  // namespace onereturn::gateway::views
