#include "gateway/views/plans.hpp"

#include <algorithm>
#include <array>

#include "gateway/views/due_field.hpp"
#include "gateway/views/rows_at_hand.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using reviews::Plan;
using reviews::PlanState;

Data state_data(const Plan& plan, Date today, bool of_board) {
  switch (reviews::state_of(plan, today)) {
    case PlanState::asked:
      return status("quiet", "none", "Wanted by " + to_words(reviews::wanted_by(plan)));
    case PlanState::overdue:
      return status("red", "off-track",
                    capital(days_words(days_between(today, reviews::wanted_by(plan)))));
    case PlanState::offered:
      return status("act", "now", of_board ? "Offered, waits for us" : "With the board");
    case PlanState::ratified:
      return status("green", "done", "Ratified");
    case PlanState::closed:
      return status("quiet", "na", "Organisation closed");
    case PlanState::withdrawn:
      break;
  }
  return status("quiet", "none", "Withdrawn");
}

struct PlanStateWords {
  PlanState state;
  const char* code;
  const char* words;
};
constexpr std::array<PlanStateWords, 6> plan_states = {
    {{PlanState::offered, "offered", "Offered, waits for us"},
     {PlanState::overdue, "overdue", "Overdue"},
     {PlanState::asked, "asked", "Wanted, not offered yet"},
     {PlanState::ratified, "ratified", "Ratified"},
     {PlanState::withdrawn, "withdrawn", "Withdrawn"},
     {PlanState::closed, "closed", "Organisation closed"}}};

// Neither ratified nor given up, and of an organisation that is still there.
bool is_open(PlanState state) {
  return state == PlanState::asked || state == PlanState::overdue || state == PlanState::offered;
}

const PlanStateWords& as_words(PlanState state) {
  return *std::find_if(plan_states.begin(), plan_states.end(),
                       [&](const PlanStateWords& one) { return one.state == state; });
}
std::string words_of(PlanState state) { return as_words(state).words; }

// What waits for the board first, then what is late.
std::vector<const Plan*> found_plans(const std::vector<Plan>& plans, Date today,
                                     const ListAsked& asked) {
  const auto rank = [&](const Plan& plan) {
    return &as_words(reviews::state_of(plan, today)) - plan_states.data();
  };
  const auto newest = [](const Plan& plan) {
    return plan.offers.empty() ? plan.asked_at : plan.offers.front().at;
  };
  return rows_at_hand(
      plans, asked,
      [&](const Plan& plan) {
        const std::string code = as_words(reviews::state_of(plan, today)).code;
        const bool shown =
            asked.of("state").empty() ? code != "withdrawn" : is_chosen(asked, "state", code);
        return shown && contains_words(plan.organisation + "\n" + plan.title, asked.text);
      },
      [&](const Plan& a, const Plan& b) {
        if (asked.sort == "organisation") return a.organisation < b.organisation;
        if (asked.sort == "return") return a.title < b.title;
        if (asked.sort == "newest") return newest(a) < newest(b);
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        return reviews::wanted_by(a) < reviews::wanted_by(b);
      });
}

std::string day(const Instant& at) { return to_words(day_in_england(at)); }

Data row_of(const Plan& plan, Date today, bool of_board) {
  const auto* newest = plan.offers.empty() ? nullptr : &plan.offers.front();
  return Data::object()
      .set("href", (of_board ? "/plans/" : "/our-plans/") + plan.plan.text())
      .set("name", of_board ? plan.organisation : plan.board)
      .set("title", plan.title)
      .set("version", newest == nullptr
                          ? std::string("None yet")
                          : "Version " + std::to_string(newest->number) + ", " + day(newest->at))
      .set("status", state_data(plan, today, of_board));
}

Data rows_of(const std::vector<Plan>& plans, Date today, bool of_board) {
  auto rows = Data::list();
  for (const auto& plan : plans) {
    rows.push(row_of(plan, today, of_board));
  }
  return rows;
}

Data lines_of(const reviews::PlanOffer& offer) {
  auto lines = Data::list();
  for (const auto& line : offer.lines) {
    lines.push(Data::object()
                   .set("about", Data::text_or_no(line.about))
                   .set("what", line.what)
                   .set("how", Data::text_or_no(line.how))
                   .set("lead", line.lead)
                   .set("by", line.by_on ? to_words(*line.by_on) : std::string())
                   .set("progress", Data::text_or_no(line.progress)));
  }
  return lines;
}

Data answer_data(const reviews::PlanOffer& offer) {
  if (!offer.answer) return {};
  const auto& answer = *offer.answer;
  return Data::object()
      .set("ratified", answer.ratified)
      .set("by_group", answer.by_group)
      .set("on_day", answer.on_day ? to_words(*answer.on_day) : std::string())
      .set("minute_ref", answer.minute_ref)
      .set("words", answer.words)
      .set("due", answer.due_on ? to_words(*answer.due_on) : std::string())
      .set("when", day(answer.at));
}

