#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"
#include "domain/documents/document.hpp"
#include "domain/reports/return_paper_store.hpp"

namespace onereturn::reports {

// Where a receipt is checked, and the picture that leads there: the world's.
struct Verifying {
  std::string origin = {};  // "https://onereturn.example"; empty: papers name no address
  std::function<std::string(const std::string& address)> picture = {};  // an SVG
};

// What a paper says, read as the party whose job it is, in the look of the board that asked.
// Refuses with not_found what is not there.
Result<documents::Document> document_of(postgres::PartyJobTx& tx, const PaperSubject& subject,
                                        const ReturnPaperToMake& wanted,
                                        const Verifying& verifying);

}  // namespace onereturn::reports
