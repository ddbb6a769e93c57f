// The units that a lead names: who may, what they are called, how one leaves, and a board's
// invitation that is taken up for one of them.

#include <algorithm>

#include <gtest/gtest.h>

#include "domain/agency_register/finish_join.hpp"
#include "domain/agency_register/keep_register.hpp"
#include "domain/notifications/queue_mail.hpp"
#include "domain/tenancy/joining.hpp"
#include "domain/tenancy/units.hpp"
#include "platform/postgres/database.hpp"
#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
using tenancy::AgencyUnit;

const Date today = *parse_date("2027-03-03");
const Instant morning = *parse_instant("2027-03-03T10:00:00Z");

postgres::Database& gateway() {
  static postgres::Database database({TestDatabase::instance().settings("gateway")});
  return database;
}

std::string digest(const std::string& text) {
  const auto hex = Raw::superuser().one("select encode(sha256('" + text + "'::bytea), 'hex')");
  std::string bytes;
  for (std::size_t at = 0; at < hex.size(); at += 2)
    bytes.push_back(static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16)));
  return bytes;
}

class Sites : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    // A contributor of the whole of agency one.
    auto raw = Raw::superuser();
    raw.run(
        "insert into identity.person (person_id, email, display_name) values"
        " ('d0000000-0000-4000-8000-000000000091', 'writer@small.example', 'A. Writer');"
        " insert into identity.membership (membership_id, person_id, party_id, role) values"
        " ('e0000000-0000-4000-8000-000000000091', 'd0000000-0000-4000-8000-000000000091', '" +
        region::agency_one + "', 'contributor')");
    Raw("operator")
        .run(
            "select operator.issue_session(sha256('writer one'),"
            " 'd0000000-0000-4000-8000-000000000091', 'e0000000-0000-4000-8000-000000000091',"
            " 'bearer', '1 day')");
  }

  template <class Work>
  static auto as(const std::string& who, Work&& work) {
    return gateway().as_agency({digest(who)}, std::forward<Work>(work));
  }
  static Result<UnitId> add(const std::string& who, const std::string& name) {
    return as(who, [&](postgres::AgencyTx& tx) { return tenancy::add_unit(tx, name); });
  }
  static Result<Done> rename(const std::string& who, const UnitId& unit, const std::string& name) {
    return as(who, [&](postgres::AgencyTx& tx) { return tenancy::rename_unit(tx, unit, name); });
  }
  static Result<Done> end(const std::string& who, const UnitId& unit) {
    return as(who, [&](postgres::AgencyTx& tx) { return tenancy::end_unit(tx, unit, today); });
  }
  static Result<Done> bring_back(const std::string& who, const UnitId& unit) {
    return as(who, [&](postgres::AgencyTx& tx) { return tenancy::bring_back_unit(tx, unit); });
  }
  static std::vector<AgencyUnit> units(const std::string& who) {
    const auto found = as(who, [](postgres::AgencyTx& tx) { return tenancy::list_units(tx); });
    EXPECT_TRUE(found.has_value());
    return found ? *found : std::vector<AgencyUnit>{};
  }
  static std::optional<AgencyUnit> unit(const std::string& who, const UnitId& id) {
    const auto all = units(who);
    const auto found = std::ranges::find(all, id, &AgencyUnit::unit);
    return found == all.end() ? std::nullopt : std::optional(*found);
  }
  static std::string message(const Result<UnitId>& refused) {
    return refused || refused.problem().fields.empty() ? ""
                                                       : refused.problem().fields.front().message;
  }

  // Board one asks agency one's lead about an entry; answers the entry, the mail's secret being its
  // name.
  static EntryId invited(const std::string& name) {
    std::string link;
    const auto entry =
        gateway().as_board({digest("manager one")}, [&](postgres::BoardTx& tx) -> Result<EntryId> {
          const auto made = agency_register::add_entry(tx, {"", name, "voluntary", ""},
                                                       *parse_instant("2027-03-03T10:00:00Z"));
          EXPECT_TRUE(
              agency_register::set_contact(tx, *made, {"A. Name", "", "x@y.example"}, today));
          notifications::JoinMail mail;
          mail.mail = {"join", "x@y.example", {{"name", "A. Name"}}};
          mail.about = *made;
          link = notifications::queue_join_mail(tx, mail)->text();
          EXPECT_TRUE(agency_register::note_invited(tx, *made, link, morning));
          return *made;
        });
    auto raw = Raw::superuser();
    raw.run("insert into identity.link_token (token_hash, link_id) values (sha256('" + name +
            "'), '" + link + "'); update identity.link set expires_at = now() + lifetime" +
            " where link_id = '" + link + "'");
    return *entry;
  }
  static Result<std::string> accept(const std::string& who, const std::string& secret,
                                    const std::optional<UnitId>& unit) {
    return as(who, [&](postgres::AgencyTx& tx) {
      return tenancy::accept_join(tx, digest(secret), unit);
    });
  }
  static void run_join_jobs() {
    static postgres::Database worker({TestDatabase::instance().settings("worker")});
    for (const auto& job : Raw::superuser().all(
             "select job_id from jobs.job where kind = 'join' and state = 'waiting'")) {
      const auto claimed = region::claim(job);
      agency_register::finish_join(worker, {JobId(claimed.job), std::stoll(claimed.fence)});
    }
  }
};

