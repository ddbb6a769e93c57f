#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/evaluation/evaluation.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/evaluation.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::gateway::pages {

std::optional<ReturnId> evaluated_return(const RequestContext& context);
views::Looker looker_of(const RequestContext& context);

// What all of these pages are made of; `key` is the item that somebody is at, "" for none. Refuses
// with not_found.
Result<evaluation::Workbench> open_bench(RequestContext& context, const std::string& key = {});

// Does it in the board's own transaction.
using ForBoard = std::function<Result<Done>(postgres::BoardTx&, const ReturnId&)>;
Result<Done> for_return(RequestContext& context, const ForBoard& act);

// The subject that the path names ("summary" is the whole), or nothing.
std::optional<evaluation::Subject> subject_in_path(const RequestContext& context,
                                                   const evaluation::Workbench& bench);

std::vector<views::PageError> errors_by_field(const Problem& problem);

}  // namespace onereturn::gateway::pages
