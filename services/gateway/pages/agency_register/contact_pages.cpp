#include "gateway/pages/agency_register/contact_pages.hpp"

#include <algorithm>

#include "domain/agency_register/contacts_store.hpp"
#include "domain/agency_register/keep_contacts.hpp"
#include "domain/identity/export_right.hpp"
#include "gateway/pages/agency_register/contact_support.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using agency_register::ContactId;
using agency_register::People;
using views::ContactForm;

constexpr const char* place = "/contacts";
constexpr int export_max = 10'000;

bool may_write(const RequestContext& context) { return context.session().role == "manager"; }

std::optional<EntryId> entry_in_path(const RequestContext& context) {
  return EntryId::parse(context.path("entry"));
}

std::string list_of(const EntryId& entry) { return "/register/" + entry.text() + "/contacts"; }

struct Listed {
  views::Roles roles;
  agency_register::PeopleFound found;
  int bounced = 0;
  bool may_export = false;
};

Result<Listed> read_list(RequestContext& context, views::ListAsked& asked, bool all) {
  return context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Listed> {
    const auto refused = all ? identity::refuse_export(tx) : std::nullopt;
    if (refused) return *refused;
    Listed listed{agency_register::read_contact_roles(tx), {}, 0, all || identity::may_export(tx)};
    const auto shape = views::contacts_shape(listed.roles);
    asked = views::list_asked(context.request().query, shape);
    auto people = views::people_asked(shape, asked);
    people.limit = all ? export_max : 0;
    listed.found = agency_register::find_people(tx, people);
    if (!all) {
      people.limit = shape.page_size;
      people.offset = views::list_offset(shape, asked, listed.found.total);
      const int total = listed.found.total;
      listed.found = agency_register::find_people(tx, people);
      listed.found.total = total;
    }
    listed.bounced = agency_register::count_bounced(tx);
    if (all) {
      identity::note_export(tx, {"contacts.exported", "contacts", ""}, listed.found.persons.size());
    }
    return listed;
  });
}

http::Response show_contacts(RequestContext& context) {
  if (context.session().is_agency()) return show_own_contacts(context);
  if (!context.session().is_board()) return not_found(context);
  // Whoever only reviews for the board is told nothing of its register.
  const auto& role = context.session().role;
  if (role != "manager" && role != "assistant" && role != "chair") {
    return refuse(context, refusal_of_type("not-permitted"));
  }
  views::ListAsked asked;
  const auto listed = read_list(context, asked, false);
  if (!listed) return refuse(context, listed.problem());
  auto shape = views::contacts_shape(listed->roles);
  shape.export_ = listed->may_export;
  return framed(context, "pages/contacts",
                views::contacts_page(listed->found, shape, asked, listed->bounced), place);
}

http::Response take_contacts(RequestContext& context) {
  views::ListAsked asked;
  const auto listed = read_list(context, asked, true);
  if (!listed) return refuse(context, listed.problem());
  return views::csv_file("contacts",
                         {"Organisation", "What they are", "Name", "Position", "E-mail",
                          "Telephone", "Since", "Mail came back on"},
                         views::contacts_rows(listed->found));
}

http::Response show_entry_contacts(RequestContext& context) {
  const auto entry = entry_in_path(context);
  if (!entry) return not_found(context);
  const auto people = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return agency_register::read_contacts_of(tx, *entry);
  });
  if (!people) return refuse(context, people.problem());
  return framed(
      context, "pages/entry_contacts",
      views::entry_contacts_page(*people, may_write(context), context.request().query.get("saved")),
      place);
}

// The form of one contact of the entry in the path, or of a new one.
Result<ContactForm> form_in_path(RequestContext& context, const EntryId& entry, bool fresh) {
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<ContactForm> {
        const auto people = agency_register::read_contacts_of(tx, entry);
        if (!people) return people.problem();
        ContactForm form{list_of(entry), "Contacts of " + people->entry_name, people->entry_name,
                         agency_register::read_contact_roles(tx)};
        form.of_board = true;
        if (fresh) return form;
        const auto found = std::find_if(
            people->persons.begin(), people->persons.end(),
            [&](const auto& each) { return each.contact.text() == context.path("contact"); });
        if (found == people->persons.end() || found->valid_to) {
          return Problem{ProblemCode::not_found, "not-found", "There is no such contact here."};
        }
        form.present = *found;
        form.typed = views::written(*found);
        return form;
      });
}

