// Mail to a real server over STARTTLS, and a worker that waits for one.

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <signal.h>

#include "platform/mail/mailer.hpp"
#include "support/process.hpp"
#include "support/small_region.hpp"

namespace onereturn::mail {
namespace {

using namespace std::chrono_literals;
using testing::eventually;
using testing::Process;
using testing::Raw;
namespace files = std::filesystem;

const std::string root = ONERETURN_SOURCE_DIR;
const std::string worker_program = std::string(ONERETURN_BINARY_DIR) + "/services/worker";

// A certificate for localhost that vouches for itself.
void make_certificate(const std::string& folder) {
  files::create_directory(folder + "/tls");
  Process openssl(
      {"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
       "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout",
       folder + "/tls/server.key", "-out", folder + "/tls/server.pem"},
      {});
  ASSERT_EQ(openssl.wait(20s), 0) << openssl.output();
}

std::int64_t number_after(const std::string& text, const std::string& name) {
  const auto at = text.find("\"" + name + "\":");
  return at == std::string::npos ? 0 : std::stoll(text.substr(at + name.size() + 3));
}

class Mailbox {
 public:
  Mailbox() : folder_(testing::make_folder()) {
    make_certificate(folder_);
    start();
  }
  ~Mailbox() { files::remove_all(folder_); }
  Mailbox(const Mailbox&) = delete;
  Mailbox& operator=(const Mailbox&) = delete;

  void start() {
    files::remove(folder_ + "/mailbox.json");
    server_ = std::make_unique<Process>(
        std::vector<std::string>{"node", root + "/tools/demo/mailbox.mjs", folder_},
        std::map<std::string, std::string>{});
    EXPECT_TRUE(eventually([&] { return port() != 0; }, 20s)) << server_->output();
  }
  void stop() { server_.reset(); }

