#include "domain/agency_register/own_contacts.hpp"

#include <algorithm>

#include "domain/agency_register/contacts_store.hpp"
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

std::optional<EntryId> entry_in_path(const RequestContext& context) {
  return EntryId::parse(context.path("entry"));
}

Problem not_there() {
  return {ProblemCode::not_found, "not-found", "There is no such contact here."};
}

Result<ContactForm> form_in_path(RequestContext& context, const EntryId& entry, bool fresh) {
  return context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) -> Result<ContactForm> {
        const auto all = agency_register::list_own_contacts(tx);
        if (!all) return all.problem();
        const auto people = std::find_if(all->begin(), all->end(),
                                         [&](const People& each) { return each.entry == entry; });
        if (people == all->end()) return not_there();
        ContactForm form{std::string(place) + "/" + entry.text(), "Contacts", people->board_name,
                         agency_register::read_contact_roles(tx)};
        if (fresh) return form;
        const auto found = std::find_if(
            people->persons.begin(), people->persons.end(),
            [&](const auto& each) { return each.contact.text() == context.path("contact"); });
        if (found == people->persons.end() || found->valid_to) return not_there();
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

http::Response show_add(RequestContext& context) { return show_form(context, true); }

http::Response show_one(RequestContext& context) { return show_form(context, false); }

http::Response form_again(RequestContext& context, const EntryId& entry, bool fresh,
                          const Problem& problem) {
  auto form = form_in_path(context, entry, fresh);
  if (!form) return refuse(context, problem);
  if (context.request().form.has("name")) form->typed = typed_person(context);
  return contact_form_again(context, std::move(*form), problem);
}

http::Response add(RequestContext& context) {
  const auto entry = entry_in_path(context);
  if (!entry) return not_found(context);
  const auto now = context.now();
  const auto added = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return agency_register::add_own_contact(tx, *entry, typed_person(context), now);
  });
  if (!added) return form_again(context, *entry, true, added.problem());
  return http::Response::see_other("/contacts?saved=added");
}

http::Response correct(RequestContext& context) {
  const auto entry = entry_in_path(context);
  const auto contact = ContactId::parse(context.path("contact"));
  if (!entry || !contact) return not_found(context);
  const auto now = context.now();
  const auto saved = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return agency_register::correct_own_contact(tx, *entry, *contact, typed_person(context), now);
  });
  if (!saved) return form_again(context, *entry, false, saved.problem());
  return http::Response::see_other("/contacts?saved=corrected");
}

http::Response end(RequestContext& context) {
  const auto entry = entry_in_path(context);
  const auto contact = ContactId::parse(context.path("contact"));
  if (!entry || !contact) return not_found(context);
  const auto now = context.now();
  const auto ended = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return agency_register::end_own_contact(tx, *entry, *contact, context.field("because"), now);
  });
  if (!ended) return form_again(context, *entry, false, ended.problem());
  return http::Response::see_other("/contacts?saved=ended");
}

http::Response confirm(RequestContext& context) {
  const auto entry = entry_in_path(context);
  if (!entry) return not_found(context);
  const auto now = context.now();
  const auto confirmed = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return agency_register::confirm_contacts(tx, *entry, now);
  });
  if (!confirmed) return refuse(context, confirmed.problem());
  return http::Response::see_other("/contacts?saved=confirmed");
}

}  // namespace

http::Response show_own_contacts(RequestContext& context) {
  const auto all = context.database().as_agency(context.token(), [](postgres::AgencyTx& tx) {
    return agency_register::list_own_contacts(tx);
  });
  if (!all) return refuse(context, all.problem());
  return framed(context, "pages/own_contacts",
                views::own_contacts_page(*all, context.session().role == "lead",
                                         context.request().query.get("saved")),
                place);
}

std::vector<Route> own_contact_routes() {
  using http::Verb;
  const auto leads = agency({"lead"});
  return {{Verb::get, "/contacts/{entry}/add", leads, show_add},
          {Verb::post, "/contacts/{entry}/add", leads, add},
          {Verb::post, "/contacts/{entry}/confirm", leads, confirm},
          {Verb::get, "/contacts/{entry}/{contact}", leads, show_one},
          {Verb::post, "/contacts/{entry}/{contact}", leads, correct},
          {Verb::post, "/contacts/{entry}/{contact}/end", leads, end}};
}

}  // namespace onereturn::gateway::pages
