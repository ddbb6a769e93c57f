#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <stdlib.h>

#include "platform/crypto/digest.hpp"
#include "platform/storage/storage.hpp"

namespace onereturn::storage {
namespace {

namespace fs = std::filesystem;

class FolderStore : public ::testing::Test {
 protected:
  FolderStore() {
    std::string folder = (fs::temp_directory_path() / "onereturn-store-XXXXXX").string();
    folder_ = ::mkdtemp(folder.data());
    store = open_folder((folder_ / "evidence").string());
  }
  ~FolderStore() override { fs::remove_all(folder_); }

  Content put(const PartyId& tenant, const std::string& bytes) const {
    const auto incoming = store->begin();
    incoming->write(bytes.substr(0, 3));
    incoming->write(bytes.substr(std::min<std::size_t>(3, bytes.size())));
    const auto content = incoming->finish();
    store->keep(*incoming, tenant, content);
    return content;
  }

  std::size_t files() const {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator{folder_}) {
      if (entry.is_regular_file()) ++count;
    }
    return count;
  }

  static std::string all_of(Reading& reading) {
    std::string text(100, '\0');
    text.resize(reading.read(text.data(), text.size()));
    return text;
  }

  fs::path folder_;
  std::unique_ptr<Store> store;
  const PartyId one = PartyId::random();
  const PartyId two = PartyId::random();
};

TEST_F(FolderStore, names_a_file_by_what_is_in_it) {
  const auto content = put(one, "the policy");
  EXPECT_EQ(content, (Content{crypto::sha256("the policy"), 10}));
  EXPECT_EQ(store->standing(one, content.sha256), Standing::in_custody);
}

TEST_F(FolderStore, gives_nothing_to_a_person_while_it_is_in_custody) {
  const auto content = put(one, "the policy");
  EXPECT_EQ(store->open(one, content.sha256), nullptr);
  const auto checked = store->open_for_check(one, content.sha256);
  ASSERT_NE(checked, nullptr);
  EXPECT_EQ(all_of(*checked), "the policy");
}

TEST_F(FolderStore, gives_it_once_it_is_released) {
  const auto content = put(one, "the policy");
  store->release(one, content.sha256);
  store->release(one, content.sha256);
  const auto reading = store->open(one, content.sha256);
  ASSERT_NE(reading, nullptr);
  EXPECT_EQ(reading->size(), 10U);
  EXPECT_EQ(all_of(*reading), "the policy");
  EXPECT_EQ(reading->read(nullptr, 0), 0U);
}

TEST_F(FolderStore, keeps_the_same_content_once) {
  const auto content = put(one, "the policy");
  store->release(one, content.sha256);
  EXPECT_EQ(put(one, "the policy"), content);
  EXPECT_EQ(store->standing(one, content.sha256), Standing::released);
  EXPECT_EQ(files(), 1U);
}

TEST_F(FolderStore, keeps_tenants_apart_even_when_they_have_the_same_file) {
  const auto content = put(one, "the policy");
  store->release(one, content.sha256);
  EXPECT_EQ(store->standing(two, content.sha256), Standing::absent);
  EXPECT_EQ(store->open(two, content.sha256), nullptr);
  put(two, "the policy");
  store->remove(one, content.sha256);
  EXPECT_EQ(store->standing(two, content.sha256), Standing::in_custody);
}

TEST_F(FolderStore, is_left_as_it_was_by_an_upload_that_breaks_off) {
  {
    const auto incoming = store->begin();
    incoming->write("half of the pol");
    EXPECT_EQ(files(), 1U);
  }
  EXPECT_EQ(files(), 0U);
}

TEST_F(FolderStore, removes_what_a_stopped_program_left_a_day_ago) {
  const auto left = folder_ / "evidence" / "incoming" / "left";
  std::ofstream{left} << "half";
  open_folder((folder_ / "evidence").string());
  EXPECT_EQ(files(), 1U) << "another program may be writing it";
  fs::last_write_time(left, fs::file_time_type::clock::now() - std::chrono::hours{25});
  open_folder((folder_ / "evidence").string());
  EXPECT_EQ(files(), 0U);
}

TEST_F(FolderStore, removes_a_file_wherever_it_stood) {
  const auto content = put(one, "the policy");
  store->remove(one, content.sha256);
  store->remove(one, content.sha256);
  EXPECT_EQ(store->standing(one, content.sha256), Standing::absent);
  EXPECT_EQ(files(), 0U);
}

TEST_F(FolderStore, takes_no_name_that_is_no_tenant_and_no_digest) {
  EXPECT_THROW(store->open(PartyId{"../../etc"}, std::string(32, 'x')), StorageUnavailable);
  EXPECT_THROW(store->open(one, "passwd"), StorageUnavailable);
}

TEST_F(FolderStore, says_that_it_is_away_when_the_disk_is) {
  EXPECT_THROW(open_folder("/proc/nowhere/evidence"), StorageUnavailable);
}

TEST_F(FolderStore, gives_a_file_to_another_tenant_as_it_stands) {
  const auto waiting = put(one, "not looked at");
  const auto clean = put(one, "the policy");
  store->release(one, clean.sha256);
  for (int twice = 0; twice < 2; ++twice) {
    store->share(one, two, waiting.sha256);
    store->share(one, two, clean.sha256);
  }
  EXPECT_EQ(store->standing(two, waiting.sha256), Standing::in_custody);
  EXPECT_EQ(store->open(two, waiting.sha256), nullptr);
  const auto reading = store->open(two, clean.sha256);
  ASSERT_NE(reading, nullptr);
  EXPECT_EQ(all_of(*reading), "the policy");
  store->remove(one, clean.sha256);
  EXPECT_NE(store->open(two, clean.sha256), nullptr);
  store->share(one, two, crypto::sha256("nowhere"));
  EXPECT_EQ(store->standing(two, crypto::sha256("nowhere")), Standing::absent);
}

// Makes every file of the folder that many hours older.
void make_older(const fs::path& folder, std::chrono::hours by) {
  for (const auto& entry : fs::recursive_directory_iterator{folder}) {
    if (entry.is_regular_file()) fs::last_write_time(entry, entry.last_write_time() - by);
  }
}

TEST_F(FolderStore, tells_what_has_stood_in_custody_for_long) {
  const auto waiting = put(one, "kept and never spoken of");
  const auto released = put(two, "released");
  store->release(two, released.sha256);
  EXPECT_TRUE(store->in_custody_since(std::chrono::hours{24}).empty()) << "it came just now";
  make_older(folder_, std::chrono::hours{25});
  const auto found = store->in_custody_since(std::chrono::hours{24});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].tenant, one);
  EXPECT_EQ(found[0].content, waiting);
}

TEST_F(FolderStore, removes_uploads_that_were_abandoned_and_no_others) {
  const auto begun = store->begin();
  begun->write("half of it");
  store->remove_abandoned(std::chrono::hours{24});
  EXPECT_EQ(files(), 1U);
  make_older(folder_, std::chrono::hours{25});
  store->remove_abandoned(std::chrono::hours{24});
  EXPECT_EQ(files(), 0U);
}

}  // namespace
}  // namespace onereturn::storage
