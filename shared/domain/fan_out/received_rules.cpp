#include "domain/fan_out/received_rules.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/ensure.hpp"
#include "domain/fan_out/result_hash.hpp"
#include "domain/frameworks/framework_rules.hpp"
#include "domain/frameworks/template_rules.hpp"
#include "domain/mapping/rating.hpp"

namespace onereturn::fan_out {
namespace {

using mapping::BoxState;
using mapping::RenderedBox;
using mapping::SourceKind;

// What the template prints for each box number.
std::map<std::string, RenderedBox, std::less<>> printed_boxes(const frameworks::Template& form) {
  std::map<std::string, RenderedBox, std::less<>> printed;
  const auto add = [&](const std::vector<frameworks::Box>& boxes, const std::string& section,
                       const std::string& item) {
    for (const auto& box : boxes) {
      auto& entry = printed[box.box_no];
      entry.box_no = box.box_no;
      entry.section = section;
      entry.item = item;
      entry.label = box.label;
      entry.content = box.content;
      entry.filled_by = box.filled_by;
    }
  };
  for (const auto& detail : form.details) {
    auto& entry = printed[detail.box_no];
    entry.box_no = detail.box_no;
    entry.label = detail.label;
    entry.content = frameworks::BoxContent::detail;
  }
  for (const auto& section : form.sections) {
    add(section.boxes, section.code, "");
    for (const auto& item : section.items) {
      add(item.boxes, section.code, item.code);
    }
  }
  return printed;
}

// Of a rating the stored text is its label; what stands after it are words.
void put_text(const StoredBox& stored, const frameworks::Template& form, RenderedBox& box) {
  box.text = stored.text;
  if (box.content != frameworks::BoxContent::rating) {
    return;
  }
  if (const auto* point = frameworks::find_point(form, stored.point)) {
    box.point_label = point->label;
  } else if (stored.state == BoxState::not_applicable &&
             box.filled_by != frameworks::FilledBy::board && !stored.text.empty()) {
    box.point_label = mapping::not_applicable_label(form);
  }
  if (box.text.starts_with(box.point_label)) {
    box.text.erase(0, box.point_label.size());
    box.text.erase(0, box.text.starts_with("\n") ? 1 : 0);
  }
}

std::string name_of(const mapping::Source& source, const frameworks::Framework* framework,
                    const frameworks::Mapping* mapping) {
  switch (source.kind) {
    case SourceKind::requirement:
    case SourceKind::local_whole:
    case SourceKind::local_part:
      if (framework != nullptr) {
        for (const auto& requirement : framework->requirements) {
          if (requirement.code == source.code) {
            return requirement.name;
          }
        }
      }
      return source.code;
    case SourceKind::residual:
      if (mapping != nullptr) {
        const auto found = mapping->items.find(source.code);
        if (found == mapping->items.end()) return source.code;
        const auto& residual = found->second.residual;
        if (residual) return residual->name.empty() ? residual->question : residual->name;
      }
      return source.code;
    default:
      return {};
  }
}

// What the item asks, as seen by the board whose item it is.
std::string what_is_asked(const std::string& rule) {
  static const std::map<std::string, std::string, std::less<>> sentences = {
      {"equal", "This asks the same as the answer named here."},
      {"subset", "This asks a part of what the answers named here are about."},
      {"superset", "This asks all that the answers named here are about, and more."},
      {"intersects", "This asks a part of what the answers named here are about, and more."},
      {"unmapped", "The agency wrote this for your form alone."},
      {"direct", "The agency wrote this for your form alone."},
      {"detail", "From the agency's details."},
      {"promised", "Not to hand when it was signed. It will be supplied."},
      {"left-to-board", "You fill this box. Nothing is put into it."},
      {"not-applicable", "The agency says that this does not apply to it, and why."},
      {"not-applicable-left-to-board",
       "The agency says that this does not apply to it. Whether that is accepted, you say."},
  };
  const auto found = sentences.find(rule);
  return found == sentences.end() ? std::string() : found->second;
}

std::string what_followed(const RenderedBox& box) {
  if (box.overridden) {
    return "The agency replaced it for you: " + box.override_reason;
  }
  if (box.state == BoxState::set) {
    return "One point of your scale follows.";
  }
  if (box.state == BoxState::chosen) {
    const auto by = box.chosen_by.empty() ? "the agency" : box.chosen_by;
    const auto on = box.chosen_on ? " on " + to_words(*box.chosen_on) : std::string();
    return "More than one point was possible; " + by + " chose " + box.point_label + on + ".";
  }
  if (box.state == BoxState::no_point) {
    return "No point of your scale stands for this level.";
  }
  return {};
}

}  // namespace

const char* to_string(ReturnState state) {
  switch (state) {
    case ReturnState::asked:
      return "asked";
    case ReturnState::received:
      return "received";
    case ReturnState::acknowledged:
      return "acknowledged";
  }
  broken_invariant("an unknown state of a return", __FILE__, __LINE__);
}

namespace {

constexpr std::array<const char*, 4> standings = {"accepted", "offered", "declined", "replaced"};

}  // namespace

const char* to_string(Standing standing) {
  return standings.at(static_cast<std::size_t>(standing));
}

Standing standing_of(std::string_view text) {
  const auto at = std::find(standings.begin(), standings.end(), text);
  ENSURE(at != standings.end(), "a version stands in a way that is not known");
  return static_cast<Standing>(at - standings.begin());
}

Problem no_such_return() {
  return {.code = ProblemCode::not_found,
          .key = "not-found",
          .detail = "There is no such return here."};
}

Receipt receipt_of(const ReturnHead& head) {
  return {.id = head.id,
          .version_no = head.version_no,
          .code = head.accepted_at ? head.receipt_code : "",
          .hash = to_hex(head.hash),
          .board = head.board,
          .agency = head.agency,
          .audit = head.audit,
          .received_at = head.delivered_at,
          .acknowledged_at = head.accepted_at,
          .acknowledged_by = head.accepted_by,
          .standing = head.standing,
          .stands = head.stands,
          .offered = head.offered,
          .decided_at = head.decided_at,
          .decided_by = head.decided_by,
          .decision_words = head.decision_words};
}

std::vector<RenderedBox> boxes_of(const std::vector<StoredBox>& stored,
                                  const frameworks::Template& form) {
  const auto printed = printed_boxes(form);
  std::vector<RenderedBox> boxes;
  for (const auto& row : stored) {
    const auto found = printed.find(row.seal.box_no);
    ENSURE(found != printed.end(), "a stored box is not in its template");
    auto box = found->second;
    box.state = row.state;
    box.point = row.point;
    put_text(row, form, box);
    boxes.push_back(std::move(box));
  }
  return boxes;
}

void explain_to_board(std::vector<RenderedBox>& boxes, const frameworks::Framework* framework,
                      const frameworks::Mapping* mapping) {
  for (auto& box : boxes) {
    for (auto& source : box.sources) {
      if (source.kind != SourceKind::evidence) source.name = name_of(source, framework, mapping);
    }
    const auto asked = what_is_asked(box.rule);
    const auto followed = what_followed(box);
    box.rule_text = asked + (asked.empty() || followed.empty() ? "" : " ") + followed;
  }
}

}  // namespace onereturn::fan_out
