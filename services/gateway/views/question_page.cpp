#include "gateway/views/question_page.hpp"

#include <algorithm>

#include "domain/returns/promised.hpp"
#include "gateway/views/common_choice.hpp"
#include "gateway/views/home_view.hpp"
#include "gateway/views/kept_words.hpp"
#include "gateway/views/promise_page.hpp"
#include "gateway/views/question_levels.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

Data siblings(const returns::QuestionView& view, const std::string& unit) {
  auto list = Data::list();
  for (const auto& [requirement, state] : view.siblings) {
    const auto mark = mark_of(state);
    list.push(Data::object()
                  .set("href", "/questions/" + requirement->code + unit)
                  .set("here", requirement->code == view.requirement->code)
                  .set("icon", mark.icon)
                  .set("name", requirement->name)
                  .set("state", mark.words));
  }
  return list;
}

Data neighbour(const returns::Workspace& workspace, const std::string& code,
               const std::string& unit) {
  for (const auto& requirement : workspace.framework->requirements) {
    if (requirement.code == code) {
      return Data::object().set("href", "/questions/" + code + unit).set("text", requirement.name);
    }
  }
  return {};
}

Data marks(const std::vector<returns::BoardRef>& boards) {
  auto list = Data::list();
  for (const auto& board : boards)
    list.push(Data::object().set("letters", board.mark));
  return list;
}

std::string names(const std::vector<returns::BoardRef>& boards) {
  std::vector<std::string> words;
  for (const auto& board : boards)
    words.push_back(board.area);
  return joined(words);
}

// What stands beside the question: who asks, what their papers suggest, their own words.
void add_asking(Data& page, const returns::QuestionView& view, const returns::LocalPlace* place) {
  std::vector<returns::BoardRef> asking;
  auto words = Data::list();
  for (const auto& board : view.asked_by) {
    if (place != nullptr && !(board.request == place->request)) continue;
    asking.push_back(board.board);
    for (const auto& item : board.items) {
      const auto number = item.item->number.value_or("");
      words.push(Data::object()
                     .set("who", board.board.area + (number.empty() ? "" : " " + number) + ".")
                     .set("text", item.item->wording)
                     .set("essential", item.item->essential));
    }
  }
  auto prompts = Data::list();
  for (const auto& prompt : view.prompts) {
    prompts.push(Data::object()
                     .set("text", prompt.words)
                     .set("boards", marks(prompt.boards))
                     .set("boards_words", names(prompt.boards)));
  }
  const auto count = static_cast<int>(asking.size());
  page.set("asked_heading",
           capital(number_word(count)) + (count == 1 ? " board asks this" : " boards ask this"));
  page.set("asked", marks(asking));
  page.set("asked_words", names(asking));
  page.set("guidance", Data::text_or_no(view.requirement->guidance));
  page.set("has_prompts", !prompts.items().empty());
  page.set("prompts", std::move(prompts));
  page.set("has_words", !words.items().empty());
  page.set("words", std::move(words));
}

Data text_box(const char* id, const char* label, std::string hint, const std::string& value,
              int rows, const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("hint", std::move(hint))
      .set("value", value)
      .set("rows", rows)
      .set("words", length_words(value))
      .set("error", error_of(errors, id));
}

Data texts(const QuestionFields& fields, const std::string& goes_to,
           const std::vector<PageError>& errors) {
  auto list = Data::list();
  list.push(text_box("describes", "How do you meet this?",
                     goes_to + " Name no board and no child here.", fields.describes, 7, errors));
  list.push(text_box("knows", "How do you know?",
                     "What changed for children. Figures, audits, what children told you.",
                     fields.knows, 4, errors));
  list.push(text_box("improve", "What needs to improve?", "Leave it empty if nothing does.",
                     fields.improve, 2, errors));
  return list;
}

std::string actions_hint(const returns::Workspace& workspace, const returns::QuestionView& view) {
  std::vector<std::string> boards;
  for (const auto& asking : view.asked_by) {
    const auto* engaged = workspace.find(asking.request);
    if (engaged == nullptr) continue;
    std::vector<std::string> points;
    const auto& scale = engaged->form->scale;
    if (scale && engaged->form->kind != frameworks::TemplateKind::board_grade) {
      for (const auto& point : scale->points) {
        if (point.action_demanded) points.push_back(point.label);
      }
    }
    if (!points.empty()) {
      boards.push_back(asking.board.area + " for " + joined(points, "or"));
    } else if (engaged->form->improvement_demands_action) {
      boards.push_back(asking.board.area + " for anything that needs to improve");
    }
  }
  if (boards.empty()) return "Name one person who leads, and a date that person agreed to.";
  return "An action with its date is needed by " + joined(boards) + ".";
}

