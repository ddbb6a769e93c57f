#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/returns/deliveries.hpp"
#include "domain/returns/submit_return.hpp"
#include "domain/returns/workspace.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to what was submitted: frozen once, never changed.
namespace onereturn::returns {

// What is known of an idempotency key.
struct UsedKey {
  bool same_body = false;
  SubmissionId submission;
};
// False while another transaction holds the same key.
bool take_key(postgres::AgencyTx& tx, const std::string& key);
std::optional<UsedKey> read_key(postgres::AgencyTx& tx, const SubmitReturn& command);
void insert_key(postgres::AgencyTx& tx, const SubmitReturn& command, const SubmissionId& submission,
                Instant now);

using Ticked = std::vector<const Engaged*>;

void insert_submission(postgres::AgencyTx& tx, const SubmissionId& submission,
                       const Workspace& workspace, const SubmitReturn& command,
                       const Ticked& boards, Instant now);
// Freezes the common answers as the workspace read them. False when one was saved since.
bool freeze_answers(postgres::AgencyTx& tx, const SubmissionId& submission,
                    const Workspace& workspace);
void freeze_commitments(postgres::AgencyTx& tx, const SubmissionId& submission,
                        const Workspace& workspace, const Ticked& boards);
// Everything that one board alone is told, apart for each.
void freeze_board_sides(postgres::AgencyTx& tx, const SubmissionId& submission,
                        const Workspace& workspace, const Ticked& boards);
void freeze_evidence(postgres::AgencyTx& tx, const SubmissionId& submission,
                     const Workspace& workspace, const Ticked& boards);
// One delivery and one job for each.
void insert_deliveries(postgres::AgencyTx& tx, const SubmissionId& submission,
                       const Workspace& workspace, const Ticked& boards);

// Nothing when there is no such submission of this agency.
std::optional<SubmittedReturn> read_submission(postgres::AgencyTx& tx,
                                               const SubmissionId& submission);

// Deliveries with their receipts' codes, newest first; of one submission or request when given.
std::vector<Receipt> read_deliveries(postgres::AgencyTx& tx,
                                     const std::optional<SubmissionId>& submission,
                                     const std::optional<RequestId>& request);

}  // namespace onereturn::returns
