#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/notifications/chasing.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to reminders that were queued, and what became of them.
namespace onereturn::notifications {

using ChaseMailId = Id<struct ChaseMailTag>;

// What one mail speaks of.
struct ChaseItem {
  StepId step;
  int step_version = 1;
  About about = About::request;
  std::string subject;
  EntryId entry;
  Date due_on;  // the day that was reminded of
};

struct ChaseMail {
  ChaseMailId mail;
  std::string email;
  std::string name;
  std::optional<agency_register::ContactId> contact;
  Rung rung = Rung::person;
  std::vector<ChaseItem> items;
};

// Queues those whose person has no other mail of this board on that day, in the number of
// statements that one takes. Answers how many.
int queue_chase_mails(postgres::PartyJobTx& tx, const std::vector<ChaseMail>& mails, Date day,
                      Instant at);

// The mail of this job, while it waits, and whether its person is still to be written to.
struct WaitingMail {
  ChaseMail mail;
  bool address_holds = false;
};
std::optional<WaitingMail> load_waiting_mail(postgres::PartyJobTx& tx);

// Why items were left out, by their place from 1: "done", "moved", "stopped", "paused", "late",
// "address".
struct DroppedItem {
  int item_no = 1;
  std::string why;
};
void drop_items(postgres::PartyJobTx& tx, const ChaseMailId& mail,
                const std::vector<DroppedItem>& dropped);
// Nothing of it is left to say.
void stop_mail(postgres::PartyJobTx& tx, const ChaseMailId& mail, const std::string& why);

void note_words(postgres::PartyJobTx& tx, const ChaseMailId& mail, const std::string& subject,
                const std::string& body);
// Which try this is, 0 when there is nothing to send any more. The digest has 32 bytes.
int take_chase_mail(postgres::PartyJobTx& tx, const std::string& return_path_hash);
// It went, or was refused for good; a refusal marks the contact. `refused` is "" for one that went.
void close_chase_mail(postgres::PartyJobTx& tx, const ChaseMailId& mail, const std::string& refused,
                      Instant at);
// The actions that a mail reminded of, with the name of whom; none of a list for the chair.
std::vector<std::pair<ActionId, std::string>> actions_of_mail(postgres::PartyJobTx& tx,
                                                              const ChaseMailId& mail);
// The mail of this job came back: a reminder, or one about an action. Its contacts are marked.
struct CameBack {
  std::optional<ChaseMailId> reminder;
  std::optional<ActionId> action;
};
// Nothing when it did not, or was noted before.
std::optional<CameBack> note_bounce(postgres::PartyJobTx& tx, Instant at);

void close_outbox(postgres::PartyJobTx& tx, const std::string& refused);
void finish_chase_job(postgres::PartyJobTx& tx, const postgres::JobLease& lease);

// What went to an organisation, the newest first: reminders, and what else its people were told by
// mail, which stands with the moment at which the board said it.
struct ChaseLogLine {
  // "reminder", "invited", "return_asked", "given_back", "evidence_asked", "plan_asked",
  // "plan_asked_again", "action_mailed"
  std::string kind = "reminder";
  std::string what;  // the step's name, the return's or the action's
  int pieces = 0;    // of evidence
  std::optional<Date> due_on;
  std::string to_name;
  std::string to_email;
  std::string state;
  std::string reason;
  std::string subject;
  Instant at;
  std::optional<Instant> sent_at;
  std::optional<Instant> came_back_at;
  std::string dropped;
};
std::vector<ChaseLogLine> load_chase_log(postgres::BoardTx& tx, const EntryId& entry, int most,
                                         int from);

// Of the days from `from` on: reminders that went, and returns that came.
struct ChaseCounts {
  int sent = 0;
  int returns = 0;
};
ChaseCounts count_chasing(postgres::BoardTx& tx, Instant from);

}  // namespace onereturn::notifications
