#include <algorithm>

#include "gateway/views/paper_words.hpp"
#include "gateway/views/reports.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using reports::FileState;
using reports::OpenReport;
using reports::PaperFile;

// "PDF and Word are", "Excel is".
std::string being_made(const OpenReport& open, Instant now) {
  std::vector<std::string> names;
  for (const auto& each : paper_formats()) {
    const auto found = std::ranges::find(open.files, each.format, &PaperFile::format);
    if (found != open.files.end() && reports::is_on_its_way(*found, now))
      names.emplace_back(each.words);
  }
  std::string words;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (at > 0) words += at + 1 == names.size() ? " and " : ", ";
    words += names[at];
  }
  return words + (names.size() == 1 ? " is" : " are");
}

Data row_data(const OpenReport& open, const FormatWords& words, bool may_export, Instant now) {
  const auto found = std::ranges::find(open.files, words.format, &PaperFile::format);
  const auto* file = found == open.files.end() ? nullptr : &*found;
  const bool table = reports::is_table(words.format);
  const bool ready = file != nullptr && file->state == FileState::ready;
  const auto place = report_path(open.report.id) + (table ? "/tables/" : "/papers/");
  const auto ask = ask_words(file, now);
  return Data::object()
      .set("format", to_string(words.format))
      .set("words", words.words)
      .set("what_for", words.what_for)
      .set("status", file_status(file, "Ready, but older than the report", now))
      .set("reason", file_reason(file, now))
      .set("href", ready ? Data(place + file->id.text()) : Data())
      .set("size", ready && file->size_bytes ? Data(size_words(*file->size_bytes)) : Data())
      .set("sha256", ready ? Data(file->sha256) : Data())
      .set("ask", Data::text_or_no(table && !may_export ? std::string() : ask))
      .set("not_allowed", table && !may_export);
}

}  // namespace

Data report_files_page(const OpenReport& open, bool may_export, Instant now) {
  auto papers = Data::list(), tables = Data::list();
  for (const auto& each : paper_formats()) {
    auto row = row_data(open, each, may_export, now);
    reports::is_table(each.format) ? tables.push(std::move(row)) : papers.push(std::move(row));
  }
  const bool waits = std::ranges::any_of(
      open.files, [&](const PaperFile& file) { return reports::is_on_its_way(file, now); });
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
      .set("being_made", being_made(open, now))
      .set("papers", std::move(papers))
      .set("tables", std::move(tables));
}

}  // namespace onereturn::gateway::views
