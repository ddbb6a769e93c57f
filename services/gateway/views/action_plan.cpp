#include "gateway/views/action_plan.hpp"

#include "gateway/views/action_list.hpp"
#include "gateway/views/action_words.hpp"

namespace onereturn::gateway::views {

namespace {

using html::Data;

std::string part_words(const actions::PlanPart& part) {
  std::vector<std::string> words;
  for (const auto& count : part.counts) {
    const int all = count.open + count.ended;
    if (all == 0) continue;
    words.push_back(
        std::to_string(all) + " " +
        (count.words.empty() ? std::string("without a status yet") : joined(count.words, "or")));
  }
  return joined(words) + ".";
}

Data part_of(const actions::PlanPart& part, const PlanInput& input, int number) {
  const auto& standard = part.standard;
  std::string title = standard.title.empty() ? "No standard named" : standard.title;
  if (!standard.number.empty()) title = standard.number + ". " + title;
  return Data::object()
      .set("id", "part-" + std::to_string(number))
      .set("title", std::move(title))
      .set("counts", part_words(part))
      .set("rows", action_rows(part.actions, input.plan.forms, input.today));
}

Data day_field(const char* id, const char* label, const std::string& value,
               const std::string& error) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("value", value)
      .set("error", Data::text_or_no(error));
}

}  // namespace

Data plan_page(const PlanInput& input) {
  auto parts = Data::list();
  int number = 0;
  for (const auto& part : input.plan.parts)
    parts.push(part_of(part, input, ++number));
  auto days = Data::list();
  days.push(day_field("from", "From", input.typed_from, input.from_error));
  days.push(day_field("to", "To", input.typed_to, input.to_error));
  const auto& plan = input.plan;
  auto data = Data::object();
  data.merge(keys_of(plan.forms));
  return data.set("title", "Improvement plan")
      .set("board", input.board)
      .set("period", to_words(input.from) + " to " + to_words(input.to))
      .set("printed_on", to_words(input.today))
      .set("lede", counted(plan.open, "action is", "actions are") + " open, " +
                       std::to_string(plan.overdue) + " overdue; " + std::to_string(plan.ended) +
                       " ended in this time. Each is followed until it is closed.")
      .set("figures", role_figures(plan.counts, true))
      .set("days", std::move(days))
      .set("any", !plan.parts.empty())
      .set("parts", std::move(parts))
      .set("export_href", plan.may_export ? Data("/actions/plan.csv?from=" + to_iso(input.from) +
                                                 "&to=" + to_iso(input.to))
                                          : Data());
}

}  // namespace onereturn::gateway::views
