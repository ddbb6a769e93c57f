#include "domain/fan_out/copy_store.hpp"

#include "domain/fan_out/copy_columns.hpp"
#include "domain/fan_out/sql.hpp"

namespace onereturn::fan_out {
namespace {

std::vector<int> in_order(const CopyCounts& counts) {
  return {counts.set,      counts.chosen, counts.unanswered, counts.no_point, counts.not_applicable,
          counts.residual, counts.local};
}

std::vector<std::string> requirements_of(const std::vector<CountedLevel>& levels) {
  std::vector<std::string> codes;
  for (const auto& level : levels) {
    codes.push_back(level.requirement);
  }
  return codes;
}

std::vector<int> levels_of(const std::vector<CountedLevel>& levels) {
  std::vector<int> numbers;
  for (const auto& level : levels) {
    numbers.push_back(level.level);
  }
  return numbers;
}

}  // namespace

WrittenCopy write_copy(postgres::Database& database, const postgres::JobLease& lease,
                       const FrozenReturn& frozen, const Copy& copy, Instant at) {
  const auto boxes = box_columns(copy);
  const auto sources = source_columns(copy.rendered.boxes);
  const auto actions = action_columns(copy.rendered.actions);
  const auto evidence = evidence_columns(copy.rendered, frozen.sides.evidence_lines);
  const postgres::Rows rows = database.call(
      sql::write_copy, lease.job, lease.fence, postgres::to_bytea(copy.hash), copy.receipt_code,
      frozen.head.framework.code, frozen.head.framework.version, frozen.head.mapping_version,
      in_order(copy.counts), boxes.numbers, boxes.texts, boxes.points, boxes.states,
      boxes.not_applicable_reasons, boxes.digests, boxes.salts, sources.boxes, sources.kinds,
      sources.requirements, sources.items, sources.answer_versions, sources.confirmed_on,
      sources.rules, sources.lows, sources.highs, sources.chosen_by, sources.reasons, actions.kinds,
      actions.commitments, actions.areas, actions.changes, actions.whats, actions.hows,
      actions.leads, actions.by_on, actions.progress, actions.evidence, actions.risks,
      actions.places, frozen.form->status_scheme.name, evidence.lines, evidence.boxes,
      requirements_of(copy.levels), levels_of(copy.levels), at);
  const postgres::Row row = rows.one();
  return {.written = row.boolean("written"),
          .id = row.id<ReturnId>("return_id"),
          .version_no = row.number("version_no")};
}

}  // namespace onereturn::fan_out
