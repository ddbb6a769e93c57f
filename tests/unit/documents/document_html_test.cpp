#include "domain/documents/document_html.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/documents/drawing_check.hpp"
#include "domain/documents/html_text.hpp"
#include "domain/documents/pictures.hpp"
#include "platform/qr/qr.hpp"

namespace onereturn::documents {
namespace {

using testing::HasSubstr;
using testing::Not;

const Base64 told = [](std::string_view bytes) { return "<" + std::to_string(bytes.size()) + ">"; };

Document with(Block block) {
  Document document;
  document.title = "Overview";
  document.blocks.push_back(std::move(block));
  return document;
}

TEST(HtmlText, EscapesWhatIsMarkupAndBreaksLines) {
  EXPECT_EQ(html_text("<b>&\"'\n"), "&lt;b&gt;&amp;&quot;&#39;<br />");
  EXPECT_EQ(html_attribute("a\nb\t<"), "a b &lt;");
}

TEST(HtmlText, LeavesOutWhatNoXmlMayHave) {
  EXPECT_EQ(html_text(std::string("a\0\x0B\x7F", 4) + "\xEF\xBF\xBE"
                                                      "b"
                                                      "\xEF\xBF\xBD"),
            "ab\xEF\xBF\xBD");
}

TEST(HtmlId, IsLettersDigitsAndHyphens) {
  EXPECT_EQ(html_id("Key findings: 2027!"), "key-findings-2027");
  EXPECT_EQ(html_id("\"><script>"), "script");
  EXPECT_EQ(html_id("سلام"), "");
}

TEST(ToPage, WritesHeadingsAtTheirLevelWithTheirAnchor) {
  EXPECT_EQ(to_page(with(Heading{3, "A < B", "a b"})),
            "<h3 id=\"a-b\" class=\"govuk-heading-s\">A &lt; B</h3>\n");
  EXPECT_THAT(to_page(with(Heading{9, "x", ""})), HasSubstr("<h4"));
  EXPECT_THAT(to_page(with(Heading{1, "x", ""})), HasSubstr("<h2"));
}

TEST(ToPage, WritesSpansAndOnlySafeAddresses) {
  Paragraph paragraph;
  paragraph.spans = {{"a", true, true, "https://b.example/?q=1&r=2", ""},
                     {"c", false, false, "javascript:q()", ""}};
  EXPECT_EQ(to_page(with(paragraph)),
            "<p dir=\"auto\" class=\"govuk-body\"><a href=\"https://b.example/?q=1&amp;r=2\">"
            "<strong><em>a</em></strong></a>c</p>\n");
}

TEST(ToPage, SaysTheLanguageOfAParagraph) {
  EXPECT_THAT(to_page(with(Paragraph{{{"Cyngor"}}, "cy"})), HasSubstr("<span lang=\"cy\">Cyngor"));
}

TEST(ToPage, NumbersFootnotesAndLeadsBack) {
  Document document = with(Paragraph{{{"a", false, false, "", "from <b>"}}, ""});
  document.blocks.push_back(Paragraph{{{"b", false, false, "", "second"}}, ""});
  const auto html = to_page(document);
  EXPECT_THAT(html, HasSubstr("a<sup><a href=\"#note-1\" id=\"note-1-from\">1</a></sup>"));
  EXPECT_THAT(html, HasSubstr("<li id=\"note-1\">from &lt;b&gt; <a href=\"#note-1-from\">"));
  EXPECT_THAT(html, HasSubstr("<li id=\"note-2\">second"));
}

Table register_of_two() {
  Table table;
  table.caption = "Register & returns";
  table.columns = {{"Organisation", 3}, {"Came", 1}};
  table.first_is_heading = true;
  table.rows = {{cell("Moor \"A\""), cell("2 May 2027")},
                {cell("All"), Cell{{plain("1")}, true, 1}}};
  return table;
}

TEST(ToPage, TablesHaveCaptionHeadAndScope) {
  const auto html = to_page(with(register_of_two()));
  EXPECT_THAT(html, HasSubstr("Register &amp; returns</caption>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"col\" class=\"govuk-table__header\">Organisation</th>"));
  EXPECT_THAT(html, HasSubstr("<th dir=\"auto\" scope=\"row\" class=\"govuk-table__header\">Moor "
                              "&quot;A&quot;</th>"));
  EXPECT_THAT(html, HasSubstr("scope=\"row\" class=\"govuk-table__header\">1</th>"));
  EXPECT_THAT(html, Not(HasSubstr("style=")));
}

TEST(ToPage, CellsOfSeveralColumnsAndParagraphs) {
  Table table;
  table.columns = {{"A"}, {"B"}};
  Cell wide{{plain("one"), plain("two")}, false, 2};
  table.rows = {{wide}};
  EXPECT_THAT(to_page(with(table)), HasSubstr("colspan=\"2\""));
  EXPECT_THAT(to_page(with(table)), HasSubstr("<p>one</p><p>two</p>"));
}

TEST(ToPage, PicturesSayWhatTheyShow) {
  const auto html = to_page(with(Picture{"<svg></svg>", "12 of \"20\"", "Returns"}));
  EXPECT_EQ(html,
            "<figure class=\"or-picture\"><div role=\"img\" aria-label=\"12 of &quot;20&quot;\">"
            "<svg></svg></div><figcaption>Returns</figcaption></figure>\n");
}

TEST(ToPage, WhoHasNotSignedHasALineToSignOn) {
  const auto html =
      to_page(with(SignOffs{{{"Chair", "A. Name", "4 May 2027"}, {"Council", "", ""}}}));
  EXPECT_THAT(html, HasSubstr("4 May 2027"));
  EXPECT_THAT(html, HasSubstr("<br /><br />"));
}

TEST(ToHtml, IsWholeAndSaysWhatTellsThePaper) {
  Document document = with(PageBreak{});
  document.subtitle = "2026 to 2027";
  document.look = {"Westmarch <LSCB>", "1234", "image/png", "#ffff00"};
  document.record = "R-12";
  document.check_value = "abc";
  document.standing = "Draft 2";
  const auto html = to_html(document, told);
  EXPECT_THAT(html, HasSubstr("lang=\"en-GB\""));
  EXPECT_THAT(html, HasSubstr("<title>Overview</title>"));
  EXPECT_THAT(html, HasSubstr("<h1>Overview</h1>"));
  EXPECT_THAT(
      html, HasSubstr("Westmarch &lt;LSCB&gt;<br />Draft 2<br />Record R-12<br />Check value abc"));
  EXPECT_THAT(html, HasSubstr("src=\"data:image/png;base64,<4>\""));
  EXPECT_THAT(html, Not(HasSubstr("#ffff00")));
  EXPECT_THAT(html, HasSubstr("class=\"page-break\""));
}

TEST(ToHtml, ALogoOfAnotherKindIsLeftOut) {
  Document document = with(PageBreak{});
  document.look = {"W", "<svg/>", "image/svg+xml", ""};
  EXPECT_THAT(to_html(document, told), Not(HasSubstr("data:")));
}

TEST(ToConvertible, HasItsTitleOnceAndHeadingsFromOne) {
  const auto html = to_convertible(with(Heading{2, "Summary", "s"}), told);
  EXPECT_THAT(html, HasSubstr("<title>Overview</title>"));
  EXPECT_THAT(html, HasSubstr("<h1 id=\"s\">Summary</h1>"));
  EXPECT_THAT(html, Not(HasSubstr("<h1>Overview")));
}

TEST(ToConvertible, PicturesStandAloneWithTheirAlternative) {
  const auto html = to_convertible(with(Picture{"<svg/>", "12 of 20", "Returns"}), told);
  EXPECT_THAT(html,
              HasSubstr("<p><img alt=\"12 of 20\" src=\"data:image/svg+xml;base64,<6>\" /></p>"));
  EXPECT_THAT(html, HasSubstr("data-custom-style=\"Picture caption\""));
  EXPECT_THAT(to_convertible(with(Picture{"<svg width=\"460\"></svg>", "12", ""}), told),
              HasSubstr("<23>\" width=\"460\" />"))
      << "as wide as it was drawn";
}

TEST(ToConvertible, FootnotesAreNotesAndWidthsAreShares) {
  Document document = with(Paragraph{{{"a", false, false, "", "n"}}, ""});
  document.blocks.push_back(register_of_two());
  document.blocks.push_back(PageBreak{});
  const auto html = to_convertible(document, told);
  EXPECT_THAT(html, HasSubstr("<a epub:type=\"noteref\" href=\"#note-1\">1</a>"));
  EXPECT_THAT(html, HasSubstr("<aside epub:type=\"footnote\" id=\"note-1\"><p>n</p></aside>"));
  EXPECT_THAT(html, HasSubstr("<col style=\"width: 75%\" /><col style=\"width: 25%\" />"));
  EXPECT_THAT(html, HasSubstr("data-custom-style=\"Page break\""));
}

// A picture may come back from the database: only the shapes that we draw with are written.
TEST(Hostile, PicturesThatAreNoPlainDrawingAreTheirWordsAlone) {
  for (const char* svg :
       {"", "<svg>", "<svg></svg><p>", "<svg onload=\"q()\"></svg>",
        "<svg><script>q()</script></svg>", "<svg><style>*{}</style></svg>",
        "<svg><a href=\"https://x.example\"></a></svg>",
        "<svg><image href=\"https://x.example\"/></svg>", "<svg><foreignObject/></svg>",
        "<svg><rect fill=\"url(https://x.example)\"/></svg>", "<svg><rect fill='red'/></svg>",
        "<svg xmlns=\"http://www.w3.org/1999/xhtml\"></svg>", "<svg><!-- x --></svg>",
        "<svg><text>a</svg></text>", "<svg><rect x=\"1\" style=\"x\"/></svg>", "<p></p>",
        "<svg/><svg/>", "words<svg/>"}) {
    EXPECT_FALSE(is_plain_drawing(svg)) << svg;
    const auto document = with(Picture{svg, "12 of 20", "Returns"});
    EXPECT_EQ(to_page(document), "<p dir=\"auto\" class=\"govuk-body\">Returns: 12 of 20</p>\n");
    EXPECT_THAT(to_convertible(document, told), Not(HasSubstr("<img")));
  }
  EXPECT_FALSE(is_plain_drawing("<svg>" + std::string(400'000, ' ') + "</svg>"));
}

TEST(Hostile, EveryPictureThatWeDrawIsAPlainDrawing) {
  const std::string evil = "<script>\"'&(url(x))";
  const RateSeries rate{evil, 12, {1, 4, 9}};
  for (const auto& drawn :
       {response_rate(rate, rate), grade_distribution({evil, "b"}, {{evil, {1, 2}}}),
        action_ageing({{evil, 3}}, evil), self_against_board(evil, {{evil, 1, 2, 3}}),
        grade_distribution({}, {})}) {
    EXPECT_TRUE(is_plain_drawing(drawn.picture.svg)) << drawn.picture.svg;
  }
  EXPECT_TRUE(is_plain_drawing(qr::svg("https://onereturn.example/verify/x", evil)));
}

TEST(ToPage, CellsOfAHeatTableHaveTheirShadeInEveryForm) {
  Table table;
  table.columns = {{"A"}, {"B"}};
  auto dark = cell("4 of 4");
  dark.shade = 5;
  table.rows = {{cell("x"), dark}};
  EXPECT_THAT(to_page(with(table)), HasSubstr("class=\"govuk-table__cell or-heat-5\">4 of 4</td>"));
  EXPECT_THAT(to_html(with(table), told), HasSubstr("<td dir=\"auto\" class=\"or-heat-5\">4 of 4"));
  EXPECT_THAT(to_convertible(with(table), told),
              HasSubstr("<div data-custom-style=\"Heat 5\"><p>4 of 4</p></div></td>"));
}

TEST(ToPage, ListsCountOnFromTheirFirst) {
  const auto list = with(List{true, {{plain("second")}}, 2});
  EXPECT_THAT(to_page(list), HasSubstr("<ol start=\"2\" class="));
  EXPECT_THAT(to_convertible(list, told), HasSubstr("<ol start=\"2\">"));
  EXPECT_THAT(to_page(with(List{true, {{plain("first")}}})), Not(HasSubstr("start=")));
  EXPECT_THAT(to_page(with(List{false, {{plain("point")}}, 2})), Not(HasSubstr("start=")));
}

TEST(ToConvertible, HeadingsOfRowsAreCellsToldByTheirScope) {
  Table table;
  table.columns = {{"A"}, {"B"}};
  table.rows = {{Cell{{plain("wide")}, true, 2}}};
  EXPECT_THAT(to_convertible(with(table), told),
              HasSubstr("<td dir=\"auto\" scope=\"row\" colspan=\"2\">wide</td>"));
  EXPECT_THAT(to_html(with(table), told), HasSubstr("scope=\"row\" colspan=\"2\">wide</th>"));
}

TEST(ToConvertible, ContentsAskForPagesAndOtherFormsDoNot) {
  const auto document = with(Contents{{{"1. Plan <b>", "paper1", "To agree."}}});
  EXPECT_THAT(to_convertible(document, told),
              HasSubstr("<div data-custom-style=\"Contents\"><p><a href=\"#paper1\">1. Plan &lt;b"
                        "&gt;</a><span data-page-of=\"paper1\"></span></p></div>"));
  EXPECT_THAT(to_page(document), HasSubstr("<a class=\"govuk-link\" href=\"#paper1\">1. Plan"));
  EXPECT_THAT(to_page(document), Not(HasSubstr("data-page-of")));
}

// Whatever stands in any text of a document, no element but ours is in what is written.
TEST(Hostile, TextsAreTextsInEveryPlaceAndForm) {
  const std::string evil = "\"'><script>q()</script><img src=x onerror=q()>";
  Document document;
  document.title = document.subtitle = document.record = document.check_value = evil;
  document.standing = document.verify_url = document.language = evil;
  document.look = {evil, evil, "image/png", evil};
  Table table;
  table.caption = table.name = evil;
  table.columns = {{evil, 1}};
  table.rows = {{Cell{{Paragraph{{{evil, true, true, evil, evil}}, evil}}, false, 1}}};
  document.blocks = {Heading{2, evil, evil},
                     Paragraph{{{evil, true, false, evil, evil}}, evil},
                     List{true, {{plain(evil)}}},
                     table,
                     Picture{"<svg></svg>", evil, evil},
                     SignOffs{{{evil, evil, evil}}}};
  for (const auto& html :
       {to_page(document), to_html(document, told), to_convertible(document, told)}) {
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("<img src=x")));
    EXPECT_THAT(html, Not(HasSubstr("\"'>")));
  }
}

}  // namespace
}  // namespace onereturn::documents
