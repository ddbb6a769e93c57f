// Working days played through the real worker and a real mail server: reminders arrive at their
// hours and at no others, stop when it is done, and one that comes back marks its contact.

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/process.hpp"
#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
namespace files = std::filesystem;
namespace region = small_region;

const std::string root = ONERETURN_SOURCE_DIR;
const std::string build = ONERETURN_BINARY_DIR;
const std::string entry = "e1000000-0000-4000-8000-000000000001";
const std::string other_entry = "e1000000-0000-4000-8000-000000000002";

std::string run(const std::vector<std::string>& command,
                const std::map<std::string, std::string>& variables = {}) {
  Process process(command, variables);
  process.wait(20s);
  return process.output();
}

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

class WorkingDays : public ::testing::Test {
 protected:
  WorkingDays() : folder_(make_folder()), raw_(Raw::superuser()) {
    region::seed();
    files::create_directory(folder_ + "/tls");
    run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost", "-keyout", folder_ + "/tls/server.key", "-out",
         folder_ + "/tls/server.pem"});
    mailbox_ = std::make_unique<Process>(
        std::vector<std::string>{"node", root + "/tools/demo/mailbox.mjs", folder_},
        std::map<std::string, std::string>{});
    EXPECT_TRUE(eventually([&] { return port("smtp") != "0"; }, 30s)) << mailbox_->output();
    arrange();
  }
  ~WorkingDays() override { files::remove_all(folder_); }

  std::string port(const std::string& name) const {
    const auto text = text_of(folder_ + "/mailbox.json");
    const auto at = text.find("\"" + name + "\":");
    return at == std::string::npos ? "0"
                                   : std::to_string(std::stoi(text.substr(at + name.size() + 3)));
  }

  // Two requests of two organisations, due on Friday 30 April 2027, to one and the same lead; steps
  // two weeks before and three days after, both at half past nine.
  void arrange() {
    for (const auto* table : {"chase_item", "chase_mail", "chase_decision", "chase_pause",
                              "chase_step", "chase_setting", "contact"})
      raw_.run("delete from tenant." + std::string(table));
    raw_.run("delete from jobs.job; delete from jobs.waking_at; delete from identity.mail");
    raw_.run("delete from tenant.return_version; delete from tenant.return");
    raw_.run("delete from tenant.request where tenant_id = '" + region::board_one +
             "' and request_id <> '" + region::request_one_of_one + "'");
    raw_.run("update tenant.request set entry_id = null where tenant_id = '" + region::board_one +
             "'; delete from tenant.register_entry where entry_id in ('" + entry + "', '" +
             other_entry + "')");
    for (const auto& id : {entry, other_entry}) {
      raw_.run(
          "insert into tenant.register_entry (tenant_id, entry_id, name, type, from_on)"
          " values ('" +
          region::board_one + "', '" + id + "', '" + (id == entry ? "Fenwick" : "Mill Race") +
          "', 'police', '2027-01-01')");
      raw_.run(
          "insert into tenant.contact (tenant_id, entry_id, name, email, valid_from) values ('" +
          region::board_one + "', '" + id + "', 'Lead', 'lead@agency.example', '2027-01-01')");
    }
    raw_.run("update tenant.request set entry_id = '" + entry +
             "', due_on = '2027-04-30', state = 'open'"
             " where request_id = '" +
             region::request_one_of_one + "'");
    raw_.run(
        "insert into tenant.request (tenant_id, audit_id, entry_id, template_code,"
        " template_version, kind, title, period, due_on) select tenant_id, audit_id, '" +
        other_entry +
        "', template_code, template_version, kind, title, period, due_on"
        " from tenant.request where request_id = '" +
        region::request_one_of_one + "'");
    raw_.run(
        "insert into tenant.chase_setting (tenant_id, version, is_on, from_minute, until_minute,"
        " weekdays, changed_by, changed_at) values ('" +
        region::board_one + "', 1, true, 540, 990, '{1,2,3,4,5}', 'Manager', '2027-03-01')");
    step(-14, "Two weeks left");
    step(3, "Three days late");
    raw_.run("insert into jobs.waking_at (party_id, at) values ('" + region::board_one +
             "', '2027-04-01T08:00:00Z')");
  }

  void step(int days, const std::string& name) {
    raw_.run(
        "insert into tenant.chase_step (tenant_id, step_id, version, about, days, at_minute,"
        " rung, name, subject, body, needs_approval, saved_by, saved_at) values ('" +
        region::board_one + "', gen_random_uuid(), 1, 'return', " + std::to_string(days) +
        ", 570, 'lead', '" + name + "', '" + name + "', 'Due on {due}.', false, 'Manager', now())");
  }

  std::map<std::string, std::string> settings(const std::string& clock) const {
    return {{"ONERETURN_DATABASE", TestDatabase::instance().settings("worker")},
            {"ONERETURN_SWEEP_MS", "50"},
            {"ONERETURN_WORKER_THREADS", "2"},
            {"ONERETURN_CLOCK", clock},
            {"ONERETURN_SMTP_HOST", "localhost"},
            {"ONERETURN_SMTP_PORT", port("smtp")},
            {"ONERETURN_SMTP_CA", folder_ + "/tls/server.pem"},
            {"ONERETURN_SMTP_FROM", "no-reply@onereturn.example"},
            {"ONERETURN_PUBLIC_ORIGIN", "https://localhost:8443"}};
  }

  // The worker at that moment, until nothing is left to do then.
  void play(const std::string& clock) {
    Process worker({build + "/services/worker"}, settings(clock));
    const auto quiet = [&] {
      return raw_.one("select count(*) from jobs.waking_at where at <= '" + clock + "'") == "0" &&
             raw_.one(
                 "select count(*) from jobs.job where kind in ('chase', 'send_chase',"
                 " 'note_bounce') and state in ('waiting', 'running')") == "0";
    };
    EXPECT_TRUE(eventually(
        [&] { return worker.output().find("worker_started") != std::string::npos; }, 30s));
    // What the last worker claimed as it was ended comes back when its lease is over.
    EXPECT_TRUE(eventually(quiet, 100s)) << clock << worker.output();
    EXPECT_EQ(worker.output().find("lead@agency"), std::string::npos) << "no address in a log";
  }

  // What the mail server has, in the order in which it came: its answer to /mails.
  std::string mails() const {
    return run({"curl", "-s", "http://127.0.0.1:" + port("web") + "/mails"});
  }
  int mail_count() const {
    const auto text = mails();
    int count = 0;
    for (auto at = text.find("\"no\":"); at != std::string::npos; at = text.find("\"no\":", at + 1))
      ++count;
    return count;
  }
  // By the clock of the service.
  std::vector<std::string> sent() {
    return raw_.all(
        "select to_char(sent_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI')"
        " || ' ' || subject from tenant.chase_mail where state = 'sent' order by sent_at");
  }
  void returned(const std::string& where) {
    raw_.run(
        "insert into tenant.return (tenant_id, request_id, agency_id, origin) select tenant_id,"
        " request_id, agency_id, 'fan_out' from tenant.request where tenant_id = '" +
        region::board_one + "' and " + where);
  }

  std::string folder_;
  Raw raw_;
  std::unique_ptr<Process> mailbox_;
};

