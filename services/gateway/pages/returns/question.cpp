#include <algorithm>

#include "base/text.hpp"
#include "domain/evaluation/release_store.hpp"
#include "domain/identity/roles.hpp"
#include "domain/returns/consequences.hpp"
#include "domain/returns/question_view.hpp"
#include "domain/returns/save_answer.hpp"
#include "domain/returns/take_common.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/questions/asked_beside.hpp"
#include "gateway/pages/returns/question_rest.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/pages/returns/shared_work.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/promise_page.hpp"
#include "gateway/views/question_levels.hpp"
#include "gateway/views/question_page.hpp"
#include "platform/json/json.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using views::PageError;
using views::QuestionFields;

// The fields of the use case in the names of the page.
PageError named(const FieldError& error) {
  if (error.field == "level" || error.field == "parts") return {"level-0", error.message};
  if (error.field == "reason") return {"na-reason", error.message};
  return {error.field, error.message};
}

std::vector<PageError> errors_of(const Problem& problem) {
  std::vector<PageError> errors;
  for (const auto& field : problem.fields)
    errors.push_back(named(field));
  if (errors.empty()) errors.push_back({"describes", problem.detail});
  return errors;
}

std::optional<int> level_of(const QuestionFields& fields) {
  if (fields.level.size() != 1 || fields.level[0] < '0' || fields.level[0] > '4') {
    return std::nullopt;
  }
  return fields.level[0] - '0';
}

mapping::Texts texts_of(const QuestionFields& fields) {
  return {fields.describes, fields.knows, fields.improve};
}

returns::SaveAnswer command_of(const RequestContext& context, const returns::Workspace& workspace,
                               const returns::QuestionView& view, const QuestionFields& fields) {
  returns::SaveAnswer command;
  command.at = context.now();
  command.unit = workspace.unit;
  command.requirement = view.requirement->code;
  command.base_version = fields.version;
  command.level = level_of(fields);
  command.not_applicable = fields.level == "na";
  command.not_applicable_reason = fields.na_reason;
  command.texts = texts_of(fields);
  command.part_texts = view.answer.part_texts;
  command.parts = fields.parts;
  command.confirm = context.field("go") == "next";
  return command;
}

// What is saved without a change stays confirmed: to save it again as a draft would undo that.
bool unchanged(const returns::QuestionView& view, const returns::LocalPlace* place,
               const QuestionFields& fields) {
  const auto kept = views::kept_fields(view, place);
  return kept.level == fields.level && kept.na_reason == fields.na_reason &&
         kept.describes == fields.describes && kept.knows == fields.knows &&
         kept.improve == fields.improve && kept.parts == fields.parts && kept.from == fields.from;
}

// The unit's own answer, or what stands above with what was typed after it.
Result<returns::SaveOutcome> save_once(RequestContext& context, const returns::Workspace& workspace,
                                       const returns::QuestionView& view,
                                       const QuestionFields& fields) {
  const auto own = command_of(context, workspace, view, fields);
  if (fields.from != "common") {
    return returns::save_answer(context.database(), context.token(), own);
  }
  const returns::TakeCommonAnswer command{workspace.unit,
                                          own.requirement,
                                          fields.version,
                                          fields.common_version,
                                          own.level,
                                          own.not_applicable,
                                          own.not_applicable_reason,
                                          own.texts,
                                          own.parts,
                                          own.confirm,
                                          context.now()};
  return context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::take_common_answer(tx, command);
  });
}

// What stands in the very same words is no conflict: this page saved it by itself a moment ago, or
// its button was pressed twice.
bool says_the_same(const returns::OtherVersion& theirs, const QuestionFields& fields) {
  const auto& answer = theirs.answer;
  return answer.level == level_of(fields) && answer.not_applicable == (fields.level == "na") &&
         answer.not_applicable_reason == tidy_paragraph(fields.na_reason) &&
         answer.texts.describes == tidy_paragraph(fields.describes) &&
         answer.texts.knows == tidy_paragraph(fields.knows) &&
         answer.texts.improve == tidy_paragraph(fields.improve) && answer.parts == fields.parts;
}

