#include <algorithm>
#include <charconv>

#include "domain/actions/add_board_action.hpp"
#include "domain/actions/follow_action.hpp"
#include "domain/actions/list_board_actions.hpp"
#include "domain/actions/mail_about_action.hpp"
#include "domain/actions/open_piece.hpp"
#include "gateway/pages/actions/board_actions.hpp"
#include "gateway/pages/evidence/evidence_support.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/action_form.hpp"
#include "gateway/views/action_page.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using actions::Decision;
using views::PageError;
using views::TypedAction;
using views::TypedActionWords;

constexpr const char* place = "/actions";

// Fields of the form that are numbers; 0 for what is none, which is no version.
int number_in(const std::string& text) {
  int number = 0;
  const auto* end = text.data() + text.size();
  const auto [at, fault] = std::from_chars(text.data(), end, number);
  return fault == std::errc{} && at == end && number > 0 ? number : 0;
}

std::vector<PageError> errors_in(const Problem& problem) {
  std::vector<PageError> errors;
  for (const auto& field : problem.fields)
    errors.push_back({field.field, field.message});
  return errors;
}

std::string here(const RequestContext& context) { return "/actions/" + context.path("action"); }

http::Response back(const RequestContext& context, const char* saved) {
  return http::Response::see_other(here(context) + "?saved=" + saved);
}

http::Response action_page(RequestContext& context, const TypedAction& typed,
                           const std::vector<PageError>& errors, int status,
                           const std::optional<int>& read_until = std::nullopt) {
  const auto id = ActionId::parse(context.path("action"));
  if (!id) return not_found(context);
  const auto today = day_in_england(context.now());
  const bool may_write = actions::may_follow(context.session().role);
  std::vector<actions::Contact> contacts;
  const auto one = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    if (may_write) contacts = actions::contacts_of(tx, *id, today);
    return actions::read_board_action(tx, *id, today);
  });
  if (!one) return refuse(context, one.problem());
  return framed(
      context, "pages/action",
      views::action_page({*one, contacts, context.session().party_name, today, may_write, typed,
                          errors, context.request().query.get("saved"), read_until}),
      place, status);
}

http::Response show_action(RequestContext& context) { return action_page(context, {}, {}, 200); }

TypedAction typed_in(const RequestContext& context, const char* form) {
  TypedAction typed;
  typed.form = form;
  typed.point = context.field("point");
  typed.was = context.field("was");
  typed.words = context.field("words");
  typed.by = views::typed_date(context.request().form, "by");
  typed.told = context.field("told");
  typed.seen = context.field("seen");
  typed.pieces = context.request().form.all("piece");
  typed.with = context.field("with");
  typed.contact = context.field("contact");
  return typed;
}

// What could not be kept comes back with everything typed: with what is wrong, or with what
// somebody else did meanwhile.
http::Response refused(RequestContext& context, const TypedAction& typed, const Problem& problem) {
  if (problem.key == "changed-meanwhile") {
    return action_page(context, typed, {}, 409, number_in(context.field("newest")));
  }
  const auto errors = errors_in(problem);
  if (errors.empty()) return refuse(context, problem);
  return action_page(context, typed, errors, 422);
}

// Runs what is done with the action in the path, as it was read.
template <class Work>
http::Response follow(RequestContext& context, const char* form, Work&& work) {
  const auto id = ActionId::parse(context.path("action"));
  if (!id) return not_found(context);
  const actions::Held held{*id, number_in(context.field("version")), context.now()};
  const auto typed = typed_in(context, form);
  const auto done = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) { return work(tx, held, typed); });
  if (!done) return refused(context, typed, done.problem());
  return back(context, form);
}

http::Response say_status(RequestContext& context) {
  const auto by = views::read_date(views::typed_date(context.request().form, "by"));
  if (!by.error.empty()) {
    return action_page(context, typed_in(context, "status"), {{"by", by.error}}, 422);
  }
  return follow(context, "status",
                [&](postgres::BoardTx& tx, const actions::Held& held, const TypedAction& typed) {
                  return actions::say_status(tx, {held, typed.point, typed.words, by.date});
                });
}

http::Response settle(RequestContext& context, const char* form, Decision decision) {
  return follow(
      context, form,
      [&](postgres::BoardTx& tx, const actions::Held& held, const TypedAction& typed) {
        return actions::decide(tx, {held, decision, typed.told, typed.seen, typed.pieces});
      });
}

http::Response verify_action(RequestContext& context) {
  return settle(context, "verify", Decision::verify);
}
http::Response close_action(RequestContext& context) {
  return settle(context, "close", Decision::close);
}
http::Response ask_again(RequestContext& context) {
  return settle(context, "again", Decision::ask_again);
}
http::Response reopen_action(RequestContext& context) {
  return settle(context, "reopen", Decision::reopen);
}

http::Response give_action(RequestContext& context) {
  return follow(context, "with",
                [&](postgres::BoardTx& tx, const actions::Held& held,
                    const TypedAction& typed) -> Result<Done> {
                  const auto person = PersonId::parse(typed.with);
                  if (!typed.with.empty() && !person) {
                    return Problem{ProblemCode::invalid,
                                   "validation",
                                   "",
                                   {{"with", "Choose somebody who acts for the board"}}};
                  }
                  return actions::give_action(tx, held, person);
                });
}

http::Response mail_about(RequestContext& context) {
  auto response =
      follow(context, "mail",
             [&](postgres::BoardTx& tx, const actions::Held& held, const TypedAction& typed) {
               return actions::mail_about_action(tx, held.action, typed.contact, held.at);
             });
  if (response.status == 303) context.services().wake.ring("send_mail");
  return response;
}

