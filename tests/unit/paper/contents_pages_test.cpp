#include "platform/convert/contents_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onereturn::convert {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

// As `qpdf --qdf` writes a document whose places have names: pages in any order.
std::string plain(const std::string& names, const std::string& stream = "") {
  return "%PDF-1.7\n%QDF-1.0\n\n%% Original object ID: 34 0\n1 0 obj\n<<\n  /Dests 3 0 R\n"
         "  /Pages 2 0 R\n>>\nendobj\n\n2 0 obj\n<<\n  /Kids [\n    4 0 R\n    18 0 R\n    7 0 R\n"
         "  ]\n>>\nendobj\n\n3 0 obj\n<<\n" +
         names +
         ">>\nendobj\n\n%% Page 1\n%% Original object ID: 1 0\n4 0 obj\n<<\n>>\nendobj\n\n"
         "%% Page 3\n%% Original object ID: 4 0\n7 0 obj\n<<\n>>\nendobj\n\n"
         "9 0 obj\n<<\n>>\nstream\n" +
         stream +
         "endstream\nendobj\n\n%% Page 2\n%% Original object ID: 9 0\n18 0 obj\n<<\n>>\nendobj\n";
}

std::string name(const std::string& called, int object) {
  return "  /" + called + " [\n    " + std::to_string(object) +
         " 0 R\n    /XYZ\n    72\n    710\n    0\n  ]\n";
}

std::string line(const std::string& place, const std::string& shown) {
  return "<w:p><w:r><w:instrText xml:space=\"preserve\"> PAGEREF " + place +
         " \\h </w:instrText></w:r><w:r><w:t>" + shown + "</w:t></w:r></w:p>";
}

TEST(ContentsPages, are_those_on_which_the_names_of_a_pdf_stand) {
  EXPECT_THAT(pages_of_names(plain(name("paper-1", 18) + name("paper-2", 7) + name("front", 4))),
              ElementsAre(Pair("front", 1), Pair("paper-1", 2), Pair("paper-2", 3)));
}

TEST(ContentsPages, of_a_name_on_no_page_are_not_known) {
  EXPECT_THAT(pages_of_names(plain(name("lost", 99) + name("paper-1", 18))),
              ElementsAre(Pair("paper-1", 2)));
  EXPECT_THAT(pages_of_names(plain("")), IsEmpty());
  EXPECT_THAT(pages_of_names(""), IsEmpty());
  EXPECT_THAT(pages_of_names("%% Page 1\n4 0 obj\n<<\n  /one [\n    4 0 R\n"), IsEmpty())
      << "no list of names";
}

TEST(ContentsPages, are_not_what_a_stream_says) {
  EXPECT_THAT(pages_of_names(plain(name("paper-1", 18),
                                   "%% Page 9\n18 0 obj\n  /Dests 18 0 R\n"
                                   "  /stranger [\n    4 0 R\n")),
              ElementsAre(Pair("paper-1", 2)));
}

TEST(ContentsPages, stand_in_the_words_where_each_place_is_asked_for) {
  const Pages pages{{"paper-1", 2}, {"paper-12", 140}};
  EXPECT_EQ(with_pages("<w:body>" + line("paper-1", "0") + "<w:p><w:r><w:t>0</w:t></w:r></w:p>" +
                           line("paper-12", "0") + line("paper-1", "7") + "</w:body>",
                       pages),
            "<w:body>" + line("paper-1", "2") + "<w:p><w:r><w:t>0</w:t></w:r></w:p>" +
                line("paper-12", "140") + line("paper-1", "2") + "</w:body>");
}

TEST(ContentsPages, stay_as_they_are_where_nothing_is_known) {
  const auto unknown = line("paper-1", "0");
  EXPECT_EQ(with_pages(unknown, {}), unknown);
  EXPECT_EQ(with_pages(unknown + line("paper-2", "0"), {{"paper-2", 5}}),
            unknown + line("paper-2", "5"));
  for (const std::string broken : {"", "<w:p>", " PAGEREF ", " PAGEREF paper-2 \\h ",
                                   " PAGEREF paper-2 \\h </w:instrText><w:t>0"}) {
    EXPECT_EQ(with_pages(broken, {{"paper-2", 5}}), broken);
  }
}

}  // namespace
}  // namespace onereturn::convert
