#include "domain/notifications/run_chase.hpp"

#include <algorithm>
#include <cctype>
#include <map>

#include "base/email.hpp"
#include "domain/actions/mail_about_action.hpp"
#include "domain/audit_log/record_for_job.hpp"
#include "domain/notifications/chase_store.hpp"
#include "domain/notifications/chasing_rules.hpp"

namespace onereturn::notifications {

namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// One mail for each address, with everything that its person is to read.
std::vector<ChaseMail> digests(const ChaseBoard& board, const std::vector<Planned>& due) {
  std::map<std::string, ChaseMail> mails;
  for (const auto& each : due) {
    const auto& step = board.steps[each.step];
    const auto& subject = board.subjects[each.subject];
    for (const auto at : each.contacts) {
      const auto& contact = step.rung == Rung::chair ? board.chairs[at] : board.contacts[at];
      if (!is_email(contact.email)) continue;
      auto& mail = mails[lower(contact.email)];
      if (mail.items.empty()) {
        mail.mail = ChaseMailId::random();
        mail.email = contact.email;
        mail.name = contact.name;
        if (!contact.contact.empty()) mail.contact = contact.contact;
        mail.rung = step.rung;
      }
      const bool told = std::any_of(mail.items.begin(), mail.items.end(), [&](const auto& item) {
        return item.step == step.step && item.subject == subject.id &&
               item.due_on == subject.due_on;
      });
      if (!told) {
        mail.items.push_back(
            {step.step, step.version, subject.about, subject.id, subject.entry, subject.due_on});
      }
    }
  }
  std::vector<ChaseMail> all;
  for (auto& [address, mail] : mails)
    all.push_back(std::move(mail));
  return all;
}

const ChaseStep* step_of(const ChaseBoard& board, const StepId& id) {
  const auto found = std::find_if(board.steps.begin(), board.steps.end(),
                                  [&](const auto& step) { return step.step == id; });
  return found == board.steps.end() ? nullptr : &*found;
}

// As it was when the reminder was queued, or by the day to which it has moved since. Evidence of
// one return may be due on several days: what is due on another one is another matter.
const ChaseSubject* subject_of(const ChaseBoard& board, const ChaseItem& item) {
  const ChaseSubject* moved = nullptr;
  for (const auto& subject : board.subjects) {
    if (subject.id != item.subject) continue;
    if (subject.due_on == item.due_on) return &subject;
    if (subject.about != About::evidence) moved = &subject;
  }
  return moved;
}

// What is still to be said, and why the rest is not.
struct Checked {
  std::vector<ChaseLine> lines;
  std::vector<DroppedItem> dropped;
};

Checked check(const ChaseBoard& board, const WaitingMail& waiting, const Holidays& holidays,
              Instant now) {
  Checked checked;
  const bool in_time = board.settings.on && is_working_time(board.settings, holidays, now);
  int number = 0;
  for (const auto& item : waiting.mail.items) {
    ++number;
    const auto* step = step_of(board, item.step);
    const auto* subject = subject_of(board, item);
    const auto standing = step == nullptr || subject == nullptr
                              ? Standing::goes
                              : standing_of(board, *step, *subject);
    if (subject == nullptr) {
      checked.dropped.push_back({number, "done"});
    } else if (subject->due_on != item.due_on) {
      checked.dropped.push_back({number, "moved"});
    } else if (step == nullptr || standing == Standing::stopped || standing == Standing::waits) {
      checked.dropped.push_back({number, "stopped"});
    } else if (standing == Standing::paused) {
      checked.dropped.push_back({number, "paused"});
    } else if (!in_time) {
      checked.dropped.push_back({number, "late"});
    } else if (!waiting.address_holds) {
      checked.dropped.push_back({number, "address"});
    } else {
      checked.lines.push_back({step, subject});
    }
  }
  return checked;
}

std::string words_of_stop(const std::string& why) {
  if (why == "done") return "It was done before the mail went.";
  if (why == "moved") return "The day it is due was moved before the mail went.";
  if (why == "stopped") return "It was stopped before the mail went.";
  if (why == "paused") return "Reminders were paused before the mail went.";
  if (why == "late") return "The working day was over before the mail could go.";
  return "The address was no longer right when the mail was to go.";
}

// Each action leads to its own page, which needs no account.
void add_links(postgres::PartyJobTx& tx, std::vector<ChaseLine>& lines, const ChaseMail& mail,
               const std::string& origin, const NewSecret& new_secret) {
  const auto shown = std::min(lines.size(), lines_of_a_mail_max);
  for (std::size_t at = 0; at < shown; ++at) {
    auto& line = lines[at];
    if (line.subject->about != About::action || line.step->rung == Rung::chair) continue;
    const auto secret = new_secret();
    const actions::LinkReminder link{mail.mail.text(), ActionId(line.subject->id), mail.name,
                                     mail.email, secret.hash};
    if (actions::link_reminder(tx, link)) line.link = origin + "/action/" + secret.token;
  }
}

std::vector<std::string> subjects_of(const ChaseMail& mail) {
  std::vector<std::string> ids;
  for (const auto& item : mail.items)
    ids.push_back(item.subject);
  return ids;
}

}  // namespace

