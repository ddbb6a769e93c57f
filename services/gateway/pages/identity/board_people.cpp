#include "domain/identity/board_people.hpp"

#include <algorithm>

#include "domain/identity/export_right.hpp"
#include "domain/reporting/person_work_store.hpp"
#include "gateway/pages/identity/identity_pages.hpp"
#include "gateway/pages/identity/signing_in.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/board_people.hpp"

namespace onereturn::gateway::pages {
namespace {

using views::BoardColleagueForm;
using views::PageError;

std::string done_words(const RequestContext& context) {
  const auto done = context.request().query.get("done");
  if (done == "invited") return "A mail with the invitation is on its way.";
  if (done == "withdrawn") return "The invitation is withdrawn; its link no longer works.";
  if (done == "changed") return "Changed, from now on.";
  if (done == "removed") {
    return "They are signed out and can no longer come in. What was with them waits for somebody "
           "else: returns, actions, questions and reviews say so.";
  }
  if (done == "may_export") return "They may take lists along, from now on.";
  if (done == "may_not_export") return "They take no lists along any more, from now on.";
  if (done == "reset") {
    return "Their codes are reset. They are signed out, and set up the new phone at the next "
           "sign-in.";
  }
  return {};
}

http::Response form_page(RequestContext& context, const BoardColleagueForm& form,
                         const std::vector<PageError>& errors, int status) {
  return framed(context, "pages/board_colleague",
                views::board_colleague_form(form, context.csrf_token(), errors), "/board/people",
                status);
}

BoardColleagueForm invite_form() {
  BoardColleagueForm form;
  form.title = "Invite a colleague";
  form.action = "/board/people/invite";
  form.button = "Send the invitation";
  form.box_heading = "What they get";
  form.box =
      "A mail with a link that works once, for seven days. They choose a password, set up an "
      "authenticator app on their phone, and get ten recovery codes.";
  form.asks_who = true;
  return form;
}

// A colleague, and what was given to them.
struct Found {
  identity::BoardColleague colleague;
  reporting::WorkOfPerson work;
};

BoardColleagueForm change_form(const Found& found, bool self) {
  const auto& colleague = found.colleague;
  BoardColleagueForm form;
  form.work = found.work;
  form.person = colleague.person;
  form.title = colleague.name;
  form.eyebrow = colleague.email;
  form.action = "/board/people/" + colleague.membership.text();
  form.button = "Save";
  form.box_heading = "From now on";
  form.box = "A change counts at once, also where they are signed in. What they did before stays.";
  form.role = colleague.role;
  form.position = colleague.position;
  form.remove_action = form.action + "/remove";
  form.self = self;
  form.has_codes = colleague.has_codes;
  form.may_export = colleague.may_export;
  if (colleague.role != "manager") form.export_action = form.action + "/export";
  if (colleague.has_codes && !self) form.codes_action = form.action + "/codes";
  return form;
}

template <class Work>
auto as_board(RequestContext& context, Work&& work) {
  return context.database().as_board(context.token(), std::forward<Work>(work));
}

// As they are now; refuses with not_found when it is no colleague's.
Result<Found> colleague_in_path(RequestContext& context) {
  const auto membership = MembershipId::parse(context.path("membership"));
  return as_board(context, [&](postgres::BoardTx& tx) -> Result<Found> {
    const auto people = identity::list_board_people(tx);
    if (!people) return people.problem();
    const auto& all = people->people;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) {
      return membership && one.membership == *membership && !one.until;
    });
    if (found == all.end()) return Problem{ProblemCode::not_found, "not-found", ""};
    const auto today = day_in_england(context.now());
    return Found{*found, reporting::load_work_of(tx, found->person, today)};
  });
}

bool is_self(const RequestContext& context, const Found& found) {
  return found.colleague.person == context.session().person;
}

}  // namespace

http::Response show_board_people(RequestContext& context) {
  const auto people =
      as_board(context, [](postgres::BoardTx& tx) { return identity::list_board_people(tx); });
  if (!people) return refuse(context, people.problem());
  return framed(
      context, "pages/board_people",
      views::board_people_page(*people, context.session().person, context.session().party_name,
                               done_words(context), context.csrf_token(), system_clock()()),
      "/board/people");
}

http::Response show_board_invite(RequestContext& context) {
  return form_page(context, invite_form(), {}, 200);
}

