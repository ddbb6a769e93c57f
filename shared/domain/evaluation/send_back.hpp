#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/evaluation/evaluation.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::evaluation {

struct SendBack {
  ReturnId of_return;
  std::string words;  // to the whole; may be empty
  std::optional<Date> due_on;
  std::vector<std::pair<std::string, std::string>> items;  // key and words, none of them empty
};

// Gives the version that is evaluated back for changes until a day. The agency sees on its home,
// and beside the answers that the items were made from, what is asked; its next submission is the
// next version. Grades stay as they are. Refuses with not_found, forbidden, invalid (due_on, words,
// "item-" and the key) and conflict when it is back already, or a newer version has come.
Result<Done> send_back(postgres::BoardTx& tx, const SendBack& command, Instant now);

// Nothing has to be changed after all. Refuses with not_found, forbidden and conflict.
Result<Done> withdraw_send_back(postgres::BoardTx& tx, const ReturnId& id, Instant now);

}  // namespace onereturn::evaluation
