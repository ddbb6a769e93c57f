#include "domain/actions/mail_store.hpp"

#include "domain/actions/sql.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::actions {

namespace {

constexpr int link_days = 14;

}  // namespace

std::optional<ActionToMail> read_action_to_mail(postgres::Transaction& tx, const ActionId& action) {
  const auto rows = tx.run(sql::action_to_mail, action);
  if (rows.empty()) return std::nullopt;
  const auto row = rows.one();
  return ActionToMail{row.text("what"),       row.date_if("by_on"),     row.text("state"),
                      row.text("board_name"), row.text("organisation"), row.boolean("withheld")};
}

std::vector<Contact> read_contacts(postgres::BoardTx& tx, const ActionId& action, Date today) {
  std::vector<Contact> contacts;
  for (const auto row : tx.run(sql::action_contacts, action, today)) {
    contacts.push_back(
        {row.text("contact_id"), row.text("name"), row.text("position"), row.text("email")});
  }
  return contacts;
}

void insert_action_mail(postgres::Transaction& tx, const MailAbout& mail,
                        const ActionToMail& action, const std::string& title) {
  const std::vector<std::string> names{"name", "board", "organisation", "due"};
  const std::vector<std::string> texts{mail.name, action.board_name, action.organisation,
                                       action.by_on ? to_words(*action.by_on) : ""};
  tx.run(sql::queue_action_mail, mail.action, title, action.by_on, mail.name, mail.email, names,
         texts, link_days);
  insert_mailed(tx, mail.action, mail.name, mail.by_name, mail.at);
}

void insert_reminder_link(postgres::Transaction& tx, const LinkReminder& link,
                          const ActionToMail& action, const std::string& title) {
  tx.run(sql::link_reminder, link.mail, link.action, title, action.by_on, link.name, link.email,
         postgres::to_bytea(link.token_hash), link_days);
}

void insert_mailed(postgres::Transaction& tx, const ActionId& action, const std::string& to,
                   const std::string& by_name, Instant at) {
  const std::string no_text;
  tx.run(sql::insert_history, action, "mailed", no_text, no_text, to, no_text, std::nullopt,
         std::nullopt, by_name, at);
}

void end_action_links(postgres::Transaction& tx, const ActionId& action) {
  tx.run(sql::end_action_links, action);
}

std::optional<AskedByMail> read_asked(postgres::AuthTx& tx, const std::string& token_hash,
                                      const std::string& network_address) {
  const auto rows = tx.run(sql::read_action_link, postgres::to_bytea(token_hash), network_address);
  if (rows.empty()) return std::nullopt;
  const auto row = rows.one();
  return AskedByMail{row.text("state"), row.text_if("board_name").value_or(""),
                     row.text_if("title").value_or(""), row.date_if("due_on"),
                     row.text_if("contact_name").value_or("")};
}

std::string insert_answer(postgres::AuthTx& tx, const std::string& token_hash,
                          const std::string& network_address, const MailedAnswer& answer) {
  return tx
      .run(sql::answer_action_link, postgres::to_bytea(token_hash), network_address, answer.said,
           answer.words, answer.new_on, answer.at)
      .one()
      .text("state");
}

}  // namespace onereturn::actions
