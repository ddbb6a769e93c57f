#pragma once

#include <vector>

#include "base/result.hpp"
#include "domain/returns/question_view.hpp"
#include "gateway/pages/returns/about_what.hpp"
#include "gateway/pages/returns/drafts.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/question_page.hpp"

namespace onereturn::gateway::pages {

// What stands on a question's page beside the common answer: the words for single boards, the
// actions, the evidence. Saves what was changed in one transaction, or nothing of it; answers what
// must be put right, and marks it in `fields`. Refuses when the role does not write.
Result<std::vector<views::PageError>> save_rest(RequestContext& context,
                                                const returns::Workspace& workspace,
                                                const returns::QuestionView& view,
                                                views::QuestionFields& fields);

// The words for single boards as they stand in a page that saves by itself: each a draft.
Result<SavedFields> autosave_locals(RequestContext& context, const returns::QuestionView& view,
                                    const views::QuestionFields& fields);

// Saves the typed commitments that are new or changed. The one that somebody is about to remove
// stays as it is.
Result<std::vector<views::PageError>> save_commitments(
    postgres::AgencyTx& tx, const returns::Workspace& workspace, const AboutWhat& about,
    const std::vector<const returns::KeptCommitment*>& kept,
    std::vector<views::TypedCommitment>& rows, const std::string& go);

// The page that asks whether the action named by the pressed button is to go; nothing when another
// button was pressed.
std::string removal_address(const returns::Workspace& workspace, const std::string& go,
                            const std::string& from);

}  // namespace onereturn::gateway::pages
