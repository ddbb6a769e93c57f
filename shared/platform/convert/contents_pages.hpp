#pragma once

#include <map>
#include <string>
#include <string_view>

namespace onereturn::convert {

// The pages of a Word file's contents. Word writes them only once somebody updates the fields;
// until then it shows what was written there, which is the page on which LibreOffice lays the place
// out.

using Pages = std::map<std::string, int, std::less<>>;

// The page, from 1, of each place that has a name in a PDF, in the plain form of `qpdf --qdf`.
Pages pages_of_names(std::string_view plain);

// The words (word/document.xml, as paper.lua writes it) with those pages; one of a place that is
// nowhere stays as it is.
std::string with_pages(std::string_view words, const Pages& pages);

}  // namespace onereturn::convert
