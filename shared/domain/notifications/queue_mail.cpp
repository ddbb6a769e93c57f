#include "domain/notifications/queue_mail.hpp"

#include "base/email.hpp"
#include "domain/notifications/mail_store.hpp"

namespace onereturn::notifications {

namespace {

Problem no_address() {
  return {ProblemCode::invalid,
          "validation",
          "The address cannot be one.",
          {{"email", "Enter an email address, like name@example.org"}}};
}

}  // namespace

Result<MailId> queue_mail(postgres::AgencyTx& tx, const Mail& mail) {
  if (!is_email(mail.to)) return no_address();
  return insert_mail(tx, mail);
}

Result<MailId> queue_mail(postgres::BoardTx& tx, const Mail& mail) {
  if (!is_email(mail.to)) return no_address();
  return insert_mail(tx, mail);
}

Result<LinkId> queue_join_mail(postgres::BoardTx& tx, const JoinMail& mail) {
  if (!is_email(mail.mail.to)) return no_address();
  return insert_join_mail(tx, mail);
}

}  // namespace onereturn::notifications
