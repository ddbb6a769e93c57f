#pragma once

#include <optional>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/notifications/holidays.hpp"
#include "platform/postgres/transaction.hpp"

// A board asks something of agencies: whoever leads there is told by mail that it is there, once a
// day for each board and kind. Outside of the board's working hours the mail waits for them. Who
// has not joined is told nothing: the invitation is their way in. Each answers how many mails.
namespace onereturn::notifications {

// Returns were asked for; one mail for a person, however many.
int tell_of_requests(postgres::BoardTx& tx, const Holidays& holidays,
                     const std::vector<RequestId>& requests, Instant now);

// What was asked in a wave at this very moment.
struct ToldOfWave {
  int mails = 0;
  int not_joined = 0;  // organisations that read it when they join
};
ToldOfWave tell_of_wave(postgres::BoardTx& tx, const Holidays& holidays, const AuditId& wave,
                        Instant now);

// Something was asked about a return that came: a piece of evidence, or a plan by that day.
enum class AskedOf { evidence, plan };
int tell_of_return(postgres::BoardTx& tx, const Holidays& holidays, const ReturnId& id,
                   AskedOf what, const std::optional<Date>& due_on, Instant now);

}  // namespace onereturn::notifications
