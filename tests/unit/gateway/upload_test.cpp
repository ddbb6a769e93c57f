// A file on its way in: what is kept, what is refused, and what is left behind.

#include "gateway/upload.hpp"

#include <filesystem>

#include <gtest/gtest.h>
#include <stdlib.h>

#include "domain/evidence/file_types.hpp"
#include "gateway/pages/evidence/evidence_support.hpp"
#include "platform/crypto/digest.hpp"

namespace onereturn::gateway {
namespace {

namespace fs = std::filesystem;

std::string part(const std::string& disposition, const std::string& body) {
  return "--XyZ\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + body + "\r\n";
}
const std::string end = "--XyZ--\r\n";

std::string file_part(const std::string& name, const std::string& body) {
  return part("name=\"file\"; filename=\"" + name + "\"", body);
}

class Uploads : public ::testing::Test {
 protected:
  Uploads() {
    std::string folder = (fs::temp_directory_path() / "onereturn-upload-XXXXXX").string();
    folder_ = ::mkdtemp(folder.data());
    store = storage::open_folder(folder_.string());
  }
  ~Uploads() override { fs::remove_all(folder_); }

  static void feed(Upload& upload, const std::string& bytes) {
    for (std::size_t at = 0; at < bytes.size(); at += 1000) {
      upload.take(std::string_view{bytes}.substr(at, 1000));
    }
  }

  std::size_t files() const {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator{folder_}) {
      if (entry.is_regular_file()) ++count;
    }
    return count;
  }

  fs::path folder_;
  std::unique_ptr<storage::Store> store;
  const PartyId tenant = PartyId::random();
};

TEST_F(Uploads, take_a_file_and_the_fields_around_it) {
  Upload upload{*store, "XyZ"};
  const std::string pdf = "%PDF-1.4\n" + std::string(5000, 'x');
  feed(upload, part("name=\"title\"", "Caf\u00e9") + file_part("C:\\a\\Policy.pdf", pdf) +
                   part("name=\"csrf\"", "secret") + end);
  ASSERT_FALSE(upload.malformed());
  EXPECT_EQ(upload.fields().get("title"), "Caf\u00e9");
  EXPECT_EQ(upload.fields().get("csrf"), "secret");
  EXPECT_FALSE(upload.fields().has("file"));
  EXPECT_EQ(upload.file_name(), "Policy.pdf");
  const auto file = upload.look(upload.file_name());
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ((*file)->sha256, crypto::sha256(pdf));
  EXPECT_EQ((*file)->media_type, "application/pdf");
  upload.keep(tenant);
  EXPECT_EQ(store->standing(tenant, (*file)->sha256), storage::Standing::in_custody);
}

TEST_F(Uploads, leave_nothing_when_they_break_off_or_nobody_keeps_them) {
  for (const bool whole : {false, true}) {
    {
      Upload upload{*store, "XyZ"};
      feed(upload, file_part("a.pdf", "%PDF-1.4\n") + (whole ? end : ""));
      EXPECT_EQ(upload.malformed(), !whole);
      EXPECT_EQ(files(), 1U);
    }
    EXPECT_EQ(files(), 0U);
  }
}

TEST_F(Uploads, read_and_drop_what_is_too_large_and_say_so) {
  Upload upload{*store, "XyZ"};
  upload.take("--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n");
  const std::string piece(1024 * 1024, 'a');
  for (int at = 0; at < 26; ++at)
    upload.take(piece);
  EXPECT_EQ(files(), 0U) << "not a byte of it is kept";
  upload.take("\r\n" + part("name=\"title\"", "Large") + end);
  EXPECT_FALSE(upload.malformed());
  EXPECT_EQ(upload.fields().get("title"), "Large");
  const auto file = upload.look(upload.file_name());
  ASSERT_FALSE(file.has_value());
  EXPECT_NE(file.problem().detail.find("larger than 25 MB"), std::string::npos);
}

TEST_F(Uploads, know_no_file_from_an_empty_one) {
  Upload none{*store, "XyZ"};
  feed(none, file_part("", "") + end);
  const auto nothing = none.look(none.file_name());
  ASSERT_TRUE(nothing.has_value());
  EXPECT_FALSE(nothing->has_value());
  Upload empty{*store, "XyZ"};
  feed(empty, file_part("a.pdf", "") + end);
  EXPECT_FALSE(empty.look(empty.file_name()).has_value());
}

TEST_F(Uploads, refuse_what_no_page_of_ours_sends) {
  const std::string pdf = "%PDF-1.4\n";
  for (const auto& form :
       {file_part("a.pdf", pdf) + file_part("b.pdf", pdf) + end,
        part("name=\"title\"", "\xff") + end, part("name=\"title\"", std::string(1, '\0')) + end,
        part("name=\"title\"", std::string(200'000, 'a')) + end, std::string{"title=Policy"}}) {
    Upload upload{*store, "XyZ"};
    feed(upload, form);
    EXPECT_TRUE(upload.malformed());
  }
}

TEST_F(Uploads, take_a_file_by_itself_from_a_program) {
  Upload upload{*store, std::nullopt};
  feed(upload, "%PDF-1.4\n--XyZ\r\n");
  EXPECT_FALSE(upload.malformed());
  EXPECT_TRUE(upload.look("a.pdf").has_value());
  Upload wrong{*store, std::nullopt};
  feed(wrong, "MZ\x90");
  EXPECT_FALSE(wrong.look("a.pdf").has_value());
}

TEST(AttachmentHeader, holds_a_name_in_every_script_and_nothing_that_could_end_it) {
  EXPECT_EQ(pages::attachment_header("Policy.pdf"),
            "attachment; filename=\"Policy.pdf\"; filename*=UTF-8''Policy.pdf");
  const auto odd = pages::attachment_header("caf\u00e9 \"a\"\r\nSet-Cookie: x.pdf");
  EXPECT_EQ(odd.find('\r'), std::string::npos);
  EXPECT_EQ(odd.find("\"a\""), std::string::npos);
  EXPECT_NE(odd.find("caf%C3%A9"), std::string::npos);
}

}  // namespace
}  // namespace onereturn::gateway
