#include <archive.h>
#include <archive_entry.h>

#include "platform/archive/archive.hpp"

namespace onereturn::archive {
namespace {

using Reader = std::unique_ptr<::archive, decltype(&archive_read_free)>;

// Everything that the entry holds, whatever it declares.
std::string inflated(::archive* reader, std::uint64_t most) {
  constexpr std::size_t step = 65536;
  std::string bytes;
  for (;;) {
    const auto before = bytes.size();
    bytes.resize(before + step);
    const auto count = archive_read_data(reader, bytes.data() + before, step);
    if (count < 0) throw std::runtime_error{"a zip cannot be read"};
    bytes.resize(before + static_cast<std::size_t>(count));
    if (count == 0) return bytes;
    if (bytes.size() > most) throw std::runtime_error{"a zip is too large"};
  }
}

}  // namespace

std::string with_changed(const std::string& zip, const std::string& name,
                         const std::function<std::string(std::string)>& change,
                         const Limits& limits) {
  const Reader reader{archive_read_new(), &archive_read_free};
  archive_read_support_format_zip(reader.get());
  if (archive_read_open_memory(reader.get(), zip.data(), zip.size()) != ARCHIVE_OK) {
    throw std::runtime_error{"a zip cannot be read"};
  }
  std::string made;
  ZipWriter writer([&made](std::string_view bytes) { made.append(bytes); }, Packing::deflated);
  bool found = false;
  std::uint64_t all = 0;
  archive_entry* entry = nullptr;
  for (int answer = 0; (answer = archive_read_next_header(reader.get(), &entry)) != ARCHIVE_EOF;) {
    if (answer < ARCHIVE_WARN) throw std::runtime_error{"a zip cannot be read"};
    const char* entry_name = archive_entry_pathname_utf8(entry);
    const std::string here = entry_name == nullptr ? "" : entry_name;
    const auto modified = archive_entry_mtime(entry);
    auto bytes = inflated(reader.get(), limits.entry_bytes_max);
    all += bytes.size();
    if (all > limits.all_bytes_max) throw std::runtime_error{"a zip is too large"};
    if (here == name) bytes = change(std::move(bytes));
    found = found || here == name;
    writer.begin(here, bytes.size(), modified);
    writer.write(bytes);
  }
  if (!found) throw std::runtime_error{"a zip has no entry of that name"};
  writer.finish();
  return made;
}

}  // namespace onereturn::archive
