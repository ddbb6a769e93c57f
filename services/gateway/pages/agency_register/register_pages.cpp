#include "gateway/pages/agency_register/register_pages.hpp"

#include "domain/agency_register/entry_types.hpp"
#include "domain/agency_register/keep_register.hpp"
#include "domain/agency_register/register_list.hpp"
#include "domain/agency_register/register_rules.hpp"
#include "domain/identity/export_right.hpp"
#include "domain/notifications/queue_mail.hpp"
#include "domain/returns/ask_for_return.hpp"
#include "domain/returns/open_wave.hpp"
#include "gateway/pages/agency_register/asking_pages.hpp"
#include "gateway/pages/agency_register/entry_pages.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/returns/wave_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/asking.hpp"
#include "gateway/views/register.hpp"
#include "gateway/views/register_list.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using agency_register::WriteContact;
using views::PageError;

constexpr const char* place = "/register";
constexpr int register_file_max = 10'000;

bool may_write(const RequestContext& context) { return context.session().role == "manager"; }

std::vector<PageError> errors_in(const Problem& problem) {
  std::vector<PageError> errors;
  for (const auto& field : problem.fields)
    errors.push_back({field.field, field.message});
  return errors;
}

WriteContact typed_contact(const RequestContext& context) {
  return {context.field("contact_name"), context.field("contact_position"),
          context.field("contact_email")};
}

bool is_empty(const WriteContact& contact) {
  return (contact.name + contact.position + contact.email).find_first_not_of(" \t\r\n") ==
         std::string::npos;
}

// The mail and what it is for, in the board's own transaction. It is the same for everybody: who
// has an account or a room is not looked at.
Result<Done> invite(postgres::BoardTx& tx, const EntryId& entry, const WriteContact& contact,
                    Instant now) {
  const auto today = day_in_england(now);
  const auto kept = agency_register::set_contact(tx, entry, contact, today);
  if (!kept) return kept.problem();
  const auto found = agency_register::read_entry(tx, entry);
  if (!found) return found.problem();
  notifications::JoinMail mail;
  mail.mail = {"join",
               found->contacts.front().email,
               {{"name", found->contacts.front().name},
                {"board", tx.actor().party_name},
                {"organisation", found->entry.name}}};
  mail.about = entry;
  const auto link = notifications::queue_join_mail(tx, mail);
  if (!link) return link.problem();
  return agency_register::note_invited(tx, entry, link->text(), now);
}

http::Response add_page(RequestContext& context, views::AddInput input, int status = 200) {
  if (input.types.empty()) {
    auto types = context.database().as_board(context.token(), [](postgres::BoardTx& tx) {
      return Result<std::vector<agency_register::EntryType>>(agency_register::list_types(tx));
    });
    if (!types) return refuse(context, types.problem());
    input.types = std::move(*types);
  }
  return framed(context, "pages/register_add", views::add_entry_page(input), place, status);
}

http::Response entry_page(RequestContext& context, const EntryId& id,
                          const std::optional<WriteContact>& typed,
                          const std::vector<PageError>& errors, int status) {
  struct Found {
    agency_register::EntryWithContacts first;
    std::vector<returns::AskedRequest> second;
    std::optional<Date> last_done;
  };
  const auto read =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Found> {
        auto entry = agency_register::read_entry(tx, id);
        if (!entry) return entry.problem();
        agency_register::RegisterQuery alone;
        alone.entries = {id.text()};
        if (entry->entry.to_on) alone.only = {"closed"};
        const auto rows =
            agency_register::list_entries(tx, alone, day_in_england(context.now())).rows;
        return Found{std::move(*entry), returns::list_asked(tx, id),
                     rows.empty() ? std::nullopt : rows.front().last_done};
      });
  if (!read) return refuse(context, read.problem());
  const auto* found = &read->first;
  views::EntryInput input{read->first, may_write(context),
                          {},          context.request().query.get("saved"),
                          errors,      views::asked_rows(read->second)};
  if (typed) {
    input.typed = *typed;
  } else if (!found->contacts.empty() && !found->contacts.front().valid_to) {
    const auto& now = found->contacts.front();
    input.typed = {now.name, now.position, now.email};
  }
  return framed(context, "pages/register_entry", views::entry_page(input), place, status);
}

}  // namespace

namespace {

struct RegisterList {
  views::ListShape shape;
  views::ListAsked asked;
  agency_register::RegisterPage page;
  agency_register::RegisterCounts counts;
};

Result<RegisterList> read_register(RequestContext& context, bool whole) {
  const auto today = day_in_england(context.now());
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<RegisterList> {
        const auto refused = whole ? identity::refuse_export(tx) : std::nullopt;
        if (refused) return *refused;
        const auto types = agency_register::list_types(tx);
        const auto waves = returns::list_waves(tx, today);
        const auto counts = agency_register::count_entries(tx, {}, today);
        auto shape = views::register_shape(types, waves, counts);
        shape.export_ = whole || identity::may_export(tx);
        // Whoever looks for organisations to join a wave goes on looking for that wave.
        const auto join = AuditId::parse(context.request().query.get("join"));
        if (join && !whole) shape.kept = {{"join", join->text()}};
        auto asked = views::list_asked(context.request().query, shape);
        auto query = views::register_query(asked);
        query.count = whole ? register_file_max : shape.page_size;
        query.offset = whole ? 0 : (asked.page - 1) * shape.page_size;
        auto page = agency_register::list_entries(tx, query, today);
        if (page.rows.empty() && query.offset > 0) {
          // A page behind the last is the last: the list may have become shorter.
          query.offset = 0;
          page = agency_register::list_entries(tx, query, today);
          query.offset = views::list_offset(shape, asked, page.total);
          page = agency_register::list_entries(tx, query, today);
        }
        if (whole) {
          identity::note_export(tx, {"register.exported", "register", ""}, page.rows.size());
        }
        return RegisterList{std::move(shape), std::move(asked), std::move(page), counts};
      });
}

}  // namespace

