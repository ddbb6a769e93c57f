#include "gateway/api/returns/work_json.hpp"

#include "domain/frameworks/words.hpp"
#include "domain/mapping/copy_format.hpp"
#include "domain/returns/asked.hpp"
#include "gateway/api/api_support.hpp"
#include "gateway/api/returns/answer_json.hpp"

namespace onereturn::gateway::api {

namespace {

json::Value text_value(const std::string& text) { return json::Value(text); }

const char* to_word(returns::AnswerState state) {
  switch (state) {
    case returns::AnswerState::not_started:
      return "not_started";
    case returns::AnswerState::drafted:
      return "drafted";
    case returns::AnswerState::reconfirm:
      return "reconfirm";
    case returns::AnswerState::confirmed:
      return "confirmed";
  }
  return "";
}

const char* to_word(returns::ExtraKind kind) {
  switch (kind) {
    case returns::ExtraKind::residual:
      return "residual";
    case returns::ExtraKind::whole:
      return "whole";
    case returns::ExtraKind::local_part:
      return "local_part";
    case returns::ExtraKind::unmapped:
      return "unmapped";
    case returns::ExtraKind::choice:
      return "choice";
  }
  return "";
}

json::Value ref_to_json(const frameworks::VersionRef& ref) {
  return json::Object{{"code", ref.code}, {"version", ref.version}};
}

json::Value progress_to_json(const returns::Workspace& workspace,
                             const returns::BoardProgress& progress) {
  const auto* engaged = workspace.find(progress.request);
  return json::Object{
      {"request", progress.request.text()},
      {"board", api::to_json(progress.board)},
      {"unit", engaged->unit.text()},
      {"audit", engaged->audit_name},
      {"form", json::Object{{"code", engaged->form->ref.code},
                            {"version", engaged->form->ref.version},
                            {"name", engaged->form->name},
                            {"kind", frameworks::to_word(engaged->form->kind)},
                            {"words", progress.form_words}}},
      {"due_on", to_iso(progress.due_on)},
      {"days_left", progress.days_left},
      {"ready", progress.ready},
      {"needed", json::Object{{"answers", progress.answers_needed},
                              {"choices", progress.choices_needed},
                              {"extras", progress.extras_needed},
                              {"actions", progress.actions_needed}}},
      {"sent_in", progress.sent ? json::Value(progress.sent->submission.text()) : json::Value()}};
}

json::Value point_to_json(const frameworks::ScalePoint& point) {
  return json::Object{{"code", point.code},
                      {"label", point.label},
                      {"descriptor", point.descriptor},
                      {"action_demanded", point.action_demanded}};
}

json::Value consequence_to_json(const returns::Consequence& consequence) {
  return json::Object{{"board", consequence.board.board.text()},
                      {"box_no", consequence.box_no},
                      {"place", consequence.item},
                      {"state", mapping::to_word(consequence.state)},
                      {"points", list_of(consequence.points, text_value)},
                      {"action_needed", consequence.action_needed}};
}

json::Value level_to_json(const returns::LevelChoice& choice) {
  return json::Object{{"level", choice.anchor.level},
                      {"name", choice.anchor.name},
                      {"meaning", choice.anchor.meaning},
                      {"parts_matter", choice.parts_matter},
                      {"consequences", list_of(choice.consequences, consequence_to_json)}};
}

json::Value range_to_json(const std::optional<frameworks::LevelRange>& range) {
  if (!range) return json::Value();
  return json::Object{{"low", range->low}, {"high", range->high}};
}

json::Value part_to_json(const returns::PartChoice& part) {
  return json::Object{{"facet", part.facet},
                      {"statement", part.statement},
                      {"matters", part.matters},
                      {"level", range_to_json(part.level)}};
}

json::Value asking_to_json(const returns::AskingBoard& asking) {
  return json::Object{
      {"request", asking.request.text()},
      {"board", api::to_json(asking.board)},
      {"items", list_of(asking.items, [](const returns::AskingItem& asked) {
         return json::Value(json::Object{
             {"item", asked.item->code},
             {"number", asked.item->number ? json::Value(*asked.item->number) : json::Value()},
             {"wording", asked.item->wording},
             {"guidance", list_of(asked.item->guidance, text_value)},
             {"relation", frameworks::to_word(asked.relation)}});
       })}};
}

json::Value local_to_json(const returns::LocalPlace& place) {
  json::Object object{{"request", place.request.text()},
                      {"board", api::to_json(place.board)},
                      {"demanded", place.demanded},
                      {"question", place.question},
                      {"hint", or_null(place.hint)},
                      {"version", place.version},
                      {"draft", place.draft}};
  for (auto& member : answer_to_json(place.answer))
    object.push_back(std::move(member));
  return object;
}

json::Value form_box_to_json(const returns::FormBox& form) {
  return json::Object{{"box_no", form.box->box_no},
                      {"label", form.box->label},
                      {"content", frameworks::to_word(form.box->content)},
                      {"filled_by", frameworks::to_word(form.box->filled_by)},
                      {"version", form.version},
                      {"done", form.done},
                      {"draft", form.draft},
                      {"text", form.written.text},
                      {"point", or_null(form.written.point)},
                      {"not_applicable", form.written.not_applicable
                                             ? json::Value(form.written.not_applicable_reason)
                                             : json::Value()}};
}

json::Value question_line(const returns::Workspace& workspace,
                          const frameworks::Requirement& requirement) {
  json::Array asked_by;
  for (const auto& board : workspace.boards) {
    if (board.requirements.contains(requirement.code)) {
      asked_by.emplace_back(board.request.text());
    }
  }
  const auto answer = workspace.common.answers.find(requirement.code);
  const bool answered = answer != workspace.common.answers.end();
  return json::Object{{"requirement", requirement.code},
                      {"standard", requirement.standard},
                      {"name", requirement.name},
                      {"question", requirement.question},
                      {"level_needed", returns::level_needed(workspace, requirement.code)},
                      {"parts", list_of(requirement.facets, text_value)},
                      {"asked_by", std::move(asked_by)},
                      {"state", to_word(returns::answer_state(workspace, requirement.code))},
                      {"version", answered ? answer->second.confirmed.version : 0}};
}

}  // namespace

json::Value requests_to_json(const returns::Workspace& workspace, const returns::HomeView& home) {
  return json::Object{
      {"way", workspace.way == mapping::Way::canonical ? "canonical" : "own_form"},
      {"unit", workspace.unit.text()},
      {"today", to_iso(workspace.today)},
      {"units", list_of(workspace.units,
                        [](const returns::UnitRef& unit) {
                          return json::Value(json::Object{{"unit", unit.unit.text()},
                                                          {"name", unit.name},
                                                          {"requests", unit.requests}});
                        })},
      {"effort", json::Object{{"boards", home.boards},
                              {"separately", home.questions},
                              {"once", home.once},
                              {"extras", home.extras},
                              {"left", home.left}}},
      {"requests", list_of(home.by_board, [&](const returns::BoardProgress& progress) {
         return progress_to_json(workspace, progress);
       })}};
}

json::Value return_to_json(const returns::Workspace& workspace) {
  json::Array extras;
  for (const auto& board : workspace.boards) {
    extras.emplace_back(
        json::Object{{"request", board.request.text()},
                     {"board", api::to_json(board.board)},
                     {"extras", list_of(returns::extras_of(workspace, board), extra_to_json)}});
  }
  return json::Object{{"way", workspace.way == mapping::Way::canonical ? "canonical" : "own_form"},
                      {"unit", workspace.unit.text()},
                      {"framework", ref_to_json(workspace.framework->ref)},
                      {"questions", list_of(returns::asked_once(workspace),
                                            [&](const frameworks::Requirement* requirement) {
                                              return question_line(workspace, *requirement);
                                            })},
                      {"extras", std::move(extras)}};
}

json::Value question_to_json(const returns::QuestionView& question) {
  json::Object object{
      {"requirement", question.requirement->code},
      {"name", question.requirement->name},
      {"standard", question.standard->code},
      {"statement", question.requirement->statement},
      {"question", question.requirement->question},
      {"guidance", question.requirement->guidance},
      {"whole_local", question.whole_local},
      {"level_needed", question.level_needed},
      {"not_applicable_allowed", question.not_applicable_allowed},
      {"asked_by", list_of(question.asked_by, asking_to_json)},
      {"prompts", list_of(question.prompts,
                          [](const returns::Prompt& prompt) {
                            return json::Value(json::Object{
                                {"words", prompt.words},
                                {"boards", list_of(prompt.boards, [](const auto& each) {
                                   return json::Value(each.board.text());
                                 })}});
                          })},
      {"levels", list_of(question.levels, level_to_json)},
      {"part_choices", list_of(question.parts, part_to_json)},
      {"local", list_of(question.local, local_to_json)},
      {"now", list_of(question.now, consequence_to_json)},
      {"state", to_word(question.state)},
      {"version", question.version},
      {"saved_at", or_null(question.saved_at)}};
  object.emplace_back("answer", answer_to_json(question.answer));
  return object;
}

json::Value extra_to_json(const returns::Extra& extra) {
  return json::Object{
      {"kind", to_word(extra.kind)},
      {"key", extra.key},
      {"place", extra.place},
      {"asked", extra.asked},
      {"question", extra.question},
      {"level_needed", extra.level_needed},
      {"points", list_of(extra.points, point_to_json)},
      {"text", extra.text},
      {"level", or_null(extra.level)},
      {"point", or_null(extra.point)},
      {"not_applicable",
       extra.not_applicable ? json::Value(extra.not_applicable_reason) : json::Value()},
      {"version", extra.version},
      {"done", extra.done},
      {"draft", extra.draft},
      {"why", or_null(extra.why)}};
}

json::Value own_form_to_json(const returns::Workspace& workspace, const returns::Engaged& board) {
  json::Array sections;
  for (const auto& form : returns::own_form(workspace, board)) {
    sections.emplace_back(json::Object{
        {"section", form.section->code},
        {"number", form.section->number ? json::Value(*form.section->number) : json::Value()},
        {"title", form.section->title},
        {"key_question", or_null(form.section->key_question)},
        {"boxes", list_of(form.boxes, form_box_to_json)},
        {"items", list_of(form.items, [](const returns::FormItem& each) {
           return json::Value(json::Object{
               {"item", each.item->code},
               {"number", each.item->number ? json::Value(*each.item->number) : json::Value()},
               {"wording", each.item->wording},
               {"boxes", list_of(each.boxes, form_box_to_json)}});
         })}});
  }
  const auto& scale = board.form->scale;
  return json::Object{
      {"request", board.request.text()},
      {"board", api::to_json(board.board)},
      {"form", json::Object{{"code", board.form->ref.code},
                            {"version", board.form->ref.version},
                            {"name", board.form->name},
                            {"kind", frameworks::to_word(board.form->kind)}}},
      {"points", scale ? list_of(scale->points, point_to_json) : json::Value(json::Array{})},
      {"sections", std::move(sections)}};
}

}  // namespace onereturn::gateway::api
