#include "gateway/views/asking.hpp"

#include "gateway/views/due_field.hpp"

namespace onereturn::gateway::views {

namespace {

using html::Data;
using returns::AskedRequest;
using returns::AskedState;

Data line(const char* id, const char* label, const std::string& value,
          const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("value", value)
      .set("autocomplete", "off")
      .set("error", error_of(errors, id));
}

Data frame(const char* title, const AskInput& input) {
  return Data::object()
      .set("title", title)
      .set("title_error", !input.errors.empty())
      .set("error_summary", error_summary(input.errors))
      .set("entry_href", "/register/" + input.entry.entry.text())
      .set("entry_name", input.entry.name)
      .set("action", "/register/" + input.entry.entry.text() + "/ask");
}

Data state_of(const AskedRequest& asked) {
  switch (asked.state) {
    case AskedState::received:
      if (asked.back_by) {
        return status("amber", "at-risk", "Back with them until " + to_words(*asked.back_by));
      }
      return status("green", "done", "Received");
    case AskedState::withdrawn:
      return status("quiet", "none", "Withdrawn");
    case AskedState::asked:
      break;
  }
  if (asked.left_out == "closed") return status("quiet", "na", "Left out: it has closed");
  if (!asked.left_out.empty()) return status("quiet", "na", "Not applicable this time");
  return status("act", "now", "Asked on " + to_words(asked.asked_on));
}

std::string places_of(const AskedRequest& asked) {
  return asked.parts.empty() ? "The whole form" : joined(asked.places);
}

std::string change_words(const returns::RequestChange& change) {
  auto words = change.withdrawn ? std::string("Withdrawn")
                                : "Due on " + to_words(change.due_on) + " instead of " +
                                      to_words(change.was_due_on);
  if (!change.withdrawn && change.left_out != change.was_left_out) {
    words = change.left_out.empty()       ? "Counted again"
            : change.left_out == "closed" ? "Left out: the organisation closed"
                                          : "Left out, not applicable: " + change.reason;
  }
  words += ", " + to_words_with_time(change.at);
  return change.by.empty() ? words + "." : words + ", by " + change.by + ".";
}

std::string saved_words(const std::string& saved) {
  if (saved == "left-out") return "Left out. It is not counted among those due any more.";
  if (saved == "counted") return "Counted again among those due.";
  if (saved == "due") return "The date is changed. Whoever works on it reads the new one.";
  if (saved == "withdrawn") return "Withdrawn. What was written there stays there.";
  return {};
}

}  // namespace

Data ask_page(const AskInput& input) {
  const auto& typed = input.typed;
  auto forms = Data::list();
  for (const auto& form : input.forms) {
    const bool chosen = typed.form == form.form.code || input.forms.size() == 1;
    forms.push(Data::object()
                   .set("value", form.form.code)
                   .set("text", form.name)
                   .set("id", forms.items().empty() ? "form" : "form-" + as_id(form.form.code))
                   .set("chosen", chosen));
  }
  return frame("Ask for a return", input)
      .set("any_form", !input.forms.empty())
      .set("forms", std::move(forms))
      .set("form_error", error_of(input.errors, "form"))
      .set("period",
           line("period", "For which period? For example 2027", typed.period, input.errors))
      .set("once", typed.how != "parts")
      .set("parts", typed.how == "parts")
      .set("start_month", typed.start_month)
      .set("start_year", typed.start_year)
      .set("start_error", error_of(input.errors, "start"));
}

Data ask_dates_page(const AskInput& input, const returns::BoardForm& form) {
  const auto& typed = input.typed;
  const bool in_parts = typed.how == "parts";
  auto dates = Data::list();
  if (in_parts) {
    for (const auto& part : form.parts) {
      const auto found = typed.parts.find(part.section);
      dates.push(due_field("part-" + part.section, part.place,
                           found == typed.parts.end() ? TypedDate{} : found->second, input.errors));
    }
  } else {
    dates.push(due_field("due", "By when?", typed.due, input.errors));
  }
  return frame(in_parts ? "A date for each part" : "By when?", input)
      .set("asking", typed.asking)
      .set("form", typed.form)
      .set("form_name", form.name)
      .set("how", typed.how)
      .set("in_parts", in_parts)
      .set("period", line("period", "Period", typed.period, input.errors))
      .set("refused", error_of(input.errors, "refused"))
      .set("dates", std::move(dates))
      .set("ask_words", in_parts ? "Ask for it in parts" : "Ask for it");
}

Data asked_rows(const std::vector<AskedRequest>& asked) {
  auto rows = Data::list();
  for (const auto& each : asked) {
    rows.push(Data::object()
                  .set("href", "/register/" + each.entry.text() + "/asked/" + each.request.text())
                  .set("title", each.title)
                  .set("places", places_of(each))
                  .set("due", to_words(each.back_by.value_or(each.due_on)))
                  .set("status", state_of(each)));
  }
  return rows;
}

Data asked_page(const AskedInput& input) {
  const auto& asked = input.found.request;
  const auto base = "/register/" + asked.entry.text();
  auto facts = Data::list();
  const auto fact = [&](const char* label, std::string text) {
    facts.push(Data::object().set("label", label).set("text", std::move(text)));
  };
  fact("What you asked for", places_of(asked));
  fact("Form", asked.form_name);
  fact("Period", asked.period);
  fact("Asked on", to_words(asked.asked_on));
  fact("Due on", to_words(asked.due_on));
  if (asked.back_by) fact("Given back until", to_words(*asked.back_by));
  auto changes = Data::list();
  for (const auto& change : input.found.changes)
    changes.push(Data::object().set("text", change_words(change)));
  const bool any_changes = !input.found.changes.empty();
  const bool open = input.may_write && asked.state == AskedState::asked;
  return Data::object()
      .set("title", asked.title)
      .set("title_error", !input.errors.empty())
      .set("error_summary", error_summary(input.errors))
      .set("saved_note", Data::text_or_no(saved_words(input.saved)))
      .set("entry_href", base)
      .set("entry_name", asked.entry_name)
      .set("action", base + "/asked/" + asked.request.text())
      .set("status", state_of(asked))
      .set("facts", std::move(facts))
      .set("return_href", asked.received ? Data("/returns/" + asked.received->text()) : Data())
      .set("any_changes", any_changes)
      .set("changes", std::move(changes))
      .set("open", open)
      .set("may_leave_out", open && asked.left_out.empty())
      .set("may_count", open && asked.left_out == "not_applicable")
      .set("reason", Data::object()
                         .set("id", "reason")
                         .set("label", "Why need it not be answered this time?")
                         .set("hint", false)
                         .set("rows", 2)
                         .set("value", input.reason)
                         .set("error", error_of(input.errors, "reason")))
      .set("due", due_field("due", "New date", input.due, input.errors));
}

}  // namespace onereturn::gateway::views
