// Joining by consent, from both sides: what a board learns, and what it never does.

#include "domain/tenancy/joining.hpp"

#include <map>

#include <gtest/gtest.h>

#include "domain/actions/read_my_list.hpp"
#include "domain/agency_register/end_entry.hpp"
#include "domain/agency_register/finish_join.hpp"
#include "domain/agency_register/keep_register.hpp"
#include "domain/notifications/chase_store.hpp"
#include "domain/notifications/queue_mail.hpp"
#include "platform/postgres/database.hpp"
#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

postgres::Database& database_of(const std::string& login) {
  static postgres::Database auth({TestDatabase::instance().settings("auth")});
  static postgres::Database worker({TestDatabase::instance().settings("worker")});
  static postgres::Database gateway({TestDatabase::instance().settings("gateway")});
  return login == "auth" ? auth : login == "worker" ? worker : gateway;
}

std::string digest(const std::string& text) {
  auto raw = Raw::superuser();
  const auto hex = raw.one("select encode(sha256('" + text + "'::bytea), 'hex')");
  std::string bytes;
  for (std::size_t at = 0; at < hex.size(); at += 2)
    bytes.push_back(static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16)));
  return bytes;
}

const Date today = *parse_date("2027-03-03");
const Instant now = *parse_instant("2027-03-03T10:00:00Z");

class Joining : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  template <class Work>
  static auto as_board(const std::string& who, Work&& work) {
    return database_of("gateway").as_board({digest(who)}, std::forward<Work>(work));
  }
  template <class Work>
  static auto as_agency(const std::string& who, Work&& work) {
    return database_of("gateway").as_agency({digest(who)}, std::forward<Work>(work));
  }
  template <class Work>
  static auto as_auth(Work&& work) {
    return database_of("auth").as_auth(std::forward<Work>(work));
  }

  struct Invited {
    EntryId entry;
    std::string link;
  };
  // Board one asks somebody; the mail's secret is the words given.
  static Invited invited(const std::string& email, const std::string& secret) {
    const auto made = as_board("manager one", [&](postgres::BoardTx& tx) -> Result<Invited> {
      const auto entry = agency_register::add_entry(tx, {"", "Fern Lane", "school", ""}, now);
      EXPECT_TRUE(agency_register::set_contact(tx, *entry, {"A. Name", "", email}, today));
      notifications::JoinMail mail;
      mail.mail = {"join", email, {{"name", "A. Name"}}};
      mail.about = *entry;
      const auto link = notifications::queue_join_mail(tx, mail);
      EXPECT_TRUE(agency_register::note_invited(tx, *entry, link->text(), now));
      return Invited{*entry, link->text()};
    });
    EXPECT_TRUE(made.has_value());
    sent(*made, secret);
    return *made;
  }
  // What the worker does in the moment of sending.
  static void sent(const Invited& invited, const std::string& secret) {
    auto raw = Raw::superuser();
    raw.run("insert into identity.link_token (token_hash, link_id) values (sha256('" + secret +
            "'), '" + invited.link + "')");
    raw.run("update identity.link set expires_at = now() + lifetime where link_id = '" +
            invited.link + "'");
  }
  static bool joined(const EntryId& entry, const std::string& who = "manager one") {
    const auto found = as_board(
        who, [&](postgres::BoardTx& tx) { return agency_register::read_entry(tx, entry); });
    return found && found->entry.joined;
  }
  static void run_join_jobs() {
    auto raw = Raw::superuser();
    for (const auto& job : raw.all("select job_id from jobs.job where kind = 'join'"
                                   " and state = 'waiting'")) {
      const auto claimed = region::claim(job);
      agency_register::finish_join(database_of("worker"),
                                   {JobId(claimed.job), std::stoll(claimed.fence)});
    }
  }
  static Result<std::string> accept(const std::string& who, const std::string& secret) {
    return as_agency(who, [&](postgres::AgencyTx& tx) {
      return tenancy::accept_join(tx, digest(secret), std::nullopt);
    });
  }
  static Result<tenancy::OpenedRoom> open(const std::string& secret, const std::string& own = "") {
    const tenancy::OpenRoom command{
        digest(secret), own.empty() ? "" : digest(own), "New Lead", "Head", "Fern Lane", true};
    return as_auth([&](postgres::AuthTx& tx) { return tenancy::open_room(tx, command); });
  }
};

