#pragma once

#include <string>
#include <vector>

#include "domain/returns/workspace.hpp"

namespace onereturn::returns {

// A workspace of the demonstration's own framework, templates and mappings, with nothing written.
// A board's code stands for its request and party: "westmarch", "eldervale" …
Workspace content_workspace(const std::vector<std::string>& boards);

RequestId request_of(const std::string& board);
Engaged& board_in(Workspace& workspace, const std::string& board);

// Answers every common question at this level, confirmed a week ago.
void answer_all(Workspace& workspace, int level);

}  // namespace onereturn::returns
