#include <algorithm>
#include <cstdint>
#include <fstream>
#include <sstream>

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/text.hpp"
#include "platform/spreadsheet/sheet_names.hpp"
#include "platform/spreadsheet/spreadsheet.hpp"

namespace onereturn::spreadsheet {
namespace {

constexpr std::string_view cut_note = " [cut: the text is longer than a cell takes]";
constexpr std::size_t property_max = 255;
constexpr std::size_t header_units_max = 200;
constexpr std::uint8_t a4 = 9;

// A file that has no name in any folder: whoever dies while writing it leaves nothing behind.
class MemoryFile {
 public:
  MemoryFile() : file_{::memfd_create("onereturn-workbook", MFD_CLOEXEC)} {
    if (file_ < 0) throw SpreadsheetFailed{"no memory for a workbook"};
  }
  ~MemoryFile() { ::close(file_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  // What the library, which takes nothing but names, opens it by.
  std::string name() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

void need(lxw_error outcome) {
  if (outcome != LXW_NO_ERROR) throw SpreadsheetFailed{lxw_strerror(outcome)};
}

// Frees what the library holds when a workbook is given up.
class Book {
 public:
  explicit Book(const std::string& file) : book_{::workbook_new(file.c_str())} {
    if (book_ == nullptr) throw SpreadsheetFailed{"no workbook could be begun"};
  }
  ~Book() {
    if (book_ != nullptr) ::lxw_workbook_free(book_);
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  lxw_workbook* get() { return book_; }
  void close() {
    auto* book = book_;
    book_ = nullptr;  // the library frees it, whatever the outcome
    need(::workbook_close(book));
  }

 private:
  lxw_workbook* book_;
};

struct Formats {
  lxw_format* heading;
  lxw_format* text;
};

Formats formats_of(lxw_workbook* book) {
  Formats formats{::workbook_add_format(book), ::workbook_add_format(book)};
  for (auto* format : {formats.heading, formats.text}) {
    ::format_set_text_wrap(format);
    ::format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    ::format_set_num_format(format, "@");
  }
  ::format_set_bold(formats.heading);
  ::format_set_bg_color(formats.heading, 0xE7ECEE);
  ::format_set_bottom(formats.heading, LXW_BORDER_MEDIUM);
  return formats;
}

std::string fitting(const std::string& said) {
  auto text = characters_of(said);
  const auto whole = first_units(text, cell_characters_max);
  if (whole.size() == text.size()) return text;
  return std::string{first_units(text, cell_characters_max - cut_note.size())}.append(cut_note);
}

void write_cell(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& text,
                lxw_format* format) {
  if (text.empty()) return;
  need(::worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                fitting(text).c_str(), format));
}

// In a printed header "&" begins a code.
std::string header_text(const std::string& said) {
  const auto title = characters_of(said);
  std::string text = "&L";
  for (const char c : first_units(title, header_units_max / 2)) {
    text += c;
    if (c == '&') text += '&';
  }
  return text;
}

void set_page(lxw_worksheet* sheet, const Sheet& content) {
  ::worksheet_set_landscape(sheet);
  ::worksheet_set_paper(sheet, a4);
  ::worksheet_fit_to_pages(sheet, 1, 0);
  ::worksheet_freeze_panes(sheet, 1, 0);
  need(::worksheet_repeat_rows(sheet, 0, 0));
  need(::worksheet_set_header(sheet, header_text(content.title).c_str()));
  need(::worksheet_set_footer(sheet, "&R&P of &N"));
}

void write_sheet(lxw_worksheet* sheet, const Sheet& content, const Formats& formats) {
  for (std::size_t at = 0; at < content.columns.size(); ++at) {
    const auto& column = content.columns[at];
    const auto place = static_cast<lxw_col_t>(at);
    need(::worksheet_set_column(sheet, place, place, std::clamp(column.width, 4.0, 100.0),
                                formats.text));
    write_cell(sheet, 0, at, column.heading, formats.heading);
  }
  for (std::size_t row = 0; row < content.rows.size(); ++row) {
    for (std::size_t at = 0; at < content.rows[row].size(); ++at) {
      write_cell(sheet, row + 1, at, content.rows[row][at], formats.text);
    }
  }
  if (!content.columns.empty()) set_page(sheet, content);
}

void set_properties(lxw_workbook* book, const Properties& properties) {
  const auto said = characters_of(properties.title);
  std::string title{first_units(said, property_max)};
  lxw_doc_properties known{};
  known.title = title.data();
  need(::workbook_set_properties(book, &known));
  need(::workbook_set_custom_property_string(book, "Language", properties.language.c_str()));
}

std::vector<std::string> names_of(const std::vector<Sheet>& sheets) {
  std::vector<std::string> names;
  for (const auto& sheet : sheets) {
    names.push_back(sheet.name);
  }
  if (names.empty()) names.emplace_back("Empty");
  return sheet_names(names);
}

std::string bytes_of(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in || !bytes) throw SpreadsheetFailed{"the workbook could not be read back"};
  return std::move(bytes).str();
}

}  // namespace

std::string write_xlsx(const std::vector<Sheet>& sheets, const Properties& properties) {
  const MemoryFile file;
  Book book{file.name()};
  const auto formats = formats_of(book.get());
  const auto names = names_of(sheets);
  for (std::size_t at = 0; at < names.size(); ++at) {
    auto* sheet = ::workbook_add_worksheet(book.get(), names[at].c_str());
    if (sheet == nullptr) throw SpreadsheetFailed{"a sheet could not be named"};
    if (at < sheets.size()) write_sheet(sheet, sheets[at], formats);
  }
  set_properties(book.get(), properties);
  book.close();
  return bytes_of(file.name());
}

}  // namespace onereturn::spreadsheet
