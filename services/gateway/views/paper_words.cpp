#include "gateway/views/paper_words.hpp"

#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {

using html::Data;
using reports::FileState;
using reports::Format;
using reports::PaperFile;

namespace {

bool never_came(const PaperFile& file, Instant now) {
  return (file.state == FileState::asked || file.state == FileState::making) &&
         !reports::is_on_its_way(file, now);
}

}  // namespace

const std::array<FormatWords, 7>& paper_formats() {
  static const std::array<FormatWords, 7> formats = {
      {{Format::pdf, "PDF", "To print, to keep, to send: everybody can read it."},
       {Format::docx, "Word", "To go on writing outside."},
       {Format::odt, "OpenDocument text", "The same for LibreOffice and others."},
       {Format::html, "Web page", "One file that any browser shows."},
       {Format::xlsx, "Excel", "The tables alone, a sheet each."},
       {Format::ods, "OpenDocument spreadsheet", "The same for LibreOffice and others."},
       {Format::csv, "CSV", "The tables alone, as plain text."}}};
  return formats;
}

std::string size_words(int bytes) {
  if (bytes < 1000) return counted(bytes, "byte", "bytes");
  if (bytes < 1'000'000) return std::to_string((bytes + 500) / 1000) + " KB";
  return std::to_string(bytes / 1'000'000) + "." + std::to_string(bytes / 100'000 % 10) + " MB";
}

Data file_status(const PaperFile* file, const char* older, Instant now) {
  if (file == nullptr) return {};
  if (never_came(*file, now)) return status("red", "off-track", "It never came");
  switch (file->state) {
    case FileState::asked:
      return status("blue", "now", "Asked for");
    case FileState::making:
      return status("blue", "now", "Being made");
    case FileState::ready:
      return file->current ? status("green", "done", "Ready") : status("amber", "now", older);
    case FileState::removed:
      return status("amber", "now", "Removed");
    case FileState::failed:
      break;
  }
  return status("red", "off-track", "Could not be made");
}

Data file_reason(const PaperFile* file, Instant now) {
  if (file == nullptr) return {};
  if (!never_came(*file, now)) return Data::text_or_no(file->reason);
  return "It was asked for more than half an hour ago and nothing makes it any more. Try again; if "
         "it does not come then either, tell whoever runs the service.";
}

std::string ask_words(const PaperFile* file, Instant now) {
  if (file == nullptr) return "Make it";
  if (reports::is_on_its_way(*file, now)) return "";
  if (file->state == FileState::failed || never_came(*file, now)) return "Try again";
  const bool removed = file->state == FileState::removed;
  return file->current && !removed ? "" : "Make it anew";
}

}  // namespace onereturn::gateway::views