TEST_F(Sites, are_named_by_the_lead_and_listed_after_the_whole) {
  const auto south = add("lead one", "  South \t centre ");
  const auto north = add("lead one", "North centre");
  ASSERT_TRUE(south && north);
  const auto all = units("lead one");
  ASSERT_GE(all.size(), 3u);
  EXPECT_TRUE(all[0].whole());
  EXPECT_EQ(all[1].name, "North centre");
  EXPECT_EQ(all[2].name, "South centre") << "blanks are tidied";
  EXPECT_EQ(all[2].parent->text(), region::agency_one);
  EXPECT_EQ(all[2].people, 0);
  EXPECT_EQ(all[2].asked, 0);
  EXPECT_TRUE(rename("lead one", *south, "South house"));
  EXPECT_EQ(unit("lead one", *south)->name, "South house");
  EXPECT_EQ(Raw::superuser().one("select string_agg(what, ' ' order by entry_no) from"
                                 " tenant.audit_entry where subject_ref = '" +
                                 south->text() + "'"),
            "unit.added unit.renamed");
}

TEST_F(Sites, need_a_name_of_their_own) {
  ASSERT_TRUE(add("lead one", "Harbour house"));
  EXPECT_EQ(message(add("lead one", "   ")), "Enter the site's name");
  EXPECT_EQ(message(add("lead one", std::string(301, 'x'))), "Use 300 characters or fewer");
  EXPECT_EQ(message(add("lead one", "bad\x01name")), "Enter the site's name");
  EXPECT_EQ(message(add("lead one", "HARBOUR house")), "You have a site of that name already");
  EXPECT_TRUE(add("lead two", "Harbour house")) << "another agency's names are its own";
  const auto other = add("lead one", "Mill house");
  ASSERT_TRUE(other);
  EXPECT_EQ(rename("lead one", *other, "Harbour House").problem().code, ProblemCode::invalid);
  EXPECT_TRUE(rename("lead one", *other, "Mill House")) << "its own name in another case";
}

TEST_F(Sites, are_nobodys_business_but_the_leads) {
  const auto made = add("lead one", "Quay house");
  ASSERT_TRUE(made);
  EXPECT_EQ(add("writer one", "Other").problem().code, ProblemCode::forbidden);
  EXPECT_EQ(end("writer one", *made).problem().code, ProblemCode::forbidden);
  EXPECT_EQ(rename("writer one", *made, "X").problem().code, ProblemCode::forbidden);
  EXPECT_EQ(bring_back("writer one", *made).problem().code, ProblemCode::forbidden);
  // Another agency's site is not found, like one that does not exist.
  EXPECT_EQ(rename("lead two", *made, "Mine").problem(),
            rename("lead two", UnitId::random(), "Mine").problem());
  EXPECT_EQ(end("lead two", *made).problem().code, ProblemCode::not_found);
  EXPECT_EQ(bring_back("lead two", *made).problem().code, ProblemCode::not_found);
  EXPECT_FALSE(unit("lead two", *made));
}

