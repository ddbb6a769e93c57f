#include "gateway/pages/returns/merged_answers.hpp"

#include <algorithm>

#include "domain/returns/answer_history.hpp"
#include "domain/returns/merged_answers.hpp"
#include "domain/returns/question_view.hpp"
#include "domain/returns/save_answer.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/words.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using html::Data;
using returns::MergedAnswer;
using returns::MergedKind;

std::vector<MergedAnswer> open_ones(RequestContext& context) {
  std::vector<MergedAnswer> found;
  const auto read =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Done> {
        found = returns::open_merged_answers(tx);
        return Done{};
      });
  ENSURE(read.has_value(), "reading what both rooms had was refused");
  return found;
}

std::string name_of(const MergedAnswer& merged, const returns::Workspace& workspace) {
  const auto* requirement = workspace.requirement(merged.requirement);
  auto name = requirement == nullptr ? merged.requirement : requirement->name;
  if (merged.kind == MergedKind::common_words) name = "Common words for box " + merged.box_no;
  return merged.board.empty() ? name : name + ", for " + merged.board;
}

Data texts(const mapping::Texts& said, const std::optional<int>& level) {
  Data words;
  if (level) words = Data("Level " + std::to_string(*level));
  return Data::object()
      .set("level", std::move(words))
      .set("describes", Data::text_or_no(said.describes))
      .set("knows", Data::text_or_no(said.knows))
      .set("improve", Data::text_or_no(said.improve));
}

Data row_of(const MergedAnswer& merged, const returns::Workspace& workspace) {
  const auto action = "/both-had/" + merged.id.text();
  const auto view = merged.kind == MergedKind::answer && workspace.unit == merged.unit
                        ? returns::question_view(workspace, merged.requirement)
                        : Result<returns::QuestionView>(Problem{});
  Data ours;
  if (view) {
    const auto& present = view->answer;
    ours = texts(present.texts, present.not_applicable ? std::nullopt : present.level);
  }
  return Data::object()
      .set("id", merged.id.text())
      .set("name", name_of(merged, workspace))
      .set("from", merged.from_room)
      .set("at", to_words(day_in_england(merged.merged_at)))
      .set("theirs", texts(merged.texts, merged.level))
      .set("na", merged.not_applicable ? Data("Not applicable: " + *merged.not_applicable) : Data())
      .set("ours", std::move(ours))
      .set("may_take", view.has_value() && !merged.not_applicable)
      .set("take_action", action + "/take")
      .set("settle_action", action + "/settle");
}

std::optional<MergedAnswer> in_path(RequestContext& context) {
  const auto all = open_ones(context);
  const auto found = std::find_if(all.begin(), all.end(), [&](const MergedAnswer& one) {
    return one.id.text() == context.path("merged");
  });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

Result<Done> settle(RequestContext& context, const returns::MergedAnswerId& id) {
  return context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::settle_merged_answer(tx, id);
  });
}

// 404 with the same list for one that is settled already, another room's, and one that never was.
http::Response list_page(RequestContext& context, int status) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  auto rows = Data::list();
  for (const auto& merged : open_ones(context))
    rows.push(row_of(merged, *workspace));
  const auto count = static_cast<int>(rows.items().size());
  return framed(
      context, "pages/both_had",
      Data::object()
          .set("title", "What both rooms had answered")
          .set("lede", count == 0 ? std::string("Nothing is waiting here.")
                                  : views::counted(count, "answer stood", "answers stood") +
                                        " in both rooms before they became one.")
          .set("any", count > 0)
          .set("may_write", context.session().role != "authoriser")
          .set("rows", std::move(rows)),
      "/home", status);
}

}  // namespace

Data both_had(std::size_t waiting) {
  if (waiting == 0) return {};
  return Data::object().set(
      "text", views::counted(static_cast<int>(waiting), "answer stood", "answers stood") +
                  " in both rooms before they became one.");
}

http::Response show_merged_answers(RequestContext& context) { return list_page(context, 200); }

// A draft, as when an earlier text is brought back: somebody reads and confirms it.
http::Response take_merged_answer(RequestContext& context) {
  const auto merged = in_path(context);
  if (!merged || merged->kind != MergedKind::answer) return list_page(context, 404);
  const auto workspace = load_workspace(context, merged->unit, returns::Reach::common_too);
  if (!workspace) return refuse(context, workspace.problem());
  const auto view = returns::question_view(*workspace, merged->requirement);
  if (!view) return refuse(context, view.problem());
  std::optional<returns::SaveAnswer> command;
  const auto read =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Done> {
        const auto history = returns::answer_history(tx, merged->unit, merged->requirement);
        command = returns::restore(history, merged->version, merged->unit, merged->requirement,
                                   view->answer);
        return Done{};
      });
  if (!read) return refuse(context, read.problem());
  if (!command) return not_found(context);
  command->at = context.now();
  const auto saved = returns::save_answer(context.database(), context.token(), *command);
  if (!saved) return refuse(context, saved.problem());
  const auto here = "/questions/" + merged->requirement;
  if (!saved->saved()) {
    return http::Response::see_other(here + "/history" + views::unit_query(*workspace));
  }
  // Two may press at once: the text is there, whoever says so first.
  static_cast<void>(settle(context, merged->id));
  return http::Response::see_other(with_saved(here, *workspace));
}

http::Response settle_merged_answer(RequestContext& context) {
  const auto id = returns::MergedAnswerId::parse(context.path("merged"));
  if (!id) return not_found(context);
  const auto done = settle(context, *id);
  if (done) return http::Response::see_other("/both-had");
  const auto& problem = done.problem();
  return problem.code == ProblemCode::not_found ? list_page(context, 404)
                                                : refuse(context, problem);
}

std::vector<Route> merged_answer_routes() {
  using http::Verb;
  return {
      {Verb::get, "/both-had", agency(), show_merged_answers},
      {Verb::post, "/both-had/{merged}/take", agency({"contributor", "lead"}), take_merged_answer},
      {Verb::post, "/both-had/{merged}/settle", agency({"contributor", "lead"}),
       settle_merged_answer}};
}

}  // namespace onereturn::gateway::pages
