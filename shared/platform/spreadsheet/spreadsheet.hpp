#pragma once

#include <stdexcept>
#include <string>
#include <vector>

// Workbooks for Excel and its like, written through libxlsxwriter.
namespace onereturn::spreadsheet {

// The library could not write the workbook: memory or disk.
class SpreadsheetFailed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Column {
  std::string heading;
  double width = 20;  // in characters, as spreadsheets count; kept within 4 and 100
};

struct Sheet {
  std::string name;   // of the tab; made to fit what spreadsheets allow, and unlike the others
  std::string title;  // what the printed page says above the table
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  // texts; a short row ends in empty cells
};

struct Properties {
  std::string title;
  std::string language = "en-GB";
};

// The most characters that a cell takes. A longer text ends in a note that says so.
inline constexpr std::size_t cell_characters_max = 32'767;

// The bytes of an .xlsx: a sheet for each, whose first row is bold, frozen and printed on each
// page. Every cell is text, never a formula, a number or a link. A workbook without sheets gets an
// empty one. Throws SpreadsheetFailed.
std::string write_xlsx(const std::vector<Sheet>& sheets, const Properties& properties);

}  // namespace onereturn::spreadsheet
