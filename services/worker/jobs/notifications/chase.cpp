#include "worker/jobs/notifications/chase.hpp"

#include "domain/notifications/chase_text.hpp"
#include "domain/notifications/chasing_rules.hpp"
#include "domain/notifications/holidays_format.hpp"
#include "domain/notifications/return_path.hpp"
#include "domain/notifications/run_chase.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "worker/job_postponed.hpp"
#include "worker/job_refused.hpp"
#include "worker/jobs/notifications/mail_server.hpp"

namespace onereturn::worker {
namespace {

using notifications::LetterToSend;

// Beyond the years that are known the usual rule is used: somebody must put in what is declared.
void warn_of_holidays(Services& services) {
  const auto until = notifications::holidays_end_soon(notifications::holidays_of_england(),
                                                      day_in_england(services.clock()));
  services.metrics.gauge("onereturn_bank_holidays_end_within_a_year").set(until ? 1 : 0);
  if (until) services.log.warning("bank_holidays_end", {{"last_year", std::int64_t{*until}}});
}

void count(Services& services, const char* outcome) {
  services.metrics.count("onereturn_mails_total", {{"outcome", outcome}});
}

void close(const postgres::ClaimedJob& job, Services& services, const LetterToSend& letter,
           const std::string& refused) {
  const auto closed =
      services.database.as_party_job(job.lease, [&](postgres::PartyJobTx& tx) -> Result<Done> {
        notifications::close_letter(tx, job.lease, letter.mail, refused, services.clock());
        return Done{};
      });
  ENSURE(closed.has_value(), "closing a reminder never refuses");
}

}  // namespace

void chase(const postgres::ClaimedJob& job, Services& services) {
  warn_of_holidays(services);
  const auto run = services.database.as_party_job(
      job.lease, [&](postgres::PartyJobTx& tx) -> Result<notifications::ChaseRun> {
        return notifications::run_chase(tx, job.lease, notifications::holidays_of_england(),
                                        services.clock());
      });
  if (!run) throw JobRefused(run.problem().detail);
  log::Facts facts{{"queued", std::int64_t{run->queued}},
                   {"nobody_to_write_to", std::int64_t{run->nobody}}};
  if (run->next) facts.emplace_back("next", to_iso(*run->next));
  services.log.info("chased", facts);
}

void send_chase(const postgres::ClaimedJob& job, Services& services) {
  if (services.mail.host.empty()) {
    throw JobPostponed(longest_mail_pause, "No mail server is set.");
  }
  const auto token = notifications::new_return_token(crypto::random_bytes(16));
  const auto taken = services.database.as_party_job(
      job.lease, [&](postgres::PartyJobTx& tx) -> Result<std::optional<LetterToSend>> {
        return notifications::take_letter(
            tx, job.lease, notifications::holidays_of_england(), services.clock(),
            services.mail.origin, crypto::sha256(token), [] {
              auto secret = crypto::new_token();
              auto hash = crypto::token_hash(secret);
              return notifications::LinkSecret{std::move(secret), std::move(hash)};
            });
      });
  ENSURE(taken.has_value(), "taking a reminder never refuses");
  if (!*taken) {
    count(services, "nobody");
    return;
  }
  const auto& letter = **taken;
  auto message = message_from(services.mail, letter.mail.text(), letter.to);
  const auto text = notifications::mail_text(letter.letter, services.mail.origin);
  message.envelope_from = notifications::return_address(services.mail.from, token);
  message.subject = text.subject;
  message.plain = text.plain;
  message.html = text.html;
  const auto sent = mail::send(server_of(services.mail), message);
  if (sent.outcome == mail::Outcome::try_later) {
    count(services, "later");
    throw JobPostponed(pause_after(letter.tries), sent.reason);
  }
  const bool refused = sent.outcome == mail::Outcome::refused;
  count(services, refused ? "refused" : "sent");
  if (refused) {
    services.log.warning(
        "mail_refused",
        {{"job", job.lease.job.text()}, {"kind", "chase"}, {"reason", sent.reason}});
  }
  close(job, services, letter, sent.reason);
}

void note_bounce(const postgres::ClaimedJob& job, Services& services) {
  const auto noted =
      services.database.as_party_job(job.lease, [&](postgres::PartyJobTx& tx) -> Result<Done> {
        notifications::note_came_back(tx, job.lease, services.clock());
        return Done{};
      });
  if (!noted) throw JobRefused(noted.problem().detail);
}

}  // namespace onereturn::worker
