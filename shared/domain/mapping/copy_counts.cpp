#include "domain/mapping/copy_counts.hpp"

#include <set>
#include <string>

#include "domain/frameworks/template_rules.hpp"
#include "domain/mapping/canonical_form.hpp"

namespace onereturn::mapping {

using frameworks::BoxContent;
using frameworks::FilledBy;

namespace {

void count_rating(const RenderedBox& box, CopyCounts& counts) {
  ++counts.rated_boxes;
  counts.ratings += box.point.empty() ? 0 : 1;
  switch (box.state) {
    case BoxState::set:
      ++counts.set;
      break;
    case BoxState::chosen:
      ++counts.chosen;
      break;
    case BoxState::no_point:
      ++counts.no_point;
      break;
    case BoxState::not_applicable:
      ++counts.na;
      break;
    default:
      ++counts.unanswered;
      break;
  }
}

}  // namespace

CopyCounts counts_of(const RenderedCopy& copy, const frameworks::Template& form) {
  CopyCounts counts;
  for (const auto& section : form.sections)
    counts.items += static_cast<int>(section.items.size());
  counts.boxes = word_boxes(form);
  counts.actions = static_cast<int>(copy.actions.size());
  std::set<std::string> local;
  std::set<std::string> residual;
  for (const RenderedBox& box : copy.boxes) {
    if (box.content == BoxContent::detail) continue;
    if (box.filled_by == FilledBy::board) {
      counts.grades += box.point.empty() && box.text.empty() ? 0 : 1;
      continue;
    }
    if (box.content == BoxContent::rating) {
      count_rating(box, counts);
      continue;
    }
    if (box.content != BoxContent::improvement) counts.written += box.text.empty() ? 0 : 1;
    for (const Paragraph& paragraph : box.paragraphs) {
      switch (paragraph.kind) {
        case SourceKind::local_whole:
          local.insert("whole " + paragraph.source);
          break;
        case SourceKind::local_part:
          local.insert("part " + paragraph.source);
          break;
        case SourceKind::residual:
          residual.insert(paragraph.source);
          break;
        case SourceKind::direct:
          ++counts.unmapped;
          break;
        default:
          break;
      }
    }
  }
  counts.local = static_cast<int>(local.size());
  counts.residual = static_cast<int>(residual.size());
  return counts;
}

}  // namespace onereturn::mapping
