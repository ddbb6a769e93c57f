#include "gateway/views/support.hpp"

#include <algorithm>

#include "domain/questions/support_rules.hpp"

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

}  // namespace

Data support_page(const std::vector<questions::Support>& log, bool may_write,
                  const std::string& saved_note) {
  auto rows = Data::list();
  for (const auto& one : log) {
    auto note = "Noted on " + to_words(day_in_england(one.made_at));
    if (!one.made_by.empty()) note += " by " + one.made_by;
    if (one.struck_at) note += ". Struck on " + to_words(day_in_england(*one.struck_at));
    rows.push(Data::object()
                  .set("kind", kind_words(one.kind))
                  .set("when", to_words(one.on))
                  .set("who", one.who)
                  .set("organisations", names_of(one))
                  .set("notes", Data::text_or_no(one.notes))
                  .set("note", note + ".")
                  .set("struck", one.struck_at.has_value())
                  .set("strike_action", one.struck_at || !may_write
                                            ? Data()
                                            : Data("/support/" + one.id.text() + "/strike"))
                  .set("about", kind_words(one.kind) + " on " + to_words(one.on)));
  }
  const bool any = !rows.items().empty();
  return Data::object()
      .set("title", "Support")
      .set("may_write", may_write)
      .set("saved_note", Data::text_or_no(saved_note))
      .set("any", any)
      .set("rows", std::move(rows));
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
  auto entries = Data::list();
  for (const auto& one : organisations) {
    const auto value = one.entry.text();
    const bool ticked =
        std::find(typed.entries.begin(), typed.entries.end(), value) != typed.entries.end();
    entries.push(Data::object()
                     .set("id", "entries-" + std::to_string(entries.items().size()))
                     .set("value", value)
                     .set("checked", ticked)
                     .set("text", one.name));
  }
  auto page = Data::object();
  page.set("title", "Note support")
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

Data needs_page(const std::vector<questions::Needs>& needs) {
  auto rows = Data::list();
  for (const auto& one : questions::in_order(needs)) {
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
  const auto count = static_cast<int>(rows.items().size());
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
      .set("rows", std::move(rows));
}

}  // namespace onereturn::gateway::views
