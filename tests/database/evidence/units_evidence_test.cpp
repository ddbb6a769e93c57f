// Whose a piece is: a centre's own, or common to all; and who is told that it was opened.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/evidence/evidence_asks.hpp"
#include "domain/evidence/evidence_store.hpp"
#include "domain/evidence/keep_evidence.hpp"
#include "domain/evidence/piece_store.hpp"
#include "evidence_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
namespace here = evidence_region;
using namespace onereturn::evidence;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class EvidenceOfUnits : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { here::seed(); }
  void TearDown() override { here::check_all(""); }

  static Result<Done> changed(const std::string& who, const EvidenceId& id) {
    WriteDetails details;
    details.title = "Changed by " + who;
    details.kept_where = "Front desk";
    return here::as(
        who, [&](postgres::AgencyTx& tx) { return change_details(tx, id, details, here::today); });
  }
  static Result<Done> granted(const std::string& who, const EvidenceId& id) {
    return here::as(who, [&](postgres::AgencyTx& tx) {
      return grant_evidence(tx, id, {BoardId{region::board_two}});
    });
  }
  static Result<Done> cited(const std::string& who, const EvidenceId& id) {
    return here::as(
        who, [&](postgres::AgencyTx& tx) { return cite_evidence(tx, id, std::nullopt, "C1"); });
  }
};

TEST_F(EvidenceOfUnits, is_changed_by_its_unit_although_nothing_cites_it) {
  const auto id = here::added("north", here::file("own of north", "Rota of north"));
  EXPECT_EQ(here::piece("north", id).unit, UnitId{here::north});
  EXPECT_EQ(here::piece("north", id).unit_name, "north");
  EXPECT_TRUE(changed("north", id).has_value());
  EXPECT_TRUE(granted("north", id).has_value());
  EXPECT_TRUE(changed("lead one", id).has_value()) << "the whole agency's people change all";
}

TEST_F(EvidenceOfUnits, is_not_there_for_another_unit_and_all_there_for_the_whole) {
  const auto id = here::added("north", here::file("private of north", "Private"));
  EXPECT_EQ(here::piece("south", id).title, "");
  EXPECT_EQ(changed("south", id).problem().code, ProblemCode::not_found);
  EXPECT_EQ(granted("south", id).problem().code, ProblemCode::not_found);
  EXPECT_EQ(cited("south", id).problem().code, ProblemCode::not_found);
  EXPECT_EQ(here::piece("lead one", id).title, "Private");
  const auto versions =
      here::as("south", [&](postgres::AgencyTx& tx) { return Result(load_versions(tx, id)); });
  EXPECT_THAT(*versions, IsEmpty());
}

TEST_F(EvidenceOfUnits, that_is_common_is_cited_by_each_unit_and_changed_by_none) {
  const auto id = here::added("lead one", here::file("common", "Common policy"));
  EXPECT_EQ(here::piece("north", id).unit, std::nullopt);
  EXPECT_TRUE(cited("north", id).has_value());
  EXPECT_TRUE(cited("south", id).has_value());
  EXPECT_EQ(changed("north", id).problem().code, ProblemCode::forbidden);
  EXPECT_EQ(granted("north", id).problem().code, ProblemCode::forbidden);
  EXPECT_TRUE(changed("lead one", id).has_value());
  EXPECT_THAT(here::piece("lead one", id).requirements, ElementsAre("C1"));
}

TEST_F(EvidenceOfUnits, belongs_to_the_unit_that_the_whole_agency_adds_it_for) {
  auto written = here::file("for south", "For south");
  written.unit = UnitId{here::south};
  const auto id = here::added("lead one", written);
  EXPECT_EQ(here::piece("south", id).title, "For south");
  EXPECT_EQ(here::piece("north", id).title, "");
  written.title = "For the other";
  const auto refused =
      here::as("north", [&](postgres::AgencyTx& tx) { return add_file(tx, written, here::today); });
  EXPECT_EQ(refused.problem().code, ProblemCode::not_found);
}

