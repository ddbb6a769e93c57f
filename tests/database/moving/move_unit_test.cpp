// A unit that leaves: exported by one agency's lead, imported by another's, with its history; what
// was changed on the way is refused, and nothing is done twice.

#include "domain/returns/move_unit.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/evidence/keep_evidence.hpp"
#include "domain/evidence/keep_files.hpp"
#include "domain/returns/save_answer.hpp"
#include "domain/returns/take_common.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = delivery_region;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const UnitId centre("a3000000-0000-4000-8000-000000000001");
const UnitId trust(delivery_region::agency);
const Instant noon = *parse_instant("2027-03-16T12:00:00Z");

// The lists of a document that are the unit's own: what must be the same wherever it is.
const char* const own_lists[] = {"answers",
                                 "texts",
                                 "parts",
                                 "history",
                                 "commitments",
                                 "commitments_history",
                                 "evidence",
                                 "evidence_history",
                                 "citations",
                                 "files",
                                 "commitments_about"};

std::string part_of(const std::string& document, const std::string& list) {
  Raw raw = Raw::superuser();
  pqxx::work work(raw.connection());
  return work.exec_params1("select ($1::jsonb -> $2)::text", document, list)[0].c_str();
}

// The same document with that change, its checksum made to fit again.
std::string changed(const std::string& document, const std::string& path, const std::string& to) {
  Raw raw = Raw::superuser();
  pqxx::work work(raw.connection());
  return work
      .exec_params1(
          "select (b || jsonb_build_object('sha256', encode(sha256(convert_to(b::text, 'UTF8')),"
          " 'hex')))::text from (select jsonb_set($1::jsonb - 'sha256', $2::text[], $3::jsonb) as "
          "b)"
          " x",
          document, path, to)[0]
      .c_str();
}

const Date today{std::chrono::year{2027}, std::chrono::March, std::chrono::day{16}};

template <class Work>
auto as(const std::string& who, Work&& work) {
  const auto session =
      who == "contributor" ? postgres::TokenHash{crypto::sha256(who)} : region::session_of(who);
  return region::gateway().as_agency(session, std::forward<Work>(work));
}

returns::SaveOutcome save(const std::string& who, const returns::SaveAnswer& command) {
  const auto saved = returns::save_answer(region::gateway(), region::session_of(who), command);
  EXPECT_TRUE(saved.has_value()) << (saved ? "" : saved.problem().detail);
  return saved ? *saved : returns::SaveOutcome{};
}

int count(const std::string& sql) { return std::stoi(Raw::superuser().one(sql)); }

void add_contributor() {
  const std::string person = "d3000000-0000-4000-8000-000000000001";
  const std::string membership = "e3000000-0000-4000-8000-000000000001";
  Raw owner("operator");
  owner.run("select operator.add_person('" + person + "', 'writes@moving.example', 'Writes', '')");
  owner.run("select operator.add_membership('" + membership + "', '" + person + "', '" +
            delivery_region::agency + "', null, 'contributor', '')");
  owner.run("select operator.issue_session(sha256('contributor'::bytea), '" + person + "', '" +
            membership + "', 'bearer', '1 day')");
}