TypedActionWords typed_words_in(const RequestContext& context) {
  TypedActionWords typed;
  typed.entry = context.field("entry");
  typed.from_return = context.field("return");
  typed.place = context.field("place");
  typed.with = context.field("with");
  typed.words = {context.field("what"), context.field("how"),      context.field("lead"),
                 context.field("area"), context.field("progress"), context.field("evidence"),
                 context.field("risks")};
  typed.by = views::typed_date(context.request().form, "by");
  return typed;
}

http::Response add_page(RequestContext& context, const TypedActionWords& typed,
                        const std::vector<PageError>& errors, int status) {
  const auto from_return = ReturnId::parse(typed.from_return);
  if (!typed.from_return.empty() && !from_return) return not_found(context);
  const auto today = day_in_england(context.now());
  const auto to_add = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return actions::to_add_action(tx, from_return, today);
  });
  if (!to_add) return refuse(context, to_add.problem());
  return framed(context, "pages/action_add", views::add_action_page({*to_add, typed, errors}),
                place, status);
}

http::Response show_add(RequestContext& context) {
  TypedActionWords typed;
  typed.from_return = context.request().query.get("return");
  typed.place = context.request().query.get("item");
  typed.entry = context.request().query.get("entry");
  return add_page(context, typed, {}, 200);
}

http::Response add_action(RequestContext& context) {
  const auto typed = typed_words_in(context);
  const auto by = views::read_date(typed.by);
  actions::AddAction command;
  command.entry = EntryId::parse(typed.entry);
  command.from_return = ReturnId::parse(typed.from_return);
  if (!typed.from_return.empty() && !command.from_return) return not_found(context);
  if (!typed.place.empty()) command.places = {typed.place};
  command.words = typed.words;
  command.by_on = by.date;
  command.with = PersonId::parse(typed.with);
  command.at = context.now();
  const auto added =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<ActionId> {
        auto made = actions::add_board_action(tx, command);
        if (made || by.error.empty()) return made;
        // What the calendar says of the day stands for what the rules say of it.
        auto problem = made.problem();
        for (auto& field : problem.fields) {
          if (field.field == "by") field.message = by.error;
        }
        return problem;
      });
  if (!added) {
    const auto errors = errors_in(added.problem());
    if (errors.empty()) return refuse(context, added.problem());
    return add_page(context, typed, errors, 422);
  }
  return http::Response::see_other("/actions/" + added->text() + "?saved=added");
}

http::Response change_page(RequestContext& context, const std::optional<TypedActionWords>& typed,
                           const std::vector<PageError>& errors, int status) {
  const auto id = ActionId::parse(context.path("action"));
  if (!id) return not_found(context);
  const auto today = day_in_england(context.now());
  const auto one = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return actions::read_board_action(tx, *id, today);
  });
  if (!one) return refuse(context, one.problem());
  const auto& action = one->file.action;
  return framed(context, "pages/action_change",
                views::change_action_page({action, typed ? *typed : views::typed_words(action),
                                           action.version, errors, status == 409}),
                place, status);
}

http::Response show_change(RequestContext& context) {
  return change_page(context, std::nullopt, {}, 200);
}

http::Response change_action(RequestContext& context) {
  const auto id = ActionId::parse(context.path("action"));
  if (!id) return not_found(context);
  const auto typed = typed_words_in(context);
  const actions::Held held{*id, number_in(context.field("version")), context.now()};
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return actions::reword_action(tx, held, typed.words);
  });
  if (done) return back(context, "words");
  if (done.problem().key == "changed-meanwhile") return change_page(context, typed, {}, 409);
  const auto errors = errors_in(done.problem());
  if (errors.empty()) return refuse(context, done.problem());
  return change_page(context, typed, errors, 422);
}

http::Response download_piece(RequestContext& context) {
  const auto id = ActionId::parse(context.path("action"));
  if (!id) return not_found(context);
  const int entry = number_in(context.path("entry"));
  const int number = number_in(context.path("number"));
  const auto piece = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return actions::piece_to_open(tx, *id, entry, number);
  });
  if (!piece) return refuse(context, piece.problem());
  auto response = attachment(context, piece->agency, piece->sha256, piece->title);
  if (!response) return not_found(context);
  const auto noted = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return actions::note_piece_opened(tx, *id, entry, number, context.now());
  });
  return noted ? std::move(*response) : refuse(context, noted.problem());
}

}  // namespace

std::vector<Route> one_action_routes() {
  using http::Verb;
  const auto follows = board({"manager", "assistant"});
  return {{Verb::get, "/actions/new", follows, show_add},
          {Verb::post, "/actions", follows, add_action},
          {Verb::get, "/actions/{action}", board(), show_action},
          {Verb::get, "/actions/{action}/change", follows, show_change},
          {Verb::post, "/actions/{action}/change", follows, change_action},
          {Verb::post, "/actions/{action}/status", follows, say_status},
          {Verb::post, "/actions/{action}/verify", follows, verify_action},
          {Verb::post, "/actions/{action}/close", follows, close_action},
          {Verb::post, "/actions/{action}/ask-again", follows, ask_again},
          {Verb::post, "/actions/{action}/reopen", follows, reopen_action},
          {Verb::post, "/actions/{action}/with", follows, give_action},
          {Verb::post, "/actions/{action}/mail", follows, mail_about},
          {Verb::get, "/actions/{action}/evidence/{entry}/{number}", board(), download_piece}};
}

}  // namespace onereturn::gateway::pages
