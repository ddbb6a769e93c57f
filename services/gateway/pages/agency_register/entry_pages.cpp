#include "gateway/pages/agency_register/entry_pages.hpp"

#include <algorithm>
#include <sstream>

#include "domain/actions/follow_action.hpp"
#include "domain/agency_register/entry_types.hpp"
#include "domain/agency_register/register_rules.hpp"
#include "domain/returns/leave_cycle.hpp"
#include "gateway/pages/notifications/telling.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/entry_forms.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using agency_register::RegisterEntry;
using views::EditInput;
using views::EndInput;
using views::PageError;

constexpr const char* place = "/register";

void add_rules(std::vector<PageError>& errors, const Problem& problem) {
  for (const auto& field : problem.fields) {
    const bool told = std::any_of(errors.begin(), errors.end(),
                                  [&](const auto& error) { return error.field == field.field; });
    if (!told) errors.push_back({field.field, field.message});
  }
}

std::optional<Date> date_in(const views::TypedDate& typed, const char* field,
                            std::vector<PageError>& errors) {
  const auto read = views::read_date(typed);
  if (!read.error.empty()) errors.push_back({field, read.error});
  return read.date;
}

// An entry with what its forms offer.
struct Offered {
  RegisterEntry entry;
  std::vector<agency_register::EntryType> types;
  std::vector<agency_register::Choice> others;
  int open_requests = 0;
};

Result<Offered> read_offered(RequestContext& context) {
  const auto id = EntryId::parse(context.path("entry"));
  if (!id) return Problem{ProblemCode::not_found, "not-found", "There is no such entry here."};
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<Offered> {
        auto found = agency_register::read_entry(tx, *id);
        if (!found) return found.problem();
        return Offered{std::move(found->entry), agency_register::list_types(tx),
                       agency_register::entries_to_choose(tx, id),
                       returns::count_open_requests(tx, *id)};
      });
}

std::string path_of(const RegisterEntry& entry) { return "/register/" + entry.entry.text(); }

http::Response edit_page(RequestContext& context, const Offered& offered, EditInput input,
                         int status) {
  input.types = offered.types;
  input.others = offered.others;
  return framed(context, "pages/register_edit", views::edit_page(input), place, status);
}

http::Response show_edit(RequestContext& context) {
  const auto offered = read_offered(context);
  if (!offered) return refuse(context, offered.problem());
  EditInput input{offered->entry, views::written(offered->entry),
                  views::typed_date(offered->entry.completed_on), offered->entry.version};
  return edit_page(context, *offered, std::move(input), 200);
}

http::Response save_edit(RequestContext& context) {
  const auto offered = read_offered(context);
  if (!offered) return refuse(context, offered.problem());
  const auto& entry = offered->entry;
  EditInput input{
      entry, views::written(entry), views::typed_date(context.request().form, "completed"),
      static_cast<int>(agency_register::months_typed(context.field("version")).value_or(0))};
  input.typed.name = context.field("name");
  input.typed.type = context.field("type");
  input.typed.own_ref = context.field("own_ref");
  input.typed.section11 = context.field("section11") != "no";
  input.typed.parent = context.field("parent");
  input.typed.months = context.field("months");
  input.typed.notes = context.field("notes");
  input.typed.completed_on = date_in(input.completed, "completed", input.errors);
  auto tidied = input.typed;
  add_rules(input.errors,
            agency_register::tidy(tidied, offered->types, day_in_england(context.now())));
  if (!input.errors.empty()) return edit_page(context, *offered, std::move(input), 422);
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return agency_register::change_entry(tx, entry.entry, input.version, input.typed,
                                         context.now());
  });
  if (done) return http::Response::see_other(path_of(entry) + "?saved=changed");
  const auto& problem = done.problem();
  if (problem.key == "changed") {
    const auto now = read_offered(context);
    if (!now) return refuse(context, now.problem());
    EditInput again{now->entry, input.typed, input.completed, now->entry.version};
    again.changed = problem.detail;
    return edit_page(context, *now, std::move(again), 409);
  }
  add_rules(input.errors, problem);
  if (input.errors.empty()) return refuse(context, problem);
  return edit_page(context, *offered, std::move(input), 422);
}

EndInput typed_end(const RequestContext& context, const Offered& offered, EndInput::Kind kind) {
  EndInput input{kind, offered.entry, offered.open_requests};
  input.open = context.field("open");
  input.ending = context.field("ends") == "yes";
  input.closed = views::typed_date(context.request().form, "closed");
  input.into = context.field("into");
  input.names = context.field("names");
  input.reason = context.field("reason");
  return input;
}

http::Response end_page(RequestContext& context, const Offered& offered, EndInput input,
                        int status) {
  input.others = offered.others;
  return framed(context, "pages/register_close", views::end_page(input), place, status);
}

