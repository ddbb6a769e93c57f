// Who may do what with a report, what is missing, what differs, and what its standing is called.

#include <gmock/gmock.h>

#include "domain/reports/report_rules.hpp"

namespace onereturn::reports {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const Date today = *parse_date("2027-05-10");

EditedSection section(const std::string& key, const std::string& words) {
  EditedSection one;
  one.key = key;
  one.heading = "Heading of " + key;
  one.words = words;
  return one;
}

ReportVersion version(std::vector<EditedSection> sections) {
  ReportVersion one;
  one.number = 2;
  one.sections = std::move(sections);
  return one;
}

Report overview() {
  Report report;
  report.number = 12;
  report.subject.kind = Kind::overview;
  return report;
}

std::vector<std::string> refused(const Subject& subject) {
  Problem problem;
  check_subject(problem, subject);
  std::vector<std::string> fields;
  for (const auto& field : problem.fields)
    fields.push_back(field.field);
  return fields;
}

TEST(ReportRights, go_by_role) {
  EXPECT_TRUE(may_draft("manager") && may_draft("assistant"));
  EXPECT_FALSE(may_draft("chair") || may_draft("member") || may_draft(""));
  EXPECT_TRUE(may_finish("manager"));
  EXPECT_FALSE(may_finish("assistant") || may_finish("chair"));
  EXPECT_TRUE(may_sign_off("manager") && may_sign_off("chair"));
  EXPECT_FALSE(may_sign_off("assistant"));
}

TEST(ReportNames, read_back_and_nothing_else_is_one) {
  for (const auto kind : {Kind::organisation, Kind::overview, Kind::improvement_plan,
                          Kind::highlight, Kind::exception, Kind::pack}) {
    EXPECT_EQ(kind_of(to_string(kind)), kind);
  }
  for (const auto format : {Format::html, Format::pdf, Format::docx, Format::odt, Format::xlsx,
                            Format::ods, Format::csv}) {
    EXPECT_EQ(format_of(to_string(format)), format);
  }
  EXPECT_FALSE(kind_of("Pack") || kind_of("") || format_of("exe"));
  EXPECT_TRUE(is_table(Format::csv) && is_table(Format::xlsx) && is_table(Format::ods));
  EXPECT_FALSE(is_table(Format::pdf) || is_table(Format::html));
}

TEST(MissingBeforeFinishing, is_what_says_nothing_and_what_cannot_be_lifted) {
  EXPECT_THAT(missing_before_finishing(Kind::highlight, version({section("done", "Much")})),
              IsEmpty());
  EXPECT_THAT(
      missing_before_finishing(
          Kind::organisation,
          version({section("summary", " \n"), section("conclusions", "Not numbered"),
                   section("recommendations", "1. Do it"), section("findings", "Plain")})),
      ElementsAre(Missing{"summary", "says nothing yet"},
                  Missing{"conclusions", "has no numbered item (begin a line with “1. ”)"}));
  EXPECT_THAT(missing_before_finishing(Kind::overview, version({section("conclusions", "Plain")})),
              IsEmpty())
      << "nobody lifts from an overview";
  EXPECT_THAT(missing_before_finishing(Kind::pack, version({})),
              ElementsAre(Missing{"", "is empty"}));
}

TEST(NumberedItems, are_plain_and_in_their_order_over_several_lists) {
  EXPECT_THAT(numbered_items("Before\n\n1. **Strong** words\n2. [A link](https://a.example)\n\n"
                             "Between\n\n- not numbered\n\n1. Third"),
              ElementsAre("Strong words", "A link", "Third"));
  EXPECT_THAT(numbered_items("Nothing of the kind"), IsEmpty());
}

TEST(DifferencesOfVersions, name_each_section_with_both_texts) {
  const auto before = version({section("a", "Same"), section("b", "Old"), section("c", "Gone")});
  const auto after = version({section("a", "Same"), section("b", "New"), section("d", "Come")});
  const auto differ = differences(before, after);
  ASSERT_THAT(differ.sections, SizeIs(3));
  EXPECT_EQ(differ.sections[0].before, "Old");
  EXPECT_EQ(differ.sections[0].after, "New");
  EXPECT_EQ(differ.sections[1].after, "");
  EXPECT_EQ(differ.sections[2].before, "");
  EXPECT_TRUE(differences(before, before).none());
}

TEST(SubjectOfAReport, is_what_its_kind_needs) {
  Subject subject;
  subject.kind = Kind::organisation;
  EXPECT_THAT(refused(subject), ElementsAre("of_return"));
  subject.of_return = ReturnId::random();
  EXPECT_THAT(refused(subject), IsEmpty());
  subject.kind = Kind::pack;
  EXPECT_THAT(refused(subject), ElementsAre("exercise", "papers"));
  subject.exercise = AuditId::random();
  subject.papers.assign(201, ReportId::random());
  EXPECT_THAT(refused(subject), ElementsAre("papers"));
  subject.kind = Kind::exception;
  EXPECT_THAT(refused(subject), ElementsAre("from", "to"));
  subject.from = parse_date("2027-03-02");
  subject.to = parse_date("2027-03-01");
  EXPECT_THAT(refused(subject), ElementsAre("to"));
  subject.to = parse_date("2030-03-31");
  EXPECT_THAT(refused(subject), ElementsAre("to")) << "longer than three years";
  subject.to = subject.from;
  EXPECT_THAT(refused(subject), IsEmpty());
}

TEST(SignatureOfAReport, has_a_role_a_name_and_a_day_that_can_be) {
  const auto fields = [](const Signature& signature) {
    Problem problem;
    check_signature(problem, signature, *parse_date("2027-05-04"), today);
    std::vector<std::string> names;
    for (const auto& field : problem.fields)
      names.push_back(field.field);
    return names;
  };
  Signature jo{1, "Chair", "Jo Marsh", *parse_date("2027-05-04"), ""};
  EXPECT_THAT(fields(jo), IsEmpty());
  jo.on = *parse_date("2027-05-03");
  EXPECT_THAT(fields(jo), ElementsAre("on"));
  jo.on = *parse_date("2027-05-11");
  EXPECT_THAT(fields(jo), ElementsAre("on"));
  EXPECT_THAT(fields({}), ElementsAre("role", "name", "on"));
  jo.on = today;
  jo.name = std::string(301, 'n');
  EXPECT_THAT(fields(jo), ElementsAre("name"));
}

TEST(StandingOfAReport, is_in_words_with_its_day) {
  auto report = overview();
  auto one = version({});
  EXPECT_EQ(standing_of(report, one), "Draft 2");
  one.finished = true;
  one.finished_at = *parse_instant("2027-05-04T23:30:00Z");
  EXPECT_EQ(standing_of(report, one), "Finished on 5 May 2027") << "the day in England";
  one.signatures = {{1, "Chair", "Jo", *parse_date("2027-05-08"), ""},
                    {2, "Manager", "Sam", *parse_date("2027-05-06"), ""}};
  EXPECT_EQ(standing_of(report, one), "Signed off on 8 May 2027");
  report.withdrawn_at = *parse_instant("2027-05-09T12:00:00Z");
  EXPECT_EQ(standing_of(report, one), "Withdrawn on 9 May 2027");
  EXPECT_EQ(record_of(report, one), "Report 12, version 2");
}

TEST(RedactionOfAReport, is_said_by_day_and_the_check_value_is_explained_once_there_is_one) {
  ReportVersion one;
  EXPECT_EQ(redaction_of(one), "");
  one.redacted = {{std::nullopt, 1}, {parse_date("2027-05-04"), 2}, {parse_date("2027-06-01"), 1}};
  EXPECT_EQ(redaction_of(one),
            "Words of returns in here were redacted after this version was drafted: of 1 box on a "
            "day that was not noted, of 2 boxes on 4 May 2027 and of 1 box on 1 June 2027. They "
            "are gone from it, and files from before were removed.");
  one.finished = true;
  EXPECT_TRUE(redaction_of(one).ends_with(
      "It counts a box by its seal, not by its words, and still holds."));
}

TEST(PeriodOfAReport, is_said_as_people_say_it) {
  const auto words = [](const char* from, const char* to) {
    return period_words(*parse_date(from), *parse_date(to));
  };
  EXPECT_EQ(words("2027-04-01", "2027-04-30"), "1 to 30 April 2027");
  EXPECT_EQ(words("2027-04-01", "2027-05-31"), "1 April to 31 May 2027");
  EXPECT_EQ(words("2026-12-01", "2027-01-31"), "1 December 2026 to 31 January 2027");
  EXPECT_EQ(words("2027-04-01", "2027-04-01"), "1 April 2027");
}

TEST(LongPapers, are_packs_and_what_has_many_rows) {
  documents::Table table;
  table.rows.resize(200);
  EXPECT_FALSE(takes_long(Kind::overview, {table}));
  EXPECT_TRUE(takes_long(Kind::overview, {table, documents::Heading{}, table}));
  EXPECT_TRUE(takes_long(Kind::pack, {}));
}

TEST(MarkOfWords, is_of_the_words_as_they_are_kept) {
  EXPECT_EQ(mark_of("One\nTwo"), mark_of("One\r\nTwo \r\n")) << "as a browser sends them";
  EXPECT_NE(mark_of("One"), mark_of("one"));
  EXPECT_NE(mark_of("One"), mark_of(""));
}

}  // namespace
}  // namespace onereturn::reports
