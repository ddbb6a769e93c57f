#pragma once

#include <string>
#include <string_view>

namespace onereturn::convert {

// What pandoc cannot say of a Word document (word/document.xml as it writes it), so that pages look
// as if a person had laid them out. Each takes the words and answers them changed.

// A few lines above a table, its caption or a picture stay on its page, as headings do; and a
// picture on that of its caption. No cell's words: of a table all of whose rows are kept together,
// and with what follows, LibreOffice leaves out those for which a page has no room.
std::string lead_ins_kept(const std::string& words);

// A cell of a heat table (styles "Heat 1" to "Heat 5") has its colour to the edges.
// `styles`: word/styles.xml, which says what colour that is.
std::string cells_shaded(const std::string& words, std::string_view styles);

// Both, and whole rows (whole_rows.hpp), for a Word file; "" when it cannot be read.
std::string laid_out(const std::string& docx, std::string_view styles);

}  // namespace onereturn::convert
