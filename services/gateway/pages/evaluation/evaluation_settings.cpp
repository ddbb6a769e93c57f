#include "domain/evaluation/give_work.hpp"
#include "domain/evaluation/work_store.hpp"
#include "gateway/pages/evaluation/evaluation_pages.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/evaluation_finish.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

http::Response show_evaluation_settings(RequestContext& context) {
  const auto settings = context.database().as_board(
      context.token(), [](postgres::BoardTx& tx) -> Result<evaluation::Settings> {
        return evaluation::read_settings(tx);
      });
  if (!settings) return refuse(context, settings.problem());
  return framed(
      context, "pages/evaluation_settings",
      views::settings_page(*settings, context.session().role == "manager", saved_note(context)),
      "/returns");
}

http::Response save_evaluation_settings(RequestContext& context) {
  const bool of_board = context.field("what") == "second_look";
  const bool on = context.field("on") == "yes";
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return of_board ? evaluation::ask_for_second_looks(tx, on, context.now())
                    : evaluation::switch_keys(tx, on);
  });
  if (!done) return refuse(context, done.problem());
  return http::Response::see_other("/evaluation/settings?saved=yes");
}

}  // namespace onereturn::gateway::pages
