#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "domain/evidence/keep_files.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/evidence_view.hpp"
#include "platform/http/message.hpp"
#include "platform/storage/storage.hpp"

// What the pages of evidence begin or end with.
namespace onereturn::gateway::pages {

// The dates and words of the form. A date that is none is refused, at its field.
Result<evidence::WriteDetails> details_in_form(const RequestContext& context);
evidence::WriteFile file_words(const evidence::WriteDetails& details);

std::vector<views::PageError> page_errors(const Problem& problem);
// True for what is answered by showing the form again.
bool is_of_form(const Problem& problem);

// The sentence for the "saved" of this address; "" when there is none.
std::string evidence_note(const RequestContext& context);

// A file of the store as an attachment under that name. Nothing when it is not there, or has not
// passed the virus check. Throws StorageUnavailable.
std::optional<http::Response> attachment(RequestContext& context, const PartyId& tenant,
                                         const std::string& sha256, const std::string& title);

// Adds whether that file of an agency can be downloaded, and its size.
void note_standing(views::FileStandings& standings, storage::Store* store, const AgencyId& agency,
                   const std::string& sha256);

// Content-Disposition for a name in any script.
std::string attachment_header(const std::string& name);

}  // namespace onereturn::gateway::pages
