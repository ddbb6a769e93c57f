#include "platform/convert/word_layout.hpp"

#include <algorithm>
#include <stdexcept>

#include "platform/archive/archive.hpp"
#include "platform/convert/whole_rows.hpp"

namespace onereturn::convert {
namespace {

constexpr std::string_view paragraph_begins = "<w:p>";
constexpr std::string_view paragraph_ends = "</w:p>";
constexpr std::string_view table_begins = "<w:tbl>";
constexpr std::string_view properties = "<w:pPr>";
constexpr std::string_view kept = "<w:keepNext/>";
// Some four lines: more may well be parted from what they speak of.
constexpr std::size_t letters_max = 400;

std::string_view style_of(std::string_view paragraph) {
  constexpr std::string_view names = "<w:pStyle w:val=\"";
  const auto at = paragraph.find(names);
  if (at == std::string_view::npos) return {};
  const auto from = at + names.size();
  return paragraph.substr(from, paragraph.find('"', from) - from);
}

bool is_picture(std::string_view paragraph) {
  return paragraph.find("<w:drawing>") != std::string_view::npos;
}

// The paragraph behind a place, or a table's beginning, past the marks that are no part of a page.
std::string_view what_follows(std::string_view text) {
  while (text.starts_with("<w:bookmark")) {
    const auto end = text.find('>');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  if (text.starts_with(table_begins)) return table_begins;
  return text.starts_with(paragraph_begins) ? text.substr(0, text.find(paragraph_ends))
                                            : std::string_view{};
}

bool leads_in(std::string_view paragraph, std::string_view next) {
  if (is_picture(paragraph)) return style_of(next) == "ImageCaption";
  if (letters_in(paragraph) > letters_max) return false;
  return next == table_begins || style_of(next) == "TableCaption" || is_picture(next);
}

}  // namespace

std::string lead_ins_kept(const std::string& words) {
  const std::string_view all = words;
  std::string text;
  text.reserve(words.size() + words.size() / 50);
  std::size_t done = 0;
  for (auto at = all.find(paragraph_begins); at != std::string_view::npos;
       at = all.find(paragraph_begins, done)) {
    const auto end = all.find(paragraph_ends, at);
    if (end == std::string_view::npos) break;
    auto after = at + paragraph_begins.size();
    text.append(all.substr(done, after - done));
    const auto next = what_follows(all.substr(end + paragraph_ends.size()));
    if (leads_in(all.substr(after, end - after), next)) {
      const bool has = all.substr(after).starts_with(properties);
      if (has) {
        after += properties.size();
        text.append(properties);
        // The style comes first among what is said of a paragraph.
        if (all.substr(after).starts_with("<w:pStyle")) {
          const auto past = all.find('>', after) + 1;
          text.append(all.substr(after, past - after));
          after = past;
        }
        text.append(kept);
      } else {
        text.append(properties).append(kept).append("</w:pPr>");
      }
    }
    done = after;
  }
  return text.append(all.substr(done));
}

std::string cells_shaded(const std::string& words, std::string_view styles) {
  constexpr std::string_view cell = "<w:tcPr /><w:p><w:pPr><w:pStyle w:val=\"Heat";
  constexpr std::string_view none = "<w:tcPr />";
  constexpr std::string_view fill = "w:fill=\"";
  const std::string_view all = words;
  std::string text;
  std::size_t done = 0;
  for (auto at = all.find(cell); at != std::string_view::npos; at = all.find(cell, done)) {
    text.append(all.substr(done, at - done));
    const auto style = style_of(all.substr(at));
    const auto said = styles.find("w:styleId=\"" + std::string(style) + "\"");
    const auto colour = said == std::string_view::npos ? said : styles.find(fill, said);
    done = at + none.size();
    if (colour == std::string_view::npos) {
      text.append(none);
      continue;
    }
    const auto from = colour + fill.size();
    text.append(R"(<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill=")")
        .append(styles.substr(from, styles.find('"', from) - from))
        .append("\"/></w:tcPr>");
  }
  return text.append(all.substr(done));
}

std::string laid_out(const std::string& docx, std::string_view styles) {
  try {
    return archive::with_changed(docx, "word/document.xml", [&](const std::string& words) {
      return cells_shaded(lead_ins_kept(rows_kept_whole(words)), styles);
    });
  } catch (const std::runtime_error&) {
    return {};
  }
}

}  // namespace onereturn::convert
