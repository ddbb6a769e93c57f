#pragma once

#include "base/result.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/own_form.hpp"

namespace onereturn::gateway::pages {

// Saves what a section of a board's own form says about evidence: what is new, and whether the
// board may ask for what is there. Answers what must be put right, and changes nothing then.
Result<std::vector<views::PageError>> save_form_evidence(
    postgres::AgencyTx& tx, const http::Fields& form, const returns::Workspace& workspace,
    const returns::Engaged& board, const returns::FormSection& section, Instant now);

}  // namespace onereturn::gateway::pages
