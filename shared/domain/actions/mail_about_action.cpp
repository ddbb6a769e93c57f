#include "domain/actions/mail_about_action.hpp"

#include <algorithm>

#include "base/email.hpp"
#include "base/text.hpp"
#include "domain/actions/action_titles.hpp"
#include "domain/actions/list_board_actions.hpp"
#include "domain/actions/mail_store.hpp"
#include "domain/audit_log/record.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::actions {

namespace {

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such action here."};
}

Problem not_yet() {
  return {
      ProblemCode::conflict, "action-withheld",
      "The organisation does not have this action yet. It does once the evaluation is released."};
}

}  // namespace

std::vector<Contact> contacts_of(postgres::BoardTx& tx, const ActionId& action, Date today) {
  return read_contacts(tx, action, today);
}

Result<Done> queue_mail_about(postgres::Transaction& tx, const MailAbout& mail) {
  if (!is_email(mail.email)) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "The address cannot be one.",
                   {{"contact", "Choose a contact with a working address"}}};
  }
  const auto action = read_action_to_mail(tx, mail.action);
  if (!action) return not_found();
  if (action->state != "open") {
    return Problem{ProblemCode::conflict, "action-over", "This action is over: nobody is asked."};
  }
  if (action->withheld) return not_yet();
  try {
    insert_action_mail(tx, mail, *action, title_line(action->what));
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() != "action_mails_few") throw;
    return Problem{ProblemCode::too_many, "too-many-requests",
                   "Your board has sent many mails just now. Wait a quarter of an hour."};
  }
  return Done{};
}

Result<Done> mail_about_action(postgres::BoardTx& tx, const ActionId& action,
                               const std::string& contact, Instant at) {
  if (!may_follow(tx.actor().role)) {
    return Problem{ProblemCode::forbidden, "not-permitted", "Your role reads the actions."};
  }
  if (!read_action_to_mail(tx, action)) return not_found();
  const auto contacts = read_contacts(tx, action, day_in_england(at));
  const auto found = std::find_if(contacts.begin(), contacts.end(),
                                  [&](const Contact& one) { return one.id == contact; });
  if (found == contacts.end()) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "Say whom to ask.",
                   {{"contact", "Choose one of the organisation's contacts"}}};
  }
  auto queued =
      queue_mail_about(tx, {action, found->name, found->email, tx.actor().person_name, at});
  if (queued) audit_log::record(tx, {"action.mailed", "action", action.text()});
  return queued;
}

bool link_reminder(postgres::Transaction& tx, const LinkReminder& link) {
  const auto action = read_action_to_mail(tx, link.action);
  if (!action || action->state != "open" || action->withheld) return false;
  insert_reminder_link(tx, link, *action, title_line(action->what));
  return true;
}

void note_reminded(postgres::Transaction& tx, const ActionId& action, const std::string& name,
                   Instant at) {
  insert_mailed(tx, action, name, reminded_by, at);
}

void end_links(postgres::Transaction& tx, const ActionId& action) { end_action_links(tx, action); }

}  // namespace onereturn::actions