// As somebody who has got past every check of ours, with the session of one unit.
TEST_F(EvidenceOfUnits, is_held_to_its_unit_by_the_database_too) {
  const auto common = here::added("lead one", here::file("common two", "Common two")).text();
  const auto other = here::added("south", here::file("of south", "Of south")).text();
  Raw raw("gateway");
  const auto enter = region::enter("north");
  const auto ensure = [](const std::string& what) {
    return "do $$ begin if " + what + " then raise 'seen'; end if; end $$";
  };
  EXPECT_EQ(
      raw.refusal(
          {enter, "update tenant.evidence set title = 'x' where evidence_id = '" + common + "'",
           ensure("exists (select from tenant.evidence where title = 'x')"),
           ensure("exists (select from tenant.evidence where evidence_id = '" + other + "')"),
           ensure("exists (select from tenant.evidence_version where evidence_id"
                  " = '" +
                  other + "')")}),
      "");
  EXPECT_EQ(raw.refusal({enter,
                         "insert into tenant.evidence (tenant_id, title, kept_where, unit_id)"
                         " values (app.party(), 'x', 'y', '" +
                             here::south + "')"}),
            "42501");
  EXPECT_EQ(raw.refusal({enter,
                         "insert into tenant.evidence_grant (tenant_id, evidence_id,"
                         " board_id, granted_by) values (app.party(), '" +
                             common + "', '" + region::board_two + "', app.person())"}),
            "42501");
}

TEST_F(EvidenceOfUnits, has_versions_by_its_unit_alone) {
  const auto common = here::added("lead one", here::file("common three", "Common three"));
  const auto other = here::added("south", here::file("south three", "South three"));
  const auto own = here::added("north", here::file("north three", "North three"));
  const auto add = [](const std::string& who, const EvidenceId& id) {
    return Raw("gateway").refusal(
        {region::enter(who),
         "insert into tenant.evidence_version (tenant_id, evidence_id, version, title, kept_where,"
         " saved_by) values (app.party(), '" +
             id.text() + "', 9, 'x', 'y', app.person())"});
  };
  EXPECT_EQ(add("north", common), "42501");
  EXPECT_EQ(add("north", other), "42501");
  EXPECT_EQ(add("north", own), "");
  EXPECT_EQ(add("lead one", other), "");
  const auto next = here::as("north", [&](postgres::AgencyTx& tx) {
    return add_version(tx, own, here::file("north three again", "North three"), here::today);
  });
  EXPECT_TRUE(next.has_value());
  const auto versions =
      here::as("north", [&](postgres::AgencyTx& tx) { return Result(load_versions(tx, own)); });
  EXPECT_THAT(*versions, SizeIs(3)) << "the first, the one by hand and the second";
}

TEST_F(EvidenceOfUnits, shows_actions_of_its_own_and_common_ones_and_no_others) {
  Raw::superuser().run(
      "insert into tenant.commitment (tenant_id, unit_id, what, saved_by) select '" +
      region::agency_one + "', u::uuid, w, '" + region::lead_one + "' from (values ('" +
      region::agency_one + "', 'Common'), ('" + here::north + "', 'North'), ('" + here::south +
      "', 'South')) v (u, w);"
      "insert into tenant.action (tenant_id, agency_id, source_kind, what, scheme) values ('" +
      region::board_two + "', '" + region::agency_one + "', 'hand', 'By hand', 'RAG')");
  const auto seen = [](const std::string& who, const std::string& table) {
    Raw raw("gateway");
    pqxx::work work(raw.connection());
    work.exec(region::enter(who));
    std::string all;
    for (const auto row : work.exec("select what from tenant." + table +
                                    " where what in ('Common', 'North', 'South', 'By hand')"
                                    " order by what"))
      all += std::string(row[0].c_str()) + " ";
    return all;
  };
  EXPECT_EQ(seen("lead one", "commitment"), "Common North South ");
  EXPECT_EQ(seen("north", "commitment"), "Common North ");
  EXPECT_EQ(seen("lead one", "action"), "By hand ");
  EXPECT_EQ(seen("north", "action"), "") << "what a board holds without a return is the whole's";
  EXPECT_EQ(seen("lead two", "commitment"), "");
}