ChaseRun run_chase(postgres::PartyJobTx& tx, const postgres::JobLease& lease,
                   const Holidays& holidays, Instant now) {
  ChaseRun run;
  const auto today = day_in_england(now);
  auto board = load_chase_board(tx, today);
  load_chairs(tx, board);
  if (board.settings.on) {
    run.queued = queue_chase_mails(tx, digests(board, due_now(board, holidays, now)), today, now);
    const auto planned = planned_until(board, holidays, today, today);
    run.nobody =
        static_cast<int>(std::count_if(planned.begin(), planned.end(), [](const auto& each) {
          return each.standing == Standing::nobody;
        }));
    run.next = next_look(board, holidays, now);
  }
  wake_board_at(tx, run.next);
  if (run.queued > 0) {
    audit_log::record(tx, {"reminder.queued", "chase_mail", to_iso(today),
                           std::to_string(run.queued) + " mails"});
  }
  finish_chase_job(tx, lease);
  return run;
}

std::optional<LetterToSend> take_letter(postgres::PartyJobTx& tx, const postgres::JobLease& lease,
                                        const Holidays& holidays, Instant now,
                                        const std::string& origin,
                                        const std::string& return_path_hash,
                                        const NewSecret& new_secret) {
  const auto waiting = load_waiting_mail(tx);
  if (!waiting) {
    close_outbox(tx, "");
    finish_chase_job(tx, lease);
    return std::nullopt;
  }
  const auto& mail = waiting->mail;
  const auto today = day_in_england(now);
  const auto board = load_chase_board(tx, today, subjects_of(mail));
  auto checked = check(board, *waiting, holidays, now);
  drop_items(tx, mail.mail, checked.dropped);
  if (checked.lines.empty()) {
    const auto& why = checked.dropped.front().why;
    stop_mail(tx, mail.mail, words_of_stop(why));
    if ((why == "late" || why == "moved") && board.settings.on) {
      wake_board_at(tx, next_working_time(board.settings, holidays, now));
    }
    audit_log::record(tx, {"reminder.stopped", "chase_mail", mail.mail.text(), why});
    finish_chase_job(tx, lease);
    return std::nullopt;
  }
  const auto words = [&] {
    return letter_of(checked.lines, mail.name, board.board_name, today, origin);
  };
  const auto kept = words();
  note_words(tx, mail.mail, kept.subject, kept.body);
  add_links(tx, checked.lines, mail, origin, new_secret);
  LetterToSend letter{mail.mail, mail.email, words()};
  letter.tries = take_chase_mail(tx, return_path_hash);
  return letter;
}

void close_letter(postgres::PartyJobTx& tx, const postgres::JobLease& lease,
                  const ChaseMailId& mail, const std::string& refused, Instant now) {
  close_chase_mail(tx, mail, refused, now);
  if (refused.empty()) {
    for (const auto& [action, name] : actions_of_mail(tx, mail))
      actions::note_reminded(tx, action, name, now);
  }
  audit_log::record(
      tx, {refused.empty() ? "reminder.sent" : "reminder.refused", "chase_mail", mail.text()});
  finish_chase_job(tx, lease);
}

void note_came_back(postgres::PartyJobTx& tx, const postgres::JobLease& lease, Instant now) {
  const auto back = note_bounce(tx, now);
  if (back && back->reminder) {
    audit_log::record(tx, {"reminder.came_back", "chase_mail", back->reminder->text()});
  } else if (back && back->action) {
    audit_log::record(tx, {"action.mail_came_back", "action", back->action->text()});
  }
  finish_chase_job(tx, lease);
}

}  // namespace onereturn::notifications
