#pragma once

#include <array>
#include <string_view>

namespace onereturn::fault {

// Every named point, in the order in which a return passes them. Each stands in the code once and
// in docs/guides/faults.md; what the tests do at it is in tests/proof/faults/points.mjs.
inline constexpr std::array points = std::to_array<std::string_view>({
    // An answer is saved by one call.
    "answer.saving",
    "answer.saved",
    // A submission is one transaction; then it is told and answered.
    "submit.key_taken",
    "submit.frozen",
    "submit.deliveries_made",
    "submit.committing",
    "submit.committed",
    "submit.announced",
    // A job was claimed, whatever its kind.
    "job.claimed",
    // A copy is read, made and written.
    "delivery.read",
    "delivery.writing",
    "delivery.written",
    // A file comes: bytes, row, place, commit.
    "evidence.received",
    "evidence.noted",
    "evidence.renamed",
    "evidence.committing",
    "evidence.committed",
    // It is checked: place, row.
    "scan.read",
    "scan.released",
    "scan.committing",
    // It is removed: mark, bytes, row.
    "removal.blocked",
    "removal.marked",
    "removal.file_gone",
    "removal.committing",
    // A mail is asked for, claimed, sent, and noted as sent.
    "mail.asking",
    "mail.taken",
    "mail.sent",
    "mail.noting",
    // A trail is chained, and its heads are written down elsewhere.
    "seal.linked",
    "seal.committing",
    "anchor.appending",
    "anchor.lasting",
    "anchor.noted",
    // A paper is begun, converted and kept.
    "paper.begun",
    "paper.converted",
    "paper.keeping",
    // Two rooms become one.
    "merge.moved",
    "merge.file_shared",
    "merge.committing",
});

}  // namespace onereturn::fault
