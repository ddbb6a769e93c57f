#include "domain/identity/roles.hpp"
#include "domain/returns/check_answers.hpp"
#include "domain/returns/save_box.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/returns/nothing_asked.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/sending.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

http::Response show_check(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return without_return(context, workspace.problem());
  return framed(context, "pages/check",
                views::check_page(*workspace, returns::check_answers(*workspace),
                                  identity::may_submit(context.session().role), saved_note(context),
                                  identity::may_write(context.session().role)),
                "/check");
}

http::Response save_explanation(RequestContext& context) {
  const auto request = RequestId::parse(context.field("request"));
  if (!request) return not_found(context);
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto saved = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::explain(tx, *request, context.field("key"), context.field("text"));
  });
  if (!saved) return refuse(context, saved.problem());
  return http::Response::see_other(with_saved("/check", *workspace, "explanation"));
}

}  // namespace onereturn::gateway::pages
