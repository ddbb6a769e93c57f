#include "gateway/views/figures.hpp"

#include "domain/documents/sheets.hpp"
#include "platform/html/href.hpp"

namespace onereturn::gateway::views {
namespace {

using documents::Drawn;
using documents::Table;
using html::Data;
using reporting::Figures;

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
      .set("picture", Data())
      .set("folded", Data())
      .set("table", Data());
}

Data drawn_section(const Figures& figures, const Drawn& drawn, const std::string& words,
                   bool folded, bool may_export) {
  const auto file = file_of(figures, drawn.data, may_export);
  auto made = section(drawn.data.name, drawn.picture.caption, words);
  made.set("picture",
           Data::object()
               .set("src", "/figures/picture?which=" + drawn.data.name + query_of(figures))
               .set("words", drawn.picture.alternative));
  const bool any = !drawn.data.rows.empty();
  auto table = any ? table_data(drawn.data, {}, file) : Data();
  return folded ? made.set("folded", std::move(table)) : made.set("table", std::move(table));
}

std::string travel_words(const Figures& figures) {
  if (!figures.before) return "There is no exercise before this one to compare it with.";
  auto words = "Compared with " + figures.before->title + ", for each organisation that sent both.";
  words +=
      figures.before->form.code == figures.wave->form.code
          ? " Both used the same form."
          : " That was another form: items are compared where both ask exactly the same of the "
            "common framework, and where the two scales leave no doubt.";
  reporting::ItemTravel all;
  for (const auto& item : figures.travel) {
    all.better += item.better;
    all.same += item.same;
    all.worse += item.worse;
    for (const auto& [why, count] : item.apart)
      all.apart[why] += count;
  }
  words += " " + std::to_string(all.compared()) + " of " + std::to_string(all.all()) +
           " grades could be compared.";
  const auto apart = reporting::apart_words(all.apart);
  return apart.empty() ? words : words + " Not compared: " + apart + ".";
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
  all.push(drawn_section(figures, reporting::rate_of(figures), "", true, may_export));
  all.push(drawn_section(figures, reporting::ageing_of(figures),
                         "All open actions of the board, today.", false, may_export));
  all.push(drawn_section(figures, reporting::grades_of(figures),
                         "Your grade counts where your form has one, their own where it has not.",
                         false, may_export));
  all.push(drawn_section(figures, reporting::pairs_of(figures), "", false, may_export));
  return all;
}

Data wide_of(const Figures& figures, bool may_export) {
  auto all = Data::list();
  const auto heat = reporting::heat_of(figures);
  auto standards =
      section(heat.table.name, "Standards by organisation",
              heat.rows.empty() ? "No return with grades has arrived yet."
                                : "The darker, the more is at the minimum or above it.");
  if (!heat.rows.empty())
    standards.set("table",
                  table_data(heat.table, heat.rows, file_of(figures, heat.table, may_export)));
  all.push(std::move(standards));
  const auto travel = reporting::travel_table(figures);
  auto moved = section(travel.name, "Direction of travel", travel_words(figures));
  if (!travel.rows.empty())
    moved.set("table", table_data(travel, {}, file_of(figures, travel, may_export)));
  all.push(std::move(moved));
  const auto saving = reporting::saving_table(figures);
  auto spared = section(
      saving.name, "What was spared",
      "Counted, not estimated. Questions not asked again: items of your form, in returns made from "
      "common answers, that needed no answer of their own for you. Boxes filled once: boxes of "
      "those "
      "returns filled from common answers alone. Reminders: mails that went out by your schedule.");
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
      .set("nobody", !figures.wave)
      .set("drawn", sections_of(figures, may_export))
      .set("wide", wide_of(figures, may_export));
}

}  // namespace onereturn::gateway::views