TEST_F(Joining, looks_the_same_to_the_board_whoever_was_invited) {
  const auto known = invited("lead.two@small.example", "known");
  const auto unknown = invited("nobody@elsewhere.example", "unknown");
  const auto seen = [&](const EntryId& id) {
    const auto found = as_board(
        "manager one", [&](postgres::BoardTx& tx) { return agency_register::read_entry(tx, id); });
    const auto& entry = found->entry;
    return std::to_string(entry.joined) + std::to_string(entry.asked_at.has_value()) + entry.name +
           entry.type + std::to_string(found->contacts.size());
  };
  EXPECT_EQ(seen(known.entry), seen(unknown.entry));
  EXPECT_EQ(Raw::superuser().one("select count(distinct kind) from identity.mail m"
                                 " where m.link_id in ('" +
                                 known.link + "', '" + unknown.link + "')"),
            "1");
}

TEST_F(Joining, connects_the_room_that_the_lead_has_and_tells_the_board_only_that) {
  const auto asked = invited("lead.two@small.example", "connect");
  const auto read =
      as_auth([&](postgres::AuthTx& tx) { return tenancy::read_join(tx, digest("connect")); });
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->organisation, "Fern Lane");
  EXPECT_TRUE(read->has_account);
  EXPECT_FALSE(joined(asked.entry));
  const auto board = accept("lead two", "connect");
  ASSERT_TRUE(board.has_value());
  EXPECT_EQ(*board, "Party b1");
  EXPECT_FALSE(joined(asked.entry)) << "until the board's own job has run";
  run_join_jobs();
  EXPECT_TRUE(joined(asked.entry));
  // The other board, which this agency answers too, is nothing to board one, and the other way.
  Raw gateway("gateway");
  const auto count = [&](const std::string& who, const std::string& sql) {
    pqxx::work work(gateway.connection());
    work.exec(region::enter(who));
    return work.exec1(sql)[0].as<int>();
  };
  EXPECT_EQ(count("manager two", "select count(*) from tenant.register_entry"), 0);
  EXPECT_EQ(count("manager one", "select count(*) from tenancy.connection where board_id = '" +
                                     region::board_two + "'"),
            0);
  EXPECT_EQ(count("manager two",
                  "select count(*) from tenant.audit_entry"
                  " where what like 'register.%'"),
            0);
}

// A board writes an action by hand about whoever is in its register, joined or not.
TEST_F(Joining, brings_the_actions_along_that_were_written_before) {
  // This region's forms have no body to read, which the use case would.
  const auto write = [](const EntryId& about, const std::string& what) {
    return Raw::superuser().one(
        "insert into tenant.action (tenant_id, entry_id, source_kind, what, lead, by_on, scheme,"
        " asked_again, made_at) values ('" +
        region::board_one + "', '" + about.text() + "', 'hand', '" + what +
        "', 'Head', '2027-04-01', 'key', true, '2027-03-03') returning action_id");
  };
  const auto asked = invited("lead.two@small.example", "written before");
  const auto other = invited("lead.two@small.example", "somebody else");
  const auto former = invited("lead.two@small.example", "its former self");
  const auto id = write(asked.entry, "Written before");
  (void)write(other.entry, "About somebody else");
  (void)write(former.entry, "About what it was");
  Raw::superuser().run(
      "insert into tenant.action_status (tenant_id, action_id, status_no, kind, told, by_name, at)"
      " values ('" +
      region::board_one + "', '" + id +
      "', 1, 'asked', 'Begin with the night shift', 'Manager', '2027-03-03')");
  ASSERT_TRUE(as_board("manager one", [&](postgres::BoardTx& tx) {
                return agency_register::merge_entries(tx, former.entry, asked.entry,
                                                      "One house now", now);
              }).has_value());
  const auto list = [] {
    const auto read =
        as_agency("lead two", [](postgres::AgencyTx& tx) { return actions::read_my_list(tx); });
    std::map<std::string, actions::Undertaking> by_words;
    for (const auto& one : *read)
      by_words.emplace(one.what, one);
    return by_words;
  };
  EXPECT_EQ(list().count("Written before"), 0U);
  ASSERT_TRUE(accept("lead two", "written before").has_value());
  run_join_jobs();
  const auto after = list();
  ASSERT_EQ(after.count("Written before"), 1U);
  EXPECT_TRUE(after.at("Written before").from_board);
  EXPECT_EQ(after.at("Written before").boards.at(0).asked, "Begin with the night shift")
      << "what the board said before they came";
  EXPECT_EQ(after.count("About what it was"), 1U) << "of an entry that became this one";
  EXPECT_EQ(after.count("About somebody else"), 0U);
  const auto chased =
      as_board("manager one", [](postgres::BoardTx& tx) -> Result<notifications::ChaseBoard> {
        return notifications::load_chase_board(tx, *parse_date("2027-03-30"));
      });
  std::map<std::string, bool> reminded;
  for (const auto& subject : chased->subjects)
    reminded[subject.id] = subject.joined;
  EXPECT_TRUE(reminded.at(id));
}