Result<returns::SaveOutcome> save_fields(RequestContext& context,
                                         const returns::Workspace& workspace,
                                         const returns::QuestionView& view,
                                         QuestionFields& fields) {
  auto saved = save_once(context, workspace, view, fields);
  if (saved && saved->conflict && says_the_same(*saved->conflict, fields)) {
    fields.version = saved->version;
    saved = save_once(context, workspace, view, fields);
  }
  return saved;
}

bool may_be_put_right(const Problem& problem) {
  return problem.code == ProblemCode::invalid || problem.key == "common-changed";
}

bool nothing_written(const RequestContext& context, const QuestionFields& fields) {
  const bool takes = fields.from == "common" && context.field("go") == "next";
  return !takes && fields.version == 0 && fields.level.empty() && fields.describes.empty() &&
         fields.knows.empty() && fields.improve.empty();
}

http::Response question_again(RequestContext& context, const returns::Workspace& workspace,
                              const returns::QuestionView& view, const returns::LocalPlace* place,
                              const QuestionFields& fields, const std::vector<PageError>& errors) {
  return framed(context, "pages/question",
                views::question_page(workspace, view, place, fields, errors, ""), "/home", 422);
}

// Where the pressed button leads: on, to what is asked in between, or back to the page.
std::string next_address(const RequestContext& context, const returns::Workspace& workspace,
                         const returns::QuestionView& view, const std::string& here) {
  const auto go = context.field("go");
  const auto& code = view.requirement->code;
  if (go == "next") {
    const auto end = std::string(workspace.common_only ? "/common" : "/home");
    const auto next = view.next.empty() ? end : "/questions/" + view.next;
    return next + views::unit_query(workspace);
  }
  if (go == "evidence") {
    return "/evidence/add?for=" + code + "&unit=" + workspace.unit.text();
  }
  if (auto address = removal_address(workspace, go, "questions/" + code); !address.empty()) {
    return address;
  }
  if (const auto request = RequestId::parse(views::pressed(go, "later:"))) {
    if (const auto* board = workspace.find(*request)) {
      const auto from = "questions/" + code + (view.whole_local ? "/for" : "");
      return views::promise_href(workspace, *board,
                                 {returns::PromiseSubject::Kind::requirement, code}, from);
    }
  }
  return with_saved(here, workspace);
}

constexpr const char* answer_field = "answer";

// What a page with a script is told when nothing of the answer was to be saved.
SavedFields as_it_stands(int version, const std::optional<Instant>& saved_at) {
  SavedFields stands;
  stands.versions[answer_field] = version;
  stands.saved_at = saved_at;
  return stands;
}

SavedFields as_saved(const returns::SaveOutcome& outcome) {
  SavedFields saved;
  if (outcome.conflict) {
    saved.overtaken = true;
    saved.overtaken_by = outcome.conflict->by;
  } else {
    saved.note(answer_field, {outcome.version, outcome.saved_at});
  }
  return saved;
}

// The answer was saved or need not be; the words for single boards follow.
http::Response autosaved_with_locals(RequestContext& context, const returns::QuestionView& view,
                                     const QuestionFields& fields, SavedFields saved) {
  const auto locals = autosave_locals(context, view, fields);
  if (!locals) return refuse(context, locals.problem());
  for (const auto& [id, version] : locals->versions)
    saved.versions[id] = version;
  if (locals->saved_at) saved.saved_at = locals->saved_at;
  if (locals->overtaken) {
    saved.overtaken = true;
    saved.overtaken_by = locals->overtaken_by;
  }
  return autosaved_fields(saved);
}

}  // namespace

namespace {

// What boards ask to change in what was made from this answer.
html::Data asked_changes(const std::vector<evaluation::ChangeForAgency>& changes,
                         const std::string& code) {
  auto list = html::Data::list();
  for (const auto& change : changes) {
    const auto& of = change.asked.requirements;
    if (std::find(of.begin(), of.end(), code) == of.end()) continue;
    list.push(html::Data::object()
                  .set("board", change.board)
                  .set("due", to_words(change.due_on))
                  .set("title", change.asked.title)
                  .set("words", change.asked.words)
                  .set("href", "/sent/" + change.request.text() + "/changes"));
  }
  return list;
}

bool writes(const RequestContext& context) { return identity::may_write(context.session().role); }

}  // namespace

