#include "gateway/views/register_list.hpp"

#include "gateway/views/standing.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {

namespace {

using agency_register::RegisterRow;
using html::Data;

std::optional<int> count_of(const std::map<std::string, int>& counts, const std::string& value) {
  const auto found = counts.find(value);
  return found == counts.end() ? 0 : found->second;
}

std::string joined_words(const RegisterRow& row) {
  if (row.to_on) return "Ended on " + to_words(*row.to_on);
  if (row.joined) return "Joined";
  if (row.asked_at) return "Invited on " + to_words(day_in_england(*row.asked_at));
  return "Not invited";
}

Data state_of(const RegisterRow& row) {
  if (row.to_on) return status("quiet", "na", "Ended");
  return standing_status(row.state, row.late);
}

Data due_of(const RegisterRow& row) {
  if (!row.due_on || row.to_on) return {};
  return Data::object().set("text", to_words(*row.due_on)).set("late", row.late);
}

// Everything that is listed, on whichever page it stands.
std::string all_href(const RegisterInput& input) {
  auto shape = input.shape;
  shape.path = "/waves/new";
  const auto address = list_address(shape, input.asked);
  return address + (address.find('?') == std::string::npos ? "?all=yes" : "&all=yes");
}

}  // namespace

ListShape register_shape(const std::vector<agency_register::EntryType>& types,
                         const std::vector<returns::Wave>& waves,
                         const agency_register::RegisterCounts& counts) {
  ListShape shape;
  shape.path = "/register";
  shape.what_one = "organisation";
  shape.what_many = "organisations";
  shape.search = "Name, URN or ODS code";
  ListFilter states{"state", "State", {{"never_asked", "Not asked yet"}}, true};
  for (const auto& [code, words] : standings()) {
    if (code != "withdrawn") states.choices.push_back({code, words});
  }
  for (auto& choice : states.choices)
    choice.count = count_of(counts.states, choice.value);
  ListFilter attention{
      "needs",
      "Needs attention",
      {{"late", "Late", count_of(counts.attention, "late")},
       {"due", "Due within 90 days, not asked", count_of(counts.attention, "due")},
       {"bounced", "Mail came back", count_of(counts.attention, "bounced")},
       {"no_contact", "Nobody to write to", count_of(counts.attention, "no_contact")},
       {"not_joined", "Not joined", count_of(counts.attention, "not_joined")},
       {"not_invited", "Not invited yet", count_of(counts.attention, "not_invited")}},
      true};
  ListFilter kinds{"type", "What it is", {}};
  for (const auto& type : types) {
    const auto count = count_of(counts.types, type.type);
    if (*count > 0) kinds.choices.push_back({type.type, type.words, count});
  }
  ListFilter asked{"wave", "Asked in", {}};
  for (const auto& wave : waves)
    asked.choices.push_back({wave.wave.text(), wave.title});
  ListFilter only{"only",
                  "Show",
                  {{"section11", "Section 11 bodies"},
                   {"partner", "Other partners"},
                   {"closed", "Those that have ended"}}};
  shape.filters = {std::move(states), std::move(attention), std::move(kinds), std::move(asked),
                   std::move(only)};
  shape.columns = {{"Organisation", "name"}, {"Last done", "done", false, true},
                   {"Due", "due"},           {"State", "state"},
                   {"Answered", "answered"}, {"Lead", {}, false, true}};
  shape.sort = "name";
  shape.ticks = true;
  return shape;
}

agency_register::RegisterQuery register_query(const ListAsked& asked) {
  agency_register::RegisterQuery query;
  query.text = asked.text;
  query.states = asked.of("state");
  query.attention = asked.of("needs");
  query.types = asked.of("type");
  query.waves = asked.of("wave");
  query.only = asked.of("only");
  query.sort = asked.sort;
  query.descending = asked.descending;
  return query;
}

namespace {

// Where one looks what is wrong with an address.
Data came_back_of(const agency_register::RegisterRow& row) {
  if (row.came_back == 0) return {};
  return Data::object()
      .set("href", "/register/" + row.entry.text() + "/contacts")
      .set("text", row.bounced
                       ? std::string("Mail to everybody here came back")
                       : "Mail to " + counted(row.came_back, "contact", "contacts") + " came back");
}

}  // namespace

Data register_page(const RegisterInput& input) {
  auto rows = Data::list();
  for (const auto& row : input.page.rows) {
    auto kind = row.type_words;
    if (!row.parent_name.empty()) kind += ", of " + row.parent_name;
    rows.push(Data::object()
                  .set("id", row.entry.text())
                  .set("href", "/register/" + row.entry.text())
                  .set("name", row.name)
                  .set("kind", std::move(kind))
                  .set("own_ref", Data::text_or_no(row.own_ref))
                  .set("joined", joined_words(row))
                  .set("done", row.last_done ? to_words(*row.last_done) : "first time")
                  .set("due", due_of(row))
                  .set("answered", answered_words(row.questions, row.confirmed))
                  .set("lead", Data::text_or_no(row.lead))
                  .set("came_back", came_back_of(row))
                  .set("ticks", input.may_write)
                  .set("status", state_of(row)));
  }
  auto list = listing(input.shape, input.asked, input.page.total);
  list.set("ticks", input.may_write);
  const auto all = counted(input.counts.all, "organisation", "organisations");
  const bool may_ask_all = input.may_write && input.page.total > 0;
  return Data::object()
      .set("title", "Register")
      .set("lede", all + ", " + std::to_string(input.counts.joined) + " joined.")
      .set("may_write", input.may_write)
      .set("may_tick", may_ask_all)
      .set("refused", Data::text_or_no(input.refused))
      .set("join", Data::text_or_no(input.join))
      .set("found_words", counted(input.page.total, "organisation", "organisations"))
      .set("all_href", all_href(input))
      .set("empty_words", input.asked.any() ? "Nothing here is like that."
                                            : "None yet. Add the first, and it appears here.")
      .set("list", std::move(list))
      .set("rows", std::move(rows));
}

const std::vector<std::string>& register_headings() {
  static const std::vector<std::string> headings = {"Organisation",
                                                    "What it is",
                                                    "Part of",
                                                    "Section 11 body",
                                                    "Your number",
                                                    "Room",
                                                    "Last done",
                                                    "Due",
                                                    "State",
                                                    "Questions",
                                                    "Answered",
                                                    "Lead",
                                                    "Contacts whose mail came back",
                                                    "Ended on"};
  return headings;
}

std::vector<std::vector<std::string>> register_rows(const agency_register::RegisterPage& page) {
  const auto day = [](const std::optional<Date>& date) {
    return date ? to_iso(*date) : std::string{};
  };
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : page.rows) {
    rows.push_back({row.name, row.type_words, row.parent_name, row.section11 ? "yes" : "no",
                    row.own_ref, joined_words(row), day(row.last_done), day(row.due_on),
                    row.late ? "Late" : standing_words(row.state),
                    row.questions ? std::to_string(*row.questions) : "",
                    row.questions ? std::to_string(row.confirmed) : "", row.lead,
                    std::to_string(row.came_back), day(row.to_on)});
  }
  return rows;
}

}  // namespace onereturn::gateway::views
