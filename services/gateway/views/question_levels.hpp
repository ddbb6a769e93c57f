#pragma once

#include "domain/returns/question_view.hpp"
#include "gateway/views/question_page.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// The level control: its points, the parts where they matter, and what each level would mean in
// every board's form, or in the one that `place` is about. "No" when no board's scale needs a
// level.
html::Data level_control(const returns::Workspace& workspace, const returns::QuestionView& view,
                         const returns::LocalPlace* place, const QuestionFields& fields,
                         const std::vector<PageError>& errors);

// "Not applicable" with its reason, or "no" where no board allows it.
html::Data not_applicable_control(const returns::QuestionView& view, const QuestionFields& fields,
                                  const std::vector<PageError>& errors);

// What an answer means for one board, in words.
struct BoardMeaning {
  returns::BoardRef board;
  std::string words;
};

// One entry for each board that asks: its rated boxes, or that it gets words alone.
std::vector<BoardMeaning> meanings_of(const returns::Workspace& workspace,
                                      const returns::QuestionView& view,
                                      const returns::LocalPlace* place,
                                      const std::vector<returns::Consequence>& consequences);

}  // namespace onereturn::gateway::views