TEST_F(Sites, leave_with_their_history_when_nobody_works_there) {
  const auto made = add("lead one", "Weir house");
  ASSERT_TRUE(made);
  auto raw = Raw::superuser();
  raw.run(
      "insert into identity.membership (membership_id, person_id, party_id, unit_id, role)"
      " values ('e0000000-0000-4000-8000-000000000092',"
      " 'd0000000-0000-4000-8000-000000000091', '" +
      region::agency_one + "', '" + made->text() + "', 'contributor')");
  EXPECT_EQ(unit("lead one", *made)->people, 1);
  EXPECT_EQ(end("lead one", *made).problem().key, "unit-has-people");
  raw.run(
      "update identity.membership set to_at = now() where membership_id ="
      " 'e0000000-0000-4000-8000-000000000092'");
  EXPECT_TRUE(end("lead one", *made));
  EXPECT_EQ(unit("lead one", *made)->left_on, today);
  EXPECT_EQ(units("lead one").back().unit, *made) << "what has left comes last";
  EXPECT_TRUE(end("lead one", *made)) << "twice is once";
  EXPECT_EQ(raw.one("select count(*) from tenant.audit_entry where what = 'unit.left'"
                    " and subject_ref = '" +
                    made->text() + "'"),
            "1");
  EXPECT_EQ(end("lead one", UnitId(region::agency_one)).problem().key, "whole-agency");
  const auto again = add("lead one", "Weir house");
  ASSERT_TRUE(again) << "its name is free";
  EXPECT_EQ(bring_back("lead one", *made).problem().code, ProblemCode::invalid);
  ASSERT_TRUE(rename("lead one", *again, "New weir house"));
  EXPECT_TRUE(bring_back("lead one", *made));
  EXPECT_FALSE(unit("lead one", *made)->left_on);
}

TEST_F(Sites, take_up_an_invitation_of_their_own) {
  const auto made = add("lead one", "Lock house");
  const auto left = add("lead one", "Lock annexe");
  const auto foreign = add("lead two", "Foreign house");
  ASSERT_TRUE(made && left && foreign && end("lead one", *left));
  const auto entry = invited("site invitation");
  for (const auto& wrong : {*left, *foreign, UnitId::random()}) {
    const auto refused = accept("lead one", "site invitation", wrong);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problem().code, ProblemCode::invalid);
    EXPECT_EQ(refused.problem().fields.front().field, "unit");
  }
  ASSERT_TRUE(accept("lead one", "site invitation", *made)) << "a refusal used nothing up";
  run_join_jobs();
  const auto seen = [&](const std::string& column) {
    return Raw::superuser().one("select coalesce(" + column +
                                "::text, '') from tenant.register_entry where entry_id = '" +
                                entry.text() + "'");
  };
  EXPECT_EQ(seen("agency_id"), region::agency_one);
  EXPECT_EQ(seen("unit_id"), made->text());
  const auto whole = invited("whole invitation");
  ASSERT_TRUE(accept("lead one", "whole invitation", std::nullopt));
  run_join_jobs();
  EXPECT_EQ(Raw::superuser().one("select unit_id is null from tenant.register_entry where"
                                 " entry_id = '" +
                                 whole.text() + "'"),
            "t");
}

TEST_F(Sites, join_no_board_by_their_own_lead) {
  const auto made = add("lead one", "Kiln house");
  ASSERT_TRUE(made);
  invited("kiln invitation");
  Raw::superuser().run(
      "insert into identity.membership (membership_id, person_id, party_id, unit_id, role)"
      " values ('e0000000-0000-4000-8000-000000000093',"
      " 'd0000000-0000-4000-8000-000000000091', '" +
      region::agency_one + "', '" + made->text() + "', 'lead')");
  Raw("operator")
      .run(
          "select operator.issue_session(sha256('kiln lead'),"
          " 'd0000000-0000-4000-8000-000000000091', 'e0000000-0000-4000-8000-000000000093',"
          " 'bearer', '1 day')");
  EXPECT_EQ(accept("kiln lead", "kiln invitation", *made).problem().code, ProblemCode::forbidden);
  EXPECT_EQ(Raw("gateway").refusal(
                {region::enter("kiln lead"),
                 "select * from tenancy.accept_join(sha256('kiln invitation'), null)"}),
            "OR001");
  EXPECT_TRUE(accept("lead one", "kiln invitation", *made)) << "it was not used up";
}

TEST_F(Sites, stay_within_the_room_whatever_a_board_asks_the_database) {
  const auto made = add("lead one", "Ferry house");
  ASSERT_TRUE(made);
  Raw raw("gateway");
  pqxx::work work(raw.connection());
  work.exec(region::enter("manager one"));
  EXPECT_EQ(work.exec1("select tenancy.joined_unit(gen_random_uuid()) is null")[0].as<bool>(),
            true);
  EXPECT_THROW(work.exec("select * from tenant.unit"), pqxx::sql_error);
}

}  // namespace
}  // namespace onereturn::testing