class MoveUnit : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    static const bool once = [] {
      add_contributor();
      add_centre();
      return true;
    }();
    static_cast<void>(once);
  }

  static void add_centre() {
    Raw::superuser().run(
        "insert into tenant.unit (tenant_id, unit_id, parent_unit_id, name)"
        " values ('" +
        delivery_region::agency + "', '" + centre.text() + "', '" + delivery_region::agency +
        "', 'Leaving')");
    auto common = answer(trust, "C1.2", 0, "What all of us do");
    ASSERT_TRUE(save("lead", common).saved());
    returns::TakeCommonAnswer taking;
    taking.unit = centre;
    taking.requirement = "C1.2";
    taking.common_version = 1;
    taking.here = {"And here", "", ""};
    taking.at = noon;
    ASSERT_TRUE(as("lead", [&](postgres::AgencyTx& tx) {
                  return returns::take_common_answer(tx, taking);
                }).has_value());
    ASSERT_TRUE(save("lead", answer(centre, "C1.3", 0, "First")).saved());
    ASSERT_TRUE(save("lead", answer(centre, "C1.3", 1, "Second")).saved());
    add_evidence();
    Raw::superuser().run(
        "insert into tenant.commitment (tenant_id, unit_id, what, saved_by) select tenant_id,"
        " unit_id, 'Train everybody', saved_by from tenant.answer where unit_id = '" +
        centre.text() + "' limit 1");
  }

  static returns::SaveAnswer answer(const UnitId& unit, const std::string& requirement, int base,
                                    const std::string& words) {
    returns::SaveAnswer command;
    command.unit = unit;
    command.requirement = requirement;
    command.base_version = base;
    command.level = 2;
    command.texts = {words, "We know", ""};
    command.at = noon;
    return command;
  }

  static void add_evidence() {
    evidence::WriteFile file;
    file.file.sha256 = crypto::sha256("the centre's policy");
    file.file.name = "policy.txt";
    file.file.media_type = "text/plain";
    file.file.size = 19;
    file.title = "Policy of the centre";
    file.unit = centre;
    file.at = noon;
    ASSERT_TRUE(as("lead", [&](postgres::AgencyTx& tx) -> Result<Done> {
                  const auto piece = evidence::add_file(tx, file, today);
                  if (!piece) return piece.problem();
                  return evidence::cite_evidence(tx, *piece, centre, "C1.3");
                }).has_value());
  }

  static void pass_check() {
    Raw::superuser().run("update tenant.evidence_blob set scan = 'clean'");
  }

  static Result<returns::ExportedUnit> exported(const std::string& who) {
    return as(who, [](postgres::AgencyTx& tx) { return returns::export_unit(tx, centre.text()); });
  }

  Result<returns::ImportedUnit> imported(const std::string& who, const std::string& document) {
    return as(who, [&](postgres::AgencyTx& tx) {
      return returns::import_unit(
          tx, document,
          [&](const returns::UnitFile& file) -> Result<Done> {
            if (!at_hand_.contains(file.sha256)) {
              return Problem{ProblemCode::invalid, "damaged", "A file is damaged.", {}};
            }
            return Done{};
          },
          noon);
    });
  }

  static int rows_there() {
    int all = 0;
    for (const char* table : {"unit", "answer", "answer_version", "evidence", "evidence_version",
                              "citation", "commitment", "unit_record"})
      all += count("select count(*) from tenant." + std::string(table) + " where tenant_id = '" +
                   delivery_region::other_agency + "'");
    return all;
  }

  std::set<std::string> at_hand_ = {crypto::to_hex(crypto::sha256("the centre's policy"))};
};

TEST_F(MoveUnit, waits_for_files_that_are_still_being_checked) {
  Raw::superuser().run("update tenant.evidence_blob set scan = 'pending'");
  const auto refused = exported("lead");
  ASSERT_FALSE(refused.has_value()) << refused->document;
  EXPECT_EQ(refused.problem().key, "unchecked-files");
}

TEST_F(MoveUnit, is_for_whoever_leads_the_whole_agency_and_for_its_own_units) {
  pass_check();
  EXPECT_EQ(exported("contributor").problem().code, ProblemCode::forbidden);
  EXPECT_EQ(exported("other lead").problem().code, ProblemCode::not_found);
  EXPECT_EQ(imported("contributor", exported("lead")->document).problem().code,
            ProblemCode::forbidden);
}

TEST_F(MoveUnit, refuses_what_is_no_export_and_what_was_changed_on_the_way) {
  pass_check();
  const auto document = exported("lead")->document;
  const int before = rows_there();
  for (const std::string foreign :
       {"", "no JSON", "[]", "{}", R"({"format":"onereturn.unit/1"})"}) {
    const auto refused = imported("other lead", foreign);
    EXPECT_EQ(refused.problem().key, "foreign-format") << foreign;
    EXPECT_THAT(refused.problem().detail, HasSubstr("no export of a unit"));
  }
  auto damaged = document;
  damaged.replace(damaged.find("Second"), 6, "Secomd");
  EXPECT_EQ(imported("other lead", damaged).problem().key, "damaged");
  damaged = document.substr(0, document.size() / 2);
  EXPECT_EQ(imported("other lead", damaged).problem().key, "foreign-format");
  EXPECT_EQ(imported("other lead", changed(document, "{answers,0,requirement_code}", "\"Z9.9\""))
                .problem()
                .key,
            "does-not-fit");
  at_hand_.clear();
  EXPECT_EQ(imported("other lead", document).problem().key, "damaged") << "a file";
  EXPECT_EQ(rows_there(), before) << "nothing of it stays";
}

TEST_F(MoveUnit, refuses_sizes_that_are_none_and_what_is_nested_too_deep) {
  pass_check();
  const auto document = exported("lead")->document;
  const int before = rows_there();
  for (const std::string size :
       {"\"many\"", "-1", "1.5", "\"19 bytes\"", "\"\"", "null", "{}", "99999999999999999999999"}) {
    const auto refused = imported("other lead", changed(document, "{files,0,bytes}", size));
    EXPECT_EQ(refused.problem().key, "foreign-format") << size;
  }
  EXPECT_EQ(imported("other lead", changed(document, "{files,0,bytes}", "26214401")).problem().key,
            "too-large");
  EXPECT_EQ(imported("other lead", changed(document, "{files,0,type}", "null")).problem().key,
            "foreign-format");
  const std::string deep(2'000'000, '[');
  EXPECT_EQ(imported("other lead", deep).problem().key, "foreign-format");
  EXPECT_EQ(rows_there(), before);
}

