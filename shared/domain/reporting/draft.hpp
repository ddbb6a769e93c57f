#pragma once

#include <string>
#include <vector>

#include "domain/documents/document.hpp"

// What a report says before anybody has edited it.
namespace onereturn::reporting {

// A part that people edit. `key` stays the same through all drafts of one kind of report
// ("summary", "findings", "conclusions"); `text` is marked text (documents/marked_text.hpp),
// written so that whatever the data says reads as those very characters.
struct Section {
  std::string key;
  std::string heading;
  std::string text;

  bool operator==(const Section&) const = default;
};

// A conclusion or a recommendation that another report took over: numbered there, and with a link
// (https) back to where it was made.
struct Lifted {
  std::string organisation;
  std::string text;  // plain, one paragraph
  std::string href;  // "" where nothing can be linked to
};

// The sections come first. The facts follow them: headings of level 2, each with its tables, that
// nobody edits. They are what the board's records say on the day; a section's figures are the same.
struct Draft {
  std::string title;
  std::string subtitle;
  std::vector<Section> sections;
  std::vector<documents::Block> facts;
};

}  // namespace onereturn::reporting
