#include "domain/evidence/file_types.hpp"

#include <gtest/gtest.h>

namespace onereturn::evidence {
namespace {

FileLook bytes(const std::string& media_type) { return {.media_type = media_type}; }

FileLook zip(std::vector<std::string> names, std::string declared = {}) {
  return {.media_type = "application/zip",
          .is_zip = true,
          .readable = true,
          .names = std::move(names),
          .declared = std::move(declared)};
}

const FileLook word = zip({"[Content_Types].xml", "_rels/.rels", "word/document.xml"});

struct Case {
  const char* name;
  FileLook look;
  const char* answer;  // the extension, or a part of the refusal
};

TEST(FileTypes, are_taken_when_name_and_bytes_agree_and_refused_in_words_otherwise) {
  auto locked = word;
  locked.encrypted = true;
  auto bomb = word;
  bomb.too_large = true;
  auto broken = word;
  broken.readable = false;
  const Case table[] = {
      {"Policy.pdf", bytes("application/pdf"), "pdf"},
      {"Policy.PDF", bytes("application/pdf"), "pdf"},
      {"a.docx", word, "docx"},
      {"a.xlsx", zip({"[Content_Types].xml", "xl/workbook.xml"}), "xlsx"},
      {"a.pptx", zip({"[Content_Types].xml", "ppt/presentation.xml"}), "pptx"},
      {"a.odt", zip({"mimetype"}, "application/vnd.oasis.opendocument.text"), "odt"},
      {"a.ods", zip({"mimetype"}, "application/vnd.oasis.opendocument.spreadsheet"), "ods"},
      {"a.odp", zip({"mimetype"}, "application/vnd.oasis.opendocument.presentation"), "odp"},
      {"a.png", bytes("image/png"), "png"},
      {"a.jpg", bytes("image/jpeg"), "jpg"},
      {"a.jpeg", bytes("image/jpeg"), "jpeg"},
      {"a.txt", bytes("text/plain"), "txt"},
      {"a.csv", bytes("text/plain"), "csv"},
      {"a.csv", bytes("text/csv"), "csv"},
      {"a.exe", bytes("application/x-dosexec"), "not taken"},
      {"a.zip", zip({"a"}), "not taken"},
      {"a.docm", word, "not taken"},
      {"a.svg", bytes("image/svg+xml"), "not taken"},
      {"a.html", bytes("text/html"), "not taken"},
      {"a", bytes("application/pdf"), "not taken"},
      {"pdf", bytes("application/pdf"), "not taken"},
      {"a.pdf", bytes("application/x-dosexec"), "something else"},
      {"a.pdf", word, "something else"},
      {"a.docx", bytes("application/pdf"), "something else"},
      {"a.docx", zip({"hello.txt"}), "something else"},
      {"a.docx", zip({"[Content_Types].xml", "xl/workbook.xml"}), "something else"},
      {"a.txt", bytes("text/html"), "something else"},
      {"a.png", bytes("image/svg+xml"), "something else"},
      {"a.docx", zip({"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"}),
       "macros"},
      {"a.odt",
       zip({"mimetype", "Basic/Standard/a.xml"}, "application/vnd.oasis.opendocument.text"),
       "macros"},
      {".pdf", bytes("application/pdf"), "not taken"},
      {"a.docx", locked, "password"},
      {"a.docx", bomb, "more inside"},
      {"a.docx", broken, "damaged"},
  };
  for (const auto& each : table) {
    const auto type = type_of_upload(each.name, 1000, each.look);
    const auto answer = type ? std::string{type->extension} : type.problem().detail;
    EXPECT_NE(answer.find(each.answer), std::string::npos) << each.name << ": " << answer;
    if (!type) {
      EXPECT_EQ(type.problem().fields.front().field, "file");
    }
  }
}

TEST(FileTypes, have_a_size) {
  const auto pdf = bytes("application/pdf");
  EXPECT_TRUE(type_of_upload("a.pdf", file_bytes_max, pdf));
  EXPECT_FALSE(type_of_upload("a.pdf", file_bytes_max + 1, pdf));
  EXPECT_FALSE(type_of_upload("a.pdf", 0, pdf));
  EXPECT_EQ(size_in_words(1), "1 KB");
  EXPECT_EQ(size_in_words(350'000), "342 KB");
  EXPECT_EQ(size_in_words(file_bytes_max), "25.0 MB");
}

TEST(FileTypes, are_told_by_bytes_alone_when_a_board_downloads) {
  EXPECT_EQ(type_by_bytes(word).extension, "docx");
  EXPECT_EQ(type_by_bytes(bytes("application/pdf")).extension, "pdf");
  EXPECT_EQ(type_by_bytes(bytes("text/html")).media_type, "text/plain");
}

TEST(FileTypes, give_names_that_mean_nothing_to_a_disk_or_a_header) {
  EXPECT_EQ(download_name("Child protection policy", "pdf"), "Child protection policy.pdf");
  EXPECT_EQ(download_name("policy.pdf", "pdf"), "policy.pdf");
  EXPECT_EQ(download_name("../../etc/passwd", "txt"), "etc passwd.txt");
  EXPECT_EQ(download_name("a\"; filename=\"b.exe", "pdf"), "a filename= b.exe.pdf");
  EXPECT_EQ(download_name("line\r\nSet-Cookie: a", "pdf"), "line Set-Cookie a.pdf");
  EXPECT_EQ(download_name("", "pdf"), "evidence.pdf");
  EXPECT_EQ(download_name("...", "pdf"), "evidence.pdf");
  const auto longest = download_name(std::string(119, 'a') + "\u00e9\u00e9", "pdf");
  EXPECT_EQ(longest, std::string(119, 'a') + ".pdf");
}

TEST(FileTypes, take_the_last_part_of_what_a_browser_sent) {
  EXPECT_EQ(tidy_file_name("C:\\Papers\\Policy.pdf"), "Policy.pdf");
  EXPECT_EQ(tidy_file_name("papers/2026/Policy.pdf"), "Policy.pdf");
  EXPECT_EQ(tidy_file_name("Policy\n.pdf"), "Policy .pdf");
  EXPECT_EQ(tidy_file_name(std::string(301, 'a')), "");
  EXPECT_EQ(tidy_file_name("\xff.pdf"), "");
  // What is taken out joins halves of another hidden character.
  EXPECT_EQ(tidy_file_name("a\xe2\x80\x01\xae.pdf"), "a.pdf");
}

TEST(FileTypes, show_a_name_as_it_is) {
  EXPECT_EQ(tidy_file_name("a\u202efdp.exe"), "afdp.exe");
  EXPECT_EQ(tidy_file_name("a\u2067b\u2069.pdf"), "ab.pdf");
  EXPECT_EQ(tidy_file_name("a\u200b\u200f\ufeff\u061cb.pdf"), "ab.pdf");
  EXPECT_EQ(tidy_file_name("a\x07\x1b\x7f\u009bb.pdf"), "ab.pdf");
  EXPECT_EQ(tidy_file_name("Zo\u00eb \u2014 \u2018report\u2019 \U0001f600.pdf"),
            "Zo\u00eb \u2014 \u2018report\u2019 \U0001f600.pdf");
}

}  // namespace
}  // namespace onereturn::evidence
