#pragma once

#include <string>
#include <vector>

#include "domain/documents/document.hpp"

namespace onereturn::documents {

// A table for a spreadsheet. Names are those that every spreadsheet takes: at most 31 characters,
// none of []:*?/\, no two alike in one document.
struct Sheet {
  std::string name;
  std::string title;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;

  bool operator==(const Sheet&) const = default;
};

// Every table of the document in its order; paragraphs of a cell on lines of their own.
std::vector<Sheet> sheets_of(const Document& document);

// One sheet as CSV, formulas made harmless.
std::string csv_of(const Sheet& sheet);

}  // namespace onereturn::documents
