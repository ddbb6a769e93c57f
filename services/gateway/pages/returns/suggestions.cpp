#include "gateway/pages/returns/suggestions.hpp"

#include <algorithm>

#include "domain/returns/save_answer.hpp"
#include "domain/returns/suggestions.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/words.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using html::Data;
using returns::Suggestion;

std::string sources_of(const Suggestion& suggestion) {
  std::vector<std::string> places;
  for (const auto& source : suggestion.sources)
    places.push_back(source.board.area + ", " + source.place);
  return "From " + views::joined(places) + ".";
}

Data row_of(const returns::Workspace& workspace, const Suggestion& suggestion) {
  const auto& code = suggestion.requirement->code;
  Data level;
  if (suggestion.level) level = Data("Level " + std::to_string(*suggestion.level));
  return Data::object()
      .set("id", views::as_id(code))
      .set("name", suggestion.requirement->name)
      .set("action", "/suggestions/" + code + views::unit_query(workspace))
      .set("level", std::move(level))
      .set("describes", Data::text_or_no(suggestion.texts.describes))
      .set("knows", Data::text_or_no(suggestion.texts.knows))
      .set("improve", Data::text_or_no(suggestion.texts.improve))
      .set("sources", suggestion.sources.empty() ? Data() : Data(sources_of(suggestion)));
}

}  // namespace

http::Response show_suggestions(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  auto rows = Data::list();
  for (const auto& suggestion : returns::suggestions_of(*workspace))
    rows.push(row_of(*workspace, suggestion));
  const auto count = static_cast<int>(rows.items().size());
  return framed(context, "pages/suggestions",
                Data::object()
                    .set("title", "What you have written already")
                    .set("lede", count == 0 ? std::string("Nothing is waiting here.")
                                            : views::counted(count, "question", "questions") +
                                                  " can start from what you wrote for one board.")
                    .set("may_write", context.session().role != "authoriser")
                    .set("rows", std::move(rows)),
                "/home");
}

// Taken over as a draft; the question's own page is where somebody reads and confirms it.
http::Response take_suggestion(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto all = returns::suggestions_of(*workspace);
  const auto found = std::find_if(all.begin(), all.end(), [&](const Suggestion& one) {
    return one.requirement->code == context.path("requirement");
  });
  const auto question = "/questions/" + context.path("requirement");
  if (found == all.end()) {
    // Pressed twice, or answered meanwhile: the answer is there.
    if (workspace->requirement(context.path("requirement")) == nullptr) return not_found(context);
    return http::Response::see_other(question + views::unit_query(*workspace));
  }
  returns::SaveAnswer command;
  command.unit = workspace->unit;
  command.requirement = found->requirement->code;
  command.level = found->level;
  command.texts = found->texts;
  command.confirm = false;
  command.request_ref = context.request().request_id;
  command.at = context.now();
  const auto saved = returns::save_answer(context.database(), context.token(), command);
  if (!saved) return refuse(context, saved.problem());
  return http::Response::see_other(question + views::unit_query(*workspace));
}

std::vector<Route> suggestion_routes() {
  using http::Verb;
  return {
      {Verb::get, "/suggestions", agency(), show_suggestions},
      {Verb::post, "/suggestions/{requirement}", agency({"contributor", "lead"}), take_suggestion}};
}

}  // namespace onereturn::gateway::pages
