#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "domain/returns/waves.hpp"
#include "platform/postgres/transaction.hpp"

// A board's manager opens a wave, and asks more organisations in it later; every role of the board
// reads. Another board's wave is not_found.
namespace onereturn::returns {

// Opens it and asks them all, in a number of statements that does not depend on how many they are.
// Who was asked for the same form and period already is left as it is; who has been invited by
// nobody is asked all the same, and reads it on joining. The same number again opens nothing and
// tells what it did. Refuses with forbidden, with invalid ("title", "period", "due", "form",
// "entries"), and with conflict ("key-reused") for a number that is another exercise's.
Result<AskedInWave> open_wave(postgres::BoardTx& tx, OpenWave command);

// Late joiners. Refuses as above.
Result<AskedInWave> join_wave(postgres::BoardTx& tx, JoinWave command);

// The latest first, with their counts; `today` decides what is late.
std::vector<Wave> list_waves(postgres::BoardTx& tx, Date today, int count = 50);
Result<Wave> read_wave(postgres::BoardTx& tx, const AuditId& wave, Date today);
WavePage list_wave(postgres::BoardTx& tx, const AuditId& wave, const WaveQuery& query, Date today);

}  // namespace onereturn::returns
