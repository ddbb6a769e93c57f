#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/actions/answer_by_mail.hpp"
#include "domain/actions/mail_about_action.hpp"
#include "platform/postgres/transaction.hpp"

// The door to the mails that ask about an action, and to what came back by their links.
namespace onereturn::actions {

struct ActionToMail {
  std::string what;
  std::optional<Date> by_on;
  std::string state;
  std::string board_name;
  std::string organisation;
  bool withheld = false;
};
std::optional<ActionToMail> read_action_to_mail(postgres::Transaction& tx, const ActionId& action);
std::vector<Contact> read_contacts(postgres::BoardTx& tx, const ActionId& action, Date today);

// The mail with its link, and the line in the history. Throws ConstraintViolated,
// action_mails_few.
void insert_action_mail(postgres::Transaction& tx, const MailAbout& mail,
                        const ActionToMail& action, const std::string& title);
void insert_reminder_link(postgres::Transaction& tx, const LinkReminder& link,
                          const ActionToMail& action, const std::string& title);
void insert_mailed(postgres::Transaction& tx, const ActionId& action, const std::string& to,
                   const std::string& by_name, Instant at);
void end_action_links(postgres::Transaction& tx, const ActionId& action);

std::optional<AskedByMail> read_asked(postgres::AuthTx& tx, const std::string& token_hash,
                                      const std::string& network_address);
// "answered", "over" or "busy".
std::string insert_answer(postgres::AuthTx& tx, const std::string& token_hash,
                          const std::string& network_address, const MailedAnswer& answer);

}  // namespace onereturn::actions
