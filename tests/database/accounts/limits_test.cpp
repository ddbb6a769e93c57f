// A colleague limited to some standards writes nothing outside them: no box of a board's own form,
// no part for one board, no promise, no action, no citation, no explanation; nor do they settle
// what a merge left. The database holds it, whatever the code forgets.

#include <gtest/gtest.h>

#include "accounts_support.hpp"
#include "domain/evidence/cite_in_form.hpp"
#include "domain/evidence/keep_evidence.hpp"
#include "domain/identity/standards_limit.hpp"
#include "domain/returns/merged_answers.hpp"
#include "domain/returns/save_box.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

const std::string person = "d0000000-0000-4000-8000-00000000000a";
const std::string membership = "e0000000-0000-4000-8000-00000000000a";

std::string box(const std::string& box_no, const std::string& kind = "direct") {
  return "insert into tenant.board_box (tenant_id, unit_id, request_id, board_id, box_no, kind, "
         "text,"
         " saved_by) values (app.party(), app.party(), '" +
         region::request_one_of_one + "', '" + region::board_one + "', '" + box_no + "', '" + kind +
         "', 'words', app.person())";
}

const std::string part =
    "insert into tenant.board_answer (tenant_id, unit_id, board_id, requirement_code, describes,"
    " saved_by) values (app.party(), app.party(), '" +
    region::board_one + "', 'L1', 'words', app.person())";

const std::string promise =
    "insert into tenant.promise (tenant_id, unit_id, request_id, board_id, box_no, by_on, by_whom,"
    " made_by) values (app.party(), app.party(), '" +
    region::request_one_of_one + "', '" + region::board_one +
    "', '1.1', '2027-06-01', 'Somebody', app.person())";

const std::string piece = "f0000000-0000-4000-8000-00000000000a";
const std::string merged = "f0000000-0000-4000-8000-0000000000";

std::string citation(const std::string& requirement) {
  return "insert into tenant.citation (tenant_id, evidence_id, unit_id, requirement_code, cited_by)"
         " values (app.party(), '" +
         piece + "', app.party(), '" + requirement + "', app.person())";
}

std::string box_citation(const std::string& box_no) {
  return "insert into tenant.citation (tenant_id, evidence_id, unit_id, request_id, board_id,"
         " box_no, cited_by) values (app.party(), '" +
         piece + "', app.party(), '" + region::request_one_of_one + "', '" + region::board_one +
         "', '" + box_no + "', app.person())";
}

std::string explanation(const std::string& subject) {
  return "insert into tenant.explanation (tenant_id, unit_id, request_id, board_id, rule, subject,"
         " text, by_person) values (app.party(), app.party(), '" +
         region::request_one_of_one + "', '" + region::board_one + "', 'too-long', '" + subject +
         "', 'Because', app.person())";
}

std::string subject(const std::string& commitment, const std::string& requirement) {
  return "insert into tenant.commitment_subject (tenant_id, commitment_id, requirement_code)"
         " values (app.party(), '" +
         commitment + "', '" + requirement + "')";
}

