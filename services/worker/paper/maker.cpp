#include "worker/paper/maker.hpp"

#include <chrono>

#include "base/csv.hpp"

namespace onereturn::worker::paper {
namespace {

std::string csv_of(const std::vector<spreadsheet::Sheet>& sheets) {
  if (sheets.empty()) return {};
  std::vector<std::string> headings;
  for (const auto& column : sheets.front().columns) {
    headings.push_back(column.heading);
  }
  std::string text = csv_line(headings);
  for (const auto& row : sheets.front().rows) {
    text += csv_line(row);
  }
  return text;
}

convert::Format document(Format format) {
  if (format == Format::docx) return convert::Format::docx;
  return format == Format::odt ? convert::Format::odt : convert::Format::pdf;
}

}  // namespace

convert::Settings converter_settings(const config::PaperSettings& told) {
  constexpr std::uint64_t megabyte = 1024ULL * 1024;
  convert::Settings settings;
  settings.folder = told.folder;
  settings.limits.time = told.time;
  settings.limits.memory = told.megabytes * megabyte;
  settings.open_room_allowed = told.open_room_allowed;
  return settings;
}

std::chrono::seconds lease_of(const config::PaperSettings& told) {
  // Reading the version, ending the programs and writing the bytes, with a database that is slow.
  constexpr std::chrono::seconds around{60};
  return convert::longest(told.time) + around;
}

Maker::Maker(convert::Settings settings, log::Logger& log) : converter_{std::move(settings)} {
  if (!converter_.usable()) {
    log.write(log::Level::error, "paper_has_no_closed_room", {{"makes_documents", false}});
  } else if (converter_.room() == convert::Room::open) {
    log.write(log::Level::warning, "paper_is_made_in_an_open_room", {{"limits_only", true}});
  }
  if (const int orphans = converter_.orphans(); orphans > 0) {
    log.write(log::Level::warning, "paper_of_the_dead_removed",
              {{"folders", std::int64_t{orphans}}});
  }
}

std::string Maker::make(Format format, const std::string& html,
                        const std::vector<spreadsheet::Sheet>& sheets, const std::string& title,
                        const convert::Look& look) const {
  if (format == Format::csv) return csv_of(sheets);
  if (format == Format::xlsx || format == Format::ods) {
    auto book = spreadsheet::write_xlsx(sheets, {title, look.language});
    return format == Format::ods ? converter_.to_ods(book) : book;
  }
  return converter_.convert(document(format), html, look);
}

}  // namespace onereturn::worker::paper
