#include "domain/identity/clients.hpp"
#include "domain/returns/answer_history.hpp"
#include "domain/returns/home_view.hpp"
#include "domain/returns/load_workspace.hpp"
#include "domain/returns/question_view.hpp"
#include "domain/returns/share_work.hpp"
#include "gateway/api/api_support.hpp"
#include "gateway/api/returns/answer_json.hpp"
#include "gateway/api/returns/colleague_api.hpp"
#include "gateway/api/returns/overtaken.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::api {

namespace {

constexpr json::TextRule words{60'000, true};

// The answers that are common to units below are worked on too.
Result<returns::Workspace> shared_workspace(RequestContext& context) {
  const auto unit = asked_unit(context);
  if (!unit) return unit.problem();
  const auto today = day_in_england(context.now());
  return context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::load_workspace(tx, *unit, today, returns::Reach::common_too);
  });
}

bool has_place(const returns::Workspace& workspace, const returns::Place& place) {
  if (workspace.way == mapping::Way::own_form) {
    for (const auto& board : workspace.boards) {
      for (const auto& section : board.form->sections) {
        if (place == returns::Place{"section", section.code}) return true;
      }
    }
    return false;
  }
  for (const auto* requirement : returns::asked_once(workspace)) {
    if (place == returns::Place{"question", requirement->code} ||
        place == returns::Place{"standard", requirement->standard}) {
      return true;
    }
  }
  return false;
}

returns::Place read_place(json::ObjectReader& reader) {
  returns::Place place;
  reader.object("place", [&](json::ObjectReader& each) {
    place.kind = each.text("kind", {16});
    place.code = each.text("code", {64});
  });
  return place;
}

std::optional<PersonId> read_person(json::ObjectReader& reader, std::string_view key) {
  const auto text = reader.optional_text(key, {64, true});
  auto person = PersonId::parse(text);
  if (!person && !text.empty()) reader.refuse(key, "must be the id of a colleague");
  return person;
}

Problem no_place() {
  return {ProblemCode::invalid,
          "validation",
          "Nothing of that name is asked here.",
          {{"place", "Name a standard, a question or a section that is asked here."}}};
}

json::Value to_json(const returns::Place& place) {
  return json::Object{{"kind", place.kind}, {"code", place.code}};
}

json::Value to_json(const returns::Assignment& each) {
  return json::Object{{"assignment", each.assignment.text()},
                      {"place", to_json(each.place)},
                      {"person", each.person.text()},
                      {"name", each.person_name},
                      {"note", each.note},
                      {"by_on", or_null(each.by_on)},
                      {"given_by", each.given_by}};
}

json::Value to_json(const returns::Remark& each) {
  return json::Object{
      {"note", each.remark.text()},
      {"place", to_json(each.place)},
      {"text", each.text},
      {"missing", each.missing},
      {"for", each.for_person ? json::Value(each.for_person->text()) : json::Value()},
      {"by", each.by},
      {"at", to_iso(each.at)}};
}

http::Response get_shared_work(RequestContext& context) {
  const auto workspace = shared_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto work = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return Result(returns::shared_work(tx, workspace->unit));
  });
  if (!work) return refuse(context, work.problem());
  return context.json(json::Object{
      {"unit", workspace->unit.text()},
      {"colleagues", list_of(work->colleagues,
                             [](const returns::Colleague& each) {
                               return json::Value(json::Object{{"person", each.person.text()},
                                                               {"name", each.name},
                                                               {"position", each.position}});
                             })},
      {"assignments", list_of(work->assignments, [](const auto& each) { return to_json(each); })},
      {"notes", list_of(work->open_remarks, [](const auto& each) { return to_json(each); })}});
}

// Runs the work as the agency and answers 204, or the refusal.
template <class Work>
http::Response done(RequestContext& context, Work&& work) {
  const Result<Done> result =
      context.database().as_agency(context.token(), std::forward<Work>(work));
  return result ? http::Response::no_content() : refuse(context, result.problem());
}