TEST_F(Joining, works_once_and_a_wrong_secret_is_not_found) {
  invited("lead.two@small.example", "once");
  EXPECT_EQ(accept("lead two", "never").problem().code, ProblemCode::not_found);
  ASSERT_TRUE(accept("lead two", "once").has_value());
  EXPECT_EQ(accept("lead one", "once").problem().code, ProblemCode::not_found);
  EXPECT_FALSE(as_auth([&](postgres::AuthTx& tx) {
                 return tenancy::read_join(tx, digest("once"));
               }).has_value());
}

TEST_F(Joining, opens_a_room_for_a_mailbox_without_an_account) {
  const auto asked = invited("fern@lane.example", "new room");
  const auto room = open("new room");
  ASSERT_TRUE(room.has_value());
  const auto again = open("new room");
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->party, room->party) << "one invitation, one room";
  Raw("operator")
      .run("select operator.issue_session(sha256('fern'), '" + room->person.text() + "', '" +
           room->membership.text() + "', 'bearer', '1 day')");
  ASSERT_TRUE(accept("fern", "new room").has_value());
  run_join_jobs();
  EXPECT_TRUE(joined(asked.entry));
  auto raw = Raw::superuser();
  EXPECT_EQ(raw.one("select string_agg(role, ' ' order by role) from identity.membership"
                    " where party_id = '" +
                    room->party.text() + "'"),
            "authoriser lead");
  EXPECT_EQ(
      raw.one("select unit_id from tenant.unit where tenant_id = '" + room->party.text() + "'"),
      room->party.text());
  EXPECT_EQ(open("new room").problem().code, ProblemCode::not_found);
}

TEST_F(Joining, asks_a_mailbox_with_an_account_to_sign_in_first) {
  invited("lead.two@small.example", "has account");
  EXPECT_EQ(open("has account").problem().code, ProblemCode::unauthenticated);
  const auto room = open("has account", "lead two");
  ASSERT_TRUE(room.has_value());
  EXPECT_EQ(room->person.text(), region::lead_two);
  EXPECT_NE(room->party.text(), region::agency_two);
}

TEST_F(Joining, is_the_business_of_each_boards_own_manager) {
  const auto asked = invited("fern@lane.example", "foreign");
  EXPECT_EQ(
      as_board("manager two",
               [&](postgres::BoardTx& tx) { return agency_register::read_entry(tx, asked.entry); })
          .problem()
          .code,
      ProblemCode::not_found);
  EXPECT_FALSE(Raw("gateway")
                   .refusal({region::enter("manager two"),
                             "select tenancy.note_join('" + asked.link + "', '" +
                                 asked.entry.text() + "', 'x', null, now())"})
                   .empty());
  EXPECT_FALSE(Raw("gateway")
                   .refusal({region::enter("manager one"),
                             "select * from tenancy.accept_join(sha256('x'), null)"})
                   .empty());
}

TEST_F(Joining, keeps_an_organisation_of_the_directory_once_in_a_register) {
  const auto organisation = Raw("operator")
                                .one(
                                    "select operator.add_organisation(null, 'school', 'Fern Lane', "
                                    "'900123', null, null)");
  const auto add = [&](const std::string& who) {
    return as_board(who, [&](postgres::BoardTx& tx) {
      const auto found = agency_register::look_up(tx, {"urn", "900123"});
      EXPECT_TRUE(found && *found && (*found)->organisation.text() == organisation);
      return agency_register::add_entry(tx, {organisation, "Fern Lane", "school", ""}, now);
    });
  };
  EXPECT_TRUE(add("manager one").has_value());
  EXPECT_EQ(add("manager one").problem().code, ProblemCode::conflict);
  EXPECT_TRUE(add("manager two").has_value()) << "another board's register says nothing";
}

}  // namespace
}  // namespace onereturn::testing