class Limits : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    Raw owner("operator");
    owner.run("select operator.add_person('" + person + "', 'limited.one@small.example', 'L', '')");
    owner.run("select operator.add_membership('" + membership + "', '" + person + "', '" +
              region::agency_one + "', null, 'contributor', '')");
    owner.run("select operator.issue_session(" + region::token("limited one") + ", '" + person +
              "', '" + membership + "', 'bearer', '1 day')");
    auto root = Raw::superuser();
    root.run("insert into catalogue.requirement values ('Z1', 'f1', 1, '2', null)");
    root.run("insert into catalogue.facet values ('z1', 'Z1')");
    // An item of another standard, and one that no standard asks; a box of the section itself.
    root.run(
        "insert into catalogue.template_item (template_code, version, item_code, position,"
        " section_code, lineage_id) values ('t1', 1, '2.1', 21, '2', 'x'), ('t1', 1, '3.1', 31, "
        "'3',"
        " 'y')");
    root.run(
        "insert into catalogue.box (template_code, version, box_no, position, section_code,"
        " item_code, field, content, filled_by) values"
        " ('t1', 1, '2.1', 21, '2', '2.1', 'How', 'text', 'agency'),"
        " ('t1', 1, '3.1', 31, '3', '3.1', 'How', 'text', 'agency'),"
        " ('t1', 1, '1.all', 41, '1', null, 'How', 'text', 'agency'),"
        " ('t1', 1, '0.all', 42, null, null, 'Name', 'detail', 'agency')");
    root.run("insert into catalogue.item_facet values ('t1', 1, 'f1', 1, 1, '2.1', 'z1')");
    root.run("insert into tenant.evidence (tenant_id, evidence_id, title, kept_where) values ('" +
             region::agency_one + "', '" + piece + "', 'Rota', 'Front desk')");
    const auto left = [&](const std::string& last, const std::string& columns,
                          const std::string& values) {
      root.run(
          "insert into tenant.merged_answer (tenant_id, merged_id, unit_id, version,"
          " from_room, " +
          columns + ") values ('" + region::agency_one + "', '" + merged + last + "', '" +
          region::agency_one + "', 1, 'Room', " + values + ")");
    };
    left("c1", "kind, requirement_code", "'answer', 'C1'");
    left("c2", "kind, requirement_code", "'answer', 'Z1'");
    left("c3", "kind, board_id, box_no", "'common_words', '" + region::board_one + "', '1.1'");
    left("c4", "kind, board_id, box_no", "'common_words', '" + region::board_one + "', '2.1'");
  }
  void SetUp() override { limit_to("'1'"); }
  void TearDown() override {
    Raw::superuser().run("delete from tenant.commitment_subject; delete from tenant.commitment");
  }

  static void limit_to(const std::string& standards) {
    Raw::superuser().run("update identity.membership set standards = " +
                         (standards.empty() ? "null" : "array[" + standards + "]") +
                         " where membership_id = '" + membership + "'");
  }
  // The SQLSTATE of these statements as the limited colleague; everything is undone.
  static std::string tried(std::vector<std::string> statements,
                           const std::string& who = "limited one") {
    statements.insert(statements.begin(), region::enter(who));
    statements.emplace_back("do $$ begin raise exception '' using errcode = 'OR999'; end $$");
    const auto state = Raw("gateway").refusal(statements);
    return state == "OR999" ? "" : state;
  }
  static std::string commitment_of(const std::string& requirement) {
    Raw raw("gateway");
    pqxx::work work(raw.connection());
    work.exec(region::enter("lead one"));
    const std::string id =
        work.exec1(
                "insert into tenant.commitment (tenant_id, unit_id, what, saved_by)"
                " values (app.party(), app.party(), 'It', app.person()) returning commitment_id")[0]
            .c_str();
    work.exec(subject(id, requirement));
    work.commit();
    return id;
  }
  // How many rows the limited colleague changes.
  static std::string changed(const std::string& statement) {
    Raw raw("gateway");
    pqxx::work work(raw.connection());
    work.exec(region::enter("limited one"));
    return std::to_string(work.exec(statement).affected_rows());
  }
};

TEST_F(Limits, hold_for_the_boxes_of_a_boards_own_form) {
  EXPECT_EQ(tried({box("1.1")}), "");
  EXPECT_EQ(tried({box("1.1r")}), "");
  EXPECT_EQ(tried({box("1.2", "residual")}), "") << "a residual is named by its item";
  EXPECT_EQ(tried({box("1.all")}), "") << "a section with an item of theirs";
  EXPECT_EQ(tried({box("2.1")}), "42501");
  EXPECT_EQ(tried({box("3.1")}), "42501") << "what no standard asks";
  EXPECT_EQ(tried({box("0.all")}), "42501");
  EXPECT_EQ(tried({box("nowhere")}), "42501");
  limit_to("'2'");
  EXPECT_EQ(tried({box("1.1")}), "42501");
  EXPECT_EQ(tried({box("2.1")}), "");
}

TEST_F(Limits, let_everybody_else_write_everything) {
  for (const std::string& each : {box("2.1"), box("3.1"), box("0.all"), part, promise}) {
    EXPECT_EQ(tried({each}, "lead one"), "") << each;
    limit_to("");
    EXPECT_EQ(tried({each}), "") << each;
  }
}

TEST_F(Limits, hold_for_parts_and_promises) {
  EXPECT_EQ(tried({part}), "");
  EXPECT_EQ(tried({promise}), "");
  limit_to("'2'");
  EXPECT_EQ(tried({part}), "42501");
  EXPECT_EQ(tried({promise}), "42501");
}

