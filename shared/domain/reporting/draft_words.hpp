#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "domain/documents/document.hpp"

// Small pieces that all reports are put together from.
namespace onereturn::reporting {

// "1 return", "3 returns", "1,204 returns"; "no return" is what a sentence says for itself.
std::string counted(int number, std::string_view one, std::string_view many);
// "3 of 12 returns"; "1 of 1 return". The denominator decides the noun, the part its verb.
std::string out_of(int part, int whole, std::string_view one, std::string_view many);
std::string verb(int part, std::string_view one, std::string_view many);
// "1,204".
std::string figure(int number);
// "A, B and C".
std::string listed(const std::vector<std::string>& parts);
// "from 1 March 2027 to 31 March 2027"; a single day alone.
std::string period_words(Date from, Date to);
// The first words of a text, at most so many characters, cut between words, with "…".
std::string first_words(std::string_view text, std::size_t most = 160);
// The same inside a sentence of ours: without a full stop of its own.
std::string clause_of(std::string_view text);
std::string capital(std::string words);

using documents::plain;
// One paragraph for each line that says something.
std::vector<documents::Paragraph> lines_of(std::string_view text);

documents::Cell cell(std::string text);
// A text that somebody wrote, in its paragraphs; `empty` where it says nothing.
documents::Cell words_cell(std::string_view text, std::string_view empty = "");
documents::Cell figure_cell(int number);
documents::Cell heading_cell(std::string text);

documents::Heading heading(std::string text, std::string anchor, int level = 2);

// A section's text while it is put together. Lists stop after so many points and say how many more
// there are, so that a section stays one that somebody can edit.
class SectionText {
 public:
  static constexpr std::size_t points_max = 40;

  SectionText& say(std::string sentence);
  // What somebody wrote, paragraph by paragraph.
  SectionText& quote(std::string_view text);
  // `more`: where the rest stands, "the table of each item".
  SectionText& points(const std::vector<std::string>& points, std::string_view more);
  SectionText& numbered(std::vector<documents::Paragraph> points, std::string_view more);
  SectionText& under(std::string heading);

  bool empty() const { return blocks_.empty(); }
  // Marked text.
  std::string text() const;

 private:
  SectionText& list(bool numbered, std::vector<documents::Paragraph> points, std::string_view more);
  std::vector<documents::Block> blocks_;
};

}  // namespace onereturn::reporting
