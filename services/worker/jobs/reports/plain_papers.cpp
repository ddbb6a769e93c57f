#include "worker/jobs/reports/plain_papers.hpp"

#include <algorithm>
#include <string_view>

#include "domain/documents/document_html.hpp"
#include "domain/documents/sheets.hpp"
#include "platform/crypto/encoding.hpp"

namespace onereturn::worker {
namespace {

// As data addresses want it, out of the form for addresses and cookies.
std::string base64(std::string_view bytes) {
  auto text = crypto::to_base64url(bytes);
  std::ranges::replace(text, '-', '+');
  std::ranges::replace(text, '_', '/');
  text.append((4 - text.size() % 4) % 4, '=');
  return text;
}

std::string title_line(const std::string& title) {
  documents::Sheet alone;
  alone.columns = {documents::Column{title, 1}};
  return documents::csv_of(alone);
}

}  // namespace

Result<std::string> plain_paper(const documents::Document& document, reports::Format format) {
  if (format == reports::Format::html) return documents::to_html(document, base64);
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
