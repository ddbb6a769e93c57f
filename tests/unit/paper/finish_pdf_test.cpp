#include "platform/convert/finish_pdf.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onereturn::convert {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// A page with these lines in its contents, as `qpdf --qdf` writes it.
std::string page(const std::string& contents) {
  return "%% Contents for page 1\n7 0 obj\n<<\n  /Length 8 0 R\n>>\nstream\n" + contents +
         "endstream\nendobj\n";
}

TEST(FinishedPdf, marks_what_is_drawn_beside_the_words_as_decoration) {
  EXPECT_EQ(finished(page("q 2 w\n1 2 m\n3 4 l S\nQ\n")),
            page("q 2 w\n/Artifact BMC\n1 2 m\n3 4 l S\nEMC\nQ\n"));
  EXPECT_EQ(finished(page("1 2 3 4 re f*\n")), page("/Artifact BMC\n1 2 3 4 re f*\nEMC\n"));
  EXPECT_EQ(finished(page("BT\n1 0 Td[<01>]TJ\nET\n")),
            page("/Artifact BMC\nBT\n1 0 Td[<01>]TJ\nET\nEMC\n"));
}

TEST(FinishedPdf, leaves_what_is_marked_as_it_is) {
  for (const std::string contents :
       {"/H1<</MCID 0>>BDC\nBT\n1 0 Td[<01>]TJ\nET\nEMC\n", "/Artifact BMC\n1 2 3 4 re f*\nEMC\n",
        "/P<</MCID 1>>BDC\n/Artifact BMC\n1 2 m\n3 4 l S\nEMC\n1 2 3 4 re f\nEMC\n"}) {
    EXPECT_EQ(finished(page(contents)), page(contents));
  }
}

TEST(FinishedPdf, touches_no_other_stream) {
  const std::string font =
      "9 0 obj\n<<\n  /Length 10 0 R\n>>\nstream\n1 2 3 4 re f*\n  /Tabs (S)\n"
      "  /S /Note\nendstream\nendobj\n";
  EXPECT_EQ(finished(font), font);
  EXPECT_THAT(finished(page("") + font), HasSubstr(font)) << "a page ends with its object";
}

TEST(FinishedPdf, says_how_the_keyboard_goes_and_names_footnotes) {
  EXPECT_EQ(finished("1 0 obj\n<<\n  /Tabs (S)\n  /Type /Page\n>>\nendobj\n"),
            "1 0 obj\n<<\n  /Tabs /S\n  /Type /Page\n>>\nendobj\n");
  EXPECT_EQ(finished("2 0 obj\n<<\n  /S /Note\n>>\nendobj\n3 0 obj\n<<\n  /S /Note\n>>\nendobj\n"),
            "2 0 obj\n<<\n  /ID (note-1)\n  /S /Note\n>>\nendobj\n"
            "3 0 obj\n<<\n  /ID (note-2)\n  /S /Note\n>>\nendobj\n");
}

TEST(FinishedPdf, takes_links_off_the_page_that_the_structure_does_not_know) {
  const std::string links =
      "4 0 obj\n<<\n  /StructParent 3\n  /Subtype /Link\n>>\nendobj\n"
      "5 0 obj\n<<\n  /Subtype /Link\n>>\nendobj\n"
      "6 0 obj\n<<\n  /Subtype /Widget\n>>\nendobj\n";
  const auto made = finished(
      "1 0 obj\n<<\n  /Annots [\n    4 0 R\n    5 0 R\n    6 0 R\n  ]\n  /Kids [\n    5 0 R\n  ]\n"
      ">>\nendobj\n" +
      links);
  EXPECT_THAT(made, HasSubstr("  /Annots [\n    4 0 R\n    6 0 R\n  ]\n"));
  EXPECT_THAT(made, HasSubstr("  /Kids [\n    5 0 R\n  ]\n"));
  EXPECT_THAT(made, HasSubstr(links));
}

TEST(FinishedPdf, describes_the_mark_of_pdf_ua_to_archives) {
  const auto made = finished(
      "3 0 obj\n<<\n  /Type /Metadata\n  /Length 4 0 R\n>>\nstream\n <rdf:RDF>\n </rdf:RDF>\n"
      "endstream\nendobj\n");
  EXPECT_THAT(made, HasSubstr("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"));
  EXPECT_LT(made.find("pdfaSchema:prefix"), made.find("</rdf:RDF>"));
  EXPECT_THAT(finished(page(" </rdf:RDF>\n")), Not(HasSubstr("pdfaSchema")));
}

}  // namespace
}  // namespace onereturn::convert
