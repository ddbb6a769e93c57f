#include "domain/reporting/draft_words.hpp"

#include <algorithm>
#include <cstdlib>

#include "domain/documents/marked_text.hpp"

namespace onereturn::reporting {

namespace {

bool is_inside(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

}  // namespace

std::string figure(int number) {
  auto digits = std::to_string(std::abs(number));
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return number < 0 ? "-" + digits : digits;
}

std::string counted(int number, std::string_view one, std::string_view many) {
  return figure(number) + " " + std::string(number == 1 ? one : many);
}

std::string out_of(int part, int whole, std::string_view one, std::string_view many) {
  return figure(part) + " of " + counted(whole, one, many);
}

std::string verb(int part, std::string_view one, std::string_view many) {
  return std::string(part == 1 ? one : many);
}

std::string listed(const std::vector<std::string>& parts) {
  std::string words;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    if (at > 0) words += at + 1 == parts.size() ? " and " : ", ";
    words += parts[at];
  }
  return words;
}

std::string period_words(Date from, Date to) {
  return from == to ? to_words(from) : "from " + to_words(from) + " to " + to_words(to);
}

std::string first_words(std::string_view text, std::size_t most) {
  text = trimmed(text.substr(0, text.find('\n')));
  std::size_t characters = 0;
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    if (!is_inside(text[end]) && ++characters > most) break;
  }
  if (end == text.size()) return std::string(text);
  const auto blank = text.rfind(' ', end);
  // A text without blanks is cut between two characters.
  if (blank != std::string_view::npos && blank > end / 2) end = blank;
  return std::string(trimmed(text.substr(0, end))) + " …";
}

std::string clause_of(std::string_view text) {
  auto words = first_words(text);
  if (words.ends_with('.')) words.pop_back();
  return words;
}

std::string capital(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') {
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  }
  return words;
}

std::vector<documents::Paragraph> lines_of(std::string_view text) {
  std::vector<documents::Paragraph> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = trimmed(text.substr(0, end));
    if (!line.empty()) lines.push_back(plain(std::string(line)));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

documents::Cell cell(std::string text) {
  documents::Cell one;
  if (!text.empty()) one.paragraphs.push_back(plain(std::move(text)));
  return one;
}

documents::Cell words_cell(std::string_view text, std::string_view empty) {
  documents::Cell one;
  one.paragraphs = lines_of(text);
  return one.paragraphs.empty() ? cell(std::string(empty)) : one;
}

documents::Cell figure_cell(int number) { return cell(figure(number)); }

documents::Cell heading_cell(std::string text) {
  auto one = cell(std::move(text));
  one.heading = true;
  return one;
}

documents::Heading heading(std::string text, std::string anchor, int level) {
  documents::Heading one;
  one.level = level;
  one.text = std::move(text);
  one.anchor = std::move(anchor);
  return one;
}

SectionText& SectionText::say(std::string sentence) {
  if (!sentence.empty()) blocks_.emplace_back(plain(std::move(sentence)));
  return *this;
}

SectionText& SectionText::quote(std::string_view text) {
  for (auto& line : lines_of(text))
    blocks_.emplace_back(std::move(line));
  return *this;
}

SectionText& SectionText::under(std::string title) {
  blocks_.emplace_back(heading(std::move(title), "", 3));
  return *this;
}

SectionText& SectionText::points(const std::vector<std::string>& points, std::string_view more) {
  std::vector<documents::Paragraph> paragraphs;
  for (const auto& point : points)
    paragraphs.push_back(plain(point));
  return list(false, std::move(paragraphs), more);
}

SectionText& SectionText::numbered(std::vector<documents::Paragraph> points,
                                   std::string_view more) {
  return list(true, std::move(points), more);
}

SectionText& SectionText::list(bool is_numbered, std::vector<documents::Paragraph> points,
                               std::string_view more) {
  if (points.empty()) return *this;
  const auto left = points.size() > points_max ? points.size() - points_max : 0;
  if (left > 0) points.resize(points_max);
  documents::List list;
  list.numbered = is_numbered;
  for (auto& point : points)
    list.items.push_back({std::move(point)});
  blocks_.emplace_back(std::move(list));
  if (left > 0) {
    say(figure(static_cast<int>(left)) + " more stand in " + std::string(more) + ".");
  }
  return *this;
}

std::string SectionText::text() const { return documents::write_marked(blocks_); }

}  // namespace onereturn::reporting
