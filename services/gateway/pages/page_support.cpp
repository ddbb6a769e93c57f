#include "gateway/pages/page_support.hpp"

#include "domain/identity/roles.hpp"
#include "domain/returns/load_workspace.hpp"
#include "domain/returns/workspace_ahead.hpp"
#include "gateway/problems.hpp"
#include "gateway/reviewers.hpp"
#include "gateway/views/words.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;

Data navigation(const RequestContext& context, std::string_view active) {
  if (!context.signed_in()) return {};
  auto links = Data::list();
  const auto add = [&](const char* href, const char* text) {
    links.push(Data::object().set("href", href).set("text", text).set("active", active == href));
  };
  const auto& session = context.session();
  if (session.is_agency()) {
    add("/home", "Home");
    add("/tasks", "Who is on what");
    add("/check", "Check answers");
    if (identity::may_submit(session.role)) add("/authorise", "Authorise");
    add("/sent", "Sent to boards");
    add("/asked", "Questions");
    add("/list", "My list");
    add("/evidence", "Evidence");
    if (session.role == "lead" && !session.unit) add("/colleagues", "Colleagues");
    if (session.role == "lead" && !session.unit) add("/contacts", "Contacts");
    if (session.role == "lead") add("/seen", "Who has seen it");
    if (identity::may_choose(session.role)) add("/programs", "Programs");
  } else if (reviews(session)) {
    add("/reviews", "To review");
  } else if (session.is_board()) {
    // In the order of the screens: Home, Register, Returns, Actions, Reports, Contacts, Set up.
    add("/board", "Home");
    add("/register", "Register");
    add("/returns", "Returns");
    add("/actions", "Actions");
    add("/reports", "Reports");
    add("/figures", "Figures");
    add("/questions", "Questions");
    add("/reminders", "Reminders");
    add("/contacts", "Contacts");
    add("/set-up", "Set up");
    if (session.role == "manager") {
      add("/board/people", "People");
      add("/board/sight", "Sight");
      add("/board/trail", "What was done");
    }
  } else if (looks(session)) {
    add("/sight", "What boards let you see");
  } else {
    return {};
  }
  return Data::object().set("links", std::move(links));
}

}  // namespace

http::Response framed(RequestContext& context, std::string_view template_name, Data page,
                      std::string_view active, int status) {
  page.set("nav", navigation(context, active));
  if (context.signed_in()) {
    page.set("role_name", role_words(context.session().role, context.session().party_kind));
  }
  return context.page(template_name, std::move(page), status);
}

std::optional<UnitId> asked_unit(const RequestContext& context) {
  return UnitId::parse(context.request().query.get("unit"));
}

Result<returns::Workspace> load_workspace(RequestContext& context) {
  return load_workspace(context, asked_unit(context), returns::Reach::asked);
}

Result<returns::Workspace> load_workspace(RequestContext& context,
                                          const std::optional<UnitId>& unit, returns::Reach reach) {
  return load_workspace(context, unit, reach, {});
}

Result<returns::Workspace> load_workspace(RequestContext& context,
                                          const std::optional<UnitId>& unit, returns::Reach reach,
                                          const Also& also) {
  const auto today = day_in_england(context.now());
  return context.database().as_agency(
      context.token(), returns::first_of_workspace(), [&](postgres::AgencyTx& tx) {
        auto workspace = returns::load_workspace(tx, unit, today, reach);
        if (workspace && also) also(tx, *workspace);
        return workspace;
      });
}

const returns::Engaged* engaged_in_path(const RequestContext& context,
                                        const returns::Workspace& workspace) {
  const auto request = RequestId::parse(context.path("request"));
  return request ? workspace.find(*request) : nullptr;
}

std::string with_saved(std::string path, const returns::Workspace& workspace,
                       std::string_view what) {
  return with_note(path + views::unit_query(workspace), what);
}

std::string with_note(std::string path, std::string_view what) {
  path += path.find('?') == std::string::npos ? "?saved=" : "&saved=";
  return path.append(what);
}

std::string saved_note(const RequestContext& context) {
  const auto saved = context.request().query.get("saved");
  if (saved == "yes") return "Saved at " + clock_in_england(context.now()) + ".";
  if (saved == "choice") return "Your choice is saved.";
  if (saved == "explanation") return "The explanation is kept with this copy.";
  if (saved == "promised") return "Its copy says when it will be supplied, and by whom.";
  if (saved == "withdrawn") return "Taken back. It is asked for again.";
  if (saved == "evidence") return "Added, and it backs this answer. A file is checked first.";
  if (saved == "removed") return "The action is removed. The others are as they were.";
  if (saved == "by-hand") return "Changed by hand for this board, with your reason.";
  if (saved == "by-rule") return "Taken back. The box follows your answers again.";
  if (saved == "sent") return "Your return is accepted and on its way. You can close this page.";
  if (saved == "given") return "Your colleague has it.";
  if (saved == "second_look") return "It waits for a second person now.";
  if (saved == "taken_back") return "Taken back. You can grade again.";
  if (saved == "agreed") return "You agreed. It may be released.";
  if (saved == "handed_back") return "Handed back, with your words.";
  if (saved == "released") return "Released. The agency reads it now, and was told by mail.";
  if (saved == "correcting") return "Change what is wrong, then release the correction.";
  if (saved == "signed_off") return "Signed for your board.";
  if (saved == "sent_back") return "It is back with the agency, which was told by mail.";
  if (saved == "not_sent_back") return "Nothing has to be changed any more.";
  if (saved == "acknowledged") return "Acknowledged. The agency sees your receipt.";
  return {};
}

std::string agency_name(const RequestContext& context, const returns::Workspace& workspace) {
  const auto& party = context.session().party_name;
  return workspace.units.size() > 1 ? party + ", " + workspace.unit_name : party;
}

http::Response not_found(RequestContext& context) {
  return refuse(context, refusal_of_type("not-found"));
}

std::string role_words(std::string_view role, std::string_view party_kind) {
  if (role == "manager" && party_kind == "board") return "board manager";
  if (role == "childrens_lead") return "children’s services lead";
  return std::string(role);
}

}  // namespace onereturn::gateway::pages
