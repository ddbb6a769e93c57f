#include "domain/identity/colleagues.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/agency_register/own_contacts.hpp"
#include "domain/identity/sign_in.hpp"
#include "domain/tenancy/units.hpp"
#include "gateway/pages/identity/identity_pages.hpp"
#include "gateway/pages/identity/signing_in.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/colleague_form.hpp"
#include "gateway/views/invitation_words.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;
using views::ColleagueForm;
using views::PageError;

// The sites and standards to choose from. A room that nobody has asked yet has no standards.
struct Choices {
  std::vector<views::Choice> units;  // those that have left are not offered any more
  std::vector<views::Choice> standards;
  std::map<UnitId, std::string> names;

  std::string name_of(const UnitId& unit) const {
    const auto found = names.find(unit);
    return found == names.end() ? std::string("One site") : found->second;
  }
};

Choices choices_of(RequestContext& context) {
  Choices choices;
  const auto units = context.database().as_agency(
      context.token(), [](postgres::AgencyTx& tx) { return tenancy::list_units(tx); });
  if (!units) return choices;
  for (const auto& unit : *units) {
    choices.names.emplace(unit.unit, unit.name);
    if (!unit.whole() && !unit.left_on) choices.units.push_back({unit.unit.text(), unit.name});
  }
  const auto workspace = load_workspace(context);
  if (!workspace) return choices;
  if (workspace->way == mapping::Way::canonical) {
    for (const auto& standard : workspace->framework->standards)
      choices.standards.push_back({standard.code, standard.code + ". " + standard.name});
  }
  return choices;
}

std::string where_of(const identity::Rights& rights, const Choices& choices) {
  auto words = rights.unit ? choices.name_of(*rights.unit) : std::string("Everywhere");
  if (!rights.standards.empty()) {
    words += rights.standards.size() == 1 ? ", standard " : ", standards ";
    words += views::joined(rights.standards);
  }
  return words;
}

std::string works_words(int people) {
  return views::capital(views::number_word(people)) +
         (people == 1 ? " person works on your return." : " people work on your return.");
}

std::string done_words(const RequestContext& context) {
  const auto done = context.request().query.get("done");
  if (done == "invited") return "A mail with the invitation is on its way.";
  if (done == "withdrawn") return "The invitation is withdrawn; its link no longer works.";
  if (done == "changed") return "Changed, from now on.";
  if (done == "removed") return "They are signed out and can no longer come in.";
  return {};
}

identity::Rights posted_rights(const RequestContext& context) {
  identity::Rights rights;
  rights.role = context.field("role");
  rights.position = context.field("position");
  rights.unit = UnitId::parse(context.field("unit"));
  rights.standards = context.request().form.all("standard");
  return rights;
}

http::Response form_page(RequestContext& context, ColleagueForm form, const Choices& choices,
                         const std::vector<PageError>& errors, int status) {
  form.units = choices.units;
  form.standards = choices.standards;
  return framed(context, "pages/colleague",
                views::colleague_form(form, context.csrf_token(), errors), "/colleagues", status);
}

ColleagueForm invite_form() {
  ColleagueForm form;
  form.title = "Invite a colleague";
  form.action = "/colleagues/invite";
  form.button = "Send the invitation";
  form.box_heading = "What they get";
  form.box = "A mail with a link that works once, for seven days. They need no password.";
  form.asks_who = true;
  return form;
}

ColleagueForm change_form(const identity::Colleague& colleague, bool self) {
  ColleagueForm form;
  form.title = colleague.name;
  form.eyebrow = colleague.email;
  form.action = "/colleagues/" + colleague.membership.text();
  form.button = "Save";
  form.box_heading = "From now on";
  form.box =
      "A change counts at once, also where they are signed in. What they wrote before stays.";
  form.rights = colleague.rights;
  form.remove_action = form.action + "/remove";
  form.remove_heading = self ? "Leave" : "Remove " + colleague.name;
  form.remove_button = self ? "Leave this return" : "Remove them";
  return form;
}

Result<identity::People> people_of(RequestContext& context) {
  return context.database().as_agency(
      context.token(), [](postgres::AgencyTx& tx) { return identity::list_people(tx); });
}

// Their present role, or nothing when it is no colleague's.
std::optional<identity::Colleague> colleague_in_path(RequestContext& context,
                                                     const identity::People& people) {
  const auto membership = MembershipId::parse(context.path("membership"));
  const auto& all = people.colleagues;
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) {
    return membership && one.membership == *membership && !one.until;
  });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

bool any_written_to(const std::vector<agency_register::People>& boards, const std::string& email) {
  return std::any_of(boards.begin(), boards.end(), [&](const auto& people) {
    return std::any_of(people.persons.begin(), people.persons.end(), [&](const auto& person) {
      return person.left && identity::normalised_email(person.email) == email;
    });
  });
}

}  // namespace