Data versions_of(const Plan& plan) {
  auto versions = Data::list();
  for (const auto& offer : plan.offers) {
    versions.push(Data::object()
                      .set("number", offer.number)
                      .set("when", day(offer.at))
                      .set("by", offer.by)
                      .set("words", Data::text_or_no(offer.words))
                      .set("lines", lines_of(offer))
                      .set("answer", answer_data(offer)));
  }
  return versions;
}

Data text_field(const char* id, const char* label, const std::string& value,
                const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("value", value)
      .set("error", error_of(errors, id));
}

// Who leads it, and by when: under a commitment that may be ticked.
std::string joined_line(const reviews::PlanLine& line) {
  std::string words = line.lead;
  if (line.by_on) words += (words.empty() ? "By " : ", by ") + to_words(*line.by_on);
  return words;
}

Data base_of(const Plan& plan, Date today, bool of_board) {
  return Data::object()
      .set("title", "Plan")
      .set("eyebrow", plan.title)
      .set("heading", of_board ? plan.organisation : plan.board)
      .set("status", state_data(plan, today, of_board))
      .set("asked", day(plan.asked_at))
      .set("wanted", to_words(reviews::wanted_by(plan)))
      .set("words", Data::text_or_no(plan.words))
      .set("withdrawn", plan.withdrawn_at ? Data(day(*plan.withdrawn_at)) : Data())
      .set("any_versions", !plan.offers.empty())
      .set("versions", versions_of(plan));
}

}  // namespace

ListShape plans_shape() {
  ListShape shape;
  shape.path = "/plans";
  shape.what_one = "plan";
  shape.what_many = "plans";
  shape.search = "Organisation or return";
  ListFilter states{"state", "State", {}, true};
  for (const auto& [state, code, words] : plan_states)
    states.choices.push_back({code, words});
  shape.filters = {std::move(states)};
  shape.columns = {{"Organisation", "organisation"},
                   {"Return", "return"},
                   {"Newest version", "newest"},
                   {"State", "wanted"}};
  shape.sort = "wanted";
  return shape;
}

Data plans_page(const std::vector<Plan>& plans, Date today, ListAsked asked, bool may_export) {
  int waiting = 0, overdue = 0, open = 0;
  for (const auto& plan : plans) {
    const auto state = reviews::state_of(plan, today);
    waiting += state == PlanState::offered ? 1 : 0;
    overdue += state == PlanState::overdue ? 1 : 0;
    open += is_open(state) ? 1 : 0;
  }
  const auto of = " of " + std::to_string(open) + " not ratified yet";
  const bool late_alone = asked.of("state") == std::vector<std::string>{"overdue"};
  const auto heading = waiting > 0 && !late_alone
                           ? counted(waiting, "plan waits for you", "plans wait for you") + "," + of
                       : overdue > 0
                           ? counted(overdue, "plan is overdue", "plans are overdue") + "," + of
                           : std::string("Plans");
  auto shape = plans_shape();
  shape.export_ = may_export;
  const auto found = found_plans(plans, today, asked);
  auto rows = Data::list();
  for (const auto* plan : page_at_hand(found, shape, asked))
    rows.push(row_of(*plan, today, true));
  return Data::object()
      .set("title", "Plans")
      .set("heading", heading)
      .set("any", !plans.empty())
      .set("list", listing(shape, asked, static_cast<int>(found.size())))
      .set("rows", std::move(rows));
}

std::vector<std::string> plans_headings() {
  return {"Organisation", "Return",  "What it must answer", "Wanted by", "State",
          "Versions",     "Offered", "Ratified by",         "On",        "Minute reference"};
}

std::vector<std::vector<std::string>> plans_rows(const std::vector<Plan>& plans, Date today,
                                                 const ListAsked& asked) {
  std::vector<std::vector<std::string>> rows;
  for (const auto* plan : found_plans(plans, today, asked)) {
    const auto* newest = plan->offers.empty() ? nullptr : &plan->offers.front();
    const auto* answer = newest == nullptr || !newest->answer ? nullptr : &*newest->answer;
    const bool ratified = answer != nullptr && answer->ratified;
    rows.push_back({plan->organisation, plan->title, plan->words, to_iso(reviews::wanted_by(*plan)),
                    words_of(reviews::state_of(*plan, today)),
                    std::to_string(newest == nullptr ? 0 : newest->number),
                    newest == nullptr ? "" : to_iso(day_in_england(newest->at)),
                    ratified ? answer->by_group : "",
                    ratified && answer->on_day ? to_iso(*answer->on_day) : "",
                    ratified ? answer->minute_ref : ""});
  }
  return rows;
}