TEST_F(WorkingDays, reminders_arrive_at_the_set_hours_and_at_no_others) {
  // From before Easter to the day after: the 16th is the day, and 9:30 is 8:30 in the world's time.
  for (const auto* clock : {"2027-04-01T08:00:00Z", "2027-04-15T15:00:00Z", "2027-04-16T07:59:00Z",
                            "2027-04-16T08:29:59Z"})
    play(clock);
  EXPECT_THAT(sent(), IsEmpty());
  play("2027-04-16T08:30:00Z");
  EXPECT_THAT(sent(), ElementsAre("2027-04-16 09:30 Two weeks left (and 1 more)"))
      << "one mail, though two organisations have one lead";
  for (const auto* clock : {"2027-04-16T09:00:00Z", "2027-04-16T22:00:00Z", "2027-04-18T08:30:00Z",
                            "2027-04-19T08:30:00Z", "2027-05-02T08:30:00Z"})
    play(clock);
  EXPECT_EQ(mail_count(), 1) << mails();
  // Three days after is Bank Holiday Monday; one of the two has come meanwhile.
  returned("entry_id = '" + entry + "'");
  play("2027-05-03T08:30:00Z");
  EXPECT_EQ(mail_count(), 1) << "a bank holiday";
  play("2027-05-04T08:30:00Z");
  EXPECT_THAT(sent(), ElementsAre("2027-04-16 09:30 Two weeks left (and 1 more)",
                                  "2027-05-04 09:30 Three days late"));
  EXPECT_THAT(mails(), HasSubstr("Three days late"));
  EXPECT_EQ(raw_.one("select count(*) from tenant.audit_entry where what = 'reminder.sent'"), "2");
}

