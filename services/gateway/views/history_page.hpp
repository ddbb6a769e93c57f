#pragma once

#include <string>

#include "domain/returns/answer_history.hpp"
#include "domain/returns/question_view.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// pages/history: what was sent last beside what stands now, and every version with who and when.
html::Data history_page(const returns::Workspace& workspace, const returns::QuestionView& view,
                        const returns::AnswerHistory& history, bool may_restore);

}  // namespace onereturn::gateway::views