http::Response show_form(RequestContext& context, bool fresh) {
  const auto entry = entry_in_path(context);
  if (!entry) return not_found(context);
  const auto form = form_in_path(context, *entry, fresh);
  if (!form) return refuse(context, form.problem());
  return framed(context, "pages/contact_form", views::contact_form_page(*form), place);
}

http::Response show_add_contact(RequestContext& context) { return show_form(context, true); }

http::Response show_contact(RequestContext& context) { return show_form(context, false); }

// The form with what was typed, for whoever has to look at it again.
http::Response form_again(RequestContext& context, const EntryId& entry, bool fresh,
                          const Problem& problem) {
  auto form = form_in_path(context, entry, fresh);
  if (!form) return refuse(context, problem);
  if (context.request().form.has("name")) form->typed = typed_person(context);
  return contact_form_again(context, std::move(*form), problem);
}

http::Response add_contact(RequestContext& context) {
  const auto entry = entry_in_path(context);
  if (!entry) return not_found(context);
  const auto now = context.now();
  const auto added = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return agency_register::add_contact(tx, *entry, typed_person(context), now);
  });
  if (!added) return form_again(context, *entry, true, added.problem());
  return http::Response::see_other(list_of(*entry) + "?saved=added");
}

http::Response correct_contact(RequestContext& context) {
  const auto entry = entry_in_path(context);
  const auto contact = ContactId::parse(context.path("contact"));
  if (!entry || !contact) return not_found(context);
  const auto now = context.now();
  const auto saved = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return agency_register::correct_contact(tx, *entry, *contact, typed_person(context), now);
  });
  if (!saved) return form_again(context, *entry, false, saved.problem());
  return http::Response::see_other(list_of(*entry) + "?saved=corrected");
}

http::Response end_contact(RequestContext& context) {
  const auto entry = entry_in_path(context);
  const auto contact = ContactId::parse(context.path("contact"));
  if (!entry || !contact) return not_found(context);
  const auto now = context.now();
  const auto ended = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return agency_register::end_contact(tx, *entry, *contact, context.field("because"), now);
  });
  if (!ended) return form_again(context, *entry, false, ended.problem());
  return http::Response::see_other(list_of(*entry) + "?saved=ended");
}

http::Response trust_address(RequestContext& context) {
  const auto entry = entry_in_path(context);
  const auto contact = ContactId::parse(context.path("contact"));
  if (!entry || !contact) return not_found(context);
  const auto trusted = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return agency_register::trust_address(tx, *entry, *contact);
  });
  if (!trusted) return refuse(context, trusted.problem());
  return http::Response::see_other(list_of(*entry) + "?saved=trusted");
}

}  // namespace

std::vector<Route> contact_routes() {
  using http::Verb;
  const auto manages = board({"manager"});
  std::vector<Route> all = {
      {Verb::get, "/contacts", signed_in(), show_contacts},
      {Verb::get, "/contacts.csv", board(), take_contacts},
      {Verb::get, "/register/{entry}/contacts", board(), show_entry_contacts},
      {Verb::get, "/register/{entry}/contacts/add", manages, show_add_contact},
      {Verb::post, "/register/{entry}/contacts/add", manages, add_contact},
      {Verb::get, "/register/{entry}/contacts/{contact}", manages, show_contact},
      {Verb::post, "/register/{entry}/contacts/{contact}", manages, correct_contact},
      {Verb::post, "/register/{entry}/contacts/{contact}/end", manages, end_contact},
      {Verb::post, "/register/{entry}/contacts/{contact}/trust", manages, trust_address}};
  for (auto& route : own_contact_routes())
    all.push_back(std::move(route));
  return all;
}

}  // namespace onereturn::gateway::pages
