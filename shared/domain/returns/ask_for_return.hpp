#pragma once

#include <vector>

#include "base/result.hpp"
#include "domain/returns/asking.hpp"
#include "platform/postgres/transaction.hpp"

// A board's manager asks; every role of the board reads what was asked. Another board's entry or
// request is not_found.
namespace onereturn::returns {

// The forms that this board has published, each in its latest version.
std::vector<BoardForm> forms_to_ask(postgres::BoardTx& tx);

// Makes the requests of one act of asking. An organisation that was invited and has not joined yet
// finds them when it joins; the answer is the same. The same number again answers the same, and
// asks nothing. Refuses with forbidden for another role than the manager, with not_found for an
// entry that is not this board's, with closed for one that has ended, with conflict for one that
// nobody has invited ("not-invited"), for what it is asked for already ("already-asked") and for a
// number that has asked another organisation, or for something else ("key-reused"), with
// invalid as asking_rules.hpp names the fields, and "form".
Result<std::vector<RequestId>> ask_for_return(postgres::BoardTx& tx, AskForReturn command);

// What this board has asked of this organisation, or of all of them; the next date first.
std::vector<AskedRequest> list_asked(postgres::BoardTx& tx,
                                     const std::optional<EntryId>& entry = std::nullopt);

}  // namespace onereturn::returns
