#include "accounts_support.hpp"

#include "platform/crypto/digest.hpp"

namespace onereturn::testing {

postgres::Database& auth() {
  static postgres::Database database({TestDatabase::instance().settings("auth")});
  return database;
}

postgres::Database& gateway() {
  static postgres::Database database({TestDatabase::instance().settings("gateway")});
  return database;
}

std::string digest(const std::string& secret) { return crypto::sha256(secret); }

int send_all(const std::string& secret, const std::string& code) {
  Raw worker("worker");
  int sent = 0;
  for (int number = 0;; ++number) {
    pqxx::work work(worker.connection());
    const auto jobs = work.exec("select job_id, fence from jobs.claim(1, '1 minute')");
    if (jobs.empty()) {
      return sent;
    }
    const std::string job = jobs[0][0].c_str();
    const std::string fence = jobs[0][1].c_str();
    const auto mail = work.exec1(
        "select email from identity.take_mail('" + job + "', " + fence + ", sha256('" + secret +
        (number == 0 ? "" : std::to_string(number)) + "'), sha256('" + code + "'))");
    sent += mail[0].is_null() ? 0 : 1;
    work.exec("select identity.close_mail('" + job + "', " + fence + ", '')");
    work.commit();
  }
}

std::vector<std::string> waiting_mails() {
  return Raw::superuser().all(
      "select kind || ' ' || coalesce(email, 'nobody') from identity.mail"
      " where closed_at is null order by queued_at, kind");
}

postgres::TokenHash session_of(const std::string& who) { return {crypto::sha256(who)}; }

void clear_accounts() {
  Raw::superuser().run(
      "delete from jobs.job where kind = 'send_mail'; delete from identity.mail;"
      " delete from identity.colleague_invitation; delete from identity.link_token;"
      " delete from identity.link; delete from identity.throttle");
}

}  // namespace onereturn::testing
