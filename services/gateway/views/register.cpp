#include "gateway/views/register.hpp"

#include <algorithm>
#include <array>

#include "domain/agency_register/register_rules.hpp"
#include "gateway/views/asking.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::gateway::views {

namespace {

using agency_register::Contact;
using agency_register::RegisterEntry;
using html::Data;

Data state_of(const RegisterEntry& entry) {
  if (entry.to_on) return status("quiet", "none", "Until " + to_words(*entry.to_on));
  if (entry.joined) return status("green", "done", "Joined");
  if (entry.asked_at) {
    return status("act", "now", "Invited on " + to_words(day_in_england(*entry.asked_at)));
  }
  return status("quiet", "none", "Not invited");
}

Data field(const char* id, const char* label, const std::string& value,
           const std::vector<PageError>& errors, const char* autocomplete = "off") {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("value", value)
      .set("autocomplete", autocomplete)
      .set("error", error_of(errors, id));
}

Data contact_fields(const agency_register::WriteContact& typed,
                    const std::vector<PageError>& errors) {
  auto fields = Data::list();
  fields.push(field("contact_name", "Name", typed.name, errors));
  fields.push(
      field("contact_position", "Position (you can leave it empty)", typed.position, errors));
  fields.push(field("contact_email", "Work e-mail address", typed.email, errors));
  return fields;
}

std::string contact_words(const Contact& contact) {
  auto words = contact.name;
  if (!contact.position.empty()) words += ", " + contact.position;
  words += ", " + contact.email + ". Since " + to_words(contact.valid_from);
  if (contact.valid_to) words += " until " + to_words(*contact.valid_to);
  return words + ".";
}

Data fact(const char* label, std::string text) {
  return Data::object().set("label", label).set("text", std::move(text));
}

// What it says of itself, and when it falls due.
Data entry_facts(const RegisterEntry& entry, const std::optional<Date>& last_done) {
  auto facts = Data::list();
  facts.push(fact("What it is", entry.type_words));
  facts.push(
      fact("Section 11", entry.section11 ? "A body named in section 11" : "Another partner"));
  if (!entry.parent_name.empty()) facts.push(fact("Part of", entry.parent_name));
  if (!entry.own_ref.empty()) facts.push(fact("Your number", entry.own_ref));
  facts.push(fact("In the register since", to_words(entry.from_on)));
  if (entry.to_on) facts.push(fact("Until", to_words(*entry.to_on)));
  const auto done = std::max(entry.completed_on, last_done);
  facts.push(fact("Last completed", done ? to_words(*done) : "never, as far as you have said"));
  const auto whose = entry.months ? ", which you chose for it" : "";
  facts.push(fact("Falls due",
                  "every " + std::to_string(entry.every) + " months" + whose +
                      (done ? ": next by " + to_words(agency_register::next_due(*done, entry.every))
                            : std::string{})));
  return facts;
}

std::string field_words(const std::string& field) {
  if (field == "name") return "name";
  if (field == "type") return "what it is";
  if (field == "own_ref") return "your number";
  if (field == "section11") return "a body of section 11";
  if (field == "parent_id") return "part of";
  if (field == "notes") return "notes";
  if (field == "months") return "months between";
  if (field == "completed_on") return "last completed";
  return field == "to_on" ? "until" : field;
}

// What it said before: "Before: what it is: School; your number: 12".
std::string was_words(const agency_register::RegisterChange& change) {
  std::vector<std::string> parts;
  for (const auto& [field, value] : change.was) {
    if (field == "to_on" || field == "notes") continue;
    auto words = value.empty() ? std::string("nothing") : value;
    if (field == "section11") words = value == "true" ? "yes" : "no";
    if (const auto day = parse_date(value)) words = to_words(*day);
    parts.push_back(field_words(field) + ": " + words);
  }
  std::string words;
  for (const auto& part : parts)
    words += (words.empty() ? "Before: " : "; ") + part;
  return words;
}

std::string change_words(const agency_register::RegisterChange& change) {
  const auto& what = change.what;
  std::string words = "Changed";
  if (what == "added") words = "Put in the register";
  if (what == "renamed") words = "Renamed from " + change.was_name + " to " + change.name;
  if (what == "closed") words = "Ended";
  if (what == "opened_again") words = "Opened again";
  if (what == "merged_into") words = "Merged into";
  if (what == "took_in") words = "Took in";
  if (what == "split") words = "Split: a part became";
  if (what == "split_off") words = "Split off from";
  words += change.other ? " " : ", ";
  if (change.other) words += change.other_name + ", ";
  words += to_words_with_time(change.at);
  return change.by.empty() ? words + "." : words + ", by " + change.by + ".";
}

std::string saved_words(const std::string& saved) {
  if (saved == "changed") return "Changed. What it said before stands in its history.";
  if (saved == "closed") return "It has ended in your register. Its returns and its history stay.";
  if (saved == "merged")
    return "Merged. Its contacts and open actions are this one's now; its returns and history stay "
           "with its name.";
  if (saved == "split") return "Split. Each part is an organisation of its own now.";
  if (saved == "opened") return "It is in your register again.";
  if (saved == "added") return "It is in your register now.";
  if (saved == "asked") return "Asked. You read here when it is due and what has arrived.";
  if (saved == "invited") return "An invitation is on its way to that address.";
  return {};
}

}  // namespace

