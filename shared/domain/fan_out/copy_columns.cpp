#include "domain/fan_out/copy_columns.hpp"

#include <algorithm>

#include "domain/fan_out/copy_rules.hpp"
#include "domain/fan_out/copy_words.hpp"
#include "domain/fan_out/result_hash.hpp"

namespace onereturn::fan_out {
namespace {

using mapping::SourceKind;

std::optional<std::string> if_any(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

// One row of the columns, field by field; what a row does not say stays empty.
struct SourceRow {
  std::string box, kind, rule;
  std::optional<std::string> requirement = {}, item = {}, chosen_by = {}, reason = {};
  std::optional<int> answer_version = {}, low = {}, high = {};
  std::optional<Date> confirmed_on = {};
};

void add(SourceColumns& columns, SourceRow row) {
  columns.boxes.push_back(std::move(row.box));
  columns.kinds.push_back(std::move(row.kind));
  columns.rules.push_back(std::move(row.rule));
  columns.requirements.push_back(std::move(row.requirement));
  columns.items.push_back(std::move(row.item));
  columns.chosen_by.push_back(std::move(row.chosen_by));
  columns.reasons.push_back(std::move(row.reason));
  columns.answer_versions.push_back(row.answer_version);
  columns.lows.push_back(row.low);
  columns.highs.push_back(row.high);
  columns.confirmed_on.push_back(row.confirmed_on);
}

SourceRow rule_row(const mapping::RenderedBox& box) {
  SourceRow row{.box = box.box_no, .kind = "rule", .rule = box.rule};
  row.item = if_any(box.item);
  if (!box.possible.empty()) {
    row.low = box.possible.interval().low;
    row.high = box.possible.interval().high;
  }
  row.chosen_by = if_any(box.chosen_by);
  row.confirmed_on = box.chosen_on;
  row.reason = if_any(box.override_reason);
  return row;
}

// Levels stand only behind ratings: a board that asks for none must not see that some were given.
SourceRow source_row(const mapping::RenderedBox& box, const mapping::Source& source) {
  SourceRow row{.box = box.box_no, .kind = kind_word(source.kind), .rule = rule_word(source)};
  const bool of_framework = source.kind == SourceKind::requirement ||
                            source.kind == SourceKind::local_whole ||
                            source.kind == SourceKind::local_part;
  // A piece of evidence has one number in every board's copy; each board gets its title alone.
  if (source.kind != SourceKind::evidence) {
    (of_framework ? row.requirement : row.item) = if_any(source.code);
  }
  if (source.level && is_agency_rated(box)) {
    row.low = source.level;
    row.high = source.level;
  }
  if (source.kind != SourceKind::profile) {
    row.answer_version = source.confirmed.version;
  }
  row.confirmed_on = source.confirmed.on;
  if (source.kind == SourceKind::replacement || source.kind == SourceKind::promise ||
      source.kind == SourceKind::choice) {
    row.chosen_by = if_any(source.kind == SourceKind::promise ? source.name : source.confirmed.by);
  }
  if (source.kind == SourceKind::replacement || source.kind == SourceKind::evidence) {
    row.reason = if_any(source.name);
  } else if (source.not_applicable) {
    row.reason = "not applicable";
  }
  return row;
}

// The boxes for evidence of the places that cite it.
std::vector<std::string> boxes_that_cite(const mapping::RenderedCopy& copy,
                                         const mapping::Evidence& evidence) {
  std::vector<std::string> boxes;
  for (const auto& box : copy.boxes) {
    for (const auto& source : box.sources) {
      if (source.kind == SourceKind::evidence && source.code == evidence.id) {
        boxes.push_back(box.box_no);
        break;
      }
    }
  }
  return boxes;
}

}  // namespace

BoxColumns box_columns(const Copy& copy) {
  BoxColumns columns;
  for (std::size_t at = 0; at < copy.rendered.boxes.size(); ++at) {
    const auto& box = copy.rendered.boxes[at];
    columns.numbers.push_back(box.box_no);
    columns.texts.push_back(printed_text(box));
    columns.points.push_back(if_any(box.point));
    columns.states.emplace_back(state_word(box));
    columns.not_applicable_reasons.emplace_back(std::nullopt);
    columns.digests.push_back(postgres::to_bytea(copy.seals[at].digest));
    columns.salts.push_back(postgres::to_bytea(copy.seals[at].salt));
  }
  return columns;
}

SourceColumns source_columns(const std::vector<mapping::RenderedBox>& boxes) {
  SourceColumns columns;
  for (const auto& box : boxes) {
    add(columns, rule_row(box));
    for (const auto& source : box.sources) {
      add(columns, source_row(box, source));
    }
  }
  return columns;
}

std::string joined_places(const std::vector<mapping::ActionPlace>& places) {
  std::string text;
  for (const auto& place : places) {
    text += text.empty() ? "" : "|";
    text += place.item.empty() ? place.section : place.item;
  }
  return text;
}

std::vector<std::string> split_places(std::string_view joined) {
  std::vector<std::string> codes;
  while (!joined.empty()) {
    const auto end = std::min(joined.find('|'), joined.size());
    codes.emplace_back(joined.substr(0, end));
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
  return codes;
}

ActionColumns action_columns(const std::vector<mapping::RenderedAction>& actions) {
  ActionColumns columns;
  for (const auto& action : actions) {
    const bool promised = action.commitment.starts_with("promise:");
    columns.kinds.emplace_back(promised ? "promise" : "commitment");
    columns.commitments.push_back(promised ? std::nullopt : std::optional(action.commitment));
    columns.areas.push_back(action.area);
    columns.changes.push_back(action.change);
    columns.whats.push_back(action.what);
    columns.hows.push_back(action.how);
    columns.leads.push_back(action.lead);
    columns.by_on.push_back(action.by_on);
    columns.progress.emplace_back();
    columns.evidence.emplace_back();
    columns.risks.emplace_back();
    columns.places.push_back(joined_places(action.places));
  }
  return columns;
}

EvidenceColumns evidence_columns(const mapping::RenderedCopy& copy,
                                 const std::map<std::string, int>& frozen_lines) {
  EvidenceColumns columns;
  for (const auto& evidence : copy.evidence) {
    const auto line = frozen_lines.at(evidence.id);
    const auto boxes = boxes_that_cite(copy, evidence);
    for (const auto& box : boxes) {
      columns.lines.push_back(line);
      columns.boxes.emplace_back(box);
    }
    if (boxes.empty()) {
      columns.lines.push_back(line);
      columns.boxes.emplace_back();
    }
  }
  return columns;
}

}  // namespace onereturn::fan_out
