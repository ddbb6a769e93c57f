#include "gateway/views/training.hpp"

#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using reviews::StandardNeed;

std::string of(int part, int whole) {
  return std::to_string(part) + " of " + std::to_string(whole);
}

std::string name_of(const StandardNeed& need) {
  return need.code.empty() ? need.name : need.code + ". " + need.name;
}

std::string judged_words(const reviews::Gap& gap) {
  if (gap.by_board == gap.rated) return "graded by the board";
  if (gap.by_board == 0) return "their own rating";
  return of(gap.by_board, gap.rated) + " graded by the board";
}

Data gap_rows(const StandardNeed& need) {
  auto rows = Data::list();
  for (const auto& gap : need.gaps) {
    if (gap.below == 0) continue;
    rows.push(Data::object()
                  .set("organisation", gap.organisation)
                  .set("items", of(gap.below, gap.rated))
                  .set("judged", judged_words(gap)));
  }
  return rows;
}

}  // namespace

Data training_page(const std::vector<StandardNeed>& standards,
                   const std::vector<std::pair<std::string, std::string>>& waves,
                   const std::string& wave, bool may_export) {
  auto rows = Data::list();
  auto details = Data::list();
  const StandardNeed* most = nullptr;
  for (const auto& need : standards) {
    const auto id = need.code.empty() ? std::string("own") : as_id(need.code);
    const auto organisations = static_cast<int>(need.gaps.size());
    const bool any = need.organisations_below() > 0;
    rows.push(Data::object()
                  .set("href", any ? Data("#standard-" + id) : Data())
                  .set("name", name_of(need))
                  .set("organisations", of(need.organisations_below(), organisations))
                  .set("items", of(need.below(), need.rated())));
    if (!any) continue;
    if (most == nullptr || most->organisations_below() < need.organisations_below()) most = &need;
    details.push(Data::object()
                     .set("id", "standard-" + id)
                     .set("name", name_of(need))
                     .set("gaps", gap_rows(need)));
  }
  auto choices = Data::list();
  for (const auto& [number, name] : waves) {
    choices.push(
        Data::object().set("value", number).set("text", name).set("selected", number == wave));
  }
  const auto heading =
      most == nullptr ? std::string("Training needs") : "Most needed: " + most->name;
  return Data::object()
      .set("title", "Training needs")
      .set("heading", heading)
      .set("any_waves", !waves.empty())
      .set("waves", std::move(choices))
      .set("any", !standards.empty())
      .set("rows", std::move(rows))
      .set("details", std::move(details))
      .set("file", may_export ? Data("/training-needs.csv?wave=" + wave) : Data());
}

std::vector<std::string> training_headings() {
  return {"standard",           "name",
          "organisation",       "items below the minimum",
          "items with a grade", "of these graded by the board"};
}

std::vector<std::vector<std::string>> training_rows(const std::vector<StandardNeed>& standards) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& need : standards) {
    for (const auto& gap : need.gaps) {
      rows.push_back({need.code, need.name, gap.organisation, std::to_string(gap.below),
                      std::to_string(gap.rated), std::to_string(gap.by_board)});
    }
  }
  return rows;
}

}  // namespace onereturn::gateway::views