TEST_F(WorkingDays,
       a_mail_server_that_is_away_until_the_evening_gets_nothing_before_the_next_morning) {
  {
    auto without = settings("2027-04-16T08:30:00Z");
    without["ONERETURN_SMTP_PORT"] = "1";
    Process worker({build + "/services/worker"}, without);
    EXPECT_TRUE(eventually(
        [&] {
          return raw_.one(
                     "select count(*) from jobs.job where kind = 'send_chase' and state ="
                     " 'waiting' and reason <> ''") == "1";
        },
        30s))
        << worker.output();
  }
  raw_.run("update jobs.job set not_before = now() where kind = 'send_chase'");
  play("2027-04-16T17:00:00Z");
  EXPECT_EQ(mail_count(), 0) << "it is 18:00 in England";
  play("2027-04-17T08:30:00Z");
  EXPECT_EQ(mail_count(), 0) << "a Saturday";
  play("2027-04-19T08:00:00Z");
  EXPECT_THAT(sent(), ElementsAre("2027-04-19 09:00 Two weeks left (and 1 more)"));
}

TEST_F(WorkingDays, what_is_done_between_queueing_and_sending_is_left_out) {
  {
    auto without = settings("2027-04-16T08:30:00Z");
    without.erase("ONERETURN_SMTP_HOST");
    Process worker({build + "/services/worker"}, without);
    EXPECT_TRUE(eventually(
        [&] {
          return raw_.one(
                     "select count(*) from jobs.job where kind = 'send_chase' and reason <>"
                     " ''") == "1";
        },
        30s));
  }
  returned("true");
  raw_.run("update jobs.job set not_before = now() where kind = 'send_chase'");
  play("2027-04-16T08:31:00Z");
  EXPECT_EQ(mail_count(), 0);
  EXPECT_EQ(raw_.one("select state || ' ' || reason from tenant.chase_mail"),
            "stopped It was done before the mail went.");
}

// What the worker queued while no mail server was there to take it.
TEST_F(WorkingDays, what_is_moved_between_queueing_and_sending_goes_by_its_new_day_and_once) {
  {
    auto without = settings("2027-04-16T08:30:00Z");
    without.erase("ONERETURN_SMTP_HOST");
    Process worker({build + "/services/worker"}, without);
    EXPECT_TRUE(eventually(
        [&] {
          return raw_.one(
                     "select count(*) from jobs.job where kind = 'send_chase' and reason <>"
                     " ''") == "1";
        },
        30s));
  }
  raw_.run("update tenant.request set due_on = '2027-05-14' where tenant_id = '" +
           region::board_one + "'");
  raw_.run("update jobs.job set not_before = now() where kind = 'send_chase'");
  play("2027-04-16T08:31:00Z");
  EXPECT_EQ(mail_count(), 0) << mails();
  EXPECT_EQ(raw_.one("select state || ' ' || reason from tenant.chase_mail"),
            "stopped The day it is due was moved before the mail went.");
  play("2027-04-30T08:30:00Z");
  EXPECT_THAT(sent(), ElementsAre("2027-04-30 09:30 Two weeks left (and 1 more)"));
  // Moved again after it went: the step goes for the new day, and never twice for one.
  raw_.run("update tenant.request set due_on = '2027-05-21' where entry_id = '" + entry + "'");
  for (const auto* clock : {"2027-05-04T08:30:00Z", "2027-05-07T08:30:00Z", "2027-05-10T08:30:00Z"})
    play(clock);
  EXPECT_THAT(sent(), ElementsAre("2027-04-30 09:30 Two weeks left (and 1 more)",
                                  "2027-05-07 09:30 Two weeks left"));
  raw_.run("update tenant.request set due_on = '2027-05-14' where entry_id = '" + entry + "'");
  play("2027-05-11T08:30:00Z");
  EXPECT_EQ(mail_count(), 2) << "it went for that day";
}

