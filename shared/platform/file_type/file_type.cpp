#include "platform/file_type/file_type.hpp"

#include <memory>
#include <stdexcept>

#include <magic.h>

namespace onereturn::file_type {
namespace {

using Cookie = std::unique_ptr<magic_set, decltype(&magic_close)>;

// One for each thread: the library keeps its last answer in it.
Cookie& cookie() {
  thread_local Cookie loaded{nullptr, &magic_close};
  if (loaded == nullptr) {
    Cookie fresh{magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS), &magic_close};
    if (fresh == nullptr || magic_load(fresh.get(), nullptr) != 0) {
      throw std::runtime_error{"the table of file types cannot be read"};
    }
    loaded = std::move(fresh);
  }
  return loaded;
}

}  // namespace

std::string media_type_of(const std::string& path) {
  const char* type = magic_file(cookie().get(), path.c_str());
  if (type == nullptr) throw std::runtime_error{"the type of a file cannot be told"};
  return type;
}

}  // namespace onereturn::file_type
