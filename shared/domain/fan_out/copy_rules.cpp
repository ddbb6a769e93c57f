#include "domain/fan_out/copy_rules.hpp"

#include <map>
#include <set>
#include <utility>

namespace onereturn::fan_out {
namespace {

using mapping::BoxState;
using mapping::SourceKind;

void count_rating(BoxState state, CopyCounts& counts) {
  switch (state) {
    case BoxState::set:
      ++counts.set;
      return;
    case BoxState::chosen:
      ++counts.chosen;
      return;
    case BoxState::no_point:
      ++counts.no_point;
      return;
    case BoxState::not_applicable:
      ++counts.not_applicable;
      return;
    default:
      ++counts.unanswered;
  }
}

}  // namespace

bool is_agency_rated(const mapping::RenderedBox& box) {
  return box.content == frameworks::BoxContent::rating &&
         box.filled_by != frameworks::FilledBy::board;
}

CopyCounts count_boxes(const std::vector<mapping::RenderedBox>& boxes) {
  CopyCounts counts;
  std::set<std::string> residuals;
  std::set<std::pair<SourceKind, std::string>> locals;
  for (const auto& box : boxes) {
    if (is_agency_rated(box)) {
      count_rating(box.state, counts);
    }
    for (const auto& paragraph : box.paragraphs) {
      if (paragraph.kind == SourceKind::residual) {
        residuals.insert(paragraph.source);
      } else if (paragraph.kind == SourceKind::local_whole ||
                 paragraph.kind == SourceKind::local_part) {
        locals.emplace(paragraph.kind, paragraph.source);
      }
    }
  }
  counts.residual = static_cast<int>(residuals.size());
  counts.local = static_cast<int>(locals.size());
  return counts;
}

std::vector<CountedLevel> counted_levels(const std::vector<mapping::RenderedBox>& boxes) {
  std::map<std::string, int> levels;
  for (const auto& box : boxes) {
    if (!is_agency_rated(box)) {
      continue;
    }
    for (const auto& source : box.sources) {
      const bool answers =
          source.kind == SourceKind::requirement || source.kind == SourceKind::local_whole;
      if (answers && source.level) {
        levels[source.code] = *source.level;
      }
    }
  }
  std::vector<CountedLevel> counted;
  for (const auto& [requirement, level] : levels) {
    counted.push_back({requirement, level});
  }
  return counted;
}

}  // namespace onereturn::fan_out
