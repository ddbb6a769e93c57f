#pragma once

#include <functional>
#include <optional>
#include <string>

#include "domain/notifications/chase_mail_store.hpp"
#include "domain/notifications/chase_text.hpp"
#include "domain/notifications/holidays.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/transaction.hpp"

// What the worker does about reminders, each in one transaction of the board's that also closes the
// job (but take_letter, whose mail has still to go).
namespace onereturn::notifications {

struct ChaseRun {
  int queued = 0;
  int nobody = 0;  // organisations with nobody to write to
  std::optional<Instant> next;
};

// Queues what goes out at this moment, one mail for a person and day, and sees to it that the board
// is looked after again at the next time of day at which something can go.
ChaseRun run_chase(postgres::PartyJobTx& tx, const postgres::JobLease& lease,
                   const Holidays& holidays, Instant now);

// The mail of this job in words, asked again in this very transaction whether it is still to go:
// what is done, stopped or paused meanwhile is left out, and nothing goes outside of the hours.
// Nothing: there is nothing left to send, and the job is closed.
struct LetterToSend {
  ChaseMailId mail;
  std::string to;
  ChaseLetter letter;
  int tries = 1;
};
// A secret that goes out in a link, and what the database has of it.
struct LinkSecret {
  std::string token;
  std::string hash;
};
using NewSecret = std::function<LinkSecret()>;
std::optional<LetterToSend> take_letter(postgres::PartyJobTx& tx, const postgres::JobLease& lease,
                                        const Holidays& holidays, Instant now,
                                        const std::string& origin,
                                        const std::string& return_path_hash,
                                        const NewSecret& new_secret);

// It went, or was refused for good: then the contact is marked.
void close_letter(postgres::PartyJobTx& tx, const postgres::JobLease& lease,
                  const ChaseMailId& mail, const std::string& refused, Instant now);

// It came back after a server had taken it: mail and contact are marked.
void note_came_back(postgres::PartyJobTx& tx, const postgres::JobLease& lease, Instant now);

}  // namespace onereturn::notifications
