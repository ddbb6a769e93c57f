#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/returns/workspace.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::returns {

// One copy on its way to one board, or there.
struct Delivery {
  SubmissionId submission;
  RequestId request;
  UnitId unit;
  std::string site;  // the unit's name, but for the whole agency
  BoardRef board;
  std::string audit_name;
  Date due_on;
  Instant submitted_at;
  std::string authorised_name;
  CopyState state = CopyState::on_its_way;
  int tries = 0;
  std::string reason;  // why it is not there yet, for people; may be empty
  std::optional<Instant> next_try_at;
  std::optional<Instant> delivered_at;
  std::string result_hash;  // hexadecimal; empty until delivered
  // From the board's side, as far as the agency may see it.
  std::optional<ReturnId> return_id;
  int version_no = 0;
  std::optional<Instant> received_at;
};

// Every delivery of this agency (of the session's unit), newest first.
Result<std::vector<Delivery>> list_deliveries(postgres::AgencyTx& tx);

// What the agency prints. `code` goes into the QR code of the verification page.
struct Receipt {
  Delivery delivery;
  std::string agency_name;
  std::string form_name;
  std::string code;
  int boxes = 0;
};

// Refuses with not_found until that copy was delivered.
Result<Receipt> receipt_of(postgres::AgencyTx& tx, const SubmissionId& submission,
                           const RequestId& request);

}  // namespace onereturn::returns
