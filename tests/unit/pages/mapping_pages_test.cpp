// The mappings that are shipped, side by side as a board sees them: the matrix, its file, and the
// account behind one cell.

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "domain/frameworks/template_format.hpp"
#include "gateway/views/listing.hpp"
#include "gateway/views/mapping_account.hpp"
#include "gateway/views/mapping_matrix.hpp"
#include "support/rendered_page.hpp"

namespace onereturn::gateway::views {
namespace {

namespace fs = std::filesystem;

using frameworks::FormsSideBySide;
using testing::has;
using testing::rendered_page;

using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::SizeIs;

std::string slurp(const std::string& path) {
  std::ifstream file(fs::path(ONERETURN_SOURCE_DIR) / "schemas/content" / path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Port Sallow looks, at its own form and at two others.
FormsSideBySide shipped(const std::string& hostile = {}) {
  auto framework = std::make_shared<const frameworks::Framework>(
      *frameworks::read_framework(slurp("frameworks/section11-2.json")));
  frameworks::FrameworkIndex index(*framework);
  std::vector<frameworks::MappedForm> forms;
  for (const std::string name : {"port-sallow-s11-1", "harrowmere-s11-1", "westmarch-s11-1"}) {
    auto form = *frameworks::read_template(slurp("templates/" + name + ".json"));
    auto mapping = *frameworks::read_mapping(slurp("mappings/" + name + ".json"));
    if (!hostile.empty()) {
      form.name = hostile;
      for (auto& [code, item] : mapping.items) {
        item.doubt = hostile;
        item.rationale = hostile;
        if (item.residual) item.residual->question = hostile;
      }
    }
    forms.push_back({std::make_shared<const frameworks::Template>(std::move(form)),
                     std::make_shared<const frameworks::Mapping>(std::move(mapping)), forms.empty(),
                     parse_date("2027-01-05")});
  }
  return {std::move(framework), std::move(index), std::move(forms)};
}

MatrixAsked asked(const FormsSideBySide& all,
                  std::vector<std::pair<std::string, std::string>> query) {
  http::Fields fields;
  for (auto& [name, value] : query)
    fields.add(name, value);
  return matrix_asked(fields, all);
}

std::string matrix(const FormsSideBySide& all, const MatrixAsked& part, bool file = true) {
  return rendered_page("pages/mapping", matrix_page(all, part, file));
}

int count_of(const std::string& text, const std::string& words) {
  int found = 0;
  for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
    ++found;
  return found;
}

TEST(MappingPage, shows_every_requirement_with_a_word_beside_each_symbol) {
  const auto all = shipped();
  const auto page = matrix(all, {});
  EXPECT_EQ(count_of(page, "<th scope=\"row\" role=\"rowheader\"><span class=\"mx__code\">"), 71);
  EXPECT_TRUE(
      has(page, "71 requirements against 3 forms. Of 115 items, 24 are in doubt and 5 ask"));
  EXPECT_TRUE(has(page, "<use href=\"#r-equal\"/></svg> same <b>1.1</b>"));
  EXPECT_TRUE(has(page, "<use href=\"#r-subset\"/></svg> part <b>1.1</b>"));
  EXPECT_TRUE(has(page, "<use href=\"#r-intersects\"/></svg> overlap <b>1</b>"));
  EXPECT_TRUE(has(page, "<use href=\"#r-doubt\"/></svg> doubt"));
  EXPECT_TRUE(has(page, "<use href=\"#r-left-over\"/></svg> left over"));
  EXPECT_TRUE(has(page, "Port Sallow <span class=\"small\">(yours)</span>"));
  EXPECT_TRUE(has(page, "2 in no requirement (9 and 10). Never asks 56."));
  EXPECT_TRUE(has(page, "href=\"/mapping/westmarch-s11/C1.1\""));
}

TEST(MappingPage, shows_what_was_chosen_and_offers_the_same_as_a_file) {
  const auto all = shipped();
  const auto part = asked(all, {{"standard", "3"}, {"form", "westmarch-s11"}, {"only", "doubts"}});
  const auto page = matrix(all, part);
  EXPECT_TRUE(has(page, "href=\"/mapping.csv?standard=3&amp;form=westmarch-s11&amp;only=doubts\""));
  EXPECT_FALSE(has(page, "/mapping/port-sallow-s11/"));
  EXPECT_FALSE(has(page, "/mapping/westmarch-s11/C1.1\""));
  EXPECT_TRUE(has(page, "/mapping/westmarch-s11/C3.4\""));
  EXPECT_TRUE(has(page, "<option value=\"3\" selected>"));
  EXPECT_TRUE(has(page, "Show everything"));
  EXPECT_FALSE(has(matrix(all, part, false), ".csv")) << "no right to take lists along";
}

TEST(MappingPage, lets_nothing_of_an_address_through_that_is_not_there) {
  const auto all = shipped();
  const auto part =
      asked(all, {{"standard", "9"}, {"form", "\"><script>"}, {"only", "all"}, {"standard", ""}});
  EXPECT_TRUE(part.part.standards.empty());
  EXPECT_TRUE(part.forms.empty());
  EXPECT_EQ(count_of(matrix(all, part), "class=\"mx__code\""), 71);
}

TEST(MappingPage, says_so_when_no_requirement_is_like_that) {
  const auto all = shipped();
  const auto part = asked(all, {{"form", "westmarch-s11"}, {"only", "left-over"}});
  EXPECT_TRUE(has(matrix(all, part), "No requirement is like that."));
}

TEST(MappingFile, has_a_row_for_each_requirement_and_a_column_for_each_form) {
  const auto all = shipped();
  const auto rows = matrix_rows(all, {});
  const auto headings = matrix_headings(all, {});
  EXPECT_THAT(rows, SizeIs(71));
  EXPECT_THAT(rows, Each(SizeIs(headings.size())));
  EXPECT_EQ(headings.back(), "Westmarch: Section 11 self-assessment");
  EXPECT_EQ(rows[0][3], "1 overlap, something left over, in doubt");
  EXPECT_EQ(rows[0][4], "1.1 part");
  EXPECT_EQ(rows[0][5], "1.1 same");
  EXPECT_EQ(rows[1][3], "not asked");
}

TEST(MappingFile, holds_no_formula_though_a_form_is_called_like_one) {
  const auto all = shipped("=HYPERLINK(\"https://x.example\")");
  const auto file = csv_file("x", {"=1+1"}, matrix_rows(all, {}));
  EXPECT_FALSE(has(file.body, "\"="));
  const auto heading = matrix_headings(all, {}).back();
  EXPECT_EQ(heading.front(), 'W') << "the board comes first";
}

TEST(MappingAccount, tells_which_items_what_is_left_over_why_and_who_decided) {
  const auto all = shipped();
  const auto data = mapping_account_page(all, "port-sallow-s11", "C1.1");
  ASSERT_TRUE(data);
  const auto page = rendered_page("pages/mapping_account", *data);
  EXPECT_TRUE(has(page, "What Port Sallow asks of C1.1"));
  EXPECT_TRUE(has(page, "This form asks 2 of 3 parts."));
  EXPECT_TRUE(has(page, "It asks a part of it and something else."));
  EXPECT_TRUE(has(page, "In what other ways do your senior managers show"));
  EXPECT_TRUE(has(page, "The lead and the job description are named"));
  EXPECT_TRUE(has(page, "The form gives no measures under its standards"));
  EXPECT_TRUE(has(page, "checked by Noor Haddad. In use since 5 January 2027, as version 1"));
  EXPECT_TRUE(has(page, "href=\"/mapping/harrowmere-s11/C1.1\""));
  EXPECT_TRUE(has(page, "Asked here by item"));
}

TEST(MappingAccount, says_that_a_form_does_not_ask_and_knows_nothing_of_others) {
  const auto all = shipped();
  const auto page =
      rendered_page("pages/mapping_account", *mapping_account_page(all, "westmarch-s11", "C1.2"));
  EXPECT_TRUE(has(page, "This form does not ask it."));
  EXPECT_FALSE(mapping_account_page(all, "nobody-s11", "C1.1"));
  EXPECT_FALSE(mapping_account_page(all, "westmarch-s11", "C9.9"));
}

TEST(MappingAccount, tells_of_a_form_without_a_mapping_in_use) {
  auto all = shipped();
  all.forms[1].mapping = nullptr;
  const auto page =
      rendered_page("pages/mapping_account", *mapping_account_page(all, "harrowmere-s11", "C1.1"));
  EXPECT_TRUE(has(page, "No mapping of this form is in use"));
  EXPECT_TRUE(has(matrix(all, {}), "no mapping in use"));
}

TEST(MappingAccount, treats_what_boards_wrote_as_words) {
  const auto all = shipped("<img src=x onerror=alert(1)>");
  for (const auto& page :
       {matrix(all, {}), rendered_page("pages/mapping_account",
                                       *mapping_account_page(all, "port-sallow-s11", "C1.1"))}) {
    EXPECT_FALSE(has(page, "<img"));
    EXPECT_TRUE(has(page, "&lt;img"));
  }
}

}  // namespace
}  // namespace onereturn::gateway::views