http::Response show_question(RequestContext& context) {
  const auto& code = context.path("requirement");
  const returns::Place place{"question", code};
  BesidePlace seen;
  std::vector<evaluation::ChangeForAgency> changes;
  AskedBeside said;
  const auto workspace = load_workspace(
      context, asked_unit(context), returns::Reach::common_too, [&](auto& tx, const auto& of) {
        said = look_at_asked(tx);
        const auto* asked = of.requirement(code);
        const bool own_form = of.way == mapping::Way::own_form;
        if (asked != nullptr && !own_form && asked->local != frameworks::LocalKind::whole) {
          seen = look_beside(context, tx, of, place, asked->standard);
          changes = evaluation::changes_to_agency(tx, std::nullopt);
        }
      });
  if (!workspace) return refuse(context, workspace.problem());
  if (workspace->way == mapping::Way::own_form) return not_found(context);
  const auto view = returns::question_view(*workspace, code);
  if (!view) return refuse(context, view.problem());
  if (view->whole_local) {
    if (view->local.empty()) return not_found(context);
    return http::Response::see_other("/questions/" + view->requirement->code + "/for/" +
                                     view->local.front().request.text() +
                                     views::unit_query(*workspace));
  }
  auto page = views::question_page(*workspace, *view, nullptr, views::kept_fields(*view, nullptr),
                                   {}, saved_note(context));
  page.set("writes", writes(context));
  page.set("beside", beside(seen, *workspace, place));
  page.set("asked_changes", asked_changes(changes, code));
  page.set("asked_of_boards",
           asked_beside(said, places_of(*workspace, *view), ask_address(*workspace, code)));
  return framed(context, "pages/question", std::move(page), "/home");
}

http::Response show_consequences(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  if (workspace->way == mapping::Way::own_form) return not_found(context);
  const auto view = returns::question_view(*workspace, context.path("requirement"));
  if (!view) return refuse(context, view.problem());
  const auto fields = views::posted_fields(context.request().query, *view);
  mapping::Answer answer;
  answer.level = level_of(fields);
  answer.parts = fields.parts;
  const auto supposed = returns::consequences_of(*workspace, *view->requirement, answer);
  json::Array lines;
  if (supposed && !fields.parts_clash) {
    for (const auto& meaning : views::meanings_of(*workspace, *view, nullptr, *supposed)) {
      lines.push_back(json::Object{
          {"letters", meaning.board.mark}, {"name", meaning.board.area}, {"text", meaning.words}});
    }
  }
  return http::Response::json(json::write(json::Object{
      {"level", fields.level}, {"fits", supposed.has_value()}, {"lines", std::move(lines)}}));
}

http::Response save_question(RequestContext& context) {
  const auto workspace = load_workspace(context, asked_unit(context), returns::Reach::common_too);
  if (!workspace) return refuse(context, workspace.problem());
  if (workspace->way == mapping::Way::own_form) return not_found(context);
  const auto view = returns::question_view(*workspace, context.path("requirement"));
  if (!view) return refuse(context, view.problem());
  if (view->whole_local) return not_found(context);
  const auto& form = context.request().form;
  auto fields = views::posted_fields(form, *view);
  const bool autosave = context.field("go") == "autosave";
  const bool as_it_was = context.field("go") != "next" && unchanged(*view, nullptr, fields);
  const bool to_save = !nothing_written(context, fields) && !as_it_was;
  if (autosave && (!to_save || fields.parts_clash)) {
    return autosaved_with_locals(context, *view, fields,
                                 as_it_stands(view->version, view->saved_at));
  }
  if (fields.parts_clash) {
    return question_again(
        context, *workspace, *view, nullptr, fields,
        {{"tick-none", "Tick the parts that meet the minimum, or “None of these”, not both"}});
  }
  if (to_save) {
    const auto saved = save_fields(context, *workspace, *view, fields);
    if (!saved) {
      if (autosave || !may_be_put_right(saved.problem())) {
        return refuse(context, saved.problem());
      }
      return question_again(context, *workspace, *view, nullptr, fields,
                            errors_of(saved.problem()));
    }
    if (autosave) return autosaved_with_locals(context, *view, fields, as_saved(*saved));
    if (saved->conflict) {
      return framed(context, "pages/conflict",
                    views::conflict_page(*workspace, *view, fields, *saved->conflict, form),
                    "/home", 409);
    }
    fields.version = saved->version;
  }
  if (workspace->common_only) {
    return http::Response::see_other(
        next_address(context, *workspace, *view, "/questions/" + view->requirement->code));
  }
  const auto errors = save_rest(context, *workspace, *view, fields);
  if (!errors) return refuse(context, errors.problem());
  if (!errors->empty()) {
    return question_again(context, *workspace, *view, nullptr, fields, *errors);
  }
  return http::Response::see_other(
      next_address(context, *workspace, *view, "/questions/" + view->requirement->code));
}

