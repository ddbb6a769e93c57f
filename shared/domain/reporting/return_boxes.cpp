#include "domain/reporting/return_boxes.hpp"

#include <algorithm>

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

}  // namespace

std::string box_heading(const frameworks::Box& box) {
  return box.label + " (" + who_fills(box.filled_by) + ")";
}

PrintedBoxes::PrintedBoxes(const fan_out::DeliveredCopy& copy, const PaperOfReturn& paper)
    : form_(copy.form.get()), copy_(&copy), paper_(&paper) {
  for (std::size_t at = 0; at < copy.copy.boxes.size(); ++at)
    places_.emplace(copy.copy.boxes[at].box_no, at);
}

bool PrintedBoxes::is_redacted(std::size_t at) const {
  const auto& box = copy_->copy.boxes[at];
  // A text goes together with its salt, and with its point; its digest stays.
  return at < copy_->seals.size() && copy_->seals[at].salt.empty() &&
         !copy_->seals[at].digest.empty() && box.state == BoxState::written && box.text.empty() &&
         box.point.empty();
}

documents::Cell PrintedBoxes::cell(const frameworks::Box& box) const {
  if (blank()) return to_write_in(box);
  const auto found = places_.find(box.box_no);
  if (found == places_.end()) {
    return quiet(box.filled_by == FilledBy::board ? "For the board to fill in" : "Left empty");
  }
  if (is_redacted(found->second)) return quiet(redacted_words);
  return delivered(box, copy_->copy.boxes[found->second]);
}

documents::Cell PrintedBoxes::delivered(const frameworks::Box& box,
                                        const mapping::RenderedBox& found) const {
  documents::Cell one;
  if (box.content == BoxContent::rating && !found.point_label.empty()) {
    auto label = plain(found.point_label);
    label.spans.front().strong = true;
    one.paragraphs.push_back(std::move(label));
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
  return one.paragraphs.empty() ? quiet("Not given") : one;
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
