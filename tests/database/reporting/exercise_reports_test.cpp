// The report to one organisation and the overview of an exercise, against the rows.

#include <gmock/gmock.h>

#include "domain/documents/document_html.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "domain/reporting/evaluation_report.hpp"
#include "domain/reporting/overview_report.hpp"
#include "domain/reporting/return_document.hpp"
#include "reports_region.hpp"

namespace onereturn::reporting {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
namespace reports = testing::reports_region;
namespace boards = testing::delivery_region;

class ExerciseReports : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { reports::seed(); }

  static Result<Draft> evaluation(const std::string& who, const ReturnId& id) {
    return reports::as(
        who, [&](postgres::BoardTx& tx) { return draft_evaluation_report(tx, id, reports::now); });
  }
  static Result<Draft> overview(const std::string& who, const AuditId& wave) {
    return reports::as(
        who, [&](postgres::BoardTx& tx) { return draft_overview(tx, wave, {}, {}, reports::now); });
  }
  static std::string cell(const documents::Table& table, std::size_t row, std::size_t column) {
    std::string words;
    for (const auto& paragraph : table.rows.at(row).at(column).paragraphs) {
      for (const auto& span : paragraph.spans)
        words += span.text;
    }
    return words;
  }
};

TEST_F(ExerciseReports, to_an_organisation_counts_the_grades_that_stand) {
  const auto draft = evaluation("third manager", reports::return_id());
  ASSERT_TRUE(draft);
  const std::string standing =
      "from (select distinct on (b.box_no) b.grade from tenant.evaluation_box b join"
      " tenant.evaluation e using (tenant_id, evaluation_id) where e.return_id = '" +
      reports::return_id().text() +
      "' and b.box_no <> '*' order by b.box_no, b.version desc) g"
      " where g.grade is not null";
  const auto all = reports::one("select count(*) " + standing);
  const auto nought = reports::one("select count(*) " + standing + " and g.grade = '0'");
  EXPECT_EQ(nought, "5");
  EXPECT_THAT(reports::text_of(*draft, "summary"),
              HasSubstr("5 of " + all + " graded items are below the minimum."));
  EXPECT_THAT(reports::text_of(*draft, "findings"), HasSubstr("0 Inadequate: 5 of " + all));
  EXPECT_THAT(reports::text_of(*draft, "recommendations"), HasSubstr("No file had a note"));
}

TEST_F(ExerciseReports, of_what_is_not_released_or_not_ours_there_is_none) {
  const auto of_lights = boards::return_of(boards::lights());
  EXPECT_EQ(evaluation("second manager", of_lights).problem().key, "not-released");
  EXPECT_EQ(evaluation("second manager", reports::return_id()).problem().code,
            ProblemCode::not_found);
  EXPECT_EQ(overview("second manager", reports::wave()).problem().code, ProblemCode::not_found);
  EXPECT_EQ(overview("second manager", AuditId::random()).problem().code, ProblemCode::not_found);
}

TEST_F(ExerciseReports, figures_of_the_overview_hold_no_grade_before_its_release) {
  const auto pictures = [](const Draft& draft) {
    int count = 0;
    for (const auto& block : draft.facts)
      count += std::holds_alternative<documents::Picture>(block) ? 1 : 0;
    return count;
  };
  const auto draft = overview("third manager", reports::wave());
  ASSERT_TRUE(draft);
  EXPECT_EQ(pictures(*draft), 4);
  EXPECT_FALSE(reports::table_of(*draft, "sections").rows.empty());
  auto raw = testing::Raw::superuser();
  const auto state = [&](const std::string& value) {
    raw.run("update tenant.return set state = '" + value + "' where return_id = '" +
            reports::return_id().text() + "'");
  };
  state("being_evaluated");
  const auto before = overview("third manager", reports::wave());
  state("evaluated");
  ASSERT_TRUE(before);
  EXPECT_TRUE(reports::table_of(*before, "sections").rows.empty())
      << "what waits for its release is in no figure";
  EXPECT_THAT(reports::words_of(*before),
              HasSubstr("1 organisation whose evaluation is not released yet is left out."));
}