http::Response show_colleagues(RequestContext& context) {
  const auto people = people_of(context);
  if (!people) return refuse(context, people.problem());
  const auto choices = choices_of(context);
  auto current = Data::list();
  auto leavers = Data::list();
  // A change of rights ends one membership and begins another: only who has none left has gone.
  std::set<PersonId> here;
  std::set<PersonId> gone;
  for (const auto& one : people->colleagues) {
    if (one.until) {
      if (here.count(one.person) > 0 || !gone.insert(one.person).second) continue;
      leavers.push(Data::object()
                       .set("name", one.name)
                       .set("role", one.rights.role)
                       .set("until", to_words(day_in_england(*one.until))));
      continue;
    }
    here.insert(one.person);
    current.push(Data::object()
                     .set("href", "/colleagues/" + one.membership.text())
                     .set("name", one.name)
                     .set("you", one.person == context.session().person)
                     .set("email", one.email)
                     .set("role", views::capital(one.rights.role))
                     .set("position", Data::text_or_no(one.rights.position))
                     .set("where", where_of(one.rights, choices)));
  }
  auto invitations = Data::list();
  for (const auto& one : people->invitations) {
    invitations.push(
        Data::object()
            .set("name", one.name)
            .set("email", one.email)
            .set("role", views::capital(one.rights.role) + ". " + where_of(one.rights, choices))
            .set("state", views::invitation_words(one.invited_at, one.expires_at, one.refused,
                                                  system_clock()()))
            .set("action", "/colleagues/invitations/" + one.invitation.text() + "/withdraw")
            .set("csrf", context.csrf_token()));
  }
  return framed(context, "pages/colleagues",
                Data::object()
                    .set("title", "Colleagues")
                    .set("note", Data::text_or_no(done_words(context)))
                    .set("agency", context.session().party_name)
                    .set("has_sites", !choices.units.empty())
                    .set("lede", works_words(static_cast<int>(here.size())))
                    .set("people", std::move(current))
                    .set("has_invitations", !people->invitations.empty())
                    .set("invitations", std::move(invitations))
                    .set("has_leavers", !gone.empty())
                    .set("leavers", std::move(leavers)),
                "/colleagues");
}

http::Response show_invite(RequestContext& context) {
  return form_page(context, invite_form(), choices_of(context), {}, 200);
}

http::Response invite(RequestContext& context) {
  const identity::InviteColleague command{context.field("name"), context.field("email"),
                                          posted_rights(context)};
  const auto invited = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return identity::invite_colleague(tx, command);
  });
  if (!invited) {
    if (invited.problem().code == ProblemCode::forbidden) return refuse(context, invited.problem());
    auto form = invite_form();
    form.name = command.name;
    form.email = command.email;
    form.rights = command.rights;
    return form_page(context, std::move(form), choices_of(context),
                     errors_of(invited.problem(), "email"), status_of(invited.problem()));
  }
  context.services().wake.ring("send_mail");
  return http::Response::see_other("/colleagues?done=invited");
}

http::Response withdraw(RequestContext& context) {
  const auto invitation = identity::InvitationId::parse(context.path("invitation"));
  if (!invitation) return not_found(context);
  const auto done = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return identity::withdraw_invitation(tx, *invitation);
  });
  return done ? http::Response::see_other("/colleagues?done=withdrawn")
              : refuse(context, done.problem());
}

http::Response show_colleague(RequestContext& context) {
  const auto people = people_of(context);
  if (!people) return refuse(context, people.problem());
  const auto colleague = colleague_in_path(context, *people);
  if (!colleague) return not_found(context);
  const bool self = colleague->person == context.session().person;
  return form_page(context, change_form(*colleague, self), choices_of(context), {}, 200);
}

http::Response change_colleague(RequestContext& context) {
  const auto people = people_of(context);
  if (!people) return refuse(context, people.problem());
  const auto colleague = colleague_in_path(context, *people);
  if (!colleague) return not_found(context);
  const auto rights = posted_rights(context);
  const auto changed = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return identity::change_rights(tx, colleague->membership, rights);
  });
  if (!changed) {
    auto form = change_form(*colleague, colleague->person == context.session().person);
    form.rights = rights;
    return form_page(context, std::move(form), choices_of(context),
                     errors_of(changed.problem(), "role"), status_of(changed.problem()));
  }
  context.services().sessions.forget_person(colleague->person);
  return http::Response::see_other(
      colleague->person == context.session().person ? "/" : "/colleagues?done=changed");
}

http::Response remove_colleague(RequestContext& context) {
  const auto people = people_of(context);
  if (!people) return refuse(context, people.problem());
  const auto colleague = colleague_in_path(context, *people);
  if (!colleague) return not_found(context);
  const bool self = colleague->person == context.session().person;
  const auto removed = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return identity::remove_colleague(tx, colleague->membership);
  });
  if (!removed) {
    return form_page(context, change_form(*colleague, self), choices_of(context),
                     errors_of(removed.problem(), "role"), status_of(removed.problem()));
  }
  context.services().sessions.forget_person(colleague->person);
  if (self) return http::Response::see_other("/");
  const auto boards = context.database().as_agency(context.token(), [](postgres::AgencyTx& tx) {
    return agency_register::list_own_contacts(tx);
  });
  return http::Response::see_other(boards && any_written_to(*boards, colleague->email)
                                       ? "/contacts?saved=left"
                                       : "/colleagues?done=removed");
}

}  // namespace onereturn::gateway::pages
