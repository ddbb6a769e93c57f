#pragma once

#include "domain/returns/board_view.hpp"
#include "domain/returns/home_view.hpp"
#include "domain/returns/question_view.hpp"
#include "platform/json/value.hpp"

// What there is to do, as JSON.
namespace onereturn::gateway::api {

json::Value requests_to_json(const returns::Workspace& workspace, const returns::HomeView& home);

// The canonical form: every question to answer once, then what each board alone asks. In a board's
// own form both lists are empty.
json::Value return_to_json(const returns::Workspace& workspace);

json::Value question_to_json(const returns::QuestionView& question);

json::Value extra_to_json(const returns::Extra& extra);

json::Value own_form_to_json(const returns::Workspace& workspace, const returns::Engaged& board);

}  // namespace onereturn::gateway::api
