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

convert::Settings read_paper_settings(config::Reader& reader) {
  constexpr std::uint64_t megabyte = 1024ULL * 1024;
  convert::Settings settings;
  settings.folder = reader.text("ONERETURN_PAPER_FOLDER", "");
  settings.limits.time =
      std::chrono::seconds{reader.number("ONERETURN_PAPER_SECONDS", 120, 5, 3600)};
  settings.limits.memory =
      static_cast<std::uint64_t>(reader.number("ONERETURN_PAPER_MEGABYTES", 4096, 512, 65'536)) *
      megabyte;
  settings.open_room_allowed =
      reader.one_of("ONERETURN_PAPER_ROOM", {"closed", "open"}, "closed") == "open";
  return settings;
}

Maker::Maker(convert::Settings settings, log::Logger& log) : converter_{std::move(settings)} {
  if (!converter_.usable()) {
    log.write(log::Level::error, "paper_has_no_closed_room", {{"makes_documents", false}});
  } else if (converter_.room() == convert::Room::open) {
    log.write(log::Level::warning, "paper_is_made_in_an_open_room", {{"limits_only", true}});
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
