#include "platform/archive/archive.hpp"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include "platform/file_type/file_type.hpp"

namespace onereturn::archive {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

class Zip : public ::testing::Test {
 protected:
  Zip() {
    std::string folder = (fs::temp_directory_path() / "onereturn-zip-XXXXXX").string();
    folder_ = ::mkdtemp(folder.data());
  }
  ~Zip() override { fs::remove_all(folder_); }

  std::string file(const std::string& bytes) const {
    const auto path = (folder_ / "file").string();
    std::ofstream{path, std::ios::binary} << bytes;
    return path;
  }

  static std::string zip(const std::vector<std::pair<std::string, std::string>>& entries) {
    std::string bytes;
    ZipWriter writer{[&](std::string_view piece) { bytes.append(piece); }};
    for (const auto& [name, text] : entries) {
      writer.begin(name, text.size(), 1'800'000'000);
      writer.write(text);
    }
    writer.finish();
    return bytes;
  }

  fs::path folder_;
};

TEST_F(Zip, comes_back_as_it_was_written) {
  const auto bytes = zip({{"mimetype", "application/x"}, {"a/plan.pdf", "caf\u00e9"}});
  const auto contents = look_into(file(bytes));
  EXPECT_TRUE(contents.readable);
  EXPECT_THAT(contents.names, ElementsAre("mimetype", "a/plan.pdf"));
  EXPECT_EQ(contents.first_text, "application/x");
}

TEST_F(Zip, holds_names_in_every_script) {
  EXPECT_NE(zip({{"caf\u00e9.pdf", "x"}}).find("caf\u00e9.pdf"), std::string::npos);
}

TEST_F(Zip, begins_with_its_first_entry) {
  const auto bytes = zip({{"word/document.xml", "<a/>"}});
  EXPECT_TRUE(look_into(file(bytes)).readable);
  for (const auto* before : {"MZ", "<html>", " "}) {
    EXPECT_FALSE(look_into(file(before + bytes)).readable) << before;
  }
}

TEST_F(Zip, may_be_empty) {
  const auto bytes = zip({});
  EXPECT_FALSE(bytes.empty());
}

TEST_F(Zip, hands_its_bytes_on_while_it_is_written) {
  std::size_t largest = 0;
  ZipWriter writer{[&](std::string_view piece) { largest = std::max(largest, piece.size()); }};
  writer.begin("large", 4U << 20U, 0);
  const std::string piece(1U << 16U, 'x');
  for (int at = 0; at < 64; ++at)
    writer.write(piece);
  writer.finish();
  EXPECT_GT(largest, 0U);
  EXPECT_LE(largest, 1U << 17U);
}

TEST_F(Zip, ends_when_its_receiver_fails) {
  ZipWriter writer{[](std::string_view) { throw std::runtime_error{"gone"}; }};
  const auto write_much = [&] {
    writer.begin("large", 1U << 20U, 0);
    writer.write(std::string(1U << 20U, 'x'));
    writer.finish();
  };
  EXPECT_THROW(write_much(), std::runtime_error);
}

TEST_F(Zip, is_counted_while_it_is_inflated) {
  const auto path = file(zip({{"a", std::string(1000, 'x')}, {"b", std::string(1000, 'x')}}));
  EXPECT_TRUE(look_into(path, {.entry_bytes_max = 999}).too_large);
  EXPECT_TRUE(look_into(path, {.all_bytes_max = 1999}).too_large);
  EXPECT_TRUE(look_into(path, {.entries_max = 1}).too_large);
  EXPECT_TRUE(look_into(path, {.entry_bytes_max = 1000, .all_bytes_max = 2000}).readable);
}

TEST_F(Zip, is_not_readable_when_it_is_broken) {
  auto bytes = zip({{"a", std::string(1000, 'x')}});
  EXPECT_FALSE(look_into(file(bytes.substr(0, 500))).readable);
  EXPECT_FALSE(look_into(file("no zip at all")).readable);
}

TEST_F(Zip, is_recognised_by_its_bytes) {
  EXPECT_EQ(file_type::media_type_of(file(zip({{"a", "b"}}))), "application/zip");
  EXPECT_EQ(file_type::media_type_of(file("%PDF-1.4\n")), "application/pdf");
  EXPECT_EQ(file_type::media_type_of(file("Plain words\n")), "text/plain");
}

std::string entry(const std::string& zip, const std::string& name) {
  std::string found;
  with_changed(zip, name, [&](std::string text) {
    found = text;
    return text;
  });
  return found;
}

TEST_F(Zip, is_the_same_again_with_one_entry_changed) {
  const std::string long_text(100'000, 'x');
  const auto made = with_changed(zip({{"mimetype", "a"}, {"b.xml", "<b/>"}, {"c", long_text}}),
                                 "b.xml", [](const std::string& text) { return text + "!"; });
  EXPECT_THAT(look_into(file(made)).names, ElementsAre("mimetype", "b.xml", "c"));
  EXPECT_EQ(entry(made, "b.xml"), "<b/>!");
  EXPECT_EQ(entry(made, "c"), long_text);
  EXPECT_LT(made.size(), 10'000U) << "deflated";
}

TEST_F(Zip, is_refused_when_nothing_can_be_changed_in_it) {
  const auto same = [](std::string text) { return text; };
  EXPECT_THROW(with_changed("no zip", "a", same), std::runtime_error);
  EXPECT_THROW(with_changed(zip({{"a", "x"}}), "b", same), std::runtime_error);
  Limits small;
  small.entry_bytes_max = 10;
  EXPECT_THROW(with_changed(zip({{"a", std::string(11, 'x')}}), "a", same, small),
               std::runtime_error);
  small.entry_bytes_max = 100;
  small.all_bytes_max = 10;
  EXPECT_THROW(with_changed(zip({{"a", "123456"}, {"b", "123456"}}), "a", same, small),
               std::runtime_error);
}

}  // namespace
}  // namespace onereturn::archive
