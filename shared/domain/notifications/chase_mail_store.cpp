#include "domain/notifications/chase_mail_store.hpp"

#include <set>

#include "domain/actions/mail_about_action.hpp"
#include "domain/agency_register/contacts_store.hpp"
#include "domain/notifications/chasing_rules.hpp"
#include "domain/notifications/sql.hpp"

namespace onereturn::notifications {

namespace {

struct MailColumns {
  std::vector<std::string> mails, emails, names, rungs;
  std::vector<postgres::Param> contacts;
};

struct ItemColumns {
  std::vector<std::string> mails, steps, abouts, subjects, entries, days;
  std::vector<int> numbers, versions;
};

std::set<std::string> insert_mails(postgres::PartyJobTx& tx, const std::vector<ChaseMail>& mails,
                                   Date day, Instant at) {
  MailColumns columns;
  for (const auto& mail : mails) {
    columns.mails.push_back(mail.mail.text());
    columns.emails.push_back(mail.email);
    columns.names.push_back(mail.name);
    columns.rungs.emplace_back(code_of(mail.rung));
    columns.contacts.push_back(postgres::to_param(mail.contact));
  }
  std::set<std::string> made;
  for (const auto row : tx.run(sql::insert_chase_mails, columns.mails, columns.emails,
                               columns.names, columns.contacts, columns.rungs, day, at))
    made.insert(row.text("mail_id"));
  return made;
}

void insert_items(postgres::PartyJobTx& tx, const std::vector<ChaseMail>& mails,
                  const std::set<std::string>& made) {
  ItemColumns columns;
  for (const auto& mail : mails) {
    if (!made.contains(mail.mail.text())) continue;
    int number = 0;
    for (const auto& item : mail.items) {
      columns.mails.push_back(mail.mail.text());
      columns.numbers.push_back(++number);
      columns.steps.push_back(item.step.text());
      columns.versions.push_back(item.step_version);
      columns.abouts.emplace_back(code_of(item.about));
      columns.subjects.push_back(item.subject);
      columns.entries.push_back(item.entry.text());
      columns.days.push_back(to_iso(item.due_on));
    }
  }
  tx.run(sql::insert_chase_items, columns.mails, columns.numbers, columns.steps, columns.versions,
         columns.abouts, columns.subjects, columns.entries, columns.days);
}

}  // namespace

int queue_chase_mails(postgres::PartyJobTx& tx, const std::vector<ChaseMail>& mails, Date day,
                      Instant at) {
  if (mails.empty()) return 0;
  const auto made = insert_mails(tx, mails, day, at);
  if (made.empty()) return 0;
  insert_items(tx, mails, made);
  std::vector<std::string> ids;
  std::vector<std::string> emails;
  for (const auto& mail : mails) {
    if (!made.contains(mail.mail.text())) continue;
    ids.push_back(mail.mail.text());
    emails.push_back(mail.email);
  }
  tx.run(sql::queue_chases, ids, emails);
  return static_cast<int>(made.size());
}

std::optional<WaitingMail> load_waiting_mail(postgres::PartyJobTx& tx) {
  const auto rows = tx.run(sql::waiting_chase_mail);
  if (rows.empty()) return std::nullopt;
  WaitingMail waiting;
  waiting.mail.mail = rows[0].id<ChaseMailId>("mail_id");
  waiting.mail.email = rows[0].text("email");
  waiting.mail.name = rows[0].text("name");
  waiting.mail.contact = rows[0].id_if<agency_register::ContactId>("contact_id");
  waiting.mail.rung = rung_of(rows[0].text("rung")).value_or(Rung::person);
  waiting.address_holds = rows[0].boolean("address_holds");
  for (const auto row : rows) {
    waiting.mail.items.push_back({row.id<StepId>("step_id"), row.number("step_version"),
                                  about_of(row.text("about")).value_or(About::request),
                                  row.text("subject_id"), row.id<EntryId>("entry_id"),
                                  row.date("due_on")});
  }
  return waiting;
}

void drop_items(postgres::PartyJobTx& tx, const ChaseMailId& mail,
                const std::vector<DroppedItem>& dropped) {
  if (dropped.empty()) return;
  std::vector<int> numbers;
  std::vector<std::string> whys;
  for (const auto& each : dropped) {
    numbers.push_back(each.item_no);
    whys.push_back(each.why);
  }
  tx.run(sql::drop_chase_items, mail, numbers, whys);
}

void stop_mail(postgres::PartyJobTx& tx, const ChaseMailId& mail, const std::string& why) {
  tx.run(sql::stop_chase_mail, mail, why);
  close_outbox(tx, "");
}

void note_words(postgres::PartyJobTx& tx, const ChaseMailId& mail, const std::string& subject,
                const std::string& body) {
  tx.run(sql::note_chase_words, mail, subject, body);
}

int take_chase_mail(postgres::PartyJobTx& tx, const std::string& return_path_hash) {
  return tx.run(sql::take_chase, postgres::to_bytea(return_path_hash)).one().number("tries");
}

std::vector<std::pair<ActionId, std::string>> actions_of_mail(postgres::PartyJobTx& tx,
                                                              const ChaseMailId& mail) {
  std::vector<std::pair<ActionId, std::string>> all;
  for (const auto row : tx.run(sql::actions_of_mail, mail))
    all.emplace_back(row.id<ActionId>("subject_id"), row.text("name"));
  return all;
}

void close_chase_mail(postgres::PartyJobTx& tx, const ChaseMailId& mail, const std::string& refused,
                      Instant at) {
  const auto email = tx.run(sql::close_chase_mail, mail, refused, at).one().text("email");
  if (!refused.empty()) agency_register::mark_bounced(tx, email, refused, at);
  close_outbox(tx, refused);
}

std::optional<CameBack> note_bounce(postgres::PartyJobTx& tx, Instant at) {
  const auto mails = tx.run(sql::bounced_mail);
  if (mails.empty()) return std::nullopt;
  const auto mail = mails.one();
  const auto reason = mail.text("reason");
  CameBack back;
  back.action = mail.id_if<ActionId>("action_id");
  if (mail.text("kind") == "chase") {
    const auto rows = tx.run(sql::note_chase_bounce, reason, at);
    if (rows.empty()) return std::nullopt;
    back.reminder = rows.one().id<ChaseMailId>("mail_id");
  }
  agency_register::mark_bounced(tx, mail.text("email"), reason, at);
  return back;
}

void close_outbox(postgres::PartyJobTx& tx, const std::string& refused) {
  tx.run(sql::close_chase, refused);
}

void finish_chase_job(postgres::PartyJobTx& tx, const postgres::JobLease& lease) {
  tx.run(sql::finish_chase_job, lease.job, lease.fence);
}

std::vector<ChaseLogLine> load_chase_log(postgres::BoardTx& tx, const EntryId& entry, int most,
                                         int from) {
  std::vector<ChaseLogLine> lines;
  for (const auto row : tx.run(sql::chase_log, entry, most, from, actions::reminded_by)) {
    lines.push_back({row.text("kind"), row.text("what"), row.number("item_no"),
                     row.date_if("due_on"), row.text("to_name"), row.text("to_email"),
                     row.text("state"), row.text("reason"), row.text("subject"), row.instant("at"),
                     row.instant_if("sent_at"), row.instant_if("came_back_at"),
                     row.text("dropped")});
  }
  return lines;
}

ChaseCounts count_chasing(postgres::BoardTx& tx, Instant from) {
  const auto rows = tx.run(sql::count_chasing, from);
  return {rows.one().number("sent"), rows.one().number("returns")};
}

}  // namespace onereturn::notifications