TEST_F(EvidenceOfUnits, keeps_the_days_of_the_service_and_not_of_the_database) {
  const auto id = here::added("lead one", here::file("dated", "Dated"));
  const auto versions =
      here::as("lead one", [&](postgres::AgencyTx& tx) { return Result(load_versions(tx, id)); });
  ASSERT_THAT(*versions, SizeIs(1));
  EXPECT_EQ((*versions)[0].saved_at, here::noon);
  EXPECT_EQ(here::piece("lead one", id).received_on, here::today);
}

TEST_F(EvidenceOfUnits, says_who_opened_a_piece_and_of_a_board_only_which) {
  const auto id = here::added("lead one", here::file("opened", "Opened"));
  const auto open = [&](const std::string& who) {
    return here::as(who, [&](postgres::AgencyTx& tx) { return note_opened(tx, id, 1); });
  };
  EXPECT_TRUE(open("lead one").has_value());
  EXPECT_EQ(open("lead two").problem().code, ProblemCode::not_found);
  const auto openings = [](const std::string& who, const EvidenceId& of) {
    return *here::as(who,
                     [&](postgres::AgencyTx& tx) { return Result(load_openings(tx, of, 10)); });
  };
  ASSERT_THAT(openings("lead one", id), SizeIs(1));
  EXPECT_EQ(openings("lead one", id)[0].what, "version 1");
  EXPECT_FALSE(openings("lead one", id)[0].is_board);
  EXPECT_THAT(openings("lead two", id), IsEmpty());

  const auto by_board = [&](const std::string& who) {
    return here::gateway().as_board(here::session_of(who), [&](postgres::BoardTx& tx) {
      return note_opened(tx, here::delivered(), 2, here::noon);
    });
  };
  const auto noted_downloads = [] {
    return std::stoi(
        Raw::superuser().one("select count(*) from tenant.audit_entry where what ="
                             " 'evidence.downloaded' and tenant_id = '" +
                             region::board_two + "'"));
  };
  const int noted = noted_downloads();
  EXPECT_EQ(by_board("manager one").problem().code, ProblemCode::not_found);
  EXPECT_TRUE(by_board("manager two").has_value());
  const auto told = openings("lead one", EvidenceId{here::file_piece});
  ASSERT_THAT(told, SizeIs(1));
  EXPECT_TRUE(told[0].is_board);
  EXPECT_EQ(told[0].at, here::noon);
  EXPECT_THAT(openings("lead two", EvidenceId{here::file_piece}), IsEmpty());
  Raw raw("gateway");
  EXPECT_EQ(raw.refusal({region::enter("lead one"),
                         "select opened_by from tenant.return_evidence_opening"}),
            "42501");
  EXPECT_EQ(noted_downloads(), noted + 1);
}

TEST_F(EvidenceOfUnits, is_asked_for_and_answered_on_the_days_of_the_service) {
  const auto asked =
      here::gateway().as_board(here::session_of("manager two"), [&](postgres::BoardTx& tx) {
        return ask_for_evidence(tx, here::delivered(), 1, "Please", here::noon);
      });
  ASSERT_TRUE(asked.has_value());
  const auto asks = here::as(
      "lead one", [](postgres::AgencyTx& tx) { return Result(load_asks(tx, std::nullopt)); });
  ASSERT_FALSE(asks->empty()) << "the open one comes first";
  EXPECT_EQ((*asks)[0].asked_at, here::noon);
  const auto of_north =
      here::as("north", [](postgres::AgencyTx& tx) { return Result(load_asks(tx, std::nullopt)); });
  EXPECT_THAT(*of_north, IsEmpty()) << "the request is to the whole agency";
  const auto answered = here::as("lead one", [&](postgres::AgencyTx& tx) {
    return answer_evidence_ask(tx, (*asks)[0].ask, {std::nullopt, "Come and see", here::noon});
  });
  ASSERT_TRUE(answered.has_value());
}

}  // namespace
}  // namespace onereturn::testing
