#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// Zip: looking into one that somebody sent, and writing one.
namespace onereturn::archive {

struct Limits {
  std::size_t entries_max = 2000;
  std::uint64_t entry_bytes_max = 50ULL * 1024 * 1024;
  std::uint64_t all_bytes_max = 200ULL * 1024 * 1024;
};

// What is in a zip, counted while everything is inflated: what it declares is not believed.
struct Contents {
  bool readable = false;   // false: broken, or not a zip
  bool too_large = false;  // beyond a limit; the rest was not looked at
  bool encrypted = false;
  std::vector<std::string> names;
  std::string first_text;  // of an entry called "mimetype" at the beginning, at most 100 bytes
};
Contents look_into(const std::string& path, const Limits& limits = {});

// Evidence is compressed already: it is stored.
enum class Packing { stored, deflated };

// Writes a zip bit by bit: its bytes go to `out` as they are made, in constant memory. Throws
// std::runtime_error when the library fails, and whatever `out` throws.
class ZipWriter {
 public:
  using Out = std::function<void(std::string_view bytes)>;

  explicit ZipWriter(Out out, Packing packing = Packing::stored);
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  // Begins an entry of exactly `size` bytes, which write() then brings.
  void begin(const std::string& name, std::uint64_t size, std::int64_t modified_seconds);
  void write(std::string_view bytes);
  void finish();

 private:
  class State;
  std::unique_ptr<State> state_;
};

// The same zip, deflated, in which one entry says what `change` makes of it; all is in memory. For
// files that our own programs made. Throws std::runtime_error when it cannot be read, is beyond the
// limits or has no such entry.
std::string with_changed(const std::string& zip, const std::string& name,
                         const std::function<std::string(std::string)>& change,
                         const Limits& limits = {});

}  // namespace onereturn::archive
