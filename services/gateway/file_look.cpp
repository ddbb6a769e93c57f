#include "gateway/file_look.hpp"

#include "platform/archive/archive.hpp"
#include "platform/file_type/file_type.hpp"

namespace onereturn::gateway {

evidence::FileLook look_into_file(const std::string& path) {
  evidence::FileLook look;
  look.media_type = file_type::media_type_of(path);
  look.is_zip = look.media_type == "application/zip" ||
                look.media_type.starts_with("application/vnd.openxmlformats-") ||
                look.media_type.starts_with("application/vnd.oasis.opendocument.");
  if (!look.is_zip) return look;
  auto inside = archive::look_into(path);
  look.readable = inside.readable;
  look.too_large = inside.too_large;
  look.encrypted = inside.encrypted;
  look.names = std::move(inside.names);
  look.declared = std::move(inside.first_text);
  return look;
}

}  // namespace onereturn::gateway
