#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/returns/question_view.hpp"
#include "domain/returns/save_answer.hpp"
#include "gateway/views/commitment_rows.hpp"
#include "gateway/views/typed_evidence.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"
#include "platform/http/fields.hpp"

namespace onereturn::gateway::views {

// What stands in the boxes of a question: what is kept, or what somebody typed and was refused.
struct QuestionFields {
  std::string level;  // "0" to "4", "na", or nothing
  std::string na_reason;
  std::string describes, knows, improve;
  std::map<std::string, frameworks::LevelRange> parts;  // by facet; none: not stated
  bool parts_clash = false;                  // parts were ticked, and "none of these" as well
  std::map<std::string, std::string> local;  // by request
  std::vector<TypedCommitment> commitments;
  TypedEvidence evidence;
  std::string from = "own";  // or "common": what stands above, and these words after it
  int common_version = 0;    // of the common answer that was on the page
  int version = 0;
};

// From what is kept. With a place (a requirement that is wholly about one board) its answer.
QuestionFields kept_fields(const returns::QuestionView& view, const returns::LocalPlace* place);

// From a posted form; the facets are those of the requirement.
QuestionFields posted_fields(const http::Fields& form, const returns::QuestionView& view);

// pages/question. `place` is set for the answer to one board alone.
html::Data question_page(const returns::Workspace& workspace, const returns::QuestionView& view,
                         const returns::LocalPlace* place, const QuestionFields& fields,
                         const std::vector<PageError>& errors, const std::string& saved_note);

// pages/conflict: both texts side by side, and what was posted kept in the form.
html::Data conflict_page(const returns::Workspace& workspace, const returns::QuestionView& view,
                         const QuestionFields& mine, const returns::OtherVersion& theirs,
                         const http::Fields& form);

}  // namespace onereturn::gateway::views