TEST_F(WorkingDays,
       a_mail_that_is_refused_or_comes_back_marks_the_contact_and_the_next_one_is_written_to) {
  raw_.run("update tenant.contact set email = 'refused@agency.example' where entry_id = '" +
           other_entry + "'");
  play("2027-04-16T08:30:00Z");
  const auto marked = [&] {
    return raw_.all(
        "select e.name from tenant.contact c join tenant.register_entry e"
        " on e.entry_id = c.entry_id where c.bounced_at is not null order by 1");
  };
  EXPECT_THAT(marked(), ElementsAre("Mill Race"));
  EXPECT_EQ(raw_.one("select reason from tenant.chase_mail where state = 'refused'"),
            "The mail server answered 550.");
  // The one that went comes back two hours later.
  const auto text = mails();
  const auto at = text.find("no-reply+back-");
  ASSERT_NE(at, std::string::npos) << text;
  const auto back = text.substr(at, text.find('"', at) - at);
  const auto notice = [&](const std::string& action, const std::string& to) {
    std::ofstream(folder_ + "/notice")
        << "From: MAILER-DAEMON@mail.example\nTo: <" + to +
               ">\nContent-Type: multipart/report; report-type=delivery-status; boundary=p\n\n--p\n"
               "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example\n\n"
               "Final-Recipient: rfc822; lead@agency.example\nAction: " +
               action + "\nStatus: 5.1.1\n\n--p--\n";
    return run({"sh", "-c", build + "/tools/admin mail bounced < " + folder_ + "/notice"},
               {{"ONERETURN_DATABASE", "host=" + TestDatabase::instance().sockets() +
                                           " dbname=" + TestDatabase::instance().name()}});
  };
  EXPECT_THAT(notice("delayed", back), HasSubstr("nothing is marked"));
  EXPECT_THAT(notice("failed", "no-reply+back-00000000000000000000000000000000@onereturn.example"),
              HasSubstr("No reminder of ours"));
  EXPECT_THAT(notice("failed", "postmaster@onereturn.example"), HasSubstr("not for an address"));
  EXPECT_THAT(marked(), ElementsAre("Mill Race"));
  EXPECT_THAT(notice("failed", back), HasSubstr("are marked"));
  EXPECT_THAT(notice("failed", back), HasSubstr("marked before"));
  play("2027-04-16T10:30:00Z");
  EXPECT_THAT(marked(), ElementsAre("Fenwick", "Mill Race"));
  EXPECT_EQ(raw_.one("select reason from tenant.chase_mail where state = 'bounced'"),
            "It came back (5.1.1).");
  // A head of the organisation is there: they are written to instead.
  raw_.run(
      "insert into tenant.contact (tenant_id, entry_id, role, name, email, valid_from) values ('" +
      region::board_one + "', '" + entry +
      "', 'head', 'Head', 'head@agency.example',"
      " '2027-01-01')");
  play("2027-05-04T08:30:00Z");
  EXPECT_EQ(raw_.one("select email from tenant.chase_mail where state = 'sent'"),
            "head@agency.example");
}

TEST_F(WorkingDays, a_reminder_of_an_action_leads_to_its_own_page_and_its_secret_is_kept_nowhere) {
  raw_.run("delete from tenant.chase_step");
  raw_.run("update tenant.register_entry set agency_id = '" + region::agency_one +
           "' where entry_id = '" + entry + "'");
  raw_.run(
      "insert into tenant.action (tenant_id, agency_id, source_kind, what, lead, by_on, scheme,"
      " made_at) values ('" +
      region::board_one + "', '" + region::agency_one +
      "', 'hand', 'Calendar of supervision', 'Head', '2027-04-16', 'key', '2027-01-01')");
  raw_.run(
      "insert into tenant.chase_step (tenant_id, step_id, version, about, days, at_minute, rung,"
      " name, subject, body, needs_approval, saved_by, saved_at) values ('" +
      region::board_one +
      "', gen_random_uuid(), 1, 'action', 0, 570, 'lead', 'Due', 'An action is due',"
      " 'Is it done? {link}', false, 'Manager', now())");
  play("2027-04-16T08:30:00Z");
  const auto text = mails();
  EXPECT_THAT(text, HasSubstr("Is it done? https://localhost:8443/action/"));
  EXPECT_EQ(text.find("supervision"), std::string::npos) << "a mail says nothing of what it is";
  const auto kept = raw_.one("select body from tenant.chase_mail where state = 'sent'");
  EXPECT_THAT(kept, HasSubstr("Is it done? [a link to the page of this action"));
  EXPECT_EQ(kept.find("/action/"), std::string::npos);
  EXPECT_EQ(raw_.one("select count(*) from identity.link l join identity.link_token t using"
                     " (link_id) where l.purpose = 'action' and l.used_at is null"),
            "1");
  EXPECT_EQ(raw_.one("select kind || ' ' || text from tenant.action_status order by at desc limit"
                     " 1"),
            "mailed Lead");
  raw_.run("delete from tenant.action_status");
  raw_.run("delete from tenant.action where what = 'Calendar of supervision'");
}

}  // namespace
}  // namespace onereturn::testing