Data demand_page(const std::string& organisation, const std::string& title,
                 const std::string& return_href, const std::vector<Plan>& plans, Date today,
                 const TypedDemand& typed) {
  bool open = false;
  for (const auto& plan : plans) {
    const auto state = reviews::state_of(plan, today);
    open = open || (state != PlanState::ratified && state != PlanState::withdrawn);
  }
  return Data::object()
      .set("title", "Demand a plan")
      .set("eyebrow", title)
      .set("heading", organisation)
      .set("back", return_href)
      .set("any", !plans.empty())
      .set("rows", rows_of(plans, today, true))
      .set("kept", open ? Data::text_or_no(typed.words) : Data())
      .set("form", open ? Data()
                        : Data::object()
                              .set("action", return_href + "/plan")
                              .set("plan", typed.plan)
                              .set("words", text_field("words", "What the plan must answer",
                                                       typed.words, typed.errors))
                              .set("due", due_field("due", "By when?", typed.due, typed.errors)))
      .set("error_summary", error_summary(typed.errors))
      .set("title_error", !typed.errors.empty());
}

Data plan_page(const Plan& plan, Date today, bool may_answer, const TypedPlanAnswer& typed) {
  const auto state = reviews::state_of(plan, today);
  const bool answers = may_answer && state == PlanState::offered;
  const auto base = "/plans/" + plan.plan.text();
  auto page = base_of(plan, today, true);
  const auto& errors = typed.errors;
  page.set("return_href", "/returns/" + plan.return_id.text())
      .set("answers", answers)
      .set("offer", plan.offers.empty() ? 0 : plan.offers.front().number)
      .set("base", base)
      .set("by_group", text_field("by_group", "Which group ratified it?", typed.by_group, errors))
      .set("on_day", due_field("on_day", "On which day?", typed.on_day, errors))
      .set("minute_ref",
           text_field("minute_ref", "Where in the minutes?", typed.minute_ref, errors))
      .set("again_words", text_field("words", "What is missing", typed.words, errors))
      .set("due", due_field("due", "By when do you want the next version?", typed.due, errors))
      .set("kept", answers ? Data() : Data::text_or_no(typed.words))
      .set("withdraw", may_answer && state != PlanState::ratified && state != PlanState::withdrawn
                           ? Data(base + "/withdraw")
                           : Data())
      .set("error_summary", error_summary(errors))
      .set("title_error", !errors.empty());
  return page;
}

Data our_plans_page(const std::vector<Plan>& plans, Date today) {
  int wanted = 0;
  for (const auto& plan : plans) {
    const auto state = reviews::state_of(plan, today);
    wanted += state == PlanState::asked || state == PlanState::overdue ? 1 : 0;
  }
  return Data::object()
      .set("title", "Plans")
      .set("heading", wanted == 0
                          ? std::string("No board waits for a plan")
                          : counted(wanted, "board waits for a plan", "boards wait for a plan"))
      .set("any", !plans.empty())
      .set("rows", rows_of(plans, today, false));
}

Data our_plan_page(const Plan& plan, const std::vector<reviews::PlanChoice>& choices, Date today,
                   bool may_offer, const TypedOffer& typed, const std::string& saved) {
  const auto state = reviews::state_of(plan, today);
  const bool open = state != PlanState::ratified && state != PlanState::withdrawn;
  auto rows = Data::list();
  for (const auto& choice : choices) {
    const auto id = choice.commitment.text();
    const bool ticked = typed.any ? typed.commitments.contains(id) : choice.with_board;
    rows.push(Data::object()
                  .set("id", "c-" + id)
                  .set("value", id)
                  .set("checked", ticked)
                  .set("what", choice.line.what)
                  .set("more", joined_line(choice.line))
                  .set("with_board", choice.with_board));
  }
  const bool any = !choices.empty();
  auto page = base_of(plan, today, false);
  page.set("saved_note", Data::text_or_no(saved))
      .set("kept", open ? Data() : Data::text_or_no(typed.words))
      .set("offers", open && may_offer)
      .set("may_not", open && !may_offer)
      .set("any_choices", any)
      .set("choices", std::move(rows))
      .set("choices_error", error_of(typed.errors, "commitments"))
      .set("after", plan.offers.empty() ? 0 : plan.offers.front().number)
      .set("action", "/our-plans/" + plan.plan.text())
      .set("offer_words", text_field("words", "Words with it (you may leave this empty)",
                                     typed.words, typed.errors))
      .set("error_summary", error_summary(typed.errors))
      .set("title_error", !typed.errors.empty());
  return page;
}

}  // namespace onereturn::gateway::views
