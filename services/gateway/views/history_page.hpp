#pragma once

#include <string>

#include "domain/returns/answer_history.hpp"
#include "domain/returns/board_history.hpp"
#include "domain/returns/question_view.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// pages/history: what was sent last beside what stands now, and every version with who and when.
html::Data history_page(const returns::Workspace& workspace, const returns::QuestionView& view,
                        const returns::AnswerHistory& history, bool may_restore);

// What one board alone is told, and the page that it is written on.
struct LocalPlaceName {
  std::string board;    // "Eldervale Safeguarding Children Board"
  std::string heading;  // "2.5. What do you do?"
  std::string label;    // of the box; may be empty
  std::string back;     // with its query
  std::string action;   // of the history itself, with its query
};
html::Data local_history_page(const LocalPlaceName& place,
                              const std::vector<returns::AnswerVersion>& history, bool may_restore);
// `form` names the points of its scale.
html::Data box_history_page(const LocalPlaceName& place, const frameworks::Template& form,
                            const std::vector<returns::BoxVersion>& history, bool may_restore);

}  // namespace onereturn::gateway::views
