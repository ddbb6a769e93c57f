#pragma once

#include <string>

#include "domain/notifications/notifications.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to the mails that wait: functions, one for each side.
namespace onereturn::notifications {

MailId insert_mail(postgres::Transaction& tx, const Mail& mail);
LinkId insert_join_mail(postgres::BoardTx& tx, const JoinMail& mail);

// Both digests are 32 bytes. Throws StaleFence when another worker holds the job by now.
OutgoingMail take_mail(postgres::SystemTx& tx, const postgres::JobLease& lease,
                       const std::string& token_hash, const std::string& code_hash);

// Wipes what the mail was about and finishes the job. `refused` is "" for one that went.
// Where this try of a mail about an action comes back to; nothing for other kinds.
void note_return_path(postgres::SystemTx& tx, const postgres::JobLease& lease,
                      const std::string& return_path_hash);
void close_mail(postgres::SystemTx& tx, const postgres::JobLease& lease,
                const std::string& refused);

}  // namespace onereturn::notifications