http::Response put_assignment(RequestContext& context) {
  returns::AssignWork command;
  const auto read = read_body(context, [&](json::ObjectReader& reader) {
    command.place = read_place(reader);
    command.person = read_person(reader, "person").value_or(PersonId());
    command.note = reader.optional_text("note", {2'000, true});
    if (const auto day = reader.optional_text("by_on", {32, true}); !day.empty()) {
      command.by_on = parse_date(day);
      if (!command.by_on) reader.refuse("by_on", "must be a day such as 2027-05-28");
    }
  });
  if (!read) return refuse(context, read.problem());
  const auto workspace = shared_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  if (!has_place(*workspace, command.place)) return refuse(context, no_place());
  command.unit = workspace->unit;
  return done(context, [&](postgres::AgencyTx& tx) {
    return returns::assign_work(tx, command, workspace->today, context.now());
  });
}

http::Response delete_assignment(RequestContext& context) {
  const auto id = id_of<returns::AssignmentId>(context.path("assignment"));
  if (!id) return refuse(context, id.problem());
  return done(context, [&](postgres::AgencyTx& tx) {
    return returns::end_assignment(tx, *id, context.now());
  });
}

http::Response post_note(RequestContext& context) {
  returns::SayToColleagues command;
  const auto read = read_body(context, [&](json::ObjectReader& reader) {
    command.place = read_place(reader);
    command.text = reader.optional_text("text", words);
    command.for_person = read_person(reader, "for");
    command.missing = reader.optional_flag("missing", false);
  });
  if (!read) return refuse(context, read.problem());
  const auto workspace = shared_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  if (command.place.kind == "standard" || !has_place(*workspace, command.place)) {
    return refuse(context, no_place());
  }
  command.unit = workspace->unit;
  return done(context, [&](postgres::AgencyTx& tx) {
    return returns::say_to_colleagues(tx, command, context.now());
  });
}

// Settles it: it stays beside its question, as done.
http::Response delete_note(RequestContext& context) {
  const auto id = id_of<returns::RemarkId>(context.path("note"));
  if (!id) return refuse(context, id.problem());
  return done(context, [&](postgres::AgencyTx& tx) {
    return returns::settle_remark(tx, *id, context.now());
  });
}

Result<returns::AnswerHistory> history_of(RequestContext& context,
                                          const returns::Workspace& workspace,
                                          const std::string& requirement) {
  return context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return Result(returns::answer_history(tx, workspace.unit, requirement));
  });
}

json::Value to_json(const returns::AnswerVersion& each) {
  return json::Object{
      {"version", each.version},
      {"level", or_null(each.level)},
      {"not_applicable",
       each.not_applicable ? json::Value(each.not_applicable_reason) : json::Value()},
      {"describes", each.texts.describes},
      {"knows", each.texts.knows},
      {"improve", each.texts.improve},
      {"confirmed", each.confirmed},
      {"taken_over", each.inherited},
      {"saved_by", each.by},
      {"saved_at", to_iso(each.at)}};
}

http::Response get_history(RequestContext& context) {
  const auto workspace = shared_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto view = returns::question_view(*workspace, context.path("requirement"));
  if (!view) return refuse(context, view.problem());
  const auto history = history_of(context, *workspace, view->requirement->code);
  if (!history) return refuse(context, history.problem());
  const auto& sent = history->sent;
  return context.json(json::Object{
      {"requirement", view->requirement->code},
      {"versions", list_of(history->versions, [](const auto& each) { return to_json(each); })},
      {"sent_at", sent ? json::Value(to_iso(sent->submitted_at)) : json::Value()}});
}

// Writes an earlier text again, on top of the version that was read; a person confirms it.
http::Response post_restored(RequestContext& context) {
  int wanted = 0;
  std::optional<int> in_body;
  const auto read = read_body(context, [&](json::ObjectReader& reader) {
    wanted = reader.integer("restore", 1, 1'000'000'000);
    in_body = reader.optional_integer("version", 0, 1'000'000'000);
  });
  if (!read) return refuse(context, read.problem());
  const auto version = base_version(context, in_body);
  if (!version) return refuse(context, version.problem());
  const auto workspace = shared_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto view = returns::question_view(*workspace, context.path("requirement"));
  if (!view) return refuse(context, view.problem());
  const auto& code = view->requirement->code;
  const auto history = history_of(context, *workspace, code);
  if (!history) return refuse(context, history.problem());
  auto command = returns::restore(*history, wanted, workspace->unit, code, view->answer);
  if (!command) return refuse(context, refusal_of_type("not-found"));
  command->base_version = *version;
  command->request_ref = context.request().request_id;
  command->at = context.now();
  return answered(context, returns::save_answer(context.database(), context.token(), *command));
}

}  // namespace

std::vector<Route> colleague_routes() {
  using http::Verb;
  const auto everybody = agency({"contributor", "lead", "authoriser"});
  const auto reads = everybody.for_scope(identity::reads_questions);
  const auto says = everybody.for_scope(identity::writes_answers);
  const auto writes = agency({"contributor", "lead"}).for_scope(identity::writes_answers);
  return {
      {Verb::get, "/api/v1/tasks", reads, get_shared_work},
      {Verb::put, "/api/v1/assignments", writes, put_assignment},
      {Verb::remove, "/api/v1/assignments/{assignment}", writes, delete_assignment},
      {Verb::post, "/api/v1/notes", says, post_note},
      {Verb::remove, "/api/v1/notes/{note}", says, delete_note},
      {Verb::get, "/api/v1/answers/{requirement}/history", reads, get_history},
      {Verb::post, "/api/v1/answers/{requirement}/restored", writes, post_restored,
       autosave_body_max},
  };
}

}  // namespace onereturn::gateway::api
