#include "gateway/views/closer_look.hpp"

#include <map>

#include "domain/reviews/review_rules.hpp"
#include "gateway/views/samples.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

// "3.4.evidence" is the evidence box of 3.4: the board knows it as 3.4.
std::string item_of_box(const std::string& box) {
  const auto dot = box.rfind('.');
  const bool named = dot != std::string::npos && dot + 1 < box.size() && box[dot + 1] >= 'a';
  return named ? box.substr(0, dot) : box;
}

// The lines of one sample: each piece once, with the items that it stands behind.
Data sample_data(const std::vector<reviews::SampleNote>& notes) {
  std::map<int, std::pair<const reviews::SampleNote*, std::vector<std::string>>> pieces;
  for (const auto& note : notes) {
    auto& [first, items] = pieces[note.number];
    if (first == nullptr) first = &note;
    const auto item = item_of_box(note.box);
    if (!item.empty() && (items.empty() || items.back() != item)) items.push_back(item);
  }
  auto lines = Data::list();
  for (const auto& [number, piece] : pieces) {
    const auto& [note, items] = piece;
    const auto state = note->result  ? outcome_words(note->result->outcome)
                       : note->asked ? std::string("Asked for. Result after you see it")
                                     : std::string("No result yet");
    lines.push(Data::object()
                   .set("title", note->title)
                   .set("behind", items.empty() ? Data() : Data(joined(items)))
                   .set("state", state));
  }
  const auto& head = notes.front();
  return Data::object()
      .set("href", "/samples/" + head.sample.text())
      .set("size", std::to_string(head.size) + " of " +
                       counted(head.population, "piece of evidence", "pieces of evidence"))
      .set("seed", head.seed)
      .set("lines", std::move(lines));
}

Data member_data(const reviews::Review& review, const reviews::SentNotes& sent) {
  auto rows = Data::list();
  for (const auto& note : sent.notes) {
    if (note.grade.empty() && note.comment.empty()) continue;
    const auto* item =
        sent.form && !note.item.empty() ? reviews::item_of(*sent.form, note.item) : nullptr;
    rows.push(Data::object()
                  .set("item", item != nullptr ? numbered(item->number, item->wording)
                                               : std::string("The return as a whole"))
                  .set("grade", Data::text_or_no(note.grade))
                  .set("comment", Data::text_or_no(note.comment)));
  }
  return Data::object()
      .set("href", "/peer-reviews/" + review.review.text())
      .set("reviewer", review.reviewer)
      .set("home", review.home)
      .set("rows", std::move(rows));
}

}  // namespace

Data closer_look(const std::vector<reviews::SampleNote>& drawn,
                 const std::vector<std::pair<reviews::Review, reviews::SentNotes>>& notes) {
  if (drawn.empty() && notes.empty()) return {};
  std::vector<std::vector<reviews::SampleNote>> by_sample;
  for (const auto& note : drawn) {
    if (by_sample.empty() || by_sample.back().front().sample != note.sample) {
      by_sample.emplace_back();
    }
    by_sample.back().push_back(note);
  }
  auto samples = Data::list();
  for (const auto& one : by_sample) {
    samples.push(sample_data(one));
  }
  auto members = Data::list();
  for (const auto& [review, sent] : notes) {
    members.push(member_data(review, sent));
  }
  return Data::object().set("samples", std::move(samples)).set("members", std::move(members));
}

}  // namespace onereturn::gateway::views
