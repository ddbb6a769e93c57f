#include "worker/jobs/reports/plain_papers.hpp"

#include "domain/documents/document_html.hpp"
#include "domain/documents/sheets.hpp"

namespace onereturn::worker {
namespace {

std::string title_line(const std::string& title) {
  documents::Sheet alone;
  alone.columns = {documents::Column{title, 1}};
  return documents::csv_of(alone);
}

}  // namespace

Result<std::string> plain_paper(const documents::Document& document, reports::Format format) {
  if (format == reports::Format::html) return documents::to_html(document);
  if (format == reports::Format::csv) {
    std::string text;
    for (const auto& sheet : documents::sheets_of(document)) {
      if (!text.empty()) text += "\r\n";
      text += title_line(sheet.title) + documents::csv_of(sheet);
    }
    if (text.empty()) text = title_line("This report has no tables");
    return text;
  }
  return Problem{ProblemCode::invalid,
                 "no-converter",
                 "This format needs a converter that is not set up here. Web page and CSV are "
                 "made without one.",
                 {}};
}

}  // namespace onereturn::worker
