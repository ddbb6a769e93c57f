#include "domain/returns/save_answer.hpp"
#include "gateway/api/api_support.hpp"
#include "gateway/api/returns/agency_api.hpp"
#include "gateway/api/returns/answer_json.hpp"
#include "gateway/api/returns/overtaken.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::api {

namespace {

json::Value stored_answer(const returns::Workspace& workspace, const std::string& code,
                          const mapping::Answer& answer) {
  json::Object object{{"requirement", code}, {"version", answer.confirmed.version}};
  for (auto& member : answer_to_json(answer))
    object.push_back(std::move(member));
  const auto at = workspace.saved_at.find(code);
  object.emplace_back("saved_at",
                      at == workspace.saved_at.end() ? json::Value() : to_iso(at->second));
  return object;
}

}  // namespace

http::Response list_answers(RequestContext& context) {
  const auto work = workspace(context);
  if (!work) return refuse(context, work.problem());
  return context.json(json::Object{{"unit", work->unit.text()},
                                   {"answers", list_of(work->common.answers, [&](const auto& each) {
                                      return stored_answer(*work, each.first, each.second);
                                    })}});
}

http::Response get_answer(RequestContext& context) {
  const auto work = workspace(context);
  if (!work) return refuse(context, work.problem());
  const auto& code = context.path("requirement");
  const auto found = work->common.answers.find(code);
  if (found == work->common.answers.end()) return refuse(context, refusal_of_type("not-found"));
  auto response = context.json(stored_answer(*work, code, found->second));
  response.with("ETag", tag_of(found->second.confirmed.version));
  return response;
}

http::Response put_answer(RequestContext& context) {
  WrittenAnswer written;
  const auto read =
      read_body(context, [&](json::ObjectReader& reader) { written = read_answer(reader); });
  if (!read) return refuse(context, read.problem());
  const auto version = base_version(context, written.version);
  if (!version) return refuse(context, version.problem());
  const auto asked = asked_unit(context);
  if (!asked) return refuse(context, asked.problem());
  const auto& session = context.session();
  const auto unit = returns::unit_to_answer(session.party, session.unit, *asked);
  if (!unit) return refuse(context, unit.problem());

  auto& answer = written.answer;
  returns::SaveAnswer command;
  command.unit = *unit;
  command.requirement = context.path("requirement");
  command.base_version = *version;
  command.level = answer.level;
  command.not_applicable = answer.not_applicable;
  command.not_applicable_reason = std::move(answer.not_applicable_reason);
  command.texts = std::move(answer.texts);
  command.part_texts = std::move(answer.part_texts);
  command.parts = std::move(answer.parts);
  command.confirm = written.confirm;
  command.request_ref = context.request().request_id;
  command.at = context.now();
  return answered(context, returns::save_answer(context.database(), context.token(), command));
}

http::Response put_board_answer(RequestContext& context) {
  WrittenAnswer written;
  const auto read =
      read_body(context, [&](json::ObjectReader& reader) { written = read_answer(reader); });
  if (!read) return refuse(context, read.problem());
  const auto version = base_version(context, written.version);
  if (!version) return refuse(context, version.problem());
  const auto request = request_in_path(context);
  if (!request) return refuse(context, request.problem());

  auto& answer = written.answer;
  returns::SaveBoardAnswer command;
  command.request = *request;
  command.requirement = context.path("requirement");
  command.base_version = *version;
  command.level = answer.level;
  command.not_applicable = answer.not_applicable;
  command.not_applicable_reason = std::move(answer.not_applicable_reason);
  command.texts = std::move(answer.texts);
  command.confirm = written.confirm;
  command.at = context.now();
  return answered(context,
                  context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
                    return returns::save_board_answer(tx, command);
                  }));
}

}  // namespace onereturn::gateway::api
