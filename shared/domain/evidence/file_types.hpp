#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

// Which files are taken as evidence, by their name and by their bytes together.
namespace onereturn::evidence {

inline constexpr std::uint64_t file_bytes_max = 25ULL * 1024 * 1024;

// What somebody who looked into a file saw.
struct FileLook {
  std::string media_type;  // by the first bytes
  // Of a zip alone, which office files are:
  bool is_zip = false;
  bool readable = false;   // whole, and within the limits
  bool too_large = false;  // more inside than the limits allow
  bool encrypted = false;
  std::vector<std::string> names = {};  // of what is inside
  std::string declared = {};            // what an OpenDocument file says it is
};

struct FileType {
  std::string_view extension;   // "pdf"
  std::string_view media_type;  // as it is served
  std::string_view words;       // "a PDF"
};

// The type when name and bytes agree on one that is taken. Refuses with invalid, field "file", in
// words that say what to do instead: another kind of file, a name that says one thing and bytes
// that say another, macros, a password, a file that is empty, broken or larger than 25 MB.
Result<FileType> type_of_upload(std::string_view file_name, std::uint64_t size,
                                const FileLook& look);

// The type by the bytes alone, for giving a file a name; the type of plain words for anything that
// is no other type.
FileType type_by_bytes(const FileLook& look);

// "PDF, Word, Excel, …", and the same as the extensions of a file field.
std::string_view types_in_words();
std::string_view types_for_field();

// A file's name as it may stand in a header and on a disk: the title, without what has a meaning
// there, and the extension.
std::string download_name(std::string_view title, std::string_view extension);

// The last part of a name that a browser sent, in one line; "" when it is no text.
std::string tidy_file_name(std::string_view sent);

// "3.4 MB", "12 KB".
std::string size_in_words(std::uint64_t bytes);

}  // namespace onereturn::evidence