TEST_F(Limits, hold_for_a_box_that_somebody_else_has_begun) {
  const auto change =
      "update tenant.board_box set text = 'mine', version = version + 1"
      " where tenant_id = app.party() and box_no = '2.1'";
  Raw raw("gateway");
  pqxx::work work(raw.connection());
  work.exec(region::enter("lead one"));
  work.exec(box("2.1"));
  work.commit();
  EXPECT_EQ(changed(change), "0");
  limit_to("'2'");
  EXPECT_EQ(changed(change), "1");
  Raw::superuser().run("delete from tenant.board_box where box_no = '2.1'");
}

TEST_F(Limits, hold_for_actions_all_of_whose_subjects_must_be_ones_own) {
  const std::string make =
      "insert into tenant.commitment (tenant_id, commitment_id, unit_id, what, saved_by) values"
      " (app.party(), 'f0000000-0000-4000-8000-000000000001', app.party(), 'It', app.person())";
  EXPECT_EQ(tried({make, subject("f0000000-0000-4000-8000-000000000001", "C1")}), "");
  EXPECT_EQ(tried({make, subject("f0000000-0000-4000-8000-000000000001", "Z1")}), "42501");
  const auto own = commitment_of("C1");
  const auto foreign = commitment_of("Z1");
  const auto both = commitment_of("C1");
  Raw::superuser().run(
      "insert into tenant.commitment_subject (tenant_id, commitment_id,"
      " requirement_code) values ('" +
      region::agency_one + "', '" + both + "', 'Z1')");
  const auto rename = [](const std::string& id) {
    return "update tenant.commitment set what = 'Mine' where tenant_id = app.party()"
           " and commitment_id = '" +
           id + "'";
  };
  EXPECT_EQ(changed(rename(own)), "1");
  EXPECT_EQ(changed(rename(foreign)), "0");
  EXPECT_EQ(changed(rename(both)), "0");
  EXPECT_EQ(changed("delete from tenant.commitment_subject where tenant_id = app.party()"), "2")
      << "of three, those that are theirs";
}

TEST_F(Limits, hold_for_what_backs_an_answer) {
  EXPECT_EQ(tried({citation("C1")}), "");
  EXPECT_EQ(tried({citation("Z1")}), "42501");
  EXPECT_EQ(tried({box_citation("1.1")}), "");
  EXPECT_EQ(tried({box_citation("2.1")}), "42501");
  const std::string end =
      "update tenant.citation set removed_at = now() where tenant_id = app.party()"
      " and evidence_id = '" +
      piece + "' and requirement_code = 'Z1'";
  Raw raw("gateway");
  pqxx::work work(raw.connection());
  work.exec(region::enter("lead one"));
  work.exec(citation("Z1"));
  work.commit();
  EXPECT_EQ(changed(end), "0");
  limit_to("");
  EXPECT_EQ(changed(end), "1");
  Raw::superuser().run("delete from tenant.citation where evidence_id = '" + piece + "'");
}

TEST_F(Limits, hold_for_explanations_whatever_their_keys_say_of_the_place) {
  for (const std::string own :
       {"C1", "1.1", "1", "own:1.1:an excerpt", "box:1.1", "local:C1", "item:1.1", "own:C1:Z1"}) {
    EXPECT_EQ(tried({explanation(own)}), "") << own;
  }
  for (const std::string other :
       {"Z1", "2.1", "2", "3", "own:2.1:C1", "own:Z1:C1", "local:Z1", "", "nowhere", ":C1"}) {
    EXPECT_EQ(tried({explanation(other)}), "42501") << other;
    EXPECT_EQ(tried({explanation(other)}, "lead one"), "") << other;
  }
}

TEST_F(Limits, hold_for_what_a_merge_left_to_settle) {
  const auto settle = [](const std::string& last) {
    return changed(
        "update tenant.merged_answer set settled_by = app.person(), settled_at = now()"
        " where tenant_id = app.party() and merged_id = '" +
        merged + last + "'");
  };
  EXPECT_EQ(settle("c1"), "1");
  EXPECT_EQ(settle("c2"), "0");
  EXPECT_EQ(settle("c3"), "1");
  EXPECT_EQ(settle("c4"), "0");
  limit_to("'2'");
  EXPECT_EQ(settle("c1"), "0");
  EXPECT_EQ(settle("c2"), "1");
  EXPECT_EQ(settle("c4"), "1");
}

// The key of the refusal, or "" where it was done, and then undone.
template <class Work>
std::string refusal(Work&& work) {
  std::string key;
  const auto result =
      gateway().as_agency(session_of("limited one"), [&](postgres::AgencyTx& tx) -> Result<Done> {
        const auto done = work(tx);
        if (!done) key = done.problem().key;
        return Problem{ProblemCode::conflict, "undone", ""};
      });
  EXPECT_EQ(result.problem().key, "undone");
  return key;
}

