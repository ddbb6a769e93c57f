#include "domain/documents/block_html.hpp"

#include <algorithm>

#include "domain/documents/column_widths.hpp"
#include "domain/documents/drawing_check.hpp"
#include "domain/documents/html_text.hpp"
#include "domain/documents/marked_inline.hpp"

namespace onereturn::documents {
namespace {

constexpr int shades = 5;

// As wide as it was drawn, so that its letters are as large as those around it.
std::string width_of(std::string_view svg) {
  constexpr std::string_view key = " width=\"";
  const auto head = svg.substr(0, svg.find('>'));
  const auto at = head.find(key);
  if (at == std::string_view::npos) return "";
  const auto value = head.substr(at + key.size());
  const auto digits = value.substr(0, value.find('"'));
  const bool number = !digits.empty() && digits.size() <= 4 &&
                      digits.find_first_not_of("0123456789") == std::string_view::npos;
  return number ? " width=\"" + std::string(digits) + "\"" : "";
}

std::string heading_size(int level) { return level <= 2 ? "govuk-heading-m" : "govuk-heading-s"; }

}  // namespace

void BlockHtml::add(const Block& block) {
  std::visit([this](const auto& one) { write(one); }, block);
}

void BlockHtml::add_notes() {
  if (notes_.empty()) return;
  if (what_ == HtmlFor::converting) {
    for (std::size_t at = 0; at < notes_.size(); ++at)
      html_ += R"(<aside epub:type="footnote" id="note-)" + std::to_string(at + 1) + "\"><p>" +
               html_text(notes_[at]) + "</p></aside>\n";
  } else {
    html_ += "<ol" + of_class("govuk-list govuk-list--number or-notes") + ">\n";
    for (std::size_t at = 0; at < notes_.size(); ++at) {
      const auto number = std::to_string(at + 1);
      html_ += "<li id=\"note-" + number + "\">" + html_text(notes_[at]) + " <a href=\"#note-" +
               number + "-from\">Back to where note " + number + " stands</a></li>\n";
    }
    html_ += "</ol>\n";
  }
  notes_.clear();
}

std::string BlockHtml::of_class(std::string_view name) const {
  return what_ == HtmlFor::page ? " class=\"" + std::string(name) + "\"" : "";
}

std::string BlockHtml::cell_class(bool heading, const std::string& shade) const {
  const std::string heat = shade.empty() ? "" : "or-heat-" + shade;
  if (what_ == HtmlFor::reading) return heat.empty() ? "" : " class=\"" + heat + "\"";
  return of_class((heading ? "govuk-table__header" : "govuk-table__cell") +
                  (heat.empty() ? "" : " " + heat));
}

std::string BlockHtml::note_mark(const std::string& note) {
  notes_.push_back(note);
  const auto number = std::to_string(notes_.size());
  if (what_ == HtmlFor::converting)
    return R"(<a epub:type="noteref" href="#note-)" + number + "\">" + number + "</a>";
  return "<sup><a href=\"#note-" + number + "\" id=\"note-" + number + "-from\">" + number +
         "</a></sup>";
}

std::string BlockHtml::spans(const Paragraph& paragraph) {
  std::string made;
  for (const auto& span : paragraph.spans) {
    std::string words = html_text(span.text);
    if (span.emphasis) words = "<em>" + words + "</em>";
    if (span.strong) words = "<strong>" + words + "</strong>";
    if (is_safe_address(span.href))
      words = "<a href=\"" + html_attribute(span.href) + "\">" + words + "</a>";
    made += words;
    if (!span.note.empty()) made += note_mark(span.note);
  }
  if (!paragraph.language.empty())
    return "<span lang=\"" + html_attribute(paragraph.language) + "\">" + made + "</span>";
  return made;
}

void BlockHtml::write(const Heading& heading) {
  const int level = std::clamp(heading.level, 2, 4);
  const auto name = "h" + std::to_string(what_ == HtmlFor::converting ? level - 1 : level);
  const auto id = html_id(heading.anchor);
  html_ += "<" + name + (id.empty() ? "" : " id=\"" + id + "\"") + of_class(heading_size(level)) +
           ">" + html_text(heading.text) + "</" + name + ">\n";
}

void BlockHtml::write(const Paragraph& paragraph) {
  html_ += "<p dir=\"auto\"" + of_class("govuk-body") + ">" + spans(paragraph) + "</p>\n";
}

void BlockHtml::write(const List& list) {
  const std::string name = list.numbered ? "ol" : "ul";
  const std::string start =
      list.numbered && list.first != 1 ? " start=\"" + std::to_string(list.first) + "\"" : "";
  html_ +=
      "<" + name + start +
      of_class(list.numbered ? "govuk-list govuk-list--number" : "govuk-list govuk-list--bullet") +
      ">\n";
  for (const auto& item : list.items) {
    html_ += "<li dir=\"auto\">";
    for (std::size_t at = 0; at < item.size(); ++at)
      html_ += item.size() == 1 ? spans(item[at]) : "<p>" + spans(item[at]) + "</p>";
    html_ += "</li>\n";
  }
  html_ += "</" + name + ">\n";
}

