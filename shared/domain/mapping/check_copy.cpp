#include "domain/mapping/check_copy.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "domain/frameworks/template_rules.hpp"
#include "domain/mapping/check_answers.hpp"
#include "domain/mapping/check_words.hpp"
#include "domain/mapping/copy_actions.hpp"
#include "domain/mapping/explain.hpp"
#include "domain/mapping/finding_list.hpp"
#include "domain/mapping/rating.hpp"

namespace onereturn::mapping {

using frameworks::Box;
using frameworks::BoxContent;
using frameworks::FrameworkIndex;
using frameworks::Template;

int characters_in(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

int words_in(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

namespace {

std::map<std::string, const Box*> printed_boxes(const Template& form) {
  std::map<std::string, const Box*> boxes;
  for (const auto& section : form.sections) {
    for (const Box& box : section.boxes)
      boxes.emplace(box.box_no, &box);
    for (const auto& item : section.items) {
      for (const Box& box : item.boxes)
        boxes.emplace(box.box_no, &box);
    }
  }
  return boxes;
}

class BoxChecks {
 public:
  BoxChecks(const Engagement& engagement, const BoardSide& side, const RenderedCopy& copy,
            FindingList& findings)
      : form_(*engagement.form),
        side_(side),
        copy_(copy),
        printed_(printed_boxes(form_)),
        findings_(findings) {}

  void check(const RenderedBox& box) {
    if (box.state == BoxState::left_to_board) return;
    const auto found = printed_.find(box.box_no);
    const Box* printed = found == printed_.end() ? nullptr : found->second;
    if (box.content == BoxContent::detail) {
      if (box.state == BoxState::unanswered) {
        missing("no-detail", box, "\"" + box.label + "\" is missing from your details.");
      }
      return;
    }
    if (printed == nullptr) return;
    check_overrides(box);
    if (box.content == BoxContent::rating) {
      check_rating(box);
    } else {
      check_words(box, *printed);
    }
  }

 private:
  // Missing things are errors, unless they were promised. Where an answer is missing, that says it.
  void missing(const std::string& rule, const RenderedBox& box, std::string message) {
    if (said_already(box)) return;
    CopyFinding finding = about(rule, box, std::move(message));
    if (side_.promises.contains(box.box_no)) finding.severity = Severity::promised;
    findings_.add(std::move(finding));
  }

  // Words that were promised excuse what is unanswered, but not a rating that is left to choose.
  bool said_already(const RenderedBox& box) const {
    const auto said = [&](const std::string& item) {
      return findings_.answer_missing(item) ||
             (box.state == BoxState::unanswered && findings_.answer_promised(item));
    };
    if (!box.item.empty()) return said(box.item);
    for (const auto& section : form_.sections) {
      if (section.code != box.section) continue;
      return std::any_of(section.items.begin(), section.items.end(),
                         [&](const auto& item) { return said(item.code); });
    }
    return false;
  }

  static CopyFinding about(const std::string& rule, const RenderedBox& box, std::string message) {
    CopyFinding finding;
    finding.rule = rule;
    finding.key = rule + ":" + box.box_no;
    finding.box_no = box.box_no;
    finding.item = box.item;
    finding.message = std::move(message);
    return finding;
  }

  void query(const std::string& rule, const RenderedBox& box, std::string message) {
    CopyFinding finding = about(rule, box, std::move(message));
    finding.severity = Severity::query;
    findings_.add(std::move(finding));
  }

  void error(const std::string& rule, const RenderedBox& box, std::string message) {
    findings_.add(about(rule, box, std::move(message)));
  }

  // Counted only where it could be too long: a text has no more characters than bytes, nor words.
  void check_length(const RenderedBox& box, const Box& printed) {
    const auto may_pass = [&](const std::optional<int>& max) {
      return max && std::cmp_greater(box.text.size(), *max);
    };
    if (may_pass(printed.max_length)) {
      const int over = characters_in(box.text) - *printed.max_length;
      if (over > 0) {
        error("too-long", box,
              std::to_string(over) + " characters too long: the box takes " +
                  std::to_string(*printed.max_length) + ".");
      }
    }
    if (may_pass(printed.max_words)) {
      const int over = words_in(box.text) - *printed.max_words;
      if (over > 0) {
        error("too-long", box,
              std::to_string(over) + " words too long: the box takes " +
                  std::to_string(*printed.max_words) + ".");
      }
    }
  }

  void check_words(const RenderedBox& box, const Box& printed) {
    if (box.state == BoxState::unanswered && printed.required) {
      missing("no-text", box, "\"" + box.label + "\" is empty.");
    }
    check_length(box, printed);
    const bool improves = box.content == BoxContent::improvement && !box.text.empty();
    if (improves && form_.improvement_demands_action &&
        !has_dated_action(copy_, box.section, box.item)) {
      error("improvement-without-action", box,
            "An area for improvement needs an action with its date.");
    }
  }

  void check_rating(const RenderedBox& box) {
    if (box.rule == "parts-disagree") {
      error("parts-disagree", box, "The level and the levels of its parts disagree.");
    } else if (box.state == BoxState::unanswered) {
      missing("no-rating", box, "Something that this rating needs is not answered.");
    } else if (box.state == BoxState::choose) {
      missing("choose", box, "Choose: " + labels_of(box.points, form_) + ".");
    } else if (box.state == BoxState::no_point) {
      missing("no-point", box, "The board's scale has nothing for this level. Choose.");
    }
    const auto choice = side_.choices.find(box.box_no);
    const bool stale = choice != side_.choices.end() && !box.overridden &&
                       (box.state == BoxState::set ? choice->second.point != box.point
                                                   : !may_choose(box, choice->second.point));
    if (stale) {
      query("choice-does-not-fit", box, "What was chosen before no longer follows.");
    }
    const auto* point = frameworks::find_point(form_, box.point);
    if (point != nullptr && point->action_demanded &&
        !has_dated_action(copy_, box.section, box.item)) {
      error("no-action", box, point->label + " needs an action with its date.");
    }
    if (box.item.empty() || point == nullptr || point->levels.high >= 2) return;
    const auto* item = frameworks::find_item(form_, box.item);
    if (item != nullptr && item->essential) {
      query("essential-not-met", box, "This one is essential, and the minimum is not met.");
    }
  }

  void check_overrides(const RenderedBox& box) {
    const auto by_hand = side_.overrides.find(box.box_no);
    if (by_hand == side_.overrides.end()) return;
    if (!box.overridden) {
      error("override-unknown", box, "What was put in by hand does not belong in this box.");
    } else if (by_hand->second.reason.empty()) {
      error("override-without-reason", box, "Say why this was put in by hand.");
    }
  }

  const Template& form_;
  const BoardSide& side_;
  const RenderedCopy& copy_;
  std::map<std::string, const Box*> printed_;
  FindingList& findings_;
};

}  // namespace

std::vector<CopyFinding> check_copy(const Engagement& engagement, const FrameworkIndex& index,
                                    const CommonSide& common, const BoardSide& side,
                                    const RenderedCopy& copy,
                                    const std::vector<BoardIdentity>& engaged, Date today) {
  FindingList findings(side);
  check_answers(engagement, index, common, side, today, findings);
  BoxChecks boxes(engagement, side, copy, findings);
  for (const RenderedBox& box : copy.boxes) {
    boxes.check(box);
  }
  if (!engaged.empty()) {
    check_guards(engagement, common, side, copy, engaged, today, findings);
  }
  return findings.take();
}

bool is_complete(const std::vector<CopyFinding>& findings) {
  return std::none_of(findings.begin(), findings.end(),
                      [](const auto& finding) { return finding.severity == Severity::error; });
}

}  // namespace onereturn::mapping