TEST_F(ExerciseReports, an_action_is_in_it_once_the_organisation_has_it) {
  const auto id = reports::return_id().text();
  auto raw = testing::Raw::superuser();
  raw.run(
      "insert into tenant.action (tenant_id, action_id, agency_id, return_id, version_no,"
      " source_kind, what, scheme, withheld) select tenant_id, gen_random_uuid(), agency_id,"
      " return_id, 1, 'evaluation', case n when 1 then 'Known to them' else 'Not theirs yet' end,"
      " 'x', n = 2 from tenant.return, generate_series(1, 2) n where return_id = '" +
      id + "'");
  const auto draft = evaluation("third manager", reports::return_id());
  raw.run("delete from tenant.action where return_id = '" + id +
          "' and source_kind = 'evaluation'");
  ASSERT_TRUE(draft);
  EXPECT_THAT(reports::words_of(*draft), HasSubstr("Known to them"));
  EXPECT_THAT(reports::words_of(*draft), Not(HasSubstr("Not theirs yet")));
}

TEST_F(ExerciseReports, the_overview_counts_requests_and_returns) {
  const auto draft = overview("second manager", reports::lights_wave());
  ASSERT_TRUE(draft);
  const auto of_wave =
      " from tenant.request q left join tenant.return r using (tenant_id,"
      " request_id) where q.audit_id = '" +
      reports::lights_wave().text() + "'";
  const auto asked = reports::one("select count(*)" + of_wave);
  const auto in = reports::one("select count(r.return_id)" + of_wave);
  EXPECT_EQ(asked, "2");
  EXPECT_EQ(in, "1");
  EXPECT_THAT(reports::text_of(*draft, "summary"),
              HasSubstr(in + " of " + asked + " returns is in"));
  EXPECT_EQ(reports::table_of(*draft, "register").rows.size(), 2U);
  EXPECT_THAT(reports::text_of(*draft, "board_functioning"),
              HasSubstr("1 of 1 return first came in by the day"));
}

TEST_F(ExerciseReports, the_overview_has_grades_of_released_evaluations_alone) {
  const auto count_by_board = [&](const Draft& draft) {
    const auto table = reports::table_of(draft, "standards");
    std::string words;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      words += cell(table, row, 1) + ";";
    return words;
  };
  const auto released = overview("third manager", reports::wave());
  ASSERT_TRUE(released);
  EXPECT_THAT(count_by_board(*released), HasSubstr(" of "));
  auto raw = testing::Raw::superuser();
  const auto id = reports::return_id().text();
  raw.run("update tenant.return set state = 'being_evaluated' where return_id = '" + id + "'");
  const auto again = overview("third manager", reports::wave());
  raw.run("update tenant.return set state = 'evaluated' where return_id = '" + id + "'");
  ASSERT_TRUE(again);
  EXPECT_THAT(count_by_board(*again), Not(HasSubstr(" of ")));
  EXPECT_THAT(reports::text_of(*again, "summary"),
              HasSubstr("1 organisation whose evaluation is not released yet is left out"));
}

TEST_F(ExerciseReports, a_return_is_printed_as_it_is_stored_and_a_redacted_box_says_so) {
  const auto id = reports::return_id();
  const auto print = [&] {
    auto copy = reports::as("third manager", [&](postgres::BoardTx& tx) {
      return fan_out::open_received_return(tx, id, reports::now);
    });
    EXPECT_TRUE(copy);
    PaperOfReturn paper;
    paper.sources_as_notes = true;
    return documents::to_page(return_document(*copy, paper));
  };
  const auto of_box = " from tenant.return_box where return_id = '" + id.text() +
                      "' and state = 'text' and length(text) > 20";
  const auto box = reports::one("select min(box_no)" + of_box);
  const auto before = print();
  EXPECT_THAT(before, Not(HasSubstr("Redacted")));
  testing::Raw::superuser().run(
      "update tenant.return_box set text = null, salt = null, state = 'redacted' where return_id ="
      " '" +
      id.text() + "' and box_no = '" + box + "'");
  EXPECT_THAT(print(), HasSubstr("Redacted: what stood here has been taken out for good."));
}

}  // namespace
}  // namespace onereturn::reporting
