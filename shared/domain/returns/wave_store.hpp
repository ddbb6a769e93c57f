#pragma once

#include <optional>
#include <vector>

#include "domain/returns/asking.hpp"
#include "domain/returns/waves.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to waves and to what is counted of them.
namespace onereturn::returns {

// False when the number is taken already.
bool insert_wave(postgres::BoardTx& tx, const OpenWave& wave, const BoardForm& form);

// Asks all of them that can be asked and answers the requests. Those with a day of their own get
// it when `by_own_date`, and `due_on` stands for the others; nobody is asked for a day that is
// over.
struct AskEntries {
  AuditId wave;
  std::vector<EntryId> entries;
  std::optional<Date> due_on;
  bool by_own_date = false;
  Date earliest;  // the first day that may be asked for
  Instant at;
};
struct MadeInWave {
  std::vector<RequestId> requests;
  int not_invited = 0;
};
MadeInWave ask_entries(postgres::BoardTx& tx, const AskEntries& ask);
// How many of these are in the register now.
int count_open_entries(postgres::BoardTx& tx, const std::vector<EntryId>& entries);

std::vector<Wave> load_waves(postgres::BoardTx& tx, const std::optional<AuditId>& only, Date today,
                             int count);
WavePage load_wave_page(postgres::BoardTx& tx, const AuditId& wave, const WaveQuery& query,
                        Date today);

}  // namespace onereturn::returns
