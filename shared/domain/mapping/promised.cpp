#include "domain/mapping/promised.hpp"

#include <algorithm>

#include "domain/frameworks/template_rules.hpp"

namespace onereturn::mapping {

using frameworks::BoxContent;

std::vector<std::string> boxes_to_promise(const frameworks::Section& section,
                                          const frameworks::Item& item) {
  std::vector<std::string> boxes;
  for (const auto& box : item.boxes.empty() ? section.boxes : item.boxes) {
    if (!frameworks::holds_words(box) || box.filled_by == frameworks::FilledBy::board) continue;
    if (box.content != BoxContent::improvement) boxes.push_back(box.box_no);
  }
  return boxes;
}

bool is_promised(const BoardSide& side, const frameworks::Section& section,
                 const frameworks::Item& item) {
  const auto boxes = boxes_to_promise(section, item);
  return !boxes.empty() && std::all_of(boxes.begin(), boxes.end(), [&](const auto& box_no) {
    return side.promises.contains(box_no);
  });
}

bool words_missing(const Ask& ask, bool with_residuals) {
  const auto unsaid = [](const Answer& answer) {
    return answer.texts.describes.empty() && answer.texts.knows.empty() &&
           std::all_of(answer.part_texts.begin(), answer.part_texts.end(), [](const auto& part) {
             return part.second.describes.empty() && part.second.knows.empty();
           });
  };
  const bool answers = std::any_of(
      ask.requirements.begin(), ask.requirements.end(), [&](const AskedRequirement& asked) {
        if (asked.answer == nullptr) return true;
        if (asked.answer->not_applicable) return false;
        const bool part_demanded = asked.requirement->local == frameworks::LocalKind::part;
        const bool part_missing = asked.local == nullptr || asked.local->texts.empty();
        return unsaid(*asked.answer) || (part_demanded && part_missing);
      });
  const auto own_question_open = [](const AskedResidual& asked) {
    return asked.answer == nullptr || (!asked.answer->not_applicable && asked.answer->text.empty());
  };
  return answers || (with_residuals &&
                     std::any_of(ask.residuals.begin(), ask.residuals.end(), own_question_open));
}

std::string promise_words(const Promise& promise) {
  return "Not to hand. Will be supplied by " + to_words(*promise.by_on) + ", by " +
         promise.by_whom + ".";
}

}  // namespace onereturn::mapping
