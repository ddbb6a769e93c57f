#include "domain/reporting/return_boxes.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "base/hex.hpp"
#include "domain/fan_out/redacted_boxes.hpp"
#include "domain/mapping/rating.hpp"
#include "domain/reporting/draft_words.hpp"

namespace onereturn::reporting {

namespace {

using frameworks::BoxContent;
using frameworks::FilledBy;
using mapping::BoxState;

constexpr const char* redacted_words =
    "Redacted: what stood here has been taken out for good. The seal of the return still holds"
    " without it.";
constexpr int lines_to_write_on = 4;

const char* who_fills(FilledBy by) {
  switch (by) {
    case FilledBy::agency:
      return "organisation";
    case FilledBy::board:
      return "board";
    case FilledBy::agency_then_board:
      break;
  }
  return "organisation, then board";
}

std::string limit_words(const frameworks::Box& box) {
  if (box.max_words) return "At most " + counted(*box.max_words, "word", "words") + ".";
  if (box.max_length) {
    return "At most " + counted(*box.max_length, "character", "characters") + ".";
  }
  return {};
}

documents::Cell quiet(std::string words) {
  auto one = cell(std::move(words));
  for (auto& paragraph : one.paragraphs) {
    for (auto& span : paragraph.spans)
      span.emphasis = true;
  }
  return one;
}

std::string source_words(const mapping::Source& source) {
  auto words = source.name.empty() ? source.code : source.name;
  if (source.not_applicable) words += ", does not apply";
  if (source.confirmed.on) words += ", confirmed " + to_words(*source.confirmed.on);
  if (source.confirmed.carried) words += ", carried over from the last time";
  return words;
}

documents::Paragraph label_of(const mapping::RenderedBox& box) {
  auto label = plain(box.point_label);
  label.spans.front().strong = true;
  return label;
}

}  // namespace

void put_words(documents::Cell& cell, std::string_view text) {
  ENSURE(cell.kept_in, "words of no box");
  cell.paragraphs.resize(static_cast<std::size_t>(cell.kept_in->own));
  // Of a rating the box says the point first, which the cell has already.
  if (!cell.paragraphs.empty()) {
    const auto& own = cell.paragraphs.front().spans.front().text;
    if (text.starts_with(own)) text.remove_prefix(own.size());
  }
  for (auto& line : lines_of(text))
    cell.paragraphs.push_back(std::move(line));
}

void put_redacted(documents::Cell& cell, bool keeps_point) {
  ENSURE(cell.kept_in, "words of no box");
  cell.paragraphs.resize(keeps_point ? static_cast<std::size_t>(cell.kept_in->own) : 0);
  cell.paragraphs.push_back(quiet(redacted_words).paragraphs.front());
}

std::string box_heading(const frameworks::Box& box) {
  return box.label + " (" + who_fills(box.filled_by) + ")";
}

PrintedBoxes::PrintedBoxes(const fan_out::DeliveredCopy& copy, const PaperOfReturn& paper)
    : form_(copy.form.get()), copy_(&copy), paper_(&paper) {
  for (std::size_t at = 0; at < copy.copy.boxes.size(); ++at)
    places_.emplace(copy.copy.boxes[at].box_no, at);
}

bool PrintedBoxes::is_redacted(std::size_t at) const {
  return at < copy_->seals.size() && fan_out::is_redacted(copy_->seals[at]);
}

void PrintedBoxes::name_box(documents::Cell& cell, std::size_t at, std::size_t words) const {
  if (at >= copy_->seals.size() || copy_->seals[at].digest.empty()) return;
  cell.kept_in = documents::BoxWords{copy_->id.text(), copy_->receipt.version_no,
                                     copy_->copy.boxes[at].box_no, to_hex(copy_->seals[at].digest),
                                     static_cast<int>(cell.paragraphs.size() - words)};
}

documents::Cell PrintedBoxes::cell(const frameworks::Box& box) const {
  if (blank()) return to_write_in(box);
  const auto found = places_.find(box.box_no);
  if (found == places_.end()) {
    return quiet(box.filled_by == FilledBy::board ? "For the board to fill in" : "Left empty");
  }
  const auto& stored = copy_->copy.boxes[found->second];
  if (is_redacted(found->second)) {
    auto gone = quiet(redacted_words);
    // Whoever redacts may leave the point.
    if (!stored.point.empty()) gone.paragraphs.insert(gone.paragraphs.begin(), label_of(stored));
    return gone;
  }
  auto one = delivered(box, stored);
  name_box(one, found->second, lines_of(stored.text).size());
  return one;
}

documents::Cell PrintedBoxes::delivered(const frameworks::Box& box,
                                        const mapping::RenderedBox& found) const {
  documents::Cell one;
  if (box.content == BoxContent::rating && !found.point_label.empty()) {
    one.paragraphs.push_back(label_of(found));
  } else if (found.state == BoxState::not_applicable) {
    one.paragraphs.push_back(plain(mapping::not_applicable_label(*form_)));
  }
  for (auto& line : lines_of(found.text))
    one.paragraphs.push_back(std::move(line));
  if (one.paragraphs.empty()) {
    const bool boards = found.state == BoxState::left_to_board || box.filled_by == FilledBy::board;
    return quiet(boards ? "For the board to fill in" : "Left empty");
  }
  if (paper_->sources_as_notes) one.paragraphs.back().spans.back().note = account(found);
  return one;
}

std::string PrintedBoxes::account(const mapping::RenderedBox& box) const {
  std::string words = paper_->for_agency ? "" : box.rule_text;
  std::vector<std::string> sources;
  for (const auto& source : box.sources) {
    auto one = source_words(source);
    if (!one.empty() && std::find(sources.begin(), sources.end(), one) == sources.end()) {
      sources.push_back(std::move(one));
    }
  }
  std::string from;
  for (const auto& one : sources)
    from += (from.empty() ? "" : "; ") + one;
  if (!from.empty()) words += (words.empty() ? "From: " : " From: ") + from + ".";
  return words;
}

documents::Cell PrintedBoxes::to_write_in(const frameworks::Box& box) const {
  if (box.content == BoxContent::rating && form_->scale) {
    documents::Cell one;
    for (const auto& point : form_->scale->points)
      one.paragraphs.push_back(plain("[   ] " + point.label));
    if (!form_->scale->not_applicable_label.empty()) {
      one.paragraphs.push_back(plain("[   ] " + form_->scale->not_applicable_label));
    }
    return one;
  }
  auto one = quiet(limit_words(box));
  // A blank that does not break keeps the line on paper.
  for (int line = 0; line < lines_to_write_on; ++line)
    one.paragraphs.push_back(plain("\xC2\xA0"));
  return one;
}

documents::Cell PrintedBoxes::detail(const std::string& box_no) const {
  if (blank()) return reporting::cell("\xC2\xA0");
  const auto found = places_.find(box_no);
  if (found == places_.end()) return quiet("Not given");
  if (is_redacted(found->second)) return quiet(redacted_words);
  auto one = words_cell(copy_->copy.boxes[found->second].text);
  const auto words = one.paragraphs.size();
  if (words == 0) one = quiet("Not given");
  name_box(one, found->second, words);
  return one;
}

std::vector<const mapping::RenderedAction*> PrintedBoxes::actions(
    const std::string& section) const {
  std::vector<const mapping::RenderedAction*> here;
  if (blank()) return here;
  for (const auto& action : copy_->copy.actions) {
    const bool in_it = std::any_of(action.places.begin(), action.places.end(),
                                   [&](const auto& place) { return place.section == section; });
    if (in_it) here.push_back(&action);
  }
  return here;
}

}  // namespace onereturn::reporting
