#include "gateway/pages/tenancy/joining_pages.hpp"

#include "domain/identity/sessions.hpp"
#include "domain/tenancy/joining.hpp"
#include "domain/tenancy/units.hpp"
#include "gateway/pages/identity/signing_in.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/words.hpp"
#include "platform/crypto/random.hpp"
#include "platform/http/urlencoded.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using html::Data;
using tenancy::JoinInvitation;
using views::PageError;

struct TypedRoom {
  std::string person_name;
  std::string position;
  std::string room_name;
  bool signs = false;
};

Result<JoinInvitation> invitation_in_path(RequestContext& context) {
  const auto hash = secret_hash(context.path("token"));
  return context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return tenancy::read_join(tx, hash); });
}

http::Response over(RequestContext& context) {
  return link_is_over(context, "/sign-in", "Sign in, if you have accepted already");
}

bool leads_whole_agency(const RequestContext& context) {
  return context.signed_in() && context.session().is_agency() && context.session().role == "lead" &&
         !context.session().unit;
}

Data field(const char* id, const char* label, const std::string& value, const char* autocomplete,
           const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("value", value)
      .set("autocomplete", autocomplete)
      .set("error", views::error_of(errors, id));
}

Data room_fields(const RequestContext& context, const TypedRoom& typed,
                 const std::vector<PageError>& errors) {
  auto fields = Data::list();
  if (!context.signed_in()) {
    fields.push(field("person_name", "Your name", typed.person_name, "name", errors));
  }
  fields.push(field("position", "Your position", typed.position, "organization-title", errors));
  fields.push(field("room_name", "Your organisation", typed.room_name, "organization", errors));
  return fields;
}

// Whether what is wrong was typed for a new room.
bool opens_room(const std::vector<PageError>& errors) {
  return !errors.empty() && views::error_of(errors, "unit").is_no();
}

// Whom the invitation may be about: the whole organisation or one of its sites. The one that the
// board calls by the same name comes chosen. Nothing where there are no sites.
Data whom_to_choose(RequestContext& context, const JoinInvitation& invitation) {
  const auto units = context.database().as_agency(
      context.token(), [](postgres::AgencyTx& tx) { return tenancy::list_units(tx); });
  if (!units) return {};
  auto options = Data::list();
  bool sites = false;
  for (const auto& unit : *units) {
    if (unit.left_on) continue;
    sites = sites || !unit.whole();
    options.push(Data::object()
                     .set("value", unit.whole() ? "" : unit.unit.text())
                     .set("text", unit.whole() ? "The whole organisation" : unit.name)
                     .set("selected", !unit.whole() && unit.name == invitation.organisation));
  }
  return sites ? options : Data();
}

http::Response join_page(RequestContext& context, const JoinInvitation& invitation,
                         const TypedRoom& typed, const std::vector<PageError>& errors, int status) {
  const auto here = "/join/" + context.path("token");
  const bool leads = leads_whole_agency(context);
  const auto whom = leads ? whom_to_choose(context, invitation) : Data();
  const bool must_sign_in = !context.signed_in() && invitation.has_account;
  return framed(context, "pages/join",
                Data::object()
                    .set("title", invitation.board + " invites you")
                    .set("title_error", !errors.empty())
                    .set("error_summary", views::error_summary(errors))
                    .set("board", invitation.board)
                    .set("organisation", invitation.organisation)
                    .set("email", invitation.email)
                    .set("here", here)
                    .set("connect", leads ? Data(context.session().party_name) : Data())
                    .set("has_whom", !whom.is_no())
                    .set("whom", whom)
                    .set("unit_error", views::error_of(errors, "unit"))
                    .set("must_sign_in", must_sign_in)
                    .set("may_sign_in", !context.signed_in())
                    .set("other_role", context.signed_in() && !leads)
                    .set("sign_in_href", "/sign-in?next=" + http::percent_encode(here))
                    .set("new_room", !must_sign_in)
                    .set("room_open", !leads || opens_room(errors))
                    .set("signs", typed.signs)
                    .set("fields", room_fields(context, typed, errors)),
                {}, status);
}

