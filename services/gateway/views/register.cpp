#include "gateway/views/register.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "gateway/views/asking.hpp"

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

std::string saved_words(const std::string& saved) {
  if (saved == "added") return "It is in your register now.";
  if (saved == "asked") return "Asked. You read here when it is due and what has arrived.";
  if (saved == "invited") return "An invitation is on its way to that address.";
  return {};
}

}  // namespace

ListShape register_shape() {
  ListShape shape;
  shape.path = "/register";
  shape.what_one = "organisation";
  shape.what_many = "organisations";
  shape.search = "Name, or your number";
  ListFilter types{"type", "What it is", {}, true};
  for (const auto& [type, words] : agency_register::entry_types)
    types.choices.push_back({std::string(type), std::string(words)});
  shape.filters = {std::move(types)};
  shape.columns = {{"Organisation", "name"}, {"Your number"}, {"State"}, {"Asked for"}};
  shape.sort = "name";
  shape.export_ = false;
  return shape;
}

namespace {

bool contains(const std::string& text, const std::string& part) {
  const auto same = [](unsigned char a, unsigned char b) {
    return std::tolower(a) == std::tolower(b);
  };
  return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

bool is_asked_for(const RegisterEntry& entry, const ListAsked& asked) {
  const auto& types = asked.of("type");
  const bool type =
      types.empty() || std::find(types.begin(), types.end(), entry.type) != types.end();
  return type && (contains(entry.name, asked.text) || contains(entry.own_ref, asked.text));
}

}  // namespace

Data register_page(const std::vector<RegisterEntry>& entries,
                   const std::vector<returns::AskedRequest>& requests, ListAsked asked,
                   bool may_write) {
  int joined = 0;
  std::vector<const RegisterEntry*> found;
  for (const auto& entry : entries) {
    joined += entry.joined ? 1 : 0;
    if (is_asked_for(entry, asked)) found.push_back(&entry);
  }
  if (asked.descending) std::reverse(found.begin(), found.end());
  const auto shape = register_shape();
  const auto total = static_cast<int>(found.size());
  auto rows = Data::list();
  const auto from = list_offset(shape, asked, total);
  for (int at = from; at < std::min(total, from + shape.page_size); ++at) {
    const auto& entry = *found[static_cast<std::size_t>(at)];
    auto lines = Data::list();
    for (auto& words : asked_words(requests, entry.entry))
      lines.push(Data::object().set("text", std::move(words)));
    rows.push(Data::object()
                  .set("href", "/register/" + entry.entry.text())
                  .set("name", entry.name)
                  .set("type", agency_register::type_words(entry.type))
                  .set("own_ref", entry.own_ref)
                  .set("asked", std::move(lines))
                  .set("status", state_of(entry)));
  }
  return Data::object()
      .set("title", "Register")
      .set("lede", counted(static_cast<int>(entries.size()), "organisation", "organisations") +
                       ", " + std::to_string(joined) + " joined.")
      .set("may_write", may_write)
      .set("list", listing(shape, asked, total))
      .set("rows", std::move(rows));
}

Data entry_page(const EntryInput& input) {
  const auto& entry = input.found.entry;
  auto facts = Data::list();
  facts.push(fact("What it is", agency_register::type_words(entry.type)));
  if (!entry.own_ref.empty()) facts.push(fact("Your number", entry.own_ref));
  facts.push(fact("In the register since", to_words(entry.from_on)));
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
      .set("facts", std::move(facts))
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
  for (const auto& [type, words] : agency_register::entry_types) {
    types.push(Data::object()
                   .set("value", type)
                   .set("text", words)
                   .set("chosen", input.entry.type == type));
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