TEST_F(Limits, are_told_in_words_where_evidence_is_cited) {
  const EvidenceId id(piece);
  const auto cite = [&](const std::string& code) {
    return refusal([&](postgres::AgencyTx& tx) {
      return evidence::cite_evidence(tx, id, std::nullopt, code);
    });
  };
  EXPECT_EQ(cite("C1"), "");
  EXPECT_EQ(cite("Z1"), "not-your-standard");
  const auto stop = [&](const std::string& code) {
    return refusal(
        [&](postgres::AgencyTx& tx) { return evidence::stop_citing(tx, id, std::nullopt, code); });
  };
  EXPECT_EQ(stop("C1"), "");
  EXPECT_EQ(stop("Z1"), "not-your-standard");
  const auto in_form = [&](const std::string& box_no) {
    return refusal([&](postgres::AgencyTx& tx) {
      return evidence::cite_in_form(
          tx, id,
          {UnitId(region::agency_one), RequestId(region::request_one_of_one),
           BoardId(region::board_one), box_no});
    });
  };
  EXPECT_EQ(in_form("1.1"), "");
  EXPECT_EQ(in_form("2.1"), "not-your-standard");
}

TEST_F(Limits, are_told_in_words_where_evidence_is_written_with_what_it_backs) {
  evidence::WriteEvidence words;
  words.title = "Rota";
  words.kept_where = "Front desk";
  const auto add = [&](std::vector<std::string> codes) {
    words.requirements = std::move(codes);
    return refusal([&](postgres::AgencyTx& tx) { return evidence::add_evidence(tx, words); });
  };
  EXPECT_EQ(add({"C1"}), "");
  EXPECT_EQ(add({"C1", "Z1"}), "not-your-standard");
  const auto change = [&](std::vector<std::string> codes) {
    words.requirements = std::move(codes);
    return refusal([&](postgres::AgencyTx& tx) {
      return evidence::change_evidence(tx, EvidenceId(piece), words);
    });
  };
  EXPECT_EQ(change({"Z1"}), "not-your-standard");
  Raw::superuser().run(
      "insert into tenant.citation (tenant_id, evidence_id, unit_id, requirement_code, cited_by)"
      " values ('" +
      region::agency_one + "', '" + piece + "', '" + region::agency_one + "', 'Z1', '" + person +
      "')");
  EXPECT_EQ(change({"Z1", "C1"}), "") << "what stays as it was is nobody's doing";
  EXPECT_EQ(change({"C1"}), "not-your-standard");
  Raw::superuser().run("delete from tenant.citation where evidence_id = '" + piece + "'");
}

TEST_F(Limits, are_told_in_words_where_something_is_explained_or_settled) {
  const auto explain = [&](const std::string& key) {
    return refusal([&](postgres::AgencyTx& tx) {
      return returns::explain(tx, RequestId(region::request_one_of_one), key, "Because");
    });
  };
  EXPECT_EQ(explain("no-knows:C1"), "");
  EXPECT_EQ(explain("child-details:own:1.1:A. Name"), "");
  EXPECT_EQ(explain("no-knows:Z1"), "not-your-standard");
  EXPECT_EQ(explain("nothing-local:2"), "not-your-standard");
  EXPECT_EQ(explain("no-knows"), "not-your-standard");
  const auto settle = [&](const std::string& last) {
    return refusal([&](postgres::AgencyTx& tx) {
      return returns::settle_merged_answer(tx, returns::MergedAnswerId(merged + last));
    });
  };
  EXPECT_EQ(settle("c1"), "");
  EXPECT_EQ(settle("c2"), "not-your-standard");
  EXPECT_EQ(settle("c3"), "");
  EXPECT_EQ(settle("c4"), "not-your-standard");
  EXPECT_EQ(settle("ff"), "not-found");
}

TEST_F(Limits, are_asked_of_the_database_in_words_for_people) {
  const auto may = [](const std::string& box_no) {
    return *gateway().as_agency(session_of("limited one"), [&](postgres::AgencyTx& tx) {
      return Result(identity::may_write_box(tx, BoardId(region::board_one),
                                            RequestId(region::request_one_of_one), box_no));
    });
  };
  EXPECT_TRUE(may("1.1"));
  EXPECT_FALSE(may("2.1"));
}

}  // namespace
}  // namespace onereturn::testing
