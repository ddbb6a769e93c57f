#include <ctime>
#include <exception>

#include <archive.h>
#include <archive_entry.h>

#include "platform/archive/archive.hpp"

namespace onereturn::archive {

class ZipWriter::State {
 public:
  State(Out out, Packing packing)
      : out_{std::move(out)}, writer_{archive_write_new(), &archive_write_free} {
    check(archive_write_set_format_zip(writer_.get()));
    check(archive_write_set_options(writer_.get(),
                                    packing == Packing::stored
                                        ? "zip:compression=store,zip:hdrcharset=UTF-8"
                                        : "zip:compression=deflate,zip:hdrcharset=UTF-8"));
    check(archive_write_set_bytes_per_block(writer_.get(), 65536));
    check(archive_write_set_bytes_in_last_block(writer_.get(), 1));
    check(archive_write_open(writer_.get(), this, nullptr, &State::take, nullptr));
  }

  void check(la_ssize_t answer) {
    if (failure_) std::rethrow_exception(failure_);
    if (answer < ARCHIVE_WARN) throw std::runtime_error{"a zip cannot be written"};
  }

  void begin(const std::string& name, std::uint64_t size, std::int64_t modified_seconds) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry{archive_entry_new(),
                                                                              &archive_entry_free};
    archive_entry_set_pathname_utf8(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), static_cast<std::time_t>(modified_seconds), 0);
    check(archive_write_header(writer_.get(), entry.get()));
  }

  void write(std::string_view bytes) {
    check(archive_write_data(writer_.get(), bytes.data(), bytes.size()));
  }

  void finish() { check(archive_write_close(writer_.get())); }

 private:
  // Called by a library in C: nothing may be thrown through it.
  static la_ssize_t take(::archive* /*writer*/, void* self, const void* bytes, std::size_t size) {
    auto* state = static_cast<State*>(self);
    try {
      state->out_({static_cast<const char*>(bytes), size});
      return static_cast<la_ssize_t>(size);
    } catch (...) {
      state->failure_ = std::current_exception();
      return -1;
    }
  }

  Out out_;
  std::exception_ptr failure_;
  std::unique_ptr<::archive, decltype(&archive_write_free)> writer_;
};

ZipWriter::ZipWriter(Out out, Packing packing)
    : state_{std::make_unique<State>(std::move(out), packing)} {}
ZipWriter::~ZipWriter() = default;

void ZipWriter::begin(const std::string& name, std::uint64_t size, std::int64_t modified_seconds) {
  state_->begin(name, size, modified_seconds);
}
void ZipWriter::write(std::string_view bytes) { state_->write(bytes); }
void ZipWriter::finish() { state_->finish(); }

}  // namespace onereturn::archive