void add_evidence(Data& page, const returns::QuestionView& view, const TypedEvidence& typed,
                  const std::vector<PageError>& errors) {
  auto list = Data::list();
  const auto ticks_for = [&](const returns::KeptEvidence* kept) {
    auto ticks = Data::list();
    for (const auto& asking : view.asked_by) {
      const auto board = asking.board.board.text();
      const bool ticked = kept != nullptr ? kept->granted.contains(asking.board.board)
                                          : std::find(typed.boards.begin(), typed.boards.end(),
                                                      board) != typed.boards.end();
      ticks.push(
          Data::object()
              .set("name", kept == nullptr ? "evidence_new" : "grant_" + kept->evidence.text())
              .set("value", board)
              .set("checked", ticked)
              .set("letters", asking.board.mark)
              .set("board_name", asking.board.area));
    }
    return ticks;
  };
  for (const auto* kept : view.evidence) {
    list.push(Data::object()
                  .set("id", kept->evidence.text())
                  .set("title", kept->title)
                  .set("how", kept_words(*kept))
                  .set("common", !kept->is_ours)
                  .set("ticks_label", "Boards that may ask for " + kept->title)
                  .set("ticks", ticks_for(kept)));
  }
  page.set("has_evidence", true);
  page.set("evidence", std::move(list));
  page.set("new_ticks", ticks_for(nullptr));
  page.set("new_open", !typed.empty());
  page.set("new_title", typed.title).set("new_where", typed.where);
  page.set("new_title_error", error_of(errors, "evidence-title"));
  page.set("new_where_error", error_of(errors, "evidence-where"));
}

// Where an answer is missing: for each board, when it will have it.
void add_later(Data& page, const returns::Workspace& workspace, const returns::QuestionView& view,
               const returns::LocalPlace* place, const QuestionFields& fields) {
  auto list = Data::list();
  const bool missing = fields.level != "na" && (fields.describes.empty() || fields.knows.empty());
  bool any_given = false;
  for (const auto& asking : view.asked_by) {
    if (place != nullptr && !(asking.request == place->request)) continue;
    const auto* board = workspace.find(asking.request);
    if (board == nullptr) continue;
    const auto promise = returns::promise_view(
        workspace, *board, {returns::PromiseSubject::Kind::requirement, view.requirement->code});
    if (!promise) continue;
    any_given = any_given || promise->given.has_value();
    list.push(Data::object()
                  .set("board", board_mark(asking.board))
                  .set("state", promise_state(promise->given))
                  .set("request", asking.request.text())
                  .set("text", promise->given ? "Change" : "Say when")
                  .set("about", asking.board.area + " will have it"));
  }
  page.set("has_later", (missing || any_given) && !list.items().empty());
  page.set("later", std::move(list));
}

Data history_of_local(const returns::QuestionView& view, const returns::LocalPlace& place,
                      const std::string& unit) {
  if (place.version == 0) return {};
  return "/questions/" + view.requirement->code + "/for/" + place.request.text() + "/history" +
         unit;
}

void add_locals(Data& page, const returns::QuestionView& view, const QuestionFields& fields,
                const std::string& unit) {
  auto list = Data::list();
  int demanded = 0;
  for (const auto& place : view.local) {
    const auto key = place.request.text();
    const auto typed = fields.local.find(key);
    const auto& value = typed == fields.local.end() ? place.answer.texts.describes : typed->second;
    demanded += place.demanded ? 1 : 0;
    const char* state = !value.empty() && place.draft ? "draft, not confirmed"
                        : !value.empty()              ? "answered"
                        : place.demanded              ? "asked, not yet answered"
                                                      : "only if you wish";
    list.push(Data::object()
                  .set("id", "local_" + key)
                  .set("board", board_mark(place.board))
                  .set("open", place.demanded && value.empty())
                  .set("state", state)
                  .set("label", place.question.empty()
                                    ? "What is different for " + place.board.area + "?"
                                    : place.question)
                  .set("hint", (place.hint.empty() ? "" : place.hint + " ") + "Only " +
                                   place.board.area + " sees this.")
                  .set("value", value)
                  .set("version", place.version)
                  .set("history_href", history_of_local(view, place, unit)));
  }
  page.set("has_locals", !view.local.empty());
  page.set("locals", std::move(list));
  page.set("locals_hint",
           demanded > 0 ? capital(counted(demanded, "board asks", "boards ask")) +
                              " something more here. You may add a note for the others."
                        : std::string("Add what one board alone should know. Each board sees only "
                                      "its own."));
}

}  // namespace

