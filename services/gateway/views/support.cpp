#include "gateway/views/support.hpp"

#include <algorithm>

#include "domain/questions/support_rules.hpp"
#include "gateway/views/rows_at_hand.hpp"

namespace onereturn::gateway::views {

namespace {

using html::Data;

std::string kind_words(const std::string& kind) {
  for (const auto& [code, words] : questions::support_kinds) {
    if (code == kind) return std::string(words);
  }
  return kind;
}

std::string names_of(const questions::Support& one) {
  std::vector<std::string> names;
  for (const auto& organisation : one.organisations)
    names.push_back(organisation.name);
  return joined(names);
}

std::vector<const questions::Support*> found_support(const std::vector<questions::Support>& log,
                                                     const ListAsked& asked) {
  return rows_at_hand(
      log, asked,
      [&](const questions::Support& one) {
        return is_chosen(asked, "kind", one.kind) &&
               is_chosen(asked, "struck", one.struck_at ? "yes" : "no") &&
               contains_words(names_of(one) + "\n" + one.who + "\n" + one.notes, asked.text);
      },
      [&](const questions::Support& a, const questions::Support& b) {
        if (asked.sort == "organisation") return names_of(a) < names_of(b);
        return a.on < b.on;
      });
}

// What is offered to tick, of how many.
std::string found_words(std::size_t all, const std::string& find, std::size_t fitting,
                        std::size_t offered) {
  const auto in_all = counted(static_cast<int>(all), "organisation", "organisations");
  if (find.empty()) return "There are " + in_all + ". Look for one by a part of its name.";
  if (fitting == 0) return "None of " + in_all + " has that in its name.";
  auto words = counted(static_cast<int>(fitting), "organisation has", "organisations have") +
               " that in the name.";
  if (offered < fitting) words += " The first " + std::to_string(offered) + " are here.";
  return words;
}

std::string noted_words(const questions::Support& one) {
  auto note = "Noted on " + to_words(day_in_england(one.made_at));
  if (!one.made_by.empty()) note += " by " + one.made_by;
  if (one.struck_at) note += ". Struck on " + to_words(day_in_england(*one.struck_at));
  return note + ".";
}

}  // namespace

ListShape support_shape() {
  ListShape shape;
  shape.path = "/support";
  shape.what_one = "entry";
  shape.what_many = "entries";
  shape.search = "Organisation, who was there, or notes";
  ListFilter kinds{"kind", "What it was", {}, true};
  for (const auto& [code, words] : questions::support_kinds)
    kinds.choices.push_back({std::string(code), std::string(words)});
  shape.filters = {std::move(kinds),
                   {"struck", "Struck", {{"no", "What stands"}, {"yes", "What was struck"}}}};
  shape.columns = {{"When", "when"}, {"What"}, {"With whom", "organisation"}, {"Notes"}};
  shape.sort = "when";
  shape.descending = true;
  return shape;
}

Data support_page(SupportPage page) {
  auto shape = support_shape();
  shape.export_ = page.may_export;
  const auto found = found_support(page.log, page.asked);
  auto rows = Data::list();
  for (const auto* each : page_at_hand(found, shape, page.asked)) {
    const auto& one = *each;
    rows.push(Data::object()
                  .set("kind", kind_words(one.kind))
                  .set("when", to_words(one.on))
                  .set("who", one.who)
                  .set("organisations", names_of(one))
                  .set("notes", Data::text_or_no(one.notes))
                  .set("note", noted_words(one))
                  .set("struck", one.struck_at.has_value())
                  .set("strike_action", one.struck_at || !page.may_write
                                            ? Data()
                                            : Data("/support/" + one.id.text() + "/strike"))
                  .set("about", kind_words(one.kind) + " on " + to_words(one.on)));
  }
  return Data::object()
      .set("title", "Support")
      .set("may_write", page.may_write)
      .set("saved_note", Data::text_or_no(page.saved_note))
      .set("any", !page.log.empty())
      .set("list", listing(shape, page.asked, static_cast<int>(found.size())))
      .set("rows", std::move(rows));
}

std::vector<std::string> support_headings() {
  return {"When", "What", "Who was there", "With whom", "Notes", "Noted by", "Struck on"};
}

std::vector<std::vector<std::string>> support_rows(const std::vector<questions::Support>& log,
                                                   const ListAsked& asked) {
  std::vector<std::vector<std::string>> rows;
  for (const auto* one : found_support(log, asked)) {
    rows.push_back({to_iso(one->on), kind_words(one->kind), one->who, names_of(*one), one->notes,
                    one->made_by, one->struck_at ? to_iso(day_in_england(*one->struck_at)) : ""});
  }
  return rows;
}

Data log_support_page(const std::vector<questions::Organisation>& organisations,
                      const TypedSupport& typed) {
  auto kinds = Data::list();
  for (const auto& [code, words] : questions::support_kinds) {
    kinds.push(Data::object()
                   .set("id", "kind-" + std::to_string(kinds.items().size()))
                   .set("value", code)
                   .set("checked", typed.kind == code)
                   .set("text", words));
  }
  const bool all = organisations.size() <= organisations_offered;
  auto entries = Data::list();
  std::size_t offered = 0, fitting = 0;
  for (const auto& one : organisations) {
    const auto value = one.entry.text();
    const bool ticked =
        std::find(typed.entries.begin(), typed.entries.end(), value) != typed.entries.end();
    const bool fits = all || (!typed.find.empty() && contains_words(one.name, typed.find));
    fitting += fits && !ticked ? 1 : 0;
    if (!ticked && (!fits || offered == organisations_offered)) continue;
    offered += ticked ? 0 : 1;
    entries.push(Data::object()
                     .set("id", "entries-" + std::to_string(entries.items().size()))
                     .set("value", value)
                     .set("checked", ticked)
                     .set("text", one.name));
  }
  auto page = Data::object();
  page.set("may_find", !all)
      .set("find", typed.find)
      .set("found_words",
           Data::text_or_no(all ? ""
                                : found_words(organisations.size(), typed.find, fitting, offered)))
      .set("title", "Note support")
      .set("title_error", !typed.errors.empty())
      .set("error_summary", error_summary(typed.errors))
      .set("support", typed.id)
      .set("kinds", std::move(kinds))
      .set("kind_error", error_of(typed.errors, "kind-0"))
      .set("day_error", error_of(typed.errors, "on-day"))
      .set("who_value", typed.who)
      .set("who_error", error_of(typed.errors, "who"))
      .set("notes_value", typed.notes)
      .set("notes_error", error_of(typed.errors, "notes"))
      .set("entries_error", error_of(typed.errors, "entries-0"))
      .set("entries", std::move(entries));
  page.set("day", typed.on.day).set("month", typed.on.month).set("year", typed.on.year);
  return page;
}

ListShape needs_shape() {
  ListShape shape;
  shape.path = "/support/who";
  shape.what_one = "organisation";
  shape.what_many = "organisations";
  shape.search = "Organisation, or a reason";
  shape.filters = {{"helped", "Support so far", {{"no", "None yet"}, {"yes", "Some"}}, true}};
  shape.columns = {{"Organisation", "organisation"}, {"Why", "why"}, {"Support so far", "helped"}};
  shape.sort = "why";
  return shape;
}

namespace {

std::vector<const questions::Needs*> found_needs(const std::vector<questions::Needs>& with_reason,
                                                 const ListAsked& asked) {
  const auto words_of = [](const questions::Needs& one) {
    std::string words = one.organisation;
    for (const auto& reason : questions::reasons_of(one))
      words += "\n" + reason;
    return words;
  };
  return rows_at_hand(
      with_reason, asked,
      [&](const questions::Needs& one) {
        return is_chosen(asked, "helped", one.last_supported ? "yes" : "no") &&
               contains_words(words_of(one), asked.text);
      },
      [&](const questions::Needs& a, const questions::Needs& b) {
        if (asked.sort == "organisation") return a.organisation < b.organisation;
        if (asked.sort == "helped") return a.last_supported < b.last_supported;
        return false;  // as the rules order them
      });
}

}  // namespace

Data needs_page(const std::vector<questions::Needs>& needs, ListAsked asked, bool may_export) {
  auto shape = needs_shape();
  shape.export_ = may_export;
  const auto with_reason = questions::in_order(needs);
  const auto found = found_needs(with_reason, asked);
  auto rows = Data::list();
  for (const auto* each : page_at_hand(found, shape, asked)) {
    const auto& one = *each;
    auto reasons = Data::list();
    for (auto& words : questions::reasons_of(one))
      reasons.push(Data::object().set("text", std::move(words)));
    std::string helped = "Not yet";
    if (one.last_supported) {
      helped =
          counted(one.supported, "time", "times") + ", last on " + to_words(*one.last_supported);
    }
    rows.push(Data::object()
                  .set("href", "/register/" + one.entry.text())
                  .set("name", one.organisation)
                  .set("reasons", std::move(reasons))
                  .set("helped", helped));
  }
  const auto count = static_cast<int>(with_reason.size());
  return Data::object()
      .set("title", "Who may need help")
      .set("heading",
           count == 0 ? "Nobody seems to need help"
                      : capital(counted(count, "organisation", "organisations")) + " may need help")
      .set("lede", "Of " +
                       counted(static_cast<int>(needs.size()), "organisation", "organisations") +
                       " in your register. Each reason stands by itself; nothing is added up to a "
                       "score.")
      .set("any", count > 0)
      .set("list", listing(shape, asked, static_cast<int>(found.size())))
      .set("rows", std::move(rows));
}

std::vector<std::string> needs_headings() {
  return {"Organisation", "Why", "Times supported", "Last supported on"};
}

std::vector<std::vector<std::string>> needs_rows(const std::vector<questions::Needs>& needs,
                                                 const ListAsked& asked) {
  const auto with_reason = questions::in_order(needs);
  std::vector<std::vector<std::string>> rows;
  for (const auto* one : found_needs(with_reason, asked)) {
    std::string why;
    for (const auto& reason : questions::reasons_of(*one))
      why += (why.empty() ? "" : "; ") + reason;
    rows.push_back({one->organisation, why, std::to_string(one->supported),
                    one->last_supported ? to_iso(*one->last_supported) : ""});
  }
  return rows;
}

}  // namespace onereturn::gateway::views
