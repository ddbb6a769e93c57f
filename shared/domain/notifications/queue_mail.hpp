#pragma once

#include "base/result.hpp"
#include "domain/notifications/notifications.hpp"
#include "platform/postgres/transaction.hpp"

// Queueing a mail is part of the transaction that causes it: it goes when that is committed, and
// waits while no mail server is set or there to take it.
namespace onereturn::notifications {

// Refuses with invalid, field "email", when the address cannot be one.
Result<MailId> queue_mail(postgres::AgencyTx& tx, const Mail& mail);
Result<MailId> queue_mail(postgres::BoardTx& tx, const Mail& mail);

// The link's secret is made when the mail is sent and stands nowhere else; the database has its
// digest. Whoever opens it: identity::read_link and use_link with LinkPurpose::join.
Result<LinkId> queue_join_mail(postgres::BoardTx& tx, const JoinMail& mail);

}  // namespace onereturn::notifications
