#include <algorithm>

#include "domain/returns/question_view.hpp"
#include "gateway/views/home_view.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

Data asked_marks(const returns::QuestionView& view) {
  auto marks = Data::list();
  for (const auto& asking : view.asked_by) {
    marks.push(Data::object().set("letters", asking.board.mark));
  }
  return marks;
}

std::string asked_names(const returns::QuestionView& view) {
  std::vector<std::string> names;
  for (const auto& asking : view.asked_by) {
    names.push_back(asking.board.area);
  }
  return joined(names);
}

Data row(const returns::QuestionView& view, const std::string& href, Data for_board,
         const StateMark& mark) {
  return Data::object()
      .set("href", href)
      .set("name", view.requirement->name)
      .set("for_board", std::move(for_board))
      .set("asked", asked_marks(view))
      .set("asked_words", asked_names(view))
      .set("status", status(mark.tone, mark.icon, capital(mark.words)));
}

}  // namespace

StateMark mark_of(returns::AnswerState state) {
  switch (state) {
    case returns::AnswerState::confirmed:
      return {"done", "confirmed", "green"};
    case returns::AnswerState::drafted:
      return {"draft", "drafted", "act"};
    case returns::AnswerState::reconfirm:
      return {"reconfirm", "to confirm again", "act"};
    case returns::AnswerState::not_started:
      break;
  }
  return {"none", "not started", "quiet"};
}

Data standard_list(const returns::Workspace& workspace, const frameworks::Standard& standard) {
  const auto unit = unit_query(workspace);
  auto rows = Data::list();
  Data next;
  int count = 0;
  for (const auto& requirement : workspace.framework->requirements) {
    if (requirement.standard != standard.code) continue;
    const auto found = returns::question_view(workspace, requirement.code);
    if (!found) continue;
    const auto& view = found.value();
    const auto href = "/questions/" + requirement.code;
    ++count;
    if (view.whole_local) {
      for (const auto& place : view.local) {
        const auto written =
            place.version > 0 ? returns::AnswerState::confirmed : returns::AnswerState::not_started;
        rows.push(row(view, href + "/for/" + place.request.text() + unit, Data(place.board.area),
                      mark_of(written)));
      }
      continue;
    }
    rows.push(row(view, href + unit, {}, mark_of(view.state)));
    if (next.is_no() && view.state != returns::AnswerState::confirmed) {
      next = Data::object().set("href", href + unit).set("text", "Go on to: " + requirement.name);
    }
  }
  return Data::object()
      .set("title", standard.name)
      .set("eyebrow", "Standard " + standard.code)
      .set("heading", standard.name)
      .set("lede", capital(number_word(count)) + (count == 1 ? " question" : " questions") +
                       " that your boards ask here.")
      .set("questions", std::move(rows))
      .set("next", std::move(next));
}

}  // namespace onereturn::gateway::views