namespace {

struct LocalQuestion {
  returns::QuestionView view;
  const returns::LocalPlace* place = nullptr;
};

// The view of the answer to one board, or nothing when that board asks nothing of the kind.
std::optional<LocalQuestion> local_question(const RequestContext& context,
                                            const returns::Workspace& workspace) {
  auto view = returns::question_view(workspace, context.path("requirement"));
  if (!view || workspace.way == mapping::Way::own_form || !view->whole_local) return std::nullopt;
  LocalQuestion found{std::move(view).value(), nullptr};
  for (const auto& place : found.view.local) {
    if (place.request.text() == context.path("request")) found.place = &place;
  }
  if (found.place == nullptr) return std::nullopt;
  return found;
}

}  // namespace

http::Response show_local_question(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto found = local_question(context, *workspace);
  if (!found) return not_found(context);
  const auto* place = found->place;
  return framed(
      context, "pages/question",
      views::question_page(*workspace, found->view, place, views::kept_fields(found->view, place),
                           {}, saved_note(context))
          .set("writes", writes(context)),
      "/home");
}

namespace {

Result<returns::SaveOutcome> save_for_board(RequestContext& context, const LocalQuestion& found,
                                            QuestionFields& fields) {
  returns::SaveBoardAnswer command;
  command.at = context.now();
  command.request = found.place->request;
  command.requirement = found.view.requirement->code;
  command.base_version = fields.version;
  command.level = level_of(fields);
  command.not_applicable = fields.level == "na";
  command.not_applicable_reason = fields.na_reason;
  command.texts = texts_of(fields);
  command.confirm = wish_of(context) == Wish::confirm;
  const auto save = [&] {
    return context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
      return returns::save_board_answer(tx, command);
    });
  };
  auto saved = save();
  if (saved && saved->conflict && says_the_same(*saved->conflict, fields)) {
    command.base_version = saved->version;
    saved = save();
  }
  return saved;
}

}  // namespace

http::Response save_local_question(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto found = local_question(context, *workspace);
  if (!found) return not_found(context);
  const auto& form = context.request().form;
  auto fields = views::posted_fields(form, found->view);
  const auto wish = wish_of(context);
  const auto next = next_address(context, *workspace, found->view, context.request().path);
  const bool as_it_was = unchanged(found->view, found->place, fields);
  if (nothing_written(context, fields) || (as_it_was && wish != Wish::confirm)) {
    return wish == Wish::autosave
               ? autosaved_fields(as_it_stands(found->place->version, found->place->saved_at))
               : http::Response::see_other(next);
  }
  const auto saved = save_for_board(context, *found, fields);
  if (!saved) {
    if (wish == Wish::autosave || saved.problem().code != ProblemCode::invalid) {
      return refuse(context, saved.problem());
    }
    return question_again(context, *workspace, found->view, found->place, fields,
                          errors_of(saved.problem()));
  }
  if (wish == Wish::autosave) return autosaved_fields(as_saved(*saved));
  if (saved->conflict) {
    return framed(context, "pages/conflict",
                  views::conflict_page(*workspace, found->view, fields, *saved->conflict, form)
                      .set("action", context.request().path + views::unit_query(*workspace)),
                  "/home", 409);
  }
  return http::Response::see_other(next);
}

}  // namespace onereturn::gateway::pages