Data entry_page(const EntryInput& input) {
  const auto& entry = input.found.entry;
  auto sites = Data::list();
  for (const auto& site : input.found.sites) {
    sites.push(Data::object()
                   .set("href", "/register/" + site.entry.text())
                   .set("text", site.ended ? site.name + " (ended)" : site.name));
  }
  auto changes = Data::list();
  for (const auto& change : input.found.changes) {
    changes.push(Data::object()
                     .set("text", change_words(change))
                     .set("was", Data::text_or_no(was_words(change)))
                     .set("reason", Data::text_or_no(change.reason))
                     .set("href", change.other ? Data("/register/" + change.other->text()) : Data())
                     .set("other", change.other_name));
  }
  const bool any_sites = !input.found.sites.empty();
  const bool open = input.may_write && !entry.to_on;
  auto contacts = Data::list();
  for (const auto& contact : input.found.contacts)
    contacts.push(Data::object().set("text", contact_words(contact)));
  const bool invites = input.may_write && !entry.joined && !entry.to_on;
  const bool asks = input.may_write && !entry.to_on && (entry.joined || entry.asked_at);
  const bool any_asked = !input.asked.items().empty();
  return Data::object()
      .set("title", entry.name)
      .set("title_error", !input.errors.empty())
      .set("error_summary", error_summary(input.errors))
      .set("saved_note", Data::text_or_no(saved_words(input.saved)))
      .set("id", entry.entry.text())
      .set("status", state_of(entry))
      .set("facts", entry_facts(entry, input.last_done))
      .set("notes", Data::text_or_no(entry.notes))
      .set("any_sites", any_sites)
      .set("sites", std::move(sites))
      .set("changes", std::move(changes))
      .set("may_change", open)
      .set("may_open", input.may_write && entry.to_on.has_value())
      .set("questions_href", "/questions?q=" + http::percent_encode(entry.name))
      .set("any_contacts", !input.found.contacts.empty())
      .set("contacts", std::move(contacts))
      .set("may_ask", asks)
      .set("any_asked", any_asked)
      .set("asked", input.asked)
      .set("invite", invites ? Data(entry.asked_at ? "Invite again" : "Invite") : Data())
      .set("fields", contact_fields(input.typed, input.errors));
}

Data add_entry_page(const AddInput& input) {
  constexpr std::array<std::pair<const char*, const char*>, 3> kinds{
      {{"urn", "School (URN)"}, {"ods", "Health body (ODS code)"}, {"force", "Police force code"}}};
  auto numbers = Data::list();
  for (const auto& [kind, words] : kinds) {
    const bool chosen =
        input.number.kind.empty() ? std::string_view(kind) == "urn" : input.number.kind == kind;
    numbers.push(Data::object().set("value", kind).set("text", words).set("chosen", chosen));
  }
  auto types = Data::list();
  for (const auto& type : input.types) {
    types.push(Data::object()
                   .set("value", type.type)
                   .set("text", type.words)
                   .set("chosen", input.entry.type == type.type));
  }
  Data found;
  if (input.found) found = Data("Found in the public directory: " + input.found->name + ".");
  const bool missing = input.looked_up && !input.found && input.errors.empty();
  return Data::object()
      .set("title", "Add an organisation")
      .set("title_error", !input.errors.empty())
      .set("error_summary", error_summary(input.errors))
      .set("numbers", std::move(numbers))
      .set("number", field("number", "Number", input.number.number, input.errors))
      .set("found", std::move(found))
      .set("missing", missing)
      .set("organisation", input.entry.organisation)
      .set("name", field("name", "Name", input.entry.name, input.errors))
      .set("own_ref", field("own_ref", "Your own number for it (you can leave it empty)",
                            input.entry.own_ref, input.errors))
      .set("types", std::move(types))
      .set("type_error", error_of(input.errors, "type"))
      .set("fields", contact_fields(input.contact, input.errors));
}

}  // namespace onereturn::gateway::views
