#include "domain/mapping/canonical_form.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/frameworks/template_rules.hpp"
#include "domain/mapping/item_ask.hpp"

namespace onereturn::mapping {

using frameworks::Box;
using frameworks::FilledBy;
using frameworks::FrameworkIndex;
using frameworks::Item;
using frameworks::LocalKind;
using frameworks::Section;
using frameworks::Template;

namespace {

bool any_rated(const std::vector<Box>& boxes) {
  return std::ranges::any_of(boxes,
                             [](const Box& box) { return frameworks::is_agency_rated(box); });
}

template <class Visit>
void for_each_item(const Template& form, const Visit& visit) {
  for (const Section& section : form.sections) {
    for (const Item& item : section.items) {
      visit(item, any_rated(section.boxes) || any_rated(item.boxes));
    }
  }
}

// By place in the framework: whether a scale that the agency fills touches it.
std::map<std::size_t, bool> touched_by(const Engagement& engagement, const FrameworkIndex& index) {
  std::map<std::size_t, bool> touched;
  for_each_item(*engagement.form, [&](const Item& item, bool rated) {
    const auto* mapping = live_mapping(engagement, item.code);
    if (mapping == nullptr) return;
    for (const std::string& facet : mapping->facets) {
      const auto* requirement = index.requirement_of(facet);
      if (requirement == nullptr) continue;
      bool& level = touched[index.order_of(requirement->code)];
      level = level || rated;
    }
  });
  return touched;
}

void add_local(const Engagement& engagement, const FrameworkIndex& index, LocalKind kind,
               std::vector<Extra>& result) {
  for (const auto& [order, rated] : touched_by(engagement, index)) {
    const auto& requirement = index.framework().requirements[order];
    if (requirement.local != kind) continue;
    Extra extra;
    extra.kind = kind == LocalKind::whole ? ExtraKind::whole : ExtraKind::part;
    extra.board = engagement.board.code;
    extra.requirement = requirement.code;
    extra.question = requirement.local_question;
    extra.level_needed = rated && kind == LocalKind::whole;
    result.push_back(std::move(extra));
  }
}

}  // namespace

std::vector<CommonQuestion> common_questions(const FrameworkIndex& index,
                                             const std::vector<Engagement>& boards) {
  std::map<std::size_t, CommonQuestion> questions;
  for (const Engagement& engagement : boards) {
    for (const auto& [order, rated] : touched_by(engagement, index)) {
      const auto& requirement = index.framework().requirements[order];
      if (requirement.local == LocalKind::whole) continue;
      CommonQuestion& question = questions[order];
      question.requirement = requirement.code;
      question.level_needed = question.level_needed || rated;
      question.boards.push_back(engagement.board.code);
    }
  }
  std::vector<CommonQuestion> result;
  for (auto& [order, question] : questions)
    result.push_back(std::move(question));
  return result;
}

std::vector<Extra> extras(const FrameworkIndex& index, const std::vector<Engagement>& boards) {
  std::vector<Extra> result;
  for (const Engagement& engagement : boards) {
    add_local(engagement, index, LocalKind::whole, result);
    add_local(engagement, index, LocalKind::part, result);
    std::vector<Extra> unmapped;
    for_each_item(*engagement.form, [&](const Item& item, bool rated) {
      const auto* mapping = live_mapping(engagement, item.code);
      Extra extra;
      extra.board = engagement.board.code;
      extra.item = item.code;
      extra.level_needed = rated;
      if (mapping == nullptr) {
        extra.kind = ExtraKind::unmapped;
        extra.question = item.wording;
        unmapped.push_back(std::move(extra));
      } else if (mapping->residual) {
        extra.kind = ExtraKind::residual;
        extra.question = mapping->residual->question;
        result.push_back(std::move(extra));
      }
    });
    result.insert(result.end(), unmapped.begin(), unmapped.end());
  }
  return result;
}

int word_boxes(const Template& form) {
  int count = 0;
  const auto add = [&](const std::vector<Box>& boxes) {
    for (const Box& box : boxes) {
      if (frameworks::holds_words(box) && box.filled_by != FilledBy::board) ++count;
    }
  };
  for (const Section& section : form.sections) {
    add(section.boxes);
    for (const Item& item : section.items)
      add(item.boxes);
  }
  return count;
}

Effort effort_of(const FrameworkIndex& index, const std::vector<Engagement>& boards) {
  Effort effort;
  for (const Engagement& engagement : boards) {
    for (const Section& section : engagement.form->sections) {
      effort.separately += static_cast<int>(section.items.size());
    }
    effort.boxes += word_boxes(*engagement.form);
  }
  effort.once = static_cast<int>(common_questions(index, boards).size());
  for (const Extra& extra : extras(index, boards)) {
    switch (extra.kind) {
      case ExtraKind::whole:
        ++effort.whole;
        break;
      case ExtraKind::part:
        ++effort.parts;
        break;
      case ExtraKind::residual:
        ++effort.residuals;
        break;
      case ExtraKind::unmapped:
        ++effort.unmapped;
        break;
    }
  }
  return effort;
}

}  // namespace onereturn::mapping
