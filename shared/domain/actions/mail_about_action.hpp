#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/actions/board_actions.hpp"
#include "platform/postgres/transaction.hpp"

// The mail that asks "is this done?". It ends in a link that may add one entry to this one action,
// for whoever holds it, once, for fourteen days; a newer mail, or the end of the action, ends it.
namespace onereturn::actions {

struct Contact {
  std::string id;
  std::string name;
  std::string position;
  std::string email;
};
// Those of the organisation that the register writes to on that day.
std::vector<Contact> contacts_of(postgres::BoardTx& tx, const ActionId& action, Date today);

struct MailAbout {
  ActionId action;
  std::string name;
  std::string email;
  std::string by_name;  // who sends it: a person's name, or "OneReturn"
  Instant at;
};
// Queues the mail and writes it into the history. Refuses with not_found, with conflict
// "action-over", with invalid for what cannot be an address, with too_many after 300 in a quarter
// of an hour. Refuses nobody by role: a job sends it too.
Result<Done> queue_mail_about(postgres::Transaction& tx, const MailAbout& mail);

// By a person: refuses with forbidden for a role that only reads, and with invalid, field
// "contact", for one that is none of the organisation's contacts.
Result<Done> mail_about_action(postgres::BoardTx& tx, const ActionId& action,
                               const std::string& contact, Instant at);

// The same link in a reminder, which a job writes: one for each mail and action, whatever is tried
// again, and it ends no other.
struct LinkReminder {
  std::string mail;  // the id of the reminder
  ActionId action;
  std::string name;
  std::string email;
  std::string token_hash;
};
// False for an action that is over, or is none of this board's.
bool link_reminder(postgres::Transaction& tx, const LinkReminder& link);
// It went: the history says so, in this name.
inline constexpr const char* reminded_by = "OneReturn";
void note_reminded(postgres::Transaction& tx, const ActionId& action, const std::string& name,
                   Instant at);

// What is over has no link any more.
void end_links(postgres::Transaction& tx, const ActionId& action);

}  // namespace onereturn::actions
