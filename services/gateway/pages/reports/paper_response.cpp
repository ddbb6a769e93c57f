#include "gateway/pages/reports/paper_response.hpp"

#include <string_view>

#include "gateway/pages/evidence/evidence_support.hpp"

namespace onereturn::gateway::pages {
namespace {

using reports::Format;

constexpr std::size_t name_bytes_max = 120;

const char* media_type(Format format) {
  switch (format) {
    case Format::html:
      return "text/html; charset=utf-8";
    case Format::pdf:
      return "application/pdf";
    case Format::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case Format::odt:
      return "application/vnd.oasis.opendocument.text";
    case Format::xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case Format::ods:
      return "application/vnd.oasis.opendocument.spreadsheet";
    case Format::csv:
      return "text/csv; charset=utf-8";
  }
  return "application/octet-stream";
}

std::string kept_name(const std::string& words) {
  std::string name;
  for (const char c : words) {
    const bool minded = static_cast<unsigned char>(c) < 0x20 ||
                        std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
    name += minded ? '-' : c;
  }
  if (name.size() > name_bytes_max) {
    name.resize(name_bytes_max);
    while ((static_cast<unsigned char>(name.back()) & 0xC0U) == 0x80U)
      name.pop_back();
    if (static_cast<unsigned char>(name.back()) >= 0xC0U) name.pop_back();
  }
  return name;
}

}  // namespace

http::Response paper_response(Format format, const std::string& name, std::string bytes) {
  auto response = http::Response::text(std::move(bytes));
  response.headers.set("Content-Type", media_type(format));
  response.headers.set("Content-Disposition",
                       attachment_header(kept_name(name) + "." + reports::to_string(format)));
  return response;
}

}  // namespace onereturn::gateway::pages
