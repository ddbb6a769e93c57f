#include <algorithm>
#include <array>

#include "gateway/views/reports.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using reports::FileState;
using reports::Format;
using reports::OpenReport;
using reports::PaperFile;

struct FormatWords {
  Format format;
  const char* words;
  const char* what_for;
};

constexpr std::array<FormatWords, 7> formats = {
    {{Format::pdf, "PDF", "To print, to keep, to send: everybody can read it."},
     {Format::docx, "Word", "To go on writing outside."},
     {Format::odt, "OpenDocument text", "The same for LibreOffice and others."},
     {Format::html, "Web page", "One file that any browser shows."},
     {Format::xlsx, "Excel", "The tables alone, a sheet each."},
     {Format::ods, "OpenDocument spreadsheet", "The same for LibreOffice and others."},
     {Format::csv, "CSV", "The tables alone, as plain text."}}};

std::string size_words(int bytes) {
  if (bytes < 1000) return counted(bytes, "byte", "bytes");
  if (bytes < 1'000'000) return std::to_string((bytes + 500) / 1000) + " KB";
  return std::to_string(bytes / 1'000'000) + "." + std::to_string(bytes / 100'000 % 10) + " MB";
}

Data state_data(const PaperFile* file) {
  if (file == nullptr) return {};
  switch (file->state) {
    case FileState::asked:
    case FileState::making:
      return status("blue", "now", "Being made");
    case FileState::ready:
      return file->current ? status("green", "done", "Ready")
                           : status("amber", "now", "Ready, but older than the report");
    case FileState::failed:
      break;
  }
  return status("red", "off-track", "Could not be made");
}

bool under_way(const PaperFile* file) {
  return file != nullptr && (file->state == FileState::asked || file->state == FileState::making);
}

// "PDF and Word are", "Excel is".
std::string being_made(const OpenReport& open) {
  std::vector<std::string> names;
  for (const auto& each : formats) {
    const auto found = std::ranges::find(open.files, each.format, &PaperFile::format);
    if (found != open.files.end() && under_way(&*found)) names.emplace_back(each.words);
  }
  std::string words;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (at > 0) words += at + 1 == names.size() ? " and " : ", ";
    words += names[at];
  }
  return words + (names.size() == 1 ? " is" : " are");
}

std::string ask_words(const PaperFile* file) {
  if (file == nullptr) return "Make it";
  if (file->state == FileState::failed) return "Try again";
  return file->current ? "" : "Make it anew";
}

Data row_data(const OpenReport& open, const FormatWords& words, bool may_export) {
  const auto found = std::ranges::find(open.files, words.format, &PaperFile::format);
  const auto* file = found == open.files.end() ? nullptr : &*found;
  const bool table = reports::is_table(words.format);
  const bool ready = file != nullptr && file->state == FileState::ready;
  const auto place = report_path(open.report.id) + (table ? "/tables/" : "/papers/");
  const auto ask = under_way(file) ? std::string() : ask_words(file);
  return Data::object()
      .set("format", to_string(words.format))
      .set("words", words.words)
      .set("what_for", words.what_for)
      .set("status", state_data(file))
      .set("reason", file == nullptr ? Data() : Data::text_or_no(file->reason))
      .set("href", ready ? Data(place + file->id.text()) : Data())
      .set("size", ready && file->size_bytes ? Data(size_words(*file->size_bytes)) : Data())
      .set("sha256", ready ? Data(file->sha256) : Data())
      .set("ask", Data::text_or_no(table && !may_export ? std::string() : ask))
      .set("not_allowed", table && !may_export);
}

}  // namespace

Data report_files_page(const OpenReport& open, bool may_export) {
  auto papers = Data::list(), tables = Data::list();
  for (const auto& each : formats) {
    auto row = row_data(open, each, may_export);
    reports::is_table(each.format) ? tables.push(std::move(row)) : papers.push(std::move(row));
  }
  const bool waits =
      std::ranges::any_of(open.files, [](const PaperFile& file) { return under_way(&file); });
  return Data::object()
      .set("title", "Download this report")
      .set("back", version_path(open.report.id, open.version.number))
      .set("eyebrow", open.report.title)
      .set("standing", reports::standing_of(open.report, open.version))
      .set("record", reports::record_of(open.report, open.version))
      .set("check_value", Data::text_or_no(open.version.check_value))
      .set("version", open.version.number)
      .set("action", report_path(open.report.id) + "/files")
      .set("here", version_path(open.report.id, open.version.number) + "/files")
      .set("waits", waits)
      .set("being_made", being_made(open))
      .set("papers", std::move(papers))
      .set("tables", std::move(tables));
}

}  // namespace onereturn::gateway::views
