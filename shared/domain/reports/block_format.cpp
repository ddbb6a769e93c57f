#include "domain/reports/block_format.hpp"

#include "base/ensure.hpp"
#include "platform/json/json.hpp"

namespace onereturn::reports {
namespace {

using documents::Block;
using documents::BoxWords;
using documents::Cell;
using documents::Column;
using documents::Contents;
using documents::ContentsLine;
using documents::Heading;
using documents::List;
using documents::PageBreak;
using documents::Paragraph;
using documents::Picture;
using documents::SignOff;
using documents::SignOffs;
using documents::Span;
using documents::Table;
using json::Array;
using json::Object;
using json::Value;

// A pack of a board with 1,500 organisations, and no more.
constexpr json::Limits limits{16, std::size_t{64} * 1024 * 1024};

// What is as a rule is not written: most cells are one plain span.
Value span_value(const Span& span) {
  Object object{{"text", span.text}};
  if (span.strong) object.emplace_back("strong", true);
  if (span.emphasis) object.emplace_back("emphasis", true);
  if (!span.href.empty()) object.emplace_back("href", span.href);
  if (!span.note.empty()) object.emplace_back("note", span.note);
  return object;
}

Object paragraph_object(const Paragraph& paragraph) {
  Array spans;
  for (const auto& span : paragraph.spans)
    spans.push_back(span_value(span));
  Object object{{"spans", std::move(spans)}};
  if (!paragraph.language.empty()) object.emplace_back("language", paragraph.language);
  return object;
}

Array paragraphs_value(const std::vector<Paragraph>& paragraphs) {
  Array all;
  for (const auto& paragraph : paragraphs)
    all.emplace_back(paragraph_object(paragraph));
  return all;
}

// Words of a box are its box's: of them only the seal is kept.
Value box_value(const BoxWords& box) {
  return Object{
      {"return", box.of_return}, {"version", box.version}, {"box", box.box}, {"seal", box.seal}};
}

Value cell_value(const Cell& cell) {
  auto own = cell.paragraphs;
  if (cell.kept_in) own.resize(static_cast<std::size_t>(cell.kept_in->own));
  Object object{{"paragraphs", paragraphs_value(own)}};
  if (cell.kept_in) object.emplace_back("kept_in", box_value(*cell.kept_in));
  if (cell.heading) object.emplace_back("heading", true);
  if (cell.columns != 1) object.emplace_back("columns", cell.columns);
  if (cell.shade != 0) object.emplace_back("shade", cell.shade);
  return object;
}

Value table_value(const Table& table) {
  Array columns;
  for (const auto& column : table.columns) {
    columns.push_back(Object{{"heading", column.heading}, {"width", column.width}});
  }
  Array rows;
  for (const auto& row : table.rows) {
    Array cells;
    for (const auto& cell : row)
      cells.push_back(cell_value(cell));
    rows.emplace_back(std::move(cells));
  }
  return Object{{"is", "table"},
                {"caption", table.caption},
                {"columns", std::move(columns)},
                {"rows", std::move(rows)},
                {"first_is_heading", table.first_is_heading},
                {"name", table.name}};
}

Value list_value(const List& list) {
  Array items;
  for (const auto& item : list.items)
    items.emplace_back(paragraphs_value(item));
  Object made{{"is", "list"}, {"numbered", list.numbered}, {"items", std::move(items)}};
  if (list.first != 1) made.emplace_back("first", list.first);
  return made;
}

Value signs_value(const SignOffs& signs) {
  Array lines;
  for (const auto& line : signs.lines) {
    lines.push_back(Object{{"role", line.role}, {"name", line.name}, {"date", line.date}});
  }
  return Object{{"is", "signs"}, {"lines", std::move(lines)}};
}

Value contents_value(const Contents& contents) {
  Array lines;
  for (const auto& line : contents.lines) {
    lines.push_back(Object{{"text", line.text}, {"anchor", line.anchor}, {"more", line.more}});
  }
  return Object{{"is", "contents"}, {"lines", std::move(lines)}};
}

struct WriteBlock {
  Value operator()(const Heading& heading) const {
    return Object{{"is", "heading"},
                  {"level", heading.level},
                  {"text", heading.text},
                  {"anchor", heading.anchor}};
  }
  Value operator()(const Paragraph& paragraph) const {
    auto object = paragraph_object(paragraph);
    object.insert(object.begin(), {"is", "paragraph"});
    return object;
  }
  Value operator()(const List& list) const { return list_value(list); }
  Value operator()(const Table& table) const { return table_value(table); }
  Value operator()(const Picture& picture) const {
    return Object{{"is", "picture"},
                  {"svg", picture.svg},
                  {"alternative", picture.alternative},
                  {"caption", picture.caption}};
  }
  Value operator()(const PageBreak&) const { return Object{{"is", "page"}}; }
  Value operator()(const SignOffs& signs) const { return signs_value(signs); }
  Value operator()(const Contents& contents) const { return contents_value(contents); }
};

const Value& member(const Value& value, const char* key) {
  const auto* found = value.find(key);
  ENSURE(found != nullptr, "a block without one of its members");
  return *found;
}

const std::string& text_of(const Value& value, const char* key) {
  const auto* text = member(value, key).if_text();
  ENSURE(text != nullptr, "a block with a member that is no text");
  return *text;
}

const Array& list_of(const Value& value, const char* key) {
  const auto* list = member(value, key).if_array();
  ENSURE(list != nullptr, "a block with a member that is no list");
  return *list;
}

int number_of(const Value& value, const char* key, int otherwise) {
  const auto* found = value.find(key);
  const auto* number = found == nullptr ? nullptr : found->if_integer();
  return number == nullptr ? otherwise : static_cast<int>(*number);
}

bool flag_of(const Value& value, const char* key) {
  const auto* found = value.find(key);
  const auto* flag = found == nullptr ? nullptr : found->if_bool();
  return flag != nullptr && *flag;
}

std::string text_if(const Value& value, const char* key) {
  const auto* found = value.find(key);
  const auto* text = found == nullptr ? nullptr : found->if_text();
  return text == nullptr ? std::string() : *text;
}

Paragraph read_paragraph(const Value& value) {
  Paragraph paragraph;
  paragraph.language = text_if(value, "language");
  for (const auto& each : list_of(value, "spans")) {
    Span span;
    span.text = text_of(each, "text");
    span.strong = flag_of(each, "strong");
    span.emphasis = flag_of(each, "emphasis");
    span.href = text_if(each, "href");
    span.note = text_if(each, "note");
    paragraph.spans.push_back(std::move(span));
  }
  return paragraph;
}

std::vector<Paragraph> read_paragraphs(const Array& values) {
  std::vector<Paragraph> all;
  for (const auto& value : values)
    all.push_back(read_paragraph(value));
  return all;
}

Cell read_cell(const Value& value) {
  Cell cell;
  cell.paragraphs = read_paragraphs(list_of(value, "paragraphs"));
  cell.heading = flag_of(value, "heading");
  cell.columns = number_of(value, "columns", 1);
  cell.shade = number_of(value, "shade", 0);
  if (const auto* box = value.find("kept_in")) {
    cell.kept_in =
        BoxWords{text_of(*box, "return"), number_of(*box, "version", 0), text_of(*box, "box"),
                 text_of(*box, "seal"), static_cast<int>(cell.paragraphs.size())};
  }
  return cell;
}

Table read_table(const Value& value) {
  Table table;
  table.caption = text_of(value, "caption");
  table.name = text_of(value, "name");
  table.first_is_heading = flag_of(value, "first_is_heading");
  for (const auto& each : list_of(value, "columns")) {
    Column column;
    column.heading = text_of(each, "heading");
    column.width = number_of(each, "width", 1);
    table.columns.push_back(std::move(column));
  }
  for (const auto& row : list_of(value, "rows")) {
    ENSURE(row.if_array() != nullptr, "a table with a row that is no list");
    auto& cells = table.rows.emplace_back();
    for (const auto& each : *row.if_array())
      cells.push_back(read_cell(each));
  }
  return table;
}

List read_list(const Value& value) {
  List list;
  list.numbered = flag_of(value, "numbered");
  list.first = number_of(value, "first", 1);
  for (const auto& item : list_of(value, "items")) {
    ENSURE(item.if_array() != nullptr, "a list with an item that is no list");
    list.items.push_back(read_paragraphs(*item.if_array()));
  }
  return list;
}

SignOffs read_signs(const Value& value) {
  SignOffs signs;
  for (const auto& line : list_of(value, "lines")) {
    SignOff one;
    one.role = text_of(line, "role");
    one.name = text_of(line, "name");
    one.date = text_of(line, "date");
    signs.lines.push_back(std::move(one));
  }
  return signs;
}

Contents read_contents(const Value& value) {
  Contents contents;
  for (const auto& line : list_of(value, "lines")) {
    contents.lines.push_back(
        ContentsLine{text_of(line, "text"), text_of(line, "anchor"), text_of(line, "more")});
  }
  return contents;
}

Heading read_heading(const Value& value) {
  Heading heading;
  heading.level = number_of(value, "level", 2);
  heading.text = text_of(value, "text");
  heading.anchor = text_of(value, "anchor");
  return heading;
}

// Read back letter for letter. Whether what stands in the database may be written into HTML is
// asked where it is written: BlockHtml writes no picture that is not a plain drawing.
Picture read_picture(const Value& value) {
  Picture picture;
  picture.svg = text_of(value, "svg");
  picture.alternative = text_of(value, "alternative");
  picture.caption = text_of(value, "caption");
  return picture;
}

Block read_block(const Value& value) {
  const auto& is = text_of(value, "is");
  if (is == "heading") return read_heading(value);
  if (is == "paragraph") return read_paragraph(value);
  if (is == "list") return read_list(value);
  if (is == "table") return read_table(value);
  if (is == "picture") return read_picture(value);
  if (is == "signs") return read_signs(value);
  if (is == "contents") return read_contents(value);
  ENSURE(is == "page", "a block of a kind that nobody knows");
  return PageBreak{};
}

}  // namespace

Value blocks_value(const std::vector<Block>& blocks) {
  Array all;
  for (const auto& block : blocks)
    all.push_back(std::visit(WriteBlock{}, block));
  return all;
}

std::string write_blocks(const std::vector<Block>& blocks) {
  return json::write(blocks_value(blocks));
}

std::vector<Block> read_blocks(std::string_view text) {
  const auto parsed = json::parse(text, limits);
  ENSURE(parsed.value && parsed.value->if_array() != nullptr, "blocks that do not read back");
  std::vector<Block> blocks;
  for (const auto& value : *parsed.value->if_array())
    blocks.push_back(read_block(value));
  return blocks;
}

}  // namespace onereturn::reports