// The lead's session in the new room: in place of the one they had, or a first one.
Result<identity::StartedSession> go_in(RequestContext& context, const tenancy::OpenedRoom& room,
                                       const std::string& token) {
  const auto lifetime =
      std::chrono::duration_cast<std::chrono::seconds>(context.settings().session_lifetime);
  const auto hash = crypto::token_hash(token);
  return context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    if (context.signed_in()) {
      return identity::switch_role(tx, context.session().token_hash, room.membership, hash,
                                   lifetime);
    }
    return identity::begin_session(tx, room.person, room.membership, hash, lifetime,
                                   {device_words(context.request()), false});
  });
}

Result<std::string> accept(RequestContext& context, const postgres::TokenHash& session,
                           const std::optional<UnitId>& unit = {}) {
  const auto hash = secret_hash(context.path("token"));
  return context.database().as_agency(
      session, [&](postgres::AgencyTx& tx) { return tenancy::accept_join(tx, hash, unit); });
}

}  // namespace

http::Response show_join(RequestContext& context) {
  const auto invitation = invitation_in_path(context);
  if (!invitation) return over(context);
  TypedRoom typed;
  typed.room_name = invitation->organisation;
  return join_page(context, *invitation, typed, {}, 200);
}

http::Response open_room(RequestContext& context) {
  const auto invitation = invitation_in_path(context);
  if (!invitation) return over(context);
  const TypedRoom typed{context.field("person_name"), context.field("position"),
                        context.field("room_name"), context.field("signs") == "yes"};
  tenancy::OpenRoom command{secret_hash(context.path("token")),
                            context.signed_in() ? context.session().token_hash : "",
                            typed.person_name,
                            typed.position,
                            typed.room_name,
                            typed.signs};
  const auto room = context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return tenancy::open_room(tx, command); });
  if (!room) {
    const auto& problem = room.problem();
    if (problem.code == ProblemCode::not_found) return over(context);
    return join_page(context, *invitation, typed, errors_of(problem, "room_name"),
                     status_of(problem));
  }
  const auto token = crypto::new_token();
  const auto started = go_in(context, *room, token);
  if (!started) return refuse(context, started.problem());
  const auto joined = accept(context, {crypto::token_hash(token)});
  if (!joined) return over(context);
  if (context.signed_in()) context.services().sessions.forget(context.session().token_hash);
  context.services().wake.ring("join");
  auto response = http::Response::see_other("/joined?board=" + http::percent_encode(*joined));
  context.begin_session(response, token);
  return response;
}

http::Response connect_room(RequestContext& context) {
  const auto invitation = invitation_in_path(context);
  if (!invitation) return over(context);
  const auto asked = context.field("unit");
  // Something that is no id is a site that does not exist, and refused as one.
  const auto unit =
      asked.empty() ? std::nullopt : std::optional(UnitId(is_uuid(asked) ? asked : random_uuid()));
  const auto joined = accept(context, context.token(), unit);
  if (!joined) {
    const auto& problem = joined.problem();
    if (problem.code == ProblemCode::not_found) return over(context);
    if (problem.code == ProblemCode::forbidden) return refuse(context, problem);
    TypedRoom typed;
    typed.room_name = invitation->organisation;
    return join_page(context, *invitation, typed, errors_of(problem, "unit"), status_of(problem));
  }
  context.services().wake.ring("join");
  return http::Response::see_other("/joined?board=" + http::percent_encode(*joined));
}

// The name in the address is only repeated when this room has joined a board of that name.
http::Response show_joined(RequestContext& context) {
  const auto asked = context.request().query.get("board");
  const auto boards = context.database().as_agency(
      context.token(), [](postgres::AgencyTx& tx) { return tenancy::joined_boards(tx); });
  if (!boards) return refuse(context, boards.problem());
  auto others = Data::list();
  bool known = false;
  for (const auto& board : *boards) {
    known = known || board == asked;
    if (board != asked) others.push(Data::object().set("name", board));
  }
  return framed(context, "pages/joined",
                Data::object()
                    .set("title", "Boards that you have joined")
                    .set("board", known ? Data::text_or_no(asked) : Data())
                    .set("any_others", !others.items().empty())
                    .set("others", std::move(others)));
}

std::vector<Route> joining_page_routes() {
  using http::Verb;
  return {{Verb::get, "/join/{token}", anyone(), show_join},
          {Verb::post, "/join/{token}/room", anyone(), open_room},
          {Verb::post, "/join/{token}/connect", agency({"lead"}), connect_room},
          {Verb::get, "/joined", agency(), show_joined}};
}

}  // namespace onereturn::gateway::pages
