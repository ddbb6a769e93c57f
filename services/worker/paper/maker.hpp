#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "platform/config/settings.hpp"
#include "platform/convert/converter.hpp"
#include "platform/log/log.hpp"
#include "platform/spreadsheet/spreadsheet.hpp"

// Makes the files that people download, out of a document's HTML and its tables.
namespace onereturn::worker::paper {

convert::Settings converter_settings(const config::PaperSettings& told);

// For how long a worker holds a paper's job: longer than the programs may take, so that no other
// begins the same meanwhile and what is made is kept; a worker that dies delays its paper by that.
std::chrono::seconds lease_of(const config::PaperSettings& told);

enum class Format { pdf, docx, odt, xlsx, ods, csv };

// May be used by several threads at once.
class Maker {
 public:
  // Says in the log when rooms are open, or when nothing can be made.
  Maker(convert::Settings settings, log::Logger& log);

  // False: this worker makes spreadsheets (.xlsx, CSV) only.
  bool usable() const { return converter_.usable(); }

  // A csv is that of the first sheet. The properties of a workbook are the title given and the
  // look's language. Throws convert::ConversionFailed, spreadsheet::SpreadsheetFailed and
  // std::system_error; never answers anything half made.
  std::string make(Format format, const std::string& html,
                   const std::vector<spreadsheet::Sheet>& sheets, const std::string& title,
                   const convert::Look& look) const;

 private:
  convert::Converter converter_;
};

}  // namespace onereturn::worker::paper