void BlockHtml::write_columns(const Table& table) {
  if (what_ == HtmlFor::converting) {
    html_ += "<colgroup>";
    for (const int width : column_widths(table))
      html_ += "<col style=\"width: " + std::to_string(width) + "%\" />";
    html_ += "</colgroup>\n";
  }
  html_ += "<thead" + of_class("govuk-table__head") + "><tr" + of_class("govuk-table__row") + ">";
  for (const auto& column : table.columns)
    html_ += "<th scope=\"col\"" + of_class("govuk-table__header") + ">" +
             html_text(column.heading) + "</th>";
  html_ += "</tr></thead>\n";
}

void BlockHtml::write_cell(const Cell& cell, bool heading) {
  // Pandoc holds every body's first heading to one column: there all are cells, told by their
  // scope.
  const std::string name = heading && what_ != HtmlFor::converting ? "th" : "td";
  const auto shade = cell.shade > 0 ? std::to_string(std::min(cell.shade, shades)) : "";
  html_ += "<" + name + " dir=\"auto\"" + (heading ? " scope=\"row\"" : "") +
           (cell.columns > 1 ? " colspan=\"" + std::to_string(cell.columns) + "\"" : "") +
           cell_class(heading, shade) + ">";
  const bool styled = what_ == HtmlFor::converting && !shade.empty();
  if (styled) html_ += "<div data-custom-style=\"Heat " + shade + "\">";
  const bool alone = cell.paragraphs.size() == 1 && !styled;
  for (const auto& paragraph : cell.paragraphs)
    html_ += alone ? spans(paragraph) : "<p>" + spans(paragraph) + "</p>";
  html_ += std::string(styled ? "</div>" : "") + "</" + name + ">";
}

void BlockHtml::write(const Table& table) {
  html_ += "<table" + of_class("govuk-table") + ">\n";
  if (!table.caption.empty())
    html_ += "<caption" + of_class("govuk-table__caption govuk-table__caption--s") + ">" +
             html_text(table.caption) + "</caption>\n";
  write_columns(table);
  html_ += "<tbody" + of_class("govuk-table__body") + ">\n";
  for (const auto& row : table.rows) {
    html_ += "<tr" + of_class("govuk-table__row") + ">";
    for (std::size_t at = 0; at < row.size(); ++at)
      write_cell(row[at], row[at].heading || (at == 0 && table.first_is_heading));
    html_ += "</tr>\n";
  }
  html_ += "</tbody>\n</table>\n";
}

// It may have been kept in a database since we drew it: where it is anything but a drawing of ours,
// its words stand alone.
void BlockHtml::write(const Picture& picture) {
  if (!is_plain_drawing(picture.svg)) {
    write(plain(picture.caption.empty() ? picture.alternative
                                        : picture.caption + ": " + picture.alternative));
    return;
  }
  const auto words = html_attribute(picture.alternative);
  if (what_ == HtmlFor::converting) {
    html_ += "<p><img alt=\"" + words + "\" src=\"data:image/svg+xml;base64," +
             (base64_ ? (*base64_)(picture.svg) : "") + "\"" + width_of(picture.svg) + " /></p>\n";
    if (!picture.caption.empty())
      html_ += "<div data-custom-style=\"Picture caption\"><p>" + html_text(picture.caption) +
               "</p></div>\n";
    return;
  }
  html_ += "<figure" + of_class("or-picture") + R"(><div role="img" aria-label=")" + words + "\">" +
           picture.svg + "</div>";
  if (!picture.caption.empty())
    html_ += "<figcaption>" + html_text(picture.caption) + "</figcaption>";
  html_ += "</figure>\n";
}

void BlockHtml::write(const PageBreak&) {
  if (what_ == HtmlFor::converting)
    html_ += "<div data-custom-style=\"Page break\"><p>&#160;</p></div>\n";
  else if (what_ == HtmlFor::reading)
    html_ += "<div class=\"page-break\"></div>\n";
}

void BlockHtml::write(const SignOffs& sign_offs) {
  Table table;
  const bool signed_off =
      std::ranges::any_of(sign_offs.lines, [](const SignOff& line) { return !line.name.empty(); });
  table.caption = signed_off ? "Signed off" : "To be signed";
  table.columns = {{"For", 3}, {"Name", 4}, {"Signature or date", 4}};
  table.first_is_heading = true;
  for (const auto& line : sign_offs.lines)
    table.rows.push_back(
        {cell(line.role), cell(line.name), cell(line.name.empty() ? "\n\n" : line.date)});
  write(table);
}

void BlockHtml::write(const Contents& contents) {
  if (what_ == HtmlFor::converting) {
    for (const auto& line : contents.lines) {
      const auto id = html_id(line.anchor);
      html_ += R"(<div data-custom-style="Contents"><p><a href="#)" + id + "\">" +
               html_text(line.text) + "</a><span data-page-of=\"" + id + "\"></span></p></div>\n";
      if (!line.more.empty())
        html_ += "<div data-custom-style=\"Small\"><p>" + html_text(line.more) + "</p></div>\n";
    }
    return;
  }
  html_ += "<nav aria-label=\"Contents\"><ul" + of_class("govuk-list") + ">\n";
  for (const auto& line : contents.lines) {
    html_ += "<li><a" + of_class("govuk-link") + " href=\"#" + html_id(line.anchor) + "\">" +
             html_text(line.text) + "</a>" +
             (line.more.empty() ? "" : "<br />" + html_text(line.more)) + "</li>\n";
  }
  html_ += "</ul></nav>\n";
}

}  // namespace onereturn::documents
