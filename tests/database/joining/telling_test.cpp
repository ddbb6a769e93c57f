// What adding and inviting could give away: work done, time taken, mails sent, lists and counts.
// The known have an account, a room and boards of their own; the unknown have nothing anywhere.

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "domain/agency_register/keep_register.hpp"
#include "domain/notifications/queue_mail.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/transaction.hpp"
#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
using Clock = std::chrono::steady_clock;

const Date today = *parse_date("2027-03-03");
const Instant now = *parse_instant("2027-03-03T10:00:00Z");
constexpr int rounds = 100;

postgres::Database& gateway() {
  static postgres::Database database({TestDatabase::instance().settings("gateway")});
  return database;
}

class Telling : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    Raw owner("operator");
    std::vector<std::string> organisations;
    for (int at = 0; at < rounds; ++at) {
      const auto number = std::to_string(100000 + at);
      organisations.push_back(
          owner.one("select operator.add_organisation(null, 'school', 'School " + number + "', '" +
                    number + "', null, null)"));
    }
    // Every other one uses the service: a room of another board's, and a lead with an account.
    for (int at = 0; at < rounds; at += 2) {
      const auto number = std::to_string(100000 + at);
      const auto id = [&](const std::string& first) {
        return first + "000000-0000-4000-8000-000000" + number;
      };
      owner.run("select operator.add_party('" + id("a7") + "', 'agency', '" +
                organisations[static_cast<std::size_t>(at)] + "', 'active', '{\"name\": \"Room " +
                number + "\"}')");
      owner.run("select operator.connect('" + region::board_two + "', '" + id("a7") + "')");
      owner.run("select operator.add_person('" + id("d7") + "', '" + email(at) + "', 'Lead " +
                number + "', '')");
      owner.run("select operator.add_membership('" + id("e7") + "', '" + id("d7") + "', '" +
                id("a7") + "', null, 'lead', '')");
    }
  }

  static std::string email(int at) {
    return "lead." + std::to_string(100000 + at) + "@telling.example";
  }
  static bool is_known(int at) { return at % 2 == 0; }

  struct Told {
    std::size_t statements = 0;
    Clock::duration took{};
    std::string seen;  // what the board reads of it afterwards
    std::string link;
  };

  // What pressing the button does, in one transaction, and what the board's page then reads.
  static Told add_and_invite(int at) {
    const auto number = std::to_string(100000 + at);
    Told told;
    const auto statements = postgres::statements_on_this_thread();
    const auto began = Clock::now();
    const auto entry = gateway().as_board(
        {crypto::sha256("manager one")}, [&](postgres::BoardTx& tx) -> Result<EntryId> {
          const auto found = agency_register::look_up(tx, {"urn", number});
          if (!found || !*found) return Problem{};
          const auto made = agency_register::add_entry(
              tx, {(*found)->organisation.text(), "School " + number, "school", ""}, now);
          if (!made) return made.problem();
          const auto kept =
              agency_register::set_contact(tx, *made, {"A. Name", "", email(at)}, today);
          if (!kept) return kept.problem();
          notifications::JoinMail mail;
          mail.mail = {"join", email(at), {{"name", "A. Name"}}};
          mail.about = *made;
          const auto link = notifications::queue_join_mail(tx, mail);
          if (!link) return link.problem();
          told.link = link->text();
          const auto noted = agency_register::note_invited(tx, *made, link->text(), now);
          if (!noted) return noted.problem();
          return *made;
        });
    told.took = Clock::now() - began;
    told.statements = postgres::statements_on_this_thread() - statements;
    EXPECT_TRUE(entry.has_value());
    told.seen = read(*entry);
    return told;
  }

  static std::string read(const EntryId& id) {
    const auto found = gateway().as_board(
        {crypto::sha256("manager one")},
        [&](postgres::BoardTx& tx) { return agency_register::read_entry(tx, id); });
    const auto& entry = found->entry;
    return std::to_string(entry.name.size()) + " " + entry.type + " joined " +
           std::to_string(entry.joined) + " asked " +
           (entry.asked_at ? to_iso(*entry.asked_at) : "never") + " contacts " +
           std::to_string(found->contacts.size());
  }

  // The quicker quarter: what else a machine does only adds.
  static Clock::duration usual(std::vector<Clock::duration> all) {
    std::nth_element(all.begin(), all.begin() + std::ssize(all) / 4, all.end());
    return all[all.size() / 4];
  }
};

TEST_F(Telling, known_and_unknown_cost_the_same_work_and_time_and_read_the_same) {
  std::map<bool, std::vector<Clock::duration>> took;
  std::map<bool, std::set<std::size_t>> statements;
  std::map<bool, std::set<std::string>> seen, mails;
  auto raw = Raw::superuser();
  for (int at = 0; at < rounds; ++at) {
    const auto told = add_and_invite(at);
    // The first of each pays for preparing statements and opening the connection.
    if (at >= 4) {
      took[is_known(at)].push_back(told.took);
      statements[is_known(at)].insert(told.statements);
    }
    seen[is_known(at)].insert(told.seen);
    mails[is_known(at)].insert(
        raw.one("select m.kind || ' ' || char_length(m.fields) || ' ' || char_length(m.email) ||"
                " ' ' || l.purpose || ' ' || l.lifetime || ' ' ||"
                " (m.queued_at = l.asked_at)::text || ' ' || m.tries from identity.mail m"
                " join identity.link l on l.link_id = m.link_id where m.link_id = '" +
                told.link + "'"));
  }
  EXPECT_EQ(statements[true], statements[false]);
  EXPECT_EQ(statements[true].size(), 1U) << "always the same statements";
  EXPECT_EQ(seen[true], seen[false]);
  EXPECT_EQ(mails[true], mails[false]);
  EXPECT_EQ(mails[true].size(), 1U);
  const auto known = usual(took[true]), unknown = usual(took[false]);
  using Micro = std::chrono::duration<double, std::micro>;
  RecordProperty("known_us", static_cast<int>(Micro(known).count()));
  RecordProperty("unknown_us", static_cast<int>(Micro(unknown).count()));
  const auto slack = std::chrono::milliseconds(5);
  EXPECT_LT(known, unknown * 2 + slack);
  EXPECT_LT(unknown, known * 2 + slack);
}

TEST_F(Telling, lists_and_counts_tell_the_known_from_nobody) {
  Raw connection("gateway");
  pqxx::work work(connection.connection());
  work.exec(region::enter("manager one"));
  const auto count = [&](const std::string& sql) { return work.exec1(sql)[0].as<int>(); };
  EXPECT_EQ(count("select count(*) from tenancy.connection where agency_id::text like 'a7%'"), 0);
  EXPECT_EQ(count("select count(*) from tenancy.party_profile where name like 'Room %'"), 0);
  const std::string ours = " where e.name like 'School 100%'";
  EXPECT_EQ(
      count("select count(*) from tenant.register_entry e" + ours + " and e.agency_id is not null"),
      0);
  EXPECT_EQ(count("select count(*) from tenant.register_entry e join tenancy.joins_asked() j"
                  " on j.entry_id = e.entry_id" +
                  ours + " and j.asked_at <> '2027-03-03T10:00Z'"),
            0)
      << "business time";
}

}  // namespace
}  // namespace onereturn::testing