  std::uint16_t port() const {
    std::ifstream file(folder_ + "/mailbox.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return static_cast<std::uint16_t>(number_after(text, "smtp"));
  }
  std::string authority() const { return folder_ + "/tls/server.pem"; }

  Server server() const {
    Server server;
    server.host = "localhost";
    server.port = port();
    server.ca_file = authority();
    server.helo = "localhost";
    server.connect_max = 5s;
    server.whole_max = 10s;
    return server;
  }

 private:
  std::string folder_;
  std::unique_ptr<Process> server_;
};

Mailbox& mailbox() {
  static Mailbox box;
  return box;
}

Message message_to(const std::string& address) {
  Message message;
  message.id = "1@onereturn.example";
  message.from = "no-reply@onereturn.example";
  message.to = address;
  message.subject = "Siân, read this";
  message.plain = "A line with an = and é.\n";
  message.html = "<p>A line</p>";
  message.date = Instant(std::chrono::seconds(1'800'000'000));
  return message;
}

TEST(Mail, goes_to_a_server_that_can_prove_who_it_is) {
  const auto sent = send(mailbox().server(), message_to("somebody@small.example"));
  EXPECT_EQ(sent.outcome, Outcome::sent) << sent.reason;
}

TEST(Mail, is_refused_for_good_or_for_now_as_the_server_says) {
  const auto refused = send(mailbox().server(), message_to("refused@small.example"));
  EXPECT_EQ(refused.outcome, Outcome::refused) << refused.reason;
  const auto busy = send(mailbox().server(), message_to("busy@small.example"));
  EXPECT_EQ(busy.outcome, Outcome::try_later) << busy.reason;
  EXPECT_EQ(busy.reason.find("small.example"), std::string::npos);
}

TEST(Mail, goes_to_nobody_whose_certificate_is_not_trusted) {
  auto server = mailbox().server();
  server.ca_file.clear();
  EXPECT_EQ(send(server, message_to("somebody@small.example")).outcome, Outcome::try_later);
  server = mailbox().server();
  server.host = "127.0.0.1";
  EXPECT_EQ(send(server, message_to("somebody@small.example")).outcome, Outcome::try_later)
      << "the certificate is for localhost";
}

TEST(Mail, waits_in_a_worker_without_a_server_and_goes_when_there_is_one) {
  testing::small_region::seed();
  auto raw = Raw::superuser();
  Raw("auth").run("select identity.ask_link('sign_in', 'lead.one@small.example', '192.0.2.1', '')");
  std::map<std::string, std::string> settings = {
      {"ONERETURN_DATABASE", testing::TestDatabase::instance().settings("worker")},
      {"ONERETURN_SWEEP_MS", "100"},
      {"ONERETURN_WORKER_THREADS", "1"},
      {"ONERETURN_SMTP_HOST", "localhost"},
      {"ONERETURN_SMTP_PORT", std::to_string(mailbox().port())},
      {"ONERETURN_SMTP_CA", mailbox().authority()},
      {"ONERETURN_SMTP_FROM", "no-reply@onereturn.example"},
      {"ONERETURN_PUBLIC_ORIGIN", "https://localhost:8443"}};
  const auto without = [&] {
    auto fewer = settings;
    fewer.erase("ONERETURN_SMTP_HOST");
    return fewer;
  }();
  const auto open_jobs = [&](const std::string& state) {
    return raw.one("select count(*) from jobs.job where kind = 'send_mail' and state = '" + state +
                   "' and reason <> ''");
  };
  {
    Process waiting({worker_program}, without);
    EXPECT_TRUE(eventually([&] { return open_jobs("waiting") == "1"; }, 10s)) << waiting.output();
    EXPECT_EQ(raw.one("select tries from jobs.job where kind = 'send_mail'"), "0")
        << "no try is counted while there is no server";
  }
  // A worker that ends in the middle leaves a lease behind.
  raw.run("update jobs.job set not_before = now() where kind = 'send_mail'");
  raw.run("update jobs.job set lease_until = now() where kind = 'send_mail' and state = 'running'");
  Process sending({worker_program}, settings);
  EXPECT_TRUE(eventually(
      [&] { return raw.one("select count(*) from identity.mail where closed_at is null") == "0"; },
      15s))
      << sending.output();
  EXPECT_EQ(raw.one("select fields || refused from identity.mail"), "{}");
  EXPECT_EQ(raw.one("select count(*) from identity.link_token"), "1");
  EXPECT_EQ(sending.output().find("lead.one"), std::string::npos) << "addresses are not for logs";
}

// Two real workers, whose calendar stands on the day itself, and a real server.
TEST(Mail, tells_once_what_runs_out_however_many_workers_there_are) {
  namespace region = testing::small_region;
  region::seed();
  auto raw = Raw::superuser();
  raw.run("delete from jobs.job; delete from identity.mail; delete from jobs.waking");
  Raw("gateway").run(region::enter("lead one") +
                     "; insert into tenant.evidence (tenant_id, evidence_id, title, kept_where,"
                     " expires_on) values (app.party(), 'f0000000-0000-4000-8000-00000000e001',"
                     " 'Policy', 'Room 2', '2027-05-18');"
                     "insert into tenant.evidence_version (tenant_id, evidence_id, version, title,"
                     " kept_where, expires_on, saved_by) values (app.party(),"
                     " 'f0000000-0000-4000-8000-00000000e001', 1, 'Policy', 'Room 2',"
                     " '2027-05-18', app.person());"
                     "select jobs.wake_on('{2027-04-18,2027-05-18}')");
  std::map<std::string, std::string> settings = {
      {"ONERETURN_DATABASE", testing::TestDatabase::instance().settings("worker")},
      {"ONERETURN_SWEEP_MS", "50"},
      {"ONERETURN_WORKER_THREADS", "2"},
      {"ONERETURN_CLOCK", "2027-05-18T09:00:00Z"},
      {"ONERETURN_SMTP_HOST", "localhost"},
      {"ONERETURN_SMTP_PORT", std::to_string(mailbox().port())},
      {"ONERETURN_SMTP_CA", mailbox().authority()},
      {"ONERETURN_SMTP_FROM", "no-reply@onereturn.example"},
      {"ONERETURN_PUBLIC_ORIGIN", "https://localhost:8443"}};
  {
    Process first({worker_program}, settings);
    Process second({worker_program}, settings);
    const auto gone = [&] {
      return raw.one(
                 "select count(*) from identity.mail where kind = 'evidence_over'"
                 " and closed_at is not null and refused = ''") == "1";
    };
    EXPECT_TRUE(eventually(gone, 20s)) << first.output() << second.output();
    // Asked for again, by a day that was missed: nothing more goes.
    Raw("gateway").run(region::enter("lead one") + "; select jobs.wake_on('{2027-05-17}')");
    EXPECT_TRUE(eventually(
        [&] {
          return raw.one(
                     "select count(*) from jobs.job where kind = 'look_after_evidence'"
                     " and state = 'done'") == "2";
        },
        20s));
  }
  EXPECT_EQ(raw.one("select count(*) from identity.mail"), "1");
  EXPECT_EQ(raw.one("select count(*) from tenant.audit_entry where what = 'evidence.ran_out'"),
            "1");
}

}  // namespace
}  // namespace onereturn::mail
