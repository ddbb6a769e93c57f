#include "worker/jobs/notifications/send_mail.hpp"

#include "base/fault.hpp"
#include "domain/notifications/mail_store.hpp"
#include "domain/notifications/mail_words.hpp"
#include "domain/notifications/return_path.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/mail/mailer.hpp"
#include "worker/job_postponed.hpp"
#include "worker/jobs/notifications/mail_server.hpp"

namespace onereturn::worker {
namespace {

// Six digits, each number as likely as the others.
std::string new_code() {
  constexpr std::uint32_t numbers = 1'000'000;
  constexpr std::uint32_t fair = 0xFFFFFFFFU - 0xFFFFFFFFU % numbers;
  for (;;) {
    std::uint32_t value = 0;
    for (const char byte : crypto::random_bytes(4)) {
      value = value << 8U | static_cast<unsigned char>(byte);
    }
    if (value < fair) {
      const auto digits = std::to_string(value % numbers);
      return std::string(6 - digits.size(), '0') + digits;
    }
  }
}

mail::Message message_of(const notifications::OutgoingMail& outgoing,
                         const notifications::MailText& text,
                         const config::MailSettings& settings) {
  auto message = message_from(settings, outgoing.mail.text(), *outgoing.to);
  message.subject = text.subject;
  message.plain = text.plain;
  message.html = text.html;
  return message;
}

// A board's contact is marked when it does.
bool comes_back(const notifications::OutgoingMail& mail) { return mail.kind == "action_asked"; }

void count(Services& services, const char* outcome) {
  services.metrics.count("onereturn_mails_total", {{"outcome", outcome}});
}

void close(Services& services, const postgres::JobLease& lease, const std::string& refused) {
  const auto closed = services.database.as_system([&](postgres::SystemTx& tx) -> Result<Done> {
    notifications::close_mail(tx, lease, refused);
    FAULT("mail.noting");
    return Done{};
  });
  ENSURE(closed.has_value(), "closing a mail never refuses");
}

}  // namespace

void send_mail(const postgres::ClaimedJob& job, Services& services) {
  if (services.mail.host.empty()) {
    throw JobPostponed(longest_mail_pause, "No mail server is set.");
  }
  const auto token = crypto::new_token();
  const auto code = new_code();
  const auto way_back = notifications::new_return_token(crypto::random_bytes(16));
  const auto taken = services.database.as_system([&](postgres::SystemTx& tx) {
    auto mail =
        notifications::take_mail(tx, job.lease, crypto::token_hash(token), crypto::sha256(code));
    if (comes_back(mail)) {
      notifications::note_return_path(tx, job.lease, crypto::sha256(way_back));
    }
    return Result(std::move(mail));
  });
  ENSURE(taken.has_value(), "taking a mail never refuses");
  if (!taken->to) {
    count(services, "nobody");
    close(services, job.lease, "");
    return;
  }
  FAULT("mail.taken");
  const auto text = notifications::words_of(*taken, {services.mail.origin, token, code});
  if (!text) {
    close(services, job.lease, "There are no words for a mail of kind " + taken->kind + ".");
    return;
  }
  auto message = message_of(*taken, *text, services.mail);
  if (comes_back(*taken)) {
    message.envelope_from = notifications::return_address(services.mail.from, way_back);
  }
  const auto sent = mail::send(server_of(services.mail), message);
  FAULT("mail.sent");
  if (sent.outcome == mail::Outcome::try_later) {
    count(services, "later");
    throw JobPostponed(pause_after(taken->tries), sent.reason);
  }
  count(services, sent.outcome == mail::Outcome::refused ? "refused" : "sent");
  if (sent.outcome == mail::Outcome::refused) {
    log::Facts facts{{"job", job.lease.job.text()}, {"kind", taken->kind}, {"reason", sent.reason}};
    if (!job.caused_by.empty()) facts.emplace_back("caused_by", job.caused_by);
    services.log.warning("mail_refused", facts);
  }
  close(services, job.lease, sent.reason);
}

}  // namespace onereturn::worker
