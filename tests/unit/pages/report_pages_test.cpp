// The pages of reports: every key of each template is set, words of people are text, and each role
// finds what it may do.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/views/reports.hpp"
#include "support/rendered_page.hpp"

namespace onereturn::gateway::views {
namespace {

using reports::FileState;
using reports::Format;
using reports::Kind;
using reports::OpenReport;
using testing::has;
using testing::rendered_page;

const Instant noon = *parse_instant("2027-03-16T12:00:00Z");
const std::string hostile = "<script>alert('x')</script>";

reports::ReportLine line(const std::string& title, Kind kind, bool finished) {
  reports::ReportLine one;
  one.id = reports::ReportId::random();
  one.number = 3;
  one.kind = kind;
  one.title = title;
  one.about = "Somebody";
  one.finished = finished;
  one.changed_at = noon;
  return one;
}

ListAsked asked(std::vector<std::pair<std::string, std::string>> query) {
  http::Fields fields;
  for (auto& [name, value] : query)
    fields.add(name, value);
  return list_asked(fields, reports_shape());
}

OpenReport open_one() {
  OpenReport open;
  open.report.id = reports::ReportId::random();
  open.report.number = 12;
  open.report.title = "Overview " + hostile;
  open.report.about = "Wave";
  open.version.number = 1;
  open.version.drafted_at = noon;
  reports::EditedSection typed;
  typed.key = "summary";
  typed.heading = "Summary";
  typed.drafted = "Drafted " + hostile;
  typed.words = "Typed " + hostile;
  typed.save = 2;
  typed.by_name = "Sam";
  typed.at = noon;
  auto drafted = typed;
  drafted.key = "conclusions";
  drafted.heading = "Conclusions";
  drafted.save = 0;
  drafted.words = drafted.drafted = "1. First\n2. [There](javascript:alert(1))";
  open.version.sections = {typed, drafted};
  documents::Table table;
  table.caption = "Actions";
  table.first_is_heading = true;
  table.columns = {{"What", 2}, {"When", 1}};
  table.rows = {{documents::cell(hostile), documents::cell("May")}};
  open.version.facts = {documents::Heading{2, "Actions", "actions"},
                        table,
                        documents::Picture{"<svg onload=alert(1)>", "What it shows", "Figure"},
                        documents::PageBreak{},
                        documents::SignOffs{{{"Chair", "", ""}}},
                        documents::Contents{{{hostile, "paper1", "To agree."}}}};
  open.versions = {{1, false, noon, std::nullopt, "Sam", 0}};
  reports::Conclusion conclusion;
  conclusion.of_report = reports::ReportId::random();
  conclusion.of_version = 1;
  conclusion.of_number = 2;
  conclusion.organisation = "Northmoor School";
  conclusion.words = "Train everybody";
  open.conclusions = {conclusion};
  return open;
}

std::string page_of(const OpenReport& open, const std::string& role, TypedOnReport typed = {}) {
  return rendered_page("pages/report", report_page({open, role, "", std::move(typed)}));
}

reports::PaperFile file(Format format, FileState state, bool current = true) {
  reports::PaperFile one;
  one.id = reports::FileId::random();
  one.format = format;
  one.state = state;
  one.current = current;
  one.asked_at = noon;
  if (state == FileState::failed) one.reason = "The converter stopped.";
  if (state == FileState::removed) one.reason = "Words were redacted on 4 May 2027.";
  if (state == FileState::ready) {
    one.size_bytes = 123'456;
    one.sha256 = std::string(64, 'a');
  }
  return one;
}

TEST(ListOfReports, is_searched_filtered_and_leaves_out_what_was_withdrawn) {
  auto gone = line("Gone", Kind::overview, true);
  gone.withdrawn = true;
  const std::vector<reports::ReportLine> all = {line("Spring overview", Kind::overview, false),
                                                line("Northmoor", Kind::organisation, true), gone};
  const auto shown = [&](std::vector<std::pair<std::string, std::string>> query) {
    return rendered_page("pages/reports", reports_page(all, asked(std::move(query)), true));
  };
  const auto page = shown({});
  EXPECT_TRUE(has(page, "Spring overview") && has(page, "Northmoor"));
  EXPECT_FALSE(has(page, ">Gone<"));
  EXPECT_TRUE(has(page, "Make a report"));
  EXPECT_TRUE(has(shown({{"state", "withdrawn"}}), ">Gone<"));
  EXPECT_FALSE(has(shown({{"kind", "organisation"}}), "Spring overview"));
  EXPECT_FALSE(has(shown({{"q", "north"}}), "Spring overview"));
  const auto none = rendered_page("pages/reports", reports_page({}, asked({}), false));
  EXPECT_TRUE(has(none, "None yet"));
  EXPECT_FALSE(has(none, "/reports/new"));
}

TEST(NewReport, asks_for_what_its_kind_needs) {
  ReportChoices choices;
  choices.returns = {{ReturnId::random(), "Northmoor School", "Wave"}};
  choices.exercises = {{AuditId::random(), "Spring exercise"}};
  choices.reports = {line("A paper", Kind::highlight, true), line("A pack", Kind::pack, true)};
  const auto shown = [&](const char* kind, std::vector<PageError> errors = {}) {
    TypedNewReport typed;
    typed.kind = kind;
    typed.errors = std::move(errors);
    return rendered_page("pages/report_new", new_report_page(choices, typed));
  };
  EXPECT_TRUE(has(shown(""), "Which kind?") && has(shown("nonsense"), "Which kind?"));
  EXPECT_TRUE(has(shown("organisation"), "Northmoor School"));
  EXPECT_TRUE(has(shown("overview"), "Spring exercise"));
  EXPECT_TRUE(has(shown("highlight"), "From which day?"));
  EXPECT_TRUE(has(shown("pack"), "A paper"));
  EXPECT_FALSE(has(shown("pack"), "A pack<")) << "no pack is in a pack";
  EXPECT_TRUE(has(shown("highlight", {{"to", "Give the last day"}}), "to-error"));
}

TEST(NewReport, of_a_pack_offers_delivered_returns_by_exercise) {
  ReportChoices choices;
  choices.delivered = {{ReturnId::random(), "Ash <b>", "Spring", 2},
                       {ReturnId::random(), "Birch", "Spring", 1},
                       {ReturnId::random(), "Cedar", "Autumn", 1}};
  TypedNewReport typed;
  typed.kind = "pack";
  typed.returns = {choices.delivered[2].id.text()};
  const auto page = rendered_page("pages/report_new", new_report_page(choices, typed));
  EXPECT_TRUE(has(page, "Spring: 2 returns") && has(page, "Autumn: 1 return"));
  EXPECT_TRUE(has(page, "Ash &lt;b&gt;") && has(page, "Version 2"));
  EXPECT_TRUE(has(page, "value=\"" + choices.delivered[2].id.text() + "\" checked"));
  EXPECT_EQ(page.find("<details class=\"govuk-details\" open"),
            page.rfind("<details class=\"govuk-details\" open"))
      << "only what has a choice in it is open";
  choices.delivered.clear();
  EXPECT_TRUE(has(rendered_page("pages/report_new", new_report_page(choices, typed)),
                  "No return has been delivered yet."));
}

TEST(PageOfAReport, shows_what_people_wrote_as_text) {
  for (const char* role : {"manager", "chair"}) {
    const auto page = page_of(open_one(), role);
    EXPECT_FALSE(has(page, hostile)) << role;
    EXPECT_FALSE(has(page, "href=\"javascript:"));
    EXPECT_FALSE(has(page, "<svg onload"));
    EXPECT_TRUE(has(page, "<figcaption class=\"small quiet\">Figure</figcaption>"));
    EXPECT_TRUE(has(page, "<p class=\"app-p quiet\">What it shows</p>"));
    EXPECT_FALSE(has(page, "/pictures/1")) << "it is no drawing of ours";
  }
}

TEST(PageOfAReport, shows_pictures_by_their_place_among_them) {
  auto open = open_one();
  const documents::Picture drawn{
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>)", "Two bars", ""};
  open.version.facts = {drawn, documents::plain("Between"), drawn};
  const auto page = page_of(open, "chair");
  const auto place = version_path(open.report.id, open.version.number) + "/pictures/";
  EXPECT_TRUE(has(page, "src=\"" + place + "1\" alt=\"Two bars\""));
  EXPECT_TRUE(has(page, "src=\"" + place + "2\""));
  EXPECT_FALSE(has(page, place + "3"));
}

TEST(PageOfAReport, gives_each_role_what_it_may_do) {
  const auto manager = page_of(open_one(), "manager");
  EXPECT_TRUE(has(manager, "<textarea") && has(manager, "Finish version 1"));
  EXPECT_TRUE(has(manager, "What your records say here now"));
  EXPECT_TRUE(has(manager, "Train everybody") && has(manager, "Withdraw it"));
  const auto assistant = page_of(open_one(), "assistant");
  EXPECT_TRUE(has(assistant, "<textarea") && has(assistant, "A manager of your board finishes it"));
  EXPECT_FALSE(has(assistant, "Finish version") || has(assistant, "Withdraw it"));
  const auto chair = page_of(open_one(), "chair");
  EXPECT_FALSE(has(chair, "<textarea") || has(chair, "Take these over"));
}

TEST(PageOfAReport, that_is_finished_is_read_and_signed) {
  auto open = open_one();
  open.version.finished = true;
  open.version.finished_at = noon;
  open.version.check_value = std::string(64, 'b');
  const auto chair = page_of(open, "chair");
  EXPECT_FALSE(has(chair, "Save<"));
  EXPECT_TRUE(has(chair, "Note the signature") && has(chair, open.version.check_value));
  EXPECT_TRUE(has(page_of(open, "assistant"), "Begin the next version"));
  open.report.withdrawn_at = noon;
  open.report.withdrawn_why = "Wrong figures";
  const auto gone = page_of(open, "manager");
  EXPECT_TRUE(has(gone, "Wrong figures"));
  EXPECT_FALSE(has(gone, "Note the signature") || has(gone, "Begin the next version"));
}

TEST(PageOfAReport, keeps_what_was_typed_where_it_could_not_be_saved) {
  TypedOnReport typed;
  typed.words = {{"summary", "Far too long"}, {"conclusions", "Written elsewhere"}};
  typed.errors = {{"words-summary", "Use 40,000 characters or fewer"}};
  const auto page = page_of(open_one(), "manager", typed);
  EXPECT_TRUE(has(page, "Far too long") && has(page, "href=\"#words-summary\""));
  EXPECT_TRUE(has(page, "Written elsewhere"));
  EXPECT_TRUE(has(page, "id=\"words-summary-error\""));
  const auto theirs = open_one().version.sections.front();
  const reports::SaveSection mine{open_one().report.id, 1, "summary", 1, "Mine " + hostile, noon};
  auto later = mine;
  later.key = "conclusions";
  later.words = "Waits its turn";
  const auto both =
      rendered_page("pages/conflict", section_conflict_page(open_one(), mine, theirs, {later}));
  EXPECT_TRUE(has(both, "Mine") && has(both, "Typed") && has(both, "name=\"save\" value=\"2\""));
  EXPECT_TRUE(has(both, "name=\"words-conclusions\" value=\"Waits its turn\""));
  EXPECT_TRUE(has(both, "name=\"save-conclusions\" value=\"1\""));
  EXPECT_FALSE(has(both, "Keep the saved version")) << "the other section would be left behind";
  const auto one =
      rendered_page("pages/conflict", section_conflict_page(open_one(), mine, theirs, {}));
  EXPECT_TRUE(has(one, "#summary\">Keep the saved version")) << "a page that is there";
  EXPECT_FALSE(has(both, hostile));
}

TEST(PageOfAReport, sends_every_section_with_each_of_its_buttons) {
  const auto page = page_of(open_one(), "manager");
  const auto form = page.find("<form id=\"written\"");
  ASSERT_NE(form, std::string::npos);
  const auto inside = page.substr(form, page.find("</form>", form) - form);
  for (const char* key : {"summary", "conclusions"}) {
    EXPECT_TRUE(has(inside, "name=\"words-" + std::string(key) + "\""));
    EXPECT_TRUE(has(inside, "name=\"was-" + std::string(key) + "\""));
  }

  EXPECT_TRUE(has(page, "form=\"written\" formaction=\"/reports/"));
}

TEST(FilesOfAReport, that_were_removed_say_why_and_can_be_made_anew) {
  auto open = open_one();
  open.files = {file(Format::pdf, FileState::removed)};
  const auto page = rendered_page("pages/report_files", report_files_page(open, true, noon));
  EXPECT_TRUE(has(page, "Removed") && has(page, "Words were redacted on 4 May 2027."));
  EXPECT_TRUE(has(page, "Make it anew"));
  EXPECT_FALSE(has(page, open.files[0].id.text()) || has(page, "Could not be made"));
}

TEST(PageOfAReport, says_openly_what_was_redacted_since) {
  auto open = open_one();
  EXPECT_FALSE(has(page_of(open, "manager"), "redacted"));
  open.version.redacted = {{parse_date("2027-05-04"), 2}};
  EXPECT_TRUE(has(page_of(open, "chair"), "of 2 boxes on 4 May 2027"));
}

TEST(FilesOfAReport, say_how_they_stand_and_are_never_offered_half_made) {
  auto open = open_one();
  open.files = {file(Format::pdf, FileState::making), file(Format::docx, FileState::ready),
                file(Format::odt, FileState::ready, false), file(Format::html, FileState::failed),
                file(Format::csv, FileState::ready)};
  const auto page = rendered_page("pages/report_files", report_files_page(open, true, noon));
  EXPECT_TRUE(has(page, "Being made") && has(page, "Look again"));
  EXPECT_FALSE(has(page, open.files[0].id.text())) << "no link to what is not ready";
  EXPECT_TRUE(has(page, "/papers/" + open.files[1].id.text()) && has(page, "123 KB"));
  EXPECT_TRUE(has(page, "older than the report") && has(page, "Make it anew"));
  EXPECT_TRUE(has(page, "The converter stopped.") && has(page, "Try again"));
  EXPECT_TRUE(has(page, "/tables/" + open.files[4].id.text()));
  open.files = {};
  const auto chair = rendered_page("pages/report_files", report_files_page(open, false, noon));
  EXPECT_TRUE(has(chair, "A manager decides who may take tables along"));
  EXPECT_FALSE(has(chair, "Look again"));
}

TEST(FilesOfAReport, that_never_came_are_asked_for_again) {
  auto open = open_one();
  open.files = {file(Format::pdf, FileState::making), file(Format::docx, FileState::asked)};
  open.files[0].asked_at = noon - reports::given_up_after;
  open.files[1].asked_at = noon - reports::given_up_after + std::chrono::seconds{1};
  const auto page = rendered_page("pages/report_files", report_files_page(open, true, noon));
  EXPECT_TRUE(has(page, "It never came") && has(page, "more than half an hour ago"));
  EXPECT_TRUE(has(page, "Try again"));
  EXPECT_TRUE(has(page, "Asked for") && has(page, "Word is being made"));
  open.files.pop_back();
  EXPECT_FALSE(
      has(rendered_page("pages/report_files", report_files_page(open, true, noon)), "data-waits"))
      << "nobody waits for what does not come";
}

TEST(ChangesOfAReport, stand_beside_each_other) {
  reports::Compared compared;
  compared.report = open_one().report;
  compared.before = 1;
  compared.after = 2;
  const auto none = rendered_page("pages/report_changes", report_changes_page(compared));
  EXPECT_TRUE(has(none, "Nothing differs"));
  compared.differ.sections = {{"Summary", "Old " + hostile, ""}};
  compared.differ.facts = true;
  const auto page = rendered_page("pages/report_changes", report_changes_page(compared));
  EXPECT_TRUE(has(page, "Is not there any more") && has(page, "differ as well"));
  EXPECT_FALSE(has(page, hostile));
}

}  // namespace
}  // namespace onereturn::gateway::views