TEST_F(MoveUnit, refuses_a_name_that_no_page_would_keep_and_what_cannot_be_printed) {
  pass_check();
  const auto document = exported("lead")->document;
  const int before = rows_there();
  for (const std::string name :
       {R"("")", R"("  ")", R"("a\r\nBcc: b")", R"("a\tb")", R"(" a")", "null"}) {
    const auto refused = imported("other lead", changed(document, "{unit,name}", name));
    EXPECT_EQ(refused.problem().key, "foreign-format") << name;
  }
  for (const std::string text : {R"("a\u0001b")", R"("a\u001b[2J")", R"("a\u007fb")"}) {
    const auto refused = imported("other lead", changed(document, "{texts,0,text}", text));
    EXPECT_EQ(refused.problem().key, "not-printable") << text;
  }
  EXPECT_EQ(rows_there(), before);
}

TEST_F(MoveUnit, goes_and_comes_with_its_history_and_does_nothing_twice) {
  pass_check();
  const auto left = exported("lead");
  ASSERT_TRUE(left.has_value());
  EXPECT_THAT(left->files, ElementsAre(*at_hand_.begin()));
  const auto there = imported("other lead", left->document);
  ASSERT_TRUE(there.has_value()) << there.problem().detail;
  EXPECT_EQ(there->answers, 2);
  EXPECT_EQ(there->commitments, 1);
  EXPECT_EQ(there->pieces, 1);
  EXPECT_EQ(Raw::superuser().one("select scan from tenant.evidence_blob where tenant_id = '" +
                                 delivery_region::other_agency + "'"),
            "pending")
      << "checked anew";
  pass_check();
  const auto from_there = exported("other lead");
  ASSERT_TRUE(from_there.has_value());
  for (const auto* list : own_lists)
    EXPECT_EQ(part_of(from_there->document, list), part_of(left->document, list)) << list;
  EXPECT_THAT(part_of(from_there->document, "record"), HasSubstr("taken_over"))
      << "what it brought along stays readable";

  const int before = rows_there();
  const auto again = imported("other lead", left->document);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->answers + again->commitments + again->pieces, 0);
  EXPECT_EQ(rows_there(), before);
  EXPECT_EQ(count("select count(*) from tenant.audit_entry where what = 'unit.imported'"
                  " and tenant_id = '" +
                  delivery_region::other_agency + "'"),
            2);
  EXPECT_EQ(count("select count(*) from tenant.answer where mode = 'inherits' and"
                  " tenant_id = '" +
                  delivery_region::other_agency + "'"),
            0)
      << "what it had taken over is its own";
}

TEST_F(MoveUnit, comes_back_with_what_was_written_elsewhere_unless_both_wrote) {
  pass_check();
  ASSERT_TRUE(imported("other lead", exported("lead")->document).has_value());
  ASSERT_TRUE(save("other lead", answer(centre, "C1.3", 2, "Written elsewhere")).saved());
  pass_check();
  const auto back = exported("other lead");
  ASSERT_TRUE(back.has_value());
  const auto home = imported("lead", back->document);
  ASSERT_TRUE(home.has_value()) << home.problem().detail;
  EXPECT_EQ(home->answers, 1);
  EXPECT_EQ(
      Raw::superuser().one("select text from tenant.answer_text where requirement_code ="
                           " 'C1.3' and role = 'describes' and unit_id = '" +
                           centre.text() + "' and tenant_id = '" + delivery_region::agency + "'"),
      "Written elsewhere");
  ASSERT_TRUE(save("lead", answer(centre, "C1.3", 3, "Here")).saved());
  ASSERT_TRUE(save("other lead", answer(centre, "C1.3", 3, "There")).saved());
  pass_check();
  const auto refused = imported("lead", exported("other lead")->document);
  EXPECT_EQ(refused.problem().key, "changed-in-both");
  EXPECT_THAT(refused.problem().detail, HasSubstr("C1.3"));
}

TEST_F(MoveUnit, leaves_no_way_into_another_agency) {
  Raw raw("gateway");
  pass_check();
  const auto enter = "select * from identity.enter(sha256('other lead'))";
  EXPECT_EQ(raw.refusal({enter, "select unit_id from tenant.unit_record"}), "");
  EXPECT_EQ(raw.refusal({"select * from identity.enter(sha256('contributor'))",
                         "select identity.known_people('{}')"}),
            "OR001");
}

}  // namespace
}  // namespace onereturn::testing
