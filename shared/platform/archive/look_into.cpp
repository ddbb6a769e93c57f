#include <array>
#include <fstream>

#include <archive.h>
#include <archive_entry.h>

#include "platform/archive/archive.hpp"

namespace onereturn::archive {
namespace {

using Reader = std::unique_ptr<::archive, decltype(&archive_read_free)>;

// Inflates one entry. False when it is broken or beyond a limit.
bool count_entry(::archive* reader, const Limits& limits, std::uint64_t& all, Contents& contents,
                 std::string* text) {
  std::array<char, 65536> bytes{};
  std::uint64_t size = 0;
  for (;;) {
    const auto count = archive_read_data(reader, bytes.data(), bytes.size());
    if (count < 0) return false;
    if (count == 0) return true;
    if (text != nullptr && text->size() < 100) {
      text->append(bytes.data(), std::min<std::size_t>(static_cast<std::size_t>(count), 100));
    }
    size += static_cast<std::uint64_t>(count);
    all += static_cast<std::uint64_t>(count);
    if (size > limits.entry_bytes_max || all > limits.all_bytes_max) {
      contents.too_large = true;
      return false;
    }
  }
}

// What stands before the first entry makes a file two things at once: no office writes such a one.
bool begins_as_zip(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  std::array<char, 2> beginning{};
  return file.read(beginning.data(), beginning.size()) && beginning[0] == 'P' &&
         beginning[1] == 'K';
}

}  // namespace

Contents look_into(const std::string& path, const Limits& limits) {
  Contents contents;
  if (!begins_as_zip(path)) return contents;
  const Reader reader{archive_read_new(), &archive_read_free};
  archive_read_support_format_zip(reader.get());
  if (reader == nullptr ||
      archive_read_open_filename(reader.get(), path.c_str(), 65536) != ARCHIVE_OK) {
    return contents;
  }
  std::uint64_t all = 0;
  archive_entry* entry = nullptr;
  for (;;) {
    const int answer = archive_read_next_header(reader.get(), &entry);
    if (answer == ARCHIVE_EOF) break;
    if (answer != ARCHIVE_OK && answer != ARCHIVE_WARN) return contents;
    const char* name = archive_entry_pathname_utf8(entry);
    contents.names.emplace_back(name == nullptr ? "" : name);
    contents.encrypted = contents.encrypted || archive_entry_is_encrypted(entry) != 0;
    if (contents.encrypted || contents.names.size() > limits.entries_max) {
      contents.too_large = !contents.encrypted;
      return contents;
    }
    const bool is_type = contents.names.size() == 1 && contents.names.front() == "mimetype";
    if (!count_entry(reader.get(), limits, all, contents,
                     is_type ? &contents.first_text : nullptr)) {
      return contents;
    }
  }
  contents.readable = true;
  return contents;
}

}  // namespace onereturn::archive
