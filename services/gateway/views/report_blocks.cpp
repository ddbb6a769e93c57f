#include <algorithm>

#include "domain/documents/drawing_check.hpp"
#include "gateway/views/reports.hpp"

namespace onereturn::gateway::views {
namespace {

using documents::Block;
using documents::Paragraph;
using html::Data;

bool may_lead_there(const std::string& href) {
  return href.starts_with("https://") || href.starts_with("mailto:");
}

Data spans_data(const Paragraph& paragraph) {
  auto spans = Data::list();
  for (const auto& span : paragraph.spans) {
    const bool link = may_lead_there(span.href);
    spans.push(Data::object()
                   .set("text", span.text)
                   .set("strong", span.strong && !link)
                   .set("emphasis", span.emphasis && !span.strong && !link)
                   .set("plain", !span.strong && !span.emphasis && !link)
                   .set("href", link ? Data(span.href) : Data())
                   .set("note", Data::text_or_no(span.note)));
  }
  return spans;
}

Data paragraphs_data(const std::vector<Paragraph>& paragraphs) {
  auto all = Data::list();
  for (const auto& paragraph : paragraphs) {
    all.push(Data::object()
                 .set("spans", spans_data(paragraph))
                 .set("language", Data::text_or_no(paragraph.language)));
  }
  return all;
}

Data row_data(const documents::Table& table, const std::vector<documents::Cell>& row) {
  auto cells = Data::list();
  for (std::size_t at = 0; at < row.size(); ++at) {
    const auto& column = at < table.columns.size() ? table.columns[at].heading : std::string();
    const bool heading = row[at].heading || (at == 0 && table.first_is_heading);
    cells.push(Data::object()
                   .set("heading", heading)
                   .set("label", column)
                   .set("columns", row[at].columns)
                   .set("shade", row[at].shade > 0 ? Data(row[at].shade) : Data())
                   .set("paragraphs", paragraphs_data(row[at].paragraphs)));
  }
  return Data::object().set("cells", std::move(cells));
}

Data table_data(const documents::Table& table) {
  auto columns = Data::list();
  for (const auto& column : table.columns)
    columns.push(Data::object().set("heading", column.heading));
  auto rows = Data::list();
  for (const auto& row : table.rows)
    rows.push(row_data(table, row));
  return Data::object()
      .set("caption", table.caption)
      .set("columns", std::move(columns))
      .set("rows", std::move(rows));
}

Data list_data(const documents::List& list) {
  auto items = Data::list();
  for (const auto& item : list.items)
    items.push(Data::object().set("paragraphs", paragraphs_data(item)));
  return Data::object()
      .set("numbered", list.numbered)
      .set("first", list.first)
      .set("items", std::move(items));
}

// Every block has every key; the one that it is says more than "no".
Data empty_block() {
  return Data::object()
      .set("h3", Data())
      .set("h4", Data())
      .set("paragraph", Data())
      .set("list", Data())
      .set("table", Data())
      .set("picture", Data());
}

struct AsData {
  std::string src = {};  // where the picture is served; "" where none is
  Data block = empty_block();

  Data operator()(const documents::Heading& heading) {
    return block.set(heading.level <= 2 ? "h3" : "h4", heading.text);
  }
  Data operator()(const Paragraph& paragraph) {
    return block.set("paragraph", Data::object()
                                      .set("spans", spans_data(paragraph))
                                      .set("language", Data::text_or_no(paragraph.language)));
  }
  Data operator()(const documents::List& list) { return block.set("list", list_data(list)); }
  Data operator()(const documents::Table& table) { return block.set("table", table_data(table)); }
  Data operator()(const documents::Picture& picture) {
    const bool shown = !src.empty() && documents::is_plain_drawing(picture.svg);
    return block.set("picture", Data::object()
                                    .set("src", shown ? Data(src) : Data())
                                    .set("words", picture.alternative)
                                    .set("caption", Data::text_or_no(picture.caption)));
  }
  Data operator()(const documents::PageBreak&) { return block; }
  Data operator()(const documents::SignOffs& signs) {
    documents::List list;
    for (const auto& line : signs.lines) {
      list.items.push_back(
          {documents::plain(line.name.empty() ? line.role + ": not signed yet"
                                              : line.role + ": " + line.name +
                                                    (line.date.empty() ? "" : ", " + line.date))});
    }
    return block.set("list", list_data(list));
  }
  // Pages have no numbers here, and the headings follow at once.
  Data operator()(const documents::Contents& contents) {
    documents::List list;
    for (const auto& line : contents.lines) {
      list.items.push_back(
          {documents::plain(line.text + (line.more.empty() ? "" : ". " + line.more))});
    }
    return block.set("list", list_data(list));
  }
};

}  // namespace

Data blocks_data(const std::vector<Block>& blocks, const std::string& pictures) {
  auto all = Data::list();
  int picture = 0;
  for (const auto& block : blocks) {
    const bool drawn = std::holds_alternative<documents::Picture>(block);
    AsData data;
    if (drawn && !pictures.empty()) data.src = pictures + std::to_string(++picture);
    all.push(std::visit(std::move(data), block));
  }
  return all;
}

}  // namespace onereturn::gateway::views
