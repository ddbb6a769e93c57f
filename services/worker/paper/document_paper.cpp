#include "worker/paper/document_paper.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/csv.hpp"
#include "domain/documents/colours.hpp"
#include "domain/documents/document_html.hpp"
#include "domain/documents/sheets.hpp"
#include "platform/crypto/encoding.hpp"
#include "worker/paper/picture_size.hpp"

namespace onereturn::worker::paper {
namespace {

std::string base64(std::string_view bytes) {
  auto text = crypto::to_base64url(bytes);
  std::replace(text.begin(), text.end(), '-', '+');
  std::replace(text.begin(), text.end(), '_', '/');
  return text.append((4 - text.size() % 4) % 4, '=');
}

// A foot has one line; the whole value stands at the head of the document.
std::string shortened(const std::string& value) {
  constexpr std::size_t digits_of_a_foot = 16;
  return value.size() <= digits_of_a_foot ? value : value.substr(0, digits_of_a_foot) + "\u2026";
}

convert::Look look_of(const documents::Document& document) {
  convert::Look look;
  look.name = document.look.name;
  look.colour = documents::readable(document.look.colour);
  look.record = document.record;
  look.short_title = document.title;
  look.language = document.language;
  look.foot = document.standing;
  if (!document.check_value.empty()) {
    if (!look.foot.empty()) look.foot += ", ";
    look.foot += "check " + shortened(document.check_value);
  }
  const auto& logo = document.look;
  const auto [width, height] = picture_size(logo.logo, logo.logo_type == "image/png");
  if (width > 0 && height > 0) {
    look.logo = logo.logo;
    look.logo_width = width;
    look.logo_height = height;
  }
  return look;
}

// The letterhead has the board's name and logo.
std::string body_of(documents::Document document) {
  document.look.logo.clear();
  document.look.name.clear();
  return documents::to_convertible(document, base64);
}

std::vector<spreadsheet::Sheet> workbook_of(const documents::Document& document) {
  constexpr double characters_across = 130;
  std::vector<spreadsheet::Sheet> sheets;
  for (auto& table : documents::sheets_of(document)) {
    spreadsheet::Sheet sheet{table.name, table.title, {}, std::move(table.rows)};
    double whole = 0;
    for (const auto& column : table.columns)
      whole += std::max(column.width, 1);
    for (const auto& column : table.columns) {
      sheet.columns.push_back(
          {column.heading, characters_across * std::max(column.width, 1) / whole});
    }
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

std::string tables_as_csv(const documents::Document& document) {
  std::string text;
  const auto sheets = documents::sheets_of(document);
  for (const auto& sheet : sheets) {
    if (!text.empty()) text += "\r\n";
    if (sheets.size() > 1) text += csv_line({sheet.title.empty() ? sheet.name : sheet.title});
    text += documents::csv_of(sheet);
  }
  return text.empty() ? csv_line({"No tables"}) : text;
}

}  // namespace

Problem problem_of(convert::Cause cause) {
  switch (cause) {
    case convert::Cause::no_room:
      return {ProblemCode::closed,
              "no-room",
              "Files cannot be made safely on this machine. Whoever runs the service has to see to "
              "it.",
              {}};
    case convert::Cause::refused:
      return {ProblemCode::invalid, "outside", "The text refers to a file that is not in it.", {}};
    case convert::Cause::timed_out:
      return {ProblemCode::invalid, "too-long", "Making the file took longer than it may.", {}};
    case convert::Cause::out_of_memory:
      return {
          ProblemCode::invalid, "too-much", "Making the file took more memory than it may.", {}};
    case convert::Cause::broke:
    case convert::Cause::nothing_usable:
      break;
  }
  return {ProblemCode::invalid, "not-made", "The converter made no whole file.", {}};
}

Result<std::string> paper_of(const documents::Document& document, Format format,
                             const Maker& maker) {
  if (format == Format::csv) return tables_as_csv(document);
  const bool book = format == Format::xlsx || format == Format::ods;
  try {
    return maker.make(format, book ? std::string{} : body_of(document),
                      book ? workbook_of(document) : std::vector<spreadsheet::Sheet>{},
                      document.title, look_of(document));
  } catch (const convert::ConversionFailed& failed) {
    return problem_of(failed.cause());
  }
}

std::string page_of(const documents::Document& document) {
  return documents::to_html(document, base64);
}

}  // namespace onereturn::worker::paper