http::Response show_register(RequestContext& context) {
  const auto list = read_register(context, false);
  if (!list) return refuse(context, list.problem());
  views::RegisterInput input{list->shape, list->asked, list->page, list->counts,
                             may_write(context)};
  if (context.request().query.get("saved") == "none") {
    input.refused = "Tick the organisations first, or ask all that are listed.";
  }
  for (const auto& [name, value] : list->shape.kept)
    input.join = value;
  return framed(context, "pages/register", views::register_page(input), place);
}

http::Response register_file(RequestContext& context) {
  const auto list = read_register(context, true);
  if (!list) return refuse(context, list.problem());
  return views::csv_file("register", views::register_headings(), views::register_rows(list->page));
}

http::Response show_add_entry(RequestContext& context) {
  const auto& query = context.request().query;
  views::AddInput input;
  input.number = {query.get("by"), query.get("number")};
  input.looked_up = query.has("number");
  if (!input.looked_up) return add_page(context, std::move(input));
  const auto found = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return agency_register::look_up(tx, input.number);
  });
  if (!found) {
    input.errors = errors_in(found.problem());
    return add_page(context, std::move(input), 422);
  }
  input.found = *found;
  if (input.found) {
    input.entry.organisation = input.found->organisation.text();
    input.entry.name = input.found->name;
    input.entry.type = input.found->kind;
  }
  return add_page(context, std::move(input));
}

http::Response add_entry(RequestContext& context) {
  views::AddInput input;
  input.entry = {context.field("organisation"), context.field("name"), context.field("type"),
                 context.field("own_ref")};
  input.contact = typed_contact(context);
  const bool invites = !is_empty(input.contact);
  const auto today = day_in_england(context.now());
  // What is wrong with the contact is said together with what is wrong with the entry.
  auto entry = input.entry;
  auto contact = input.contact;
  auto types = context.database().as_board(context.token(), [](postgres::BoardTx& tx) {
    return Result<std::vector<agency_register::EntryType>>(agency_register::list_types(tx));
  });
  if (!types) return refuse(context, types.problem());
  input.types = std::move(*types);
  for (const auto& type : input.types) {
    if (type.type == entry.type) input.entry.section11 = type.section11;
  }
  input.errors = errors_in(agency_register::tidy(entry, input.types, today));
  if (invites) {
    for (auto& error : errors_in(agency_register::tidy(contact)))
      input.errors.push_back(std::move(error));
  }
  if (!input.errors.empty()) return add_page(context, std::move(input), 422);
  const auto added =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<EntryId> {
        const auto made = agency_register::add_entry(tx, input.entry, context.now());
        if (!made || !invites) return made;
        const auto invited = invite(tx, *made, contact, context.now());
        if (!invited) return invited.problem();
        return made;
      });
  if (added) {
    if (invites) context.services().wake.ring("send_mail");
    return http::Response::see_other("/register/" + added->text() +
                                     (invites ? "?saved=invited" : "?saved=added"));
  }
  const auto& problem = added.problem();
  input.errors = errors_in(problem);
  if (problem.code == ProblemCode::conflict) input.errors = {{"name", problem.detail}};
  if (input.errors.empty()) return refuse(context, problem);
  return add_page(context, std::move(input), 422);
}

http::Response show_entry(RequestContext& context) {
  const auto id = EntryId::parse(context.path("entry"));
  if (!id) return not_found(context);
  return entry_page(context, *id, std::nullopt, {}, 200);
}

http::Response invite_entry(RequestContext& context) {
  const auto id = EntryId::parse(context.path("entry"));
  if (!id) return not_found(context);
  const auto contact = typed_contact(context);
  const auto now = context.now();
  const auto invited = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) { return invite(tx, *id, contact, now); });
  if (invited) {
    context.services().wake.ring("send_mail");
    return http::Response::see_other("/register/" + id->text() + "?saved=invited");
  }
  const auto errors = errors_in(invited.problem());
  if (errors.empty()) return refuse(context, invited.problem());
  return entry_page(context, *id, contact, errors, 422);
}

std::vector<Route> register_routes() {
  using http::Verb;
  const auto manages = board({"manager"});
  std::vector<Route> all = {{Verb::get, "/register", board(), show_register},
                            {Verb::get, "/register.csv", board(), register_file},
                            {Verb::get, "/register/add", manages, show_add_entry},
                            {Verb::post, "/register", manages, add_entry},
                            {Verb::get, "/register/{entry}", board(), show_entry},
                            {Verb::post, "/register/{entry}/invite", manages, invite_entry}};
  for (auto* more : {&asking_routes, &entry_routes, &wave_routes}) {
    for (auto& route : more())
      all.push_back(std::move(route));
  }
  return all;
}

}  // namespace onereturn::gateway::pages
