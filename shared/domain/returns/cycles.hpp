#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "domain/returns/workspace.hpp"
#include "domain/returns/workspace_store.hpp"

// A board asks again, and what was said last time is a start. These rules say which request is of
// last time, and from which day on something must have been said again.
namespace onereturn::returns {

// Leaves out what was sent and has been asked for again since: the same board's same form, for the
// same unit. A part is asked for again when all its sections are; a whole form when any is. What
// was never sent stays.
void leave_out_past(std::vector<OpenRequest>& open);

// From which day on an answer to this requirement is said for the requests that are open. Nobody
// is asked again for what was said since the first board asked for the same period. Nothing when no
// request asks for it.
std::optional<Date> asked_since(const std::vector<Engaged>& boards, const std::string& requirement);

// What was written for one board by itself before it asked this time, or more than twelve months
// ago, is held back with the drafts until somebody says it again. Not of what is sent.
void hold_back_old(Workspace& workspace);

// How far one request is.
enum class Stage { not_started, begun, ready, sent };
Stage stage_of(const Workspace& workspace, const Engaged& board, bool ready);

// Of several requests, the one that is next: the first date that is not sent yet, or the first.
const Engaged& next_of(const Workspace& workspace);
// The request that a section of a board's own form is written for: one that is not sent goes first.
// The next one when no request has it.
const Engaged& asking_for(const Workspace& workspace, const std::string& section);

}  // namespace onereturn::returns