http::Response invite_to_board(RequestContext& context) {
  const identity::InviteToBoard command{context.field("name"), context.field("email"),
                                        context.field("role"), context.field("position")};
  const auto invited = as_board(
      context, [&](postgres::BoardTx& tx) { return identity::invite_to_board(tx, command); });
  if (!invited) {
    if (invited.problem().code == ProblemCode::forbidden) return refuse(context, invited.problem());
    auto form = invite_form();
    form.name = command.name;
    form.email = command.email;
    form.role = command.role;
    form.position = command.position;
    return form_page(context, form, errors_of(invited.problem(), "email"),
                     status_of(invited.problem()));
  }
  context.services().wake.ring("send_mail");
  return http::Response::see_other("/board/people?done=invited");
}

http::Response withdraw_from_board(RequestContext& context) {
  const auto invitation = identity::InvitationId::parse(context.path("invitation"));
  if (!invitation) return not_found(context);
  const auto done = as_board(context, [&](postgres::BoardTx& tx) {
    return identity::withdraw_board_invitation(tx, *invitation);
  });
  return done ? http::Response::see_other("/board/people?done=withdrawn")
              : refuse(context, done.problem());
}

http::Response show_board_colleague(RequestContext& context) {
  const auto found = colleague_in_path(context);
  if (!found) return refuse(context, found.problem());
  return form_page(context, change_form(*found, is_self(context, *found)), {}, 200);
}

http::Response change_board_colleague(RequestContext& context) {
  const auto found = colleague_in_path(context);
  if (!found) return refuse(context, found.problem());
  const auto role = context.field("role");
  const auto position = context.field("position");
  const auto changed = as_board(context, [&](postgres::BoardTx& tx) {
    return identity::change_board_role(tx, found->colleague.membership, role, position);
  });
  const bool self = is_self(context, *found);
  if (!changed) {
    auto form = change_form(*found, self);
    form.role = role;
    form.position = position;
    return form_page(context, form, errors_of(changed.problem(), "role"),
                     status_of(changed.problem()));
  }
  context.services().sessions.forget_person(found->colleague.person);
  return http::Response::see_other(self ? "/" : "/board/people?done=changed");
}

http::Response remove_board_colleague(RequestContext& context) {
  const auto found = colleague_in_path(context);
  if (!found) return refuse(context, found.problem());
  const bool self = is_self(context, *found);
  const auto removed = as_board(context, [&](postgres::BoardTx& tx) {
    return identity::remove_from_board(tx, found->colleague.membership);
  });
  if (!removed) {
    return form_page(context, change_form(*found, self), errors_of(removed.problem(), "role"),
                     status_of(removed.problem()));
  }
  context.services().sessions.forget_person(found->colleague.person);
  return http::Response::see_other(self ? "/" : "/board/people?done=removed");
}

http::Response reset_board_colleague(RequestContext& context) {
  const auto found = colleague_in_path(context);
  if (!found) return refuse(context, found.problem());
  const auto reset = as_board(context, [&](postgres::BoardTx& tx) {
    return identity::reset_codes(tx, found->colleague.membership);
  });
  if (!reset) {
    return form_page(context, change_form(*found, is_self(context, *found)),
                     errors_of(reset.problem(), "codes"), status_of(reset.problem()));
  }
  context.services().sessions.forget_person(found->colleague.person);
  context.services().wake.ring("send_mail");
  return http::Response::see_other("/board/people?done=reset");
}

http::Response let_colleague_export(RequestContext& context) {
  const auto found = colleague_in_path(context);
  if (!found) return refuse(context, found.problem());
  const auto asked = context.field("allow");
  const bool self = is_self(context, *found);
  if (asked != "yes" && asked != "no") {
    return form_page(context, change_form(*found, self),
                     {{"export", "Say whether they may take lists along"}}, 422);
  }
  const auto now = context.now();
  const auto done = as_board(context, [&](postgres::BoardTx& tx) {
    return identity::let_export(tx, found->colleague.membership, asked == "yes", now);
  });
  if (!done) {
    if (done.problem().code != ProblemCode::conflict) return refuse(context, done.problem());
    return form_page(context, change_form(*found, self), {{"export", done.problem().detail}}, 409);
  }
  return http::Response::see_other(asked == "yes" ? "/board/people?done=may_export"
                                                  : "/board/people?done=may_not_export");
}

}  // namespace onereturn::gateway::pages
