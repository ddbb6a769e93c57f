#include <charconv>

#include "domain/identity/roles.hpp"
#include "domain/returns/answer_history.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/history_page.hpp"
#include "gateway/views/words.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

returns::AnswerHistory history_of(RequestContext& context, const returns::Workspace& workspace,
                                  const std::string& requirement) {
  returns::AnswerHistory history;
  const auto read =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Done> {
        history = returns::answer_history(tx, workspace.unit, requirement);
        return Done{};
      });
  ENSURE(read.has_value(), "reading a history was refused");
  return history;
}

}  // namespace

http::Response show_history(RequestContext& context) {
  const auto workspace = load_workspace(context, asked_unit(context), returns::Reach::common_too);
  if (!workspace) return refuse(context, workspace.problem());
  const auto view = returns::question_view(*workspace, context.path("requirement"));
  if (!view) return refuse(context, view.problem());
  const auto history = history_of(context, *workspace, view->requirement->code);
  return framed(
      context, "pages/history",
      views::history_page(*workspace, *view, history, identity::may_write(context.session().role)),
      "/home");
}

http::Response restore_version(RequestContext& context) {
  const auto workspace = load_workspace(context, asked_unit(context), returns::Reach::common_too);
  if (!workspace) return refuse(context, workspace.problem());
  const auto view = returns::question_view(*workspace, context.path("requirement"));
  if (!view) return refuse(context, view.problem());
  const auto& code = view->requirement->code;
  int version = 0;
  const auto asked = context.field("version");
  std::from_chars(asked.data(), asked.data() + asked.size(), version);
  auto command = returns::restore(history_of(context, *workspace, code), version, workspace->unit,
                                  code, view->answer);
  if (!command) return not_found(context);
  command->at = context.now();
  const auto saved = returns::save_answer(context.database(), context.token(), *command);
  if (!saved) return refuse(context, saved.problem());
  const auto here = "/questions/" + code;
  if (!saved->saved()) {
    return http::Response::see_other(here + "/history" + views::unit_query(*workspace));
  }
  return http::Response::see_other(with_saved(here, *workspace));
}

}  // namespace onereturn::gateway::pages