http::Response show_end(RequestContext& context, EndInput::Kind kind) {
  const auto offered = read_offered(context);
  if (!offered) return refuse(context, offered.problem());
  EndInput input{kind, offered->entry, offered->open_requests};
  if (kind == EndInput::Kind::close) {
    input.closed = views::typed_date(std::optional(day_in_england(context.now())));
  }
  return end_page(context, *offered, std::move(input), 200);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

Result<std::string> end_it(postgres::BoardTx& tx, const EndInput& input,
                           const std::optional<Date>& closed, Instant at) {
  const bool carries = input.open == "carry" && input.kind == EndInput::Kind::merge;
  const auto open = input.open == "keep" ? returns::OpenRequests::keep
                    : carries            ? returns::OpenRequests::carry
                                         : returns::OpenRequests::withdraw;
  const auto& id = input.entry.entry;
  if (input.kind == EndInput::Kind::close) {
    const auto done = returns::close_organisation(tx, id, {closed, input.reason}, open, at);
    if (!done) return done.problem();
    return path_of(input.entry) + "?saved=closed";
  }
  if (input.kind == EndInput::Kind::split) {
    const auto made = returns::split_organisation(tx, id, lines_of(input.names), input.ending,
                                                  input.reason, open, at);
    if (!made) return made.problem();
    return path_of(input.entry) + "?saved=split";
  }
  const auto into = EntryId::parse(input.into);
  if (!into) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "Correct what is named and try again.",
                   {{"into", "Choose the organisation that goes on"}}};
  }
  const auto done = returns::merge_organisations(tx, id, *into, input.reason, open, at);
  if (!done) return done.problem();
  actions::take_over_actions(tx, id, *into, at);
  tell_of_asking(tx, *done, at);
  return "/register/" + into->text() + "?saved=merged";
}

http::Response do_end(RequestContext& context, EndInput::Kind kind) {
  const auto offered = read_offered(context);
  if (!offered) return refuse(context, offered.problem());
  auto input = typed_end(context, *offered, kind);
  std::optional<Date> closed;
  if (kind == EndInput::Kind::close) closed = date_in(input.closed, "closed", input.errors);
  if (!input.errors.empty()) return end_page(context, *offered, std::move(input), 422);
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return end_it(tx, input, closed, context.now());
  });
  if (done) return http::Response::see_other(*done);
  const auto& problem = done.problem();
  add_rules(input.errors, problem);
  if (problem.key == "wrong-way") input.errors.push_back({"into", problem.detail});
  if (input.errors.empty()) return refuse(context, problem);
  return end_page(context, *offered, std::move(input), 422);
}

http::Response show_close(RequestContext& context) {
  return show_end(context, EndInput::Kind::close);
}
http::Response show_merge(RequestContext& context) {
  return show_end(context, EndInput::Kind::merge);
}
http::Response show_split(RequestContext& context) {
  return show_end(context, EndInput::Kind::split);
}
http::Response do_close(RequestContext& context) { return do_end(context, EndInput::Kind::close); }
http::Response do_merge(RequestContext& context) { return do_end(context, EndInput::Kind::merge); }
http::Response do_split(RequestContext& context) { return do_end(context, EndInput::Kind::split); }

http::Response open_again(RequestContext& context) {
  const auto id = EntryId::parse(context.path("entry"));
  if (!id) return not_found(context);
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return returns::open_organisation_again(tx, *id, context.now());
  });
  if (!done) return refuse(context, done.problem());
  return http::Response::see_other("/register/" + id->text() + "?saved=opened");
}

Result<std::vector<agency_register::EntryType>> read_types(RequestContext& context) {
  return context.database().as_board(context.token(), [](postgres::BoardTx& tx) {
    return Result<std::vector<agency_register::EntryType>>(agency_register::list_types(tx));
  });
}

http::Response show_types(RequestContext& context) {
  const auto types = read_types(context);
  if (!types) return refuse(context, types.problem());
  views::TypesInput input{*types, {}, context.request().query.get("saved")};
  const auto chosen = context.request().query.get("type");
  for (const auto& type : *types) {
    if (type.type != chosen || chosen.empty()) continue;
    input.typed = {type.type, type.words, type.months ? std::to_string(*type.months) : "",
                   type.section11, type.version};
  }
  return framed(context, "pages/register_types", views::types_page(input), place);
}

http::Response save_type(RequestContext& context) {
  const auto types = read_types(context);
  if (!types) return refuse(context, types.problem());
  views::TypesInput input{*types, {}};
  input.typed = {context.field("type"), context.field("words"), context.field("months"),
                 context.field("section11") == "yes",
                 agency_register::months_typed(context.field("version")).value_or(0)};
  const auto kept = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return agency_register::keep_type(tx, input.typed, context.now());
  });
  if (kept) return http::Response::see_other("/register/types?saved=yes");
  const auto& problem = kept.problem();
  add_rules(input.errors, problem);
  if (problem.key == "changed") input.errors.push_back({"words", problem.detail});
  if (input.errors.empty()) return refuse(context, problem);
  const int status = problem.key == "changed" ? 409 : 422;
  return framed(context, "pages/register_types", views::types_page(input), place, status);
}

}  // namespace

std::vector<Route> entry_routes() {
  using http::Verb;
  const auto manages = board({"manager"});
  return {{Verb::get, "/register/types", manages, show_types},
          {Verb::post, "/register/types", manages, save_type},
          {Verb::get, "/register/{entry}/edit", manages, show_edit},
          {Verb::post, "/register/{entry}/edit", manages, save_edit},
          {Verb::get, "/register/{entry}/close", manages, show_close},
          {Verb::post, "/register/{entry}/close", manages, do_close},
          {Verb::get, "/register/{entry}/merge", manages, show_merge},
          {Verb::post, "/register/{entry}/merge", manages, do_merge},
          {Verb::get, "/register/{entry}/split", manages, show_split},
          {Verb::post, "/register/{entry}/split", manages, do_split},
          {Verb::post, "/register/{entry}/open", manages, open_again}};
}

}  // namespace onereturn::gateway::pages