Data question_page(const returns::Workspace& workspace, const returns::QuestionView& view,
                   const returns::LocalPlace* place, const QuestionFields& fields,
                   const std::vector<PageError>& errors, const std::string& saved_note) {
  const auto unit = unit_query(workspace);
  const auto& requirement = *view.requirement;
  const auto standard = view.standard->code + ". " + view.standard->name;
  const auto boards = static_cast<int>(view.asked_by.size());
  auto page = Data::object();
  auto action = "/questions/" + requirement.code;
  if (place != nullptr) action += "/for/" + place->request.text();
  page.set("title", requirement.name).set("title_error", !errors.empty());
  page.set("error_summary", error_summary(errors));
  page.set("saved_note", Data::text_or_no(saved_note));
  page.set("standard_href", "/standards/" + view.standard->code + unit);
  page.set("standard_title", standard);
  page.set("previous", neighbour(workspace, view.previous, unit));
  page.set("following", neighbour(workspace, view.next, unit));
  page.set("list", siblings(view, unit));
  page.set("eyebrow", place != nullptr ? "For " + place->board.area + " only"
                                       : "Question " + std::to_string(view.number) + " of " +
                                             std::to_string(view.of));
  page.set("heading", requirement.name);
  page.set("lede",
           place != nullptr && !place->question.empty() ? place->question : requirement.question);
  page.set("action", action + unit);
  page.set("autosave_href", action + unit);
  page.set("consequences_href",
           Data::text_or_no(place == nullptr && !view.parts.empty()
                                ? "/questions/" + requirement.code + "/consequences" + unit
                                : ""));
  page.set("version", fields.version);
  page.set("level", level_control(workspace, view, place, fields, errors));
  page.set("na", not_applicable_control(view, fields, errors));
  add_asking(page, view, place);
  const auto goes_to = workspace.common_only
                           ? "Each part of your organisation takes it over or answers for itself."
                       : place != nullptr ? "Only " + place->board.area + " sees this."
                       : boards == 1      ? "Goes to one board."
                                          : "Goes to all " + number_word(boards) + " boards.";
  page.set("texts", texts(fields, goes_to, errors));
  page.set("common", place == nullptr ? common_choice(view, fields.from) : Data());
  page.set("history_href", place != nullptr ? history_of_local(view, *place, unit)
                           : view.version > 0
                               ? Data("/questions/" + requirement.code + "/history" + unit)
                               : Data());
  page.set("history_words",
           place == nullptr ? "What was sent last, and every version" : "Every version of this");
  page.set("beside", false);
  page.set("asked_changes", false);
  page.set("has_commitments", place == nullptr);
  page.set("actions_hint", actions_hint(workspace, view));
  page.set("commitments",
           commitment_rows(fields.commitments,
                           column_asked(workspace.boards, frameworks::ActionField::area),
                           column_asked(workspace.boards, frameworks::ActionField::change)));
  if (place == nullptr) {
    add_evidence(page, view, fields.evidence, errors);
    add_locals(page, view, fields, unit);
  } else {
    page.set("has_evidence", false).set("has_locals", false);
  }
  add_later(page, workspace, view, place, fields);
  page.set("writes", true).set("asked_of_boards", false);
  if (workspace.common_only) {
    page.set("has_evidence", false).set("has_locals", false).set("has_commitments", false);
    page.set("standard_href", "/common" + unit);
    page.set("eyebrow", "Common answer of " + workspace.unit_name);
  }
  const auto& saved_at = place == nullptr ? view.saved_at : place->saved_at;
  const bool draft = place == nullptr ? view.state == returns::AnswerState::drafted : place->draft;
  page.set("saved_at", saved_at ? Data("Saved " + to_words_with_time(*saved_at) +
                                       (draft ? ", not confirmed yet" : ""))
                                : Data());
  return page;
}

}  // namespace onereturn::gateway::views
