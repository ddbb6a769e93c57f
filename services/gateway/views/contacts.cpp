#include "gateway/views/contacts.hpp"

#include <algorithm>

namespace onereturn::gateway::views {

namespace {

using agency_register::People;
using agency_register::Person;
using agency_register::PersonOfEntry;
using html::Data;

Data row_of(const Person& person, const std::string& href) {
  return Data::object()
      .set("href", Data::text_or_no(href))
      .set("name", person.name)
      .set("position", Data::text_or_no(person.position))
      .set("role", person.role_words)
      .set("email", person.email)
      .set("telephone", Data::text_or_no(person.telephone))
      .set("since", to_words(person.valid_from))
      .set("bounced", person.bounced_at ? Data("Mail came back on " +
                                               to_words(day_in_england(*person.bounced_at)))
                                        : Data())
      .set("left", person.left ? Data("Has left your room: say who comes after them") : Data())
      .set("said_by", person.added_from == "agency" ? Data("said by the organisation") : Data());
}

std::string past_words(const Person& person) {
  auto words = person.name + ", " + person.role_words + ", " + person.email + ". From " +
               to_words(person.valid_from) + " to " + to_words(*person.valid_to);
  if (person.ended_because == "left") words += ": left";
  if (person.ended_because == "corrected") words += ": corrected";
  if (person.ended_because == "removed") words += ": taken out";
  if (person.ended_from == "agency") words += " by the organisation";
  if (person.ended_from == "board" && !person.ended_because.empty()) words += " by the board";
  return words + ".";
}

std::string confirmed_words(const People& people, bool of_board) {
  if (people.confirmed) {
    return (of_board ? "The organisation said on " : "You said on ") +
           to_words(day_in_england(people.confirmed->at)) + " that these are right (" +
           people.confirmed->by + ").";
  }
  return of_board ? "The organisation has not confirmed these yet." : "";
}

// The people of one organisation, in the order that the store has them: those who hold first.
Data people_of(const People& people, const std::string& place, bool may_write) {
  auto rows = Data::list();
  auto past = Data::list();
  for (const auto& person : people.persons) {
    if (person.valid_to) {
      past.push(Data::object().set("text", past_words(person)));
    } else {
      rows.push(row_of(person, may_write ? place + "/" + person.contact.text() : ""));
    }
  }
  const bool any_past = !past.items().empty();
  return Data::object()
      .set("rows", std::move(rows))
      .set("any_past", any_past)
      .set("past", std::move(past))
      .set("add", may_write ? Data(place + "/add") : Data());
}

std::string saved_words(const std::string& saved) {
  if (saved == "added") return "Added. They hold from today.";
  if (saved == "corrected") return "Corrected from today. What stood there before is kept.";
  if (saved == "ended") return "Noted. They are no longer written to.";
  if (saved == "trusted") return "Mail goes to that address again.";
  if (saved == "confirmed") return "Thank you. The board sees today’s date.";
  if (saved == "left") {
    return "They are signed out and can no longer come in. Boards still write to them: say below "
           "who "
           "comes after them.";
  }
  return {};
}

Data field(const char* id, const char* label, const std::string& value,
           const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("value", value)
      .set("autocomplete", "off")
      .set("error", error_of(errors, id));
}

}  // namespace

agency_register::WritePerson written(const Person& person) {
  return {person.role, person.name, person.position, person.email, person.telephone};
}

ListShape contacts_shape(const Roles& roles) {
  ListShape shape;
  shape.path = "/contacts";
  shape.what_one = "contact";
  shape.what_many = "contacts";
  shape.search = "Name, organisation or address";
  ListFilter by_role{"role", "What they are", {}, true};
  for (const auto& role : roles)
    by_role.choices.push_back({role.code, role.words});
  ListFilter mail{"mail", "Mail", {{"bounced", "Came back"}}, true};
  shape.filters = {std::move(by_role), std::move(mail)};
  shape.columns = {{"Person", "name"}, {"Organisation", "organisation"}, {"Mail"}, {"Since"}};
  shape.sort = "organisation";
  return shape;
}

agency_register::PeopleAsked people_asked(const ListShape& shape, const ListAsked& asked) {
  agency_register::PeopleAsked people;
  people.text = asked.text;
  people.roles = asked.of("role");
  people.bounced_only = !asked.of("mail").empty();
  people.by_organisation = asked.sort != "name";
  people.descending = asked.descending;
  people.limit = shape.page_size;
  return people;
}

Data contacts_page(const agency_register::PeopleFound& found, const ListShape& shape,
                   const ListAsked& asked, int bounced) {
  auto rows = Data::list();
  for (const auto& [person, organisation] : found.persons) {
    auto row = row_of(person, "/register/" + person.entry.text() + "/contacts");
    row.set("organisation", organisation);
    rows.push(std::move(row));
  }
  return Data::object()
      .set("title", "Contacts")
      .set("bounced_note",
           bounced == 0
               ? Data()
               : Data("Mail to " + counted(bounced, "contact", "contacts") +
                      " came back. Reminders go to the next person until it is put right."))
      .set("list", listing(shape, asked, found.total))
      .set("rows", std::move(rows));
}

std::vector<std::vector<std::string>> contacts_rows(const agency_register::PeopleFound& found) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [person, organisation] : found.persons) {
    rows.push_back({organisation, person.role_words, person.name, person.position, person.email,
                    person.telephone, to_iso(person.valid_from),
                    person.bounced_at ? to_iso(day_in_england(*person.bounced_at)) : ""});
  }
  return rows;
}

