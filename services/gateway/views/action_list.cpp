#include "gateway/views/action_list.hpp"

#include <algorithm>

#include "domain/actions/action_titles.hpp"
#include "domain/frameworks/words.hpp"
#include "gateway/views/action_words.hpp"

namespace onereturn::gateway::views {

namespace {

using actions::ActionFilter;
using actions::BoardAction;
using actions::RoleCount;
using actions::SortBy;
using html::Data;

constexpr const char* path = "/actions";

ListFilter shows() {
  return {"show",
          "Which of them",
          {{"open", "Open"},
           {"overdue", "Overdue"},
           {"to_verify", "To verify"},
           {"with_nobody", "With nobody"},
           {"closed", "Closed"},
           {"gone", "Organisation closed"}}};
}

ListFilter sources() {
  return {"from",
          "Where from",
          {{"return", "A return"},
           {"evaluation", "An evaluation"},
           {"review", "A review"},
           {"hand", "The board itself"}}};
}

std::string role_key(const std::optional<frameworks::StatusRole>& role) {
  return role ? frameworks::to_word(*role) : "none";
}

std::string role_name(const RoleCount& count) {
  return count.words.empty() ? "No status yet" : joined(count.words, "or");
}

SortBy sort_by(const std::string& word) {
  if (word == "organisation") return SortBy::organisation;
  if (word == "status") return SortBy::status;
  if (word == "news") return SortBy::news;
  if (word == "lead") return SortBy::lead;
  return SortBy::due;
}

// More organisations than these are found by typing: nobody ticks one of a thousand boxes.
constexpr std::size_t organisations_listed = 60;

bool is_listed(const actions::ActionsPage& page, const ListAsked& asked, const std::string& id) {
  if (page.around.organisations.size() <= organisations_listed) return true;
  const auto& chosen = asked.of("organisation");
  return std::find(chosen.begin(), chosen.end(), id) != chosen.end();
}

// The choices that come from the rows and the forms.
void fill(ListShape& shape, const actions::ActionsPage& page, const ListAsked& asked) {
  for (auto& filter : shape.filters) {
    if (filter.name == "status") {
      for (const auto& count : actions::counts_by_role(page.around.standings, page.forms)) {
        if (count.words.empty() && count.role) continue;
        filter.choices.push_back({role_key(count.role), role_name(count), count.open});
      }
    } else if (filter.name == "standard") {
      for (const auto& section : actions::sections_of(page.forms))
        filter.choices.push_back({section.code, section.words});
    } else if (filter.name == "organisation") {
      for (const auto& one : page.around.organisations) {
        if (is_listed(page, asked, one.id)) filter.choices.push_back({one.id, one.name});
      }
    } else if (filter.name == "with") {
      for (const auto& one : page.around.people)
        filter.choices.push_back({one.id, one.name});
      filter.choices.push_back({"nobody", "Nobody"});
    }
  }
}

Data tab(const char* show, const char* words, int count, const ListAsked& asked) {
  const auto& shown = asked.of("show");
  const std::string key = show;
  const bool here = shown.empty() ? key == "open" : shown == std::vector<std::string>{key};
  return Data::object()
      .set("href", key == "open" ? std::string(path) : std::string(path) + "?show=" + key)
      .set("text", words)
      .set("count", count)
      .set("here", here);
}

Data tabs(const actions::TabCounts& counts, const ListAsked& asked) {
  auto all = Data::list();
  all.push(tab("open", "Open", counts.open, asked));
  all.push(tab("overdue", "Overdue", counts.overdue, asked));
  all.push(tab("to_verify", "To verify", counts.to_verify, asked));
  all.push(tab("with_nobody", "With nobody", counts.with_nobody, asked));
  all.push(tab("closed", "Closed", counts.closed, asked));
  // What there is none of needs no place.
  const auto& shown = asked.of("show");
  if (counts.gone > 0 || shown == std::vector<std::string>{"gone"})
    all.push(tab("gone", "Organisation closed", counts.gone, asked));
  return all;
}

std::string saved_words(const std::string& saved) {
  return saved == "added" ? "The action is on your list." : "";
}

std::string state_words(const BoardAction& action) {
  if (action.state == "verified") return "Verified";
  return action.is_open() ? "Open" : "Closed";
}

std::string said_words(const BoardAction& action) {
  if (action.said == "done") return "Done";
  return action.said == "under_way" ? "Under way" : "";
}

}  // namespace

ListShape action_shape() {
  ListShape shape;
  shape.path = path;
  shape.what_one = "action";
  shape.what_many = "actions";
  shape.search = "Words, organisation, or who leads";
  shape.filters = {shows(),
                   {"organisation", "Organisation", {}},
                   {"standard", "Standard", {}},
                   {"status", "Status", {}},
                   sources(),
                   {"with", "With", {}}};
  shape.columns = {{"Action", "organisation"}, {.words = "From", .secondary = true},
                   {"Leads", "lead"},          {"Due", "due"},
                   {"Status", "status"},       {.words = "Last news", .sort = "news"}};
  shape.sort = "due";
  return shape;
}

AskedActions asked_actions(const ListAsked& asked) {
  AskedActions wanted;
  auto& filter = wanted.filter;
  if (!asked.of("show").empty()) filter.shows = asked.of("show");
  filter.organisations = asked.of("organisation");
  filter.statuses = asked.of("status");
  filter.with = asked.of("with");
  filter.text = asked.text;
  for (const auto& source : asked.of("from")) {
    if (source == "return") filter.sources.push_back("commitment");
    filter.sources.push_back(source == "return" ? "promise" : source);
  }
  wanted.sections = asked.of("standard");
  filter.sort = sort_by(asked.sort);
  filter.descending = asked.descending;
  filter.count = action_shape().page_size;
  filter.from = (asked.page - 1) * filter.count;
  return wanted;
}

Data role_figures(const std::vector<RoleCount>& counts, bool ended_too) {
  auto all = Data::list();
  for (const auto& count : counts) {
    if (count.words.empty() && (count.role || count.open == 0)) continue;
    const bool complete = count.role == frameworks::StatusRole::complete;
    const int shown = ended_too || complete ? count.open + count.ended : count.open;
    all.push(Data::object()
                 .set("count", shown)
                 .set("icon", role_icon(count.role))
                 .set("words", role_name(count))
                 .set("open_words", ended_too  ? "in this plan"
                                    : complete ? "closed this year, or open"
                                               : "open")
                 .set("href", std::string(path) + "?status=" + role_key(count.role)));
  }
  return all;
}

Data action_rows(const std::vector<BoardAction>& list, const actions::Forms& forms, Date today) {
  auto rows = Data::list();
  for (const auto& one : list) {
    const bool late = actions::is_overdue(one, today);
    rows.push(Data::object()
                  .set("href", std::string(path) + "/" + one.action.text())
                  .set("title", actions::title_line(one.what))
                  .set("organisation", one.organisation)
                  .set("how", Data::text_or_no(one.how))
                  .set("from", from_words(one, forms))
                  .set("lead", one.lead)
                  .set("with", Data::text_or_no(one.with_name))
                  .set("due", one.by_on ? to_words(*one.by_on) : "No date")
                  .set("due_short", one.by_on ? to_short_words(*one.by_on) : "No date")
                  .set("late", late ? Data(due_words(one, today)) : Data())
                  .set("left", late ? Data() : Data::text_or_no(due_words(one, today)))
                  .set("status", standing(one, forms))
                  .set("says_done", one.is_open() && one.said == "done")
                  .set("withheld", one.withheld)
                  .set("news", to_short_words(day_in_england(one.news_at.value_or(one.made_at)))));
  }
  return rows;
}

Data action_list_page(const ActionListInput& input) {
  auto shape = action_shape();
  shape.export_ = input.page.may_export;
  auto asked = input.asked;
  fill(shape, input.page, asked);
  const auto total = input.page.actions.all;
  list_offset(shape, asked, total);
  const auto& counts = input.page.around.tabs;
  auto lede = counted(counts.open, "open action", "open actions") + ", " +
              std::to_string(counts.overdue) + " overdue.";
  if (counts.gone > 0) {
    lede +=
        " Not counted: " + std::to_string(counts.gone) + " of " + "organisations that have closed.";
  }
  auto data = Data::object();
  data.merge(keys_of(input.page.forms));
  return data.set("title", "Actions")
      .set("lede", std::move(lede))
      .set("saved_note", Data::text_or_no(saved_words(input.saved)))
      .set("may_write", input.may_write)
      .set("tabs", tabs(counts, asked))
      .set("figures",
           role_figures(actions::counts_by_role(input.page.around.standings, input.page.forms),
                        false))
      .set("filtered", asked.any() && !(asked.text.empty() && asked.chosen.size() == 1 &&
                                        asked.of("show").size() == 1))
      .set("list", listing(shape, asked, total))
      .set("any", total > 0)
      .set("rows", action_rows(input.page.actions.list, input.page.forms, input.today));
}

std::vector<std::string> action_csv_head() {
  return {"Action",   "Organisation", "Standard", "Items",     "From",  "How",      "Who leads",
          "Due",      "Overdue days", "Status",   "Meaning",   "State", "They say", "With",
          "Progress", "Evidence",     "Risks",    "Last news", "Ended", "Number"};
}

std::vector<std::vector<std::string>> action_csv_rows(const std::vector<BoardAction>& list,
                                                      const actions::Forms& forms, Date today) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : list) {
    const auto standard = actions::standard_of(one, forms);
    const auto* point = actions::point_in(actions::scheme_of(forms, one.form), one.point);
    const bool late = actions::is_overdue(one, today);
    rows.push_back({one.what,
                    one.organisation,
                    (standard.number.empty() ? "" : standard.number + ". ") + standard.title,
                    joined(actions::items_of(one, forms)),
                    from_words(one, forms),
                    one.how,
                    one.lead,
                    one.by_on ? to_iso(*one.by_on) : "",
                    late ? std::to_string(days_between(*one.by_on, today)) : "",
                    point == nullptr ? "" : point->label,
                    point == nullptr ? "" : actions::words_of(*point),
                    state_words(one),
                    said_words(one),
                    one.with_name,
                    one.progress,
                    one.evidence,
                    one.risks,
                    to_iso(day_in_england(one.news_at.value_or(one.made_at))),
                    one.ended_at ? to_iso(day_in_england(*one.ended_at)) : "",
                    one.action.text()});
  }
  return rows;
}

}  // namespace onereturn::gateway::views
