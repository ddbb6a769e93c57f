#include "domain/reporting/figures_paper.hpp"

#include "domain/reporting/draft_words.hpp"
#include "domain/reporting/figures_shown.hpp"

namespace onereturn::reporting {
namespace {

using documents::Block;

void begin(std::vector<Block>& all, const char* title, const char* anchor,
           const std::string& words) {
  all.emplace_back(heading(title, std::string("figures-") + anchor));
  if (!words.empty()) all.emplace_back(plain(words));
}

// A picture is always followed by what it shows.
void add(std::vector<Block>& all, const char* title, const char* anchor, const std::string& words,
         documents::Drawn drawn) {
  begin(all, title, anchor, words);
  all.emplace_back(std::move(drawn.picture));
  if (!drawn.data.rows.empty()) all.emplace_back(std::move(drawn.data));
}

void add(std::vector<Block>& all, const char* title, const char* anchor, const std::string& words,
         documents::Table table, const char* nothing) {
  if (table.rows.empty()) return begin(all, title, anchor, nothing);
  begin(all, title, anchor, words);
  all.emplace_back(std::move(table));
}

std::string held_back_words(const Figures& figures) {
  if (figures.held_back == 0) return {};
  return " " + counted(figures.held_back, "organisation", "organisations") +
         " whose evaluation is not released yet " + verb(figures.held_back, "is", "are") +
         " left out.";
}

// Headings of narrow columns: the number that a section's name begins with, where it has one.
void name_by_number(documents::Table& table) {
  for (auto& column : table.columns) {
    const auto digits = column.heading.find_first_not_of("0123456789");
    if (digits > 0 && digits != std::string::npos &&
        column.heading.substr(digits).starts_with(". "))
      column.heading.resize(digits);
  }
  table.caption += ", by section (by its number)";
}

ItemTravel sum_of(const std::vector<ItemTravel>& travel) {
  ItemTravel sum;
  for (const auto& item : travel) {
    sum.better += item.better;
    sum.same += item.same;
    sum.worse += item.worse;
    for (const auto& [why, count] : item.apart)
      sum.apart[why] += count;
  }
  return sum;
}

}  // namespace

std::string travel_words(const Figures& figures) {
  if (!figures.wave || !figures.before)
    return "There is no exercise before this one to compare it with.";
  std::string words = "Compared with " + figures.before->title +
                      ", for each organisation that sent both." +
                      (figures.wave->form.code == figures.before->form.code
                           ? " Both used the same form."
                           : " That was another form: items are compared where both ask exactly the"
                             " same of the common framework, and where the two scales leave no"
                             " doubt.");
  const auto sum = sum_of(figures.travel);
  if (sum.all() == 0) return words + " No grade of this exercise can be reported yet.";
  words += " " + out_of(sum.compared(), sum.all(), "grade", "grades") +
           " could be compared: " + figure(sum.better) + verb(sum.better, " is", " are") +
           " better, " + figure(sum.same) + verb(sum.same, " is", " are") + " the same and " +
           figure(sum.worse) + verb(sum.worse, " is", " are") + " worse.";
  const auto apart = apart_words(sum.apart);
  return apart.empty() ? words : words + " Not compared: " + apart + ".";
}

std::vector<Block> figures_facts(const Figures& figures, Date on) {
  std::vector<Block> all;
  const auto left_out = held_back_words(figures);
  if (figures.wave) {
    add(all, "Response rate over time", "rate",
        "Of " + figures.wave->title + ", as it stood on " + to_words(on) + ".", rate_of(figures));
    add(all, "Grades by section", "grades",
        "The board’s grade counts where it has given one, the organisation’s own where it has "
        "not." +
            left_out,
        grades_of(figures));
    auto heat = heat_of(figures).table;
    heat.name = "sections";
    name_by_number(heat);
    add(all, "Sections of the form by organisation", "heat",
        "The darker, the more is at the minimum or above it; each cell says it in figures." +
            left_out,
        std::move(heat), "No return with grades that can be reported has arrived yet.");
    add(all, "Their own grades against the board’s", "pairs",
        "Of the items that both have graded." + left_out, pairs_of(figures));
  }
  add(all, "How old open actions are", "ageing",
      "All open actions of the board on " + to_words(on) + ".", ageing_of(figures));
  if (figures.wave) {
    add(all, "Direction of travel", "travel", travel_words(figures) + left_out,
        travel_table(figures), travel_words(figures).c_str());
  }
  add(all, "What was spared", "saving",
      "Counted, not estimated. Questions not asked again: items of the board’s form, in returns "
      "made"
      " from common answers, that needed no answer of their own. Boxes filled once: boxes of those"
      " returns filled from common answers alone. Reminders: mails that went out by themselves.",
      saving_table(figures),
      "Nothing yet: no return has been made from common answers, and no reminder was sent.");
  return all;
}

}  // namespace onereturn::reporting
