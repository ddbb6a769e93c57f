#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

// What a document says, before it is HTML, Word, ODF or PDF: a title page's facts and blocks one
// after the other. Pure: nothing here reads data or makes files.
namespace onereturn::documents {

// Words of one kind. `note` is the text of a footnote that stands behind them; `href` an https or
// mailto address, anything else is left out when it is written.
struct Span {
  std::string text = {};
  bool strong = false;
  bool emphasis = false;
  std::string href = {};
  std::string note = {};

  bool operator==(const Span&) const = default;
};

// `language` ("cy", "ar") where it is not the document's; "" otherwise.
struct Paragraph {
  std::vector<Span> spans;
  std::string language = {};

  bool operator==(const Paragraph&) const = default;
};

// Level 2 to 4; level 1 is the document's title. `anchor` is what contents and links point to: one
// that contents name begins with a letter, is unique, and has no more than 40 letters and digits.
struct Heading {
  int level = 2;
  std::string text = {};
  std::string anchor = {};

  bool operator==(const Heading&) const = default;
};

struct List {
  bool numbered = false;
  std::vector<std::vector<Paragraph>> items;
  int first = 1;  // number of the first item: a list that a paragraph interrupts counts on

  bool operator==(const List&) const = default;
};

// Which box of a delivered return the words of a cell stand in. Where cells are kept, these words
// are not kept with them but read from the box again: what is redacted there is gone here too.
// `seal` is the digest of what stood there; `own` of the paragraphs, the first, are the document's.
struct BoxWords {
  std::string of_return;
  int version = 0;
  std::string box;
  std::string seal;
  int own = 0;

  bool operator==(const BoxWords&) const = default;
};

struct Cell {
  std::vector<Paragraph> paragraphs;
  bool heading = false;  // of its row
  int columns = 1;       // how many it spans
  int shade = 0;         // of a heat table: 1 (lightest) to 5, said by its words as well; 0: none
  std::optional<BoxWords> kept_in = {};

  bool operator==(const Cell&) const = default;
};

// `width` is the column's share of the table's.
struct Column {
  std::string heading = {};
  int width = 1;

  bool operator==(const Column&) const = default;
};

// `name` is that of its sheet and file ("register-of-returns"); the caption is for readers.
struct Table {
  std::string caption = {};
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  bool first_is_heading = false;
  std::string name = {};

  bool operator==(const Table&) const = default;
};

// One that we drew ourselves (drawing_check.hpp): `svg` is written as it stands, or not at all. The
// alternative is never empty.
struct Picture {
  std::string svg;
  std::string alternative = {};
  std::string caption = {};

  bool operator==(const Picture&) const = default;
};

struct PageBreak {
  bool operator==(const PageBreak&) const = default;
};

// Who stands for the document. Without a name: a line to sign on.
struct SignOff {
  std::string role;
  std::string name = {};
  std::string date = {};  // as people write it

  bool operator==(const SignOff&) const = default;
};

struct SignOffs {
  std::vector<SignOff> lines;

  bool operator==(const SignOffs&) const = default;
};

// A line for each part: a link to the heading with that anchor, and where there are pages, the
// number of the one on which it begins. `more` stands below it.
struct ContentsLine {
  std::string text;
  std::string anchor;
  std::string more = {};

  bool operator==(const ContentsLine&) const = default;
};

struct Contents {
  std::vector<ContentsLine> lines;

  bool operator==(const Contents&) const = default;
};

using Block = std::variant<Heading, Paragraph, List, Table, Picture, PageBreak, SignOffs, Contents>;

// The board's own: its name, logo (bytes; "image/png" or "image/jpeg", none where empty), colour.
struct Look {
  std::string name = {};
  std::string logo = {};
  std::string logo_type = {};
  std::string colour = "#0b4f5c";
};

struct Document {
  std::string title;
  std::string subtitle;
  std::string language = "en-GB";
  Look look;
  std::string record;       // its number in the board's records
  std::string check_value;  // of its content, for who doubts a copy
  std::string standing;     // "Draft 2", "Signed off 4 May 2027"
  std::string verify_url;   // where anybody can ask whether it is genuine
  std::vector<Block> blocks;
};

// Plain words as a paragraph, and as a cell.
Paragraph plain(std::string text);
Cell cell(std::string text);

}  // namespace onereturn::documents
