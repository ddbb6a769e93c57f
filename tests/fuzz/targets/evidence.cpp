// A file that somebody chose as evidence: what its bytes say it is, what is inside when it is a
// zip, and which names go with that.

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "domain/evidence/file_types.hpp"
#include "fuzz/target.hpp"
#include "gateway/file_look.hpp"
#include "platform/archive/archive.hpp"

namespace onereturn::fuzz {
namespace {

constexpr const char* extensions[] = {"pdf", "docx", "xlsx", "pptx", "odt",  "ods", "odp", "png",
                                      "jpg", "jpeg", "txt",  "csv",  "docm", "exe", "svg", "html"};

// In memory alone, but with a path.
class File {
 public:
  explicit File(std::string_view bytes) : handle_(::memfd_create("evidence", MFD_CLOEXEC)) {
    must(handle_ >= 0, "there is memory for a file");
    while (!bytes.empty()) {
      const auto count = ::write(handle_, bytes.data(), bytes.size());
      must(count > 0, "a file can be written");
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  ~File() { ::close(handle_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  std::string path() const { return "/proc/self/fd/" + std::to_string(handle_); }

 private:
  int handle_;
};

void look_at_type(const evidence::FileLook& look, std::string_view bytes) {
  std::size_t taken = 0;
  for (const std::string extension : extensions) {
    const auto type = evidence::type_of_upload("a." + extension, bytes.size(), look);
    if (!type) {
      must(type.problem().key == "file-refused", "a refusal says so");
      continue;
    }
    ++taken;
    must(type->extension == extension, "what is taken has the type of its name");
    must(!look.encrypted && (!look.is_zip || look.readable), "nothing locked or broken is taken");
    must(extension != "docm" && extension != "exe" && extension != "svg" && extension != "html",
         "no kind is taken that is not on the list");
    for (const auto& name : look.names)
      must(!name.ends_with("vbaProject.bin"), "nothing with macros is taken");
    if (extension == "pdf") must(bytes.find("%PDF") < 1025, "a PDF begins as one");
    if (extension == "png") must(bytes.starts_with("\x89PNG"), "a PNG begins as one");
  }
  must(taken <= 2, "bytes speak for one kind, which has two names at most");
  must(taken == 0 || !evidence::type_by_bytes(look).extension.empty(), "the bytes have a kind");
}

void one_input(std::string_view bytes) {
  const File file(bytes);
  const auto look = gateway::look_into_file(file.path());
  must(is_utf8(look.media_type), "a media type is text");
  for (const auto& name : look.names)
    must(is_utf8(name), "a name within a zip is text");
  look_at_type(look, bytes);
  must(evidence::type_of_upload("a.pdf", 0, look).has_value() == false, "nothing empty is taken");
  constexpr archive::Limits few{2, 100, 150};
  const auto inside = archive::look_into(file.path(), few);
  must(inside.names.size() <= few.entries_max + 1, "no more is looked at than the limit");
  must(!(inside.readable && inside.too_large), "what is too large is not whole");
  must(inside.first_text.size() <= 200, "no more is kept than is needed");
}

const Known known("evidence", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
