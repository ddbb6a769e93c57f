#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/result.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/transaction.hpp"

// Whoever holds the link of a mail about one action: nobody whom the service knows.
namespace onereturn::actions {

struct AskedByMail {
  std::string state;  // "open", "answered", "ended", "old"
  std::string board;
  std::string title;  // while it is open
  std::optional<Date> due_on;
  std::string contact;
};
// Uses nothing up. Refuses with not_found for what is no link; with too_many.
Result<AskedByMail> read_asked_by_mail(postgres::AuthTx& tx, const std::string& token_hash,
                                       const std::string& network_address);

struct MailedAnswer {
  std::string said;  // "done", "not_yet"
  std::string words;
  std::optional<Date> new_on;  // when it will be, if it is not yet
  Instant at;
};
// Uses the link up; a job puts the answer into the board's history. Refuses with invalid, a field
// each; with conflict "link-over" for one that was used, ended or is too old; with too_many.
Result<Done> answer_by_mail(postgres::AuthTx& tx, const std::string& token_hash,
                            const std::string& network_address, const MailedAnswer& answer);

// For the worker: what came back, and what an agency reported, as entries in the board's history.
void take_action_answer(postgres::Database& database, const postgres::JobLease& lease);
void carry_progress(postgres::Database& database, const postgres::JobLease& lease);

}  // namespace onereturn::actions