Data entry_contacts_page(const People& people, bool may_write, const std::string& saved) {
  const auto place = "/register/" + people.entry.text() + "/contacts";
  auto page = people_of(people, place, may_write);
  return page.set("title", "Contacts of " + people.entry_name)
      .set("entry", people.entry.text())
      .set("organisation", people.entry_name)
      .set("saved_note", Data::text_or_no(saved_words(saved)))
      .set("confirmed", confirmed_words(people, true))
      .set("asks", people.needs_confirming && !people.persons.empty()
                       ? Data("A return was asked for since: the organisation is shown that these "
                              "are to be confirmed.")
                       : Data());
}

Data own_contacts_page(const std::vector<People>& all, bool may_write, const std::string& saved) {
  auto boards = Data::list();
  int to_confirm = 0;
  for (const auto& people : all) {
    const bool leaver = std::any_of(people.persons.begin(), people.persons.end(),
                                    [](const Person& person) { return person.left; });
    to_confirm += people.needs_confirming ? 1 : 0;
    const auto place = "/contacts/" + people.entry.text();
    auto board = people_of(people, place, may_write);
    board.set("id", "b-" + people.entry.text())
        .set("board", people.board_name)
        .set("organisation", people.entry_name)
        .set("confirmed", Data::text_or_no(confirmed_words(people, false)))
        .set("asks", people.needs_confirming)
        .set("leaver", leaver)
        .set("confirm", may_write ? Data(place + "/confirm") : Data());
    boards.push(std::move(board));
  }
  return Data::object()
      .set("title", "Contacts")
      .set("lede", to_confirm == 0
                       ? "Whom each board has of you. Nothing is to be confirmed now."
                       : "Whom each board has of you. " + capital(number_word(to_confirm)) +
                             (to_confirm == 1 ? " board asks" : " boards ask") +
                             " whether this is still right.")
      .set("saved_note", Data::text_or_no(saved_words(saved)))
      .set("boards", std::move(boards));
}

Data contact_form_page(const ContactForm& form) {
  auto roles = Data::list();
  for (const auto& role : form.roles) {
    roles.push(Data::object()
                   .set("value", role.code)
                   .set("text", role.words)
                   .set("chosen", role.code == form.typed.role));
  }
  auto fields = Data::list();
  fields.push(field("name", "Name", form.typed.name, form.errors));
  fields.push(
      field("position", "Position (you can leave it empty)", form.typed.position, form.errors));
  fields.push(field("email", "Work e-mail address", form.typed.email, form.errors));
  fields.push(
      field("telephone", "Telephone (you can leave it empty)", form.typed.telephone, form.errors));
  const bool present = form.present.has_value();
  const auto here = present ? form.place + "/" + form.present->contact.text() : form.place + "/add";
  return Data::object()
      .set("title", present ? "Correct a contact" : "Add a person")
      .set("title_error", !form.errors.empty())
      .set("error_summary", error_summary(form.errors))
      .set("back", form.place)
      .set("back_words", form.back)
      .set("organisation", form.organisation)
      .set("action", here)
      .set("roles", std::move(roles))
      .set("role_error", error_of(form.errors, "role"))
      .set("fields", std::move(fields))
      .set("button", present ? "Save from today" : "Add")
      .set("present", present)
      .set("end", here + "/end")
      .set("because_error", error_of(form.errors, "because"))
      .set("trust",
           present && form.of_board && form.present->bounced_at ? Data(here + "/trust") : Data())
      .set("bounce", present && form.present->bounced_at
                         ? Data("Mail to this address came back on " +
                                to_words(day_in_england(*form.present->bounced_at)) + ". " +
                                form.present->bounce_reason)
                         : Data());
}

}  // namespace onereturn::gateway::views
