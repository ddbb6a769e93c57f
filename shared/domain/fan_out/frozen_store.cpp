#include "domain/fan_out/frozen_store.hpp"

#include <algorithm>
#include <set>

#include "base/ensure.hpp"
#include "domain/fan_out/sql.hpp"

namespace onereturn::fan_out {
namespace {

using postgres::Row;
using postgres::Rows;

FrozenHead to_head(const Row& row) {
  const auto board = row.id<BoardId>("board_id");
  return {.submission = row.id<SubmissionId>("submission_id"),
          .request = row.id<RequestId>("request_id"),
          .board = {.code = board.text(),
                    .name = row.text("board_name"),
                    .area = row.text("board_area"),
                    .aliases = row.list("board_aliases"),
                    .procedures = row.list("board_procedures")},
          .way = row.view("way") == "own_form" ? mapping::Way::own_form : mapping::Way::canonical,
          .form = {row.text("template_code"), row.number("template_version")},
          .framework = {row.text("framework_code"), row.number("framework_version")},
          .mapping_version = row.number_if("mapping_version"),
          .parts = row.list("parts"),
          .signed_by = {.party = "agency",
                        .name = row.text("authorised_name"),
                        .position = row.text("authorised_position"),
                        .statement = row.text("statement"),
                        .at = row.instant("submitted_at")}};
}

// The head stands on every row; a delivery without any line is one row.
std::optional<FrozenRows> with_head(Rows rows) {
  if (rows.empty()) {
    return std::nullopt;
  }
  auto head = to_head(rows[0]);
  return FrozenRows{std::move(head), std::move(rows)};
}

void put_text(mapping::Texts& texts, std::string_view role, std::string text) {
  if (role == "describes") {
    texts.describes = std::move(text);
  } else if (role == "knows") {
    texts.knows = std::move(text);
  } else {
    ENSURE(role == "improve", "a frozen text has an unknown role");
    texts.improve = std::move(text);
  }
}

mapping::Commitment to_commitment(const Row& row) {
  return {.id = row.text("commitment_id"),
          .what = row.text("what"),
          .how = row.text("how"),
          .lead = row.text("lead"),
          .by_on = row.date_if("by_on"),
          .area = row.text("area"),
          .change = row.text("change"),
          .subjects = {}};
}

// Lines come one per subject, together by commitment.
void put_commitment(const Row& row, const FrozenHead& head, FrozenSides& sides) {
  const bool for_this_board = row.boolean("for_this_board");
  auto& list = for_this_board ? sides.board.commitments : sides.common.commitments;
  if (list.empty() || list.back().id != row.view("commitment_id")) {
    list.push_back(to_commitment(row));
  }
  const bool of_item = row.boolean("of_item");
  const auto requirement = row.text_if("requirement_code");
  if (!of_item && !requirement) {
    return;
  }
  list.back().subjects.push_back({.requirement = requirement.value_or(""),
                                  .board = of_item || for_this_board ? head.board.code : "",
                                  .item = row.text_if("item_no").value_or("")});
}

mapping::Confirmation confirmed_version(const Row& row) {
  return {.by = {}, .on = std::nullopt, .version = row.number_if("source_version").value_or(1)};
}

void put_local(const Row& row, const std::set<std::string>& whole_ones, mapping::BoardSide& side) {
  const auto requirement = row.text("requirement_code");
  if (!whole_ones.contains(requirement)) {
    auto& part = side.parts[requirement];
    part.confirmed = confirmed_version(row);
    if (!row.is_null("role")) {
      put_text(part.texts, row.view("role"), row.text("text"));
    }
    return;
  }
  auto& answer = side.whole[requirement];
  answer.level = row.number_if("level");
  answer.not_applicable = !row.is_null("na_reason");
  answer.not_applicable_reason = row.text_if("na_reason").value_or("");
  answer.confirmed = confirmed_version(row);
  if (!row.is_null("role")) {
    put_text(answer.texts, row.view("role"), row.text("text"));
  }
}

void put_written(const Row& row, mapping::BoardSide& side) {
  const auto place = row.text("box_no");
  const bool not_applicable = !row.is_null("na_reason");
  const auto reason = row.text_if("na_reason").value_or("");
  if (row.view("kind") == "residual") {
    side.residuals[place] = {.text = row.text("text"),
                             .level = row.number_if("level"),
                             .not_applicable = not_applicable,
                             .not_applicable_reason = reason,
                             .confirmed = confirmed_version(row)};
    return;
  }
  side.direct[place] = {.text = row.text("text"),
                        .point = row.text_if("point").value_or(""),
                        .not_applicable = not_applicable,
                        .not_applicable_reason = reason,
                        .confirmed = confirmed_version(row)};
}

void put_override(const Row& row, mapping::BoardSide& side) {
  const auto text = row.text("text");
  side.overrides[row.text("box_no")] = {.text = text.empty() ? std::nullopt : std::optional(text),
                                        .point = row.text_if("point"),
                                        .reason = row.text_if("reason").value_or(""),
                                        .by = row.text_if("chosen_by").value_or(""),
                                        .on = row.date_if("by_on")};
}

void put_box(const Row& row, const std::set<std::string>& whole_ones, mapping::BoardSide& side,
             mapping::CommonSide& common) {
  const auto kind = row.view("kind");
  if (kind == "local") {
    put_local(row, whole_ones, side);
  } else if (kind == "residual" || kind == "direct") {
    put_written(row, side);
  } else if (kind == "choice") {
    side.choices[row.text("box_no")] = {.point = row.text_if("point").value_or(""),
                                        .by = row.text_if("chosen_by").value_or(""),
                                        .on = row.date_if("by_on")};
  } else if (kind == "override") {
    put_override(row, side);
  } else if (kind == "promise") {
    side.promises[row.text("box_no")] = {.by_on = row.date_if("by_on"),
                                         .by_whom = row.text_if("chosen_by").value_or("")};
  } else if (kind == "explanation") {
    side.explanations[row.text("subject")] = row.text("text");
  } else {
    ENSURE(kind == "detail", "a frozen row has an unknown kind");
    common.profile[row.text("subject")] = row.text("text");
  }
}

// One line per citation: the same evidence under several answers is one piece.
void put_evidence(const Row& row, FrozenSides& sides) {
  auto& known = sides.board.evidence;
  const auto id = row.text("evidence_id");
  auto found =
      std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.id == id; });
  if (found == known.end()) {
    known.push_back({.id = id,
                     .title = row.text("title"),
                     .kept_where = row.text_if("kept_where").value_or(""),
                     .effective_on = std::nullopt,
                     .requirements = {},
                     .boxes = {}});
    found = std::prev(known.end());
  }
  sides.evidence_lines.try_emplace(id, row.number("line_no"));
  if (const auto requirement = row.text_if("requirement_code")) {
    found->requirements.insert(*requirement);
  }
  if (const auto box = row.text_if("box_no")) {
    found->boxes.insert(*box);
  }
}

std::set<std::string> whole_requirements(const frameworks::Framework& framework) {
  std::set<std::string> codes;
  for (const auto& requirement : framework.requirements) {
    if (requirement.local == frameworks::LocalKind::whole) {
      codes.insert(requirement.code);
    }
  }
  return codes;
}

// What the board asks: no other answer is even read for it.
std::vector<std::string> asked_requirements(const frameworks::Framework& framework,
                                            const frameworks::Mapping& mapping) {
  std::set<std::string> facets;
  for (const auto& [code, item] : mapping.items) {
    facets.insert(item.facets.begin(), item.facets.end());
  }
  std::vector<std::string> codes;
  for (const auto& requirement : framework.requirements) {
    const auto& own = requirement.facets;
    if (std::any_of(own.begin(), own.end(),
                    [&](const auto& one) { return facets.contains(one); })) {
      codes.push_back(requirement.code);
    }
  }
  return codes;
}

}  // namespace

std::optional<FrozenRows> read_frozen_rows(postgres::Database& database,
                                           const postgres::JobLease& lease) {
  return with_head(database.call(sql::read_delivery, lease.job, lease.fence));
}

std::optional<FrozenRows> read_frozen_rows(postgres::AgencyTx& tx, const SubmissionId& submission,
                                           const RequestId& request) {
  return with_head(tx.run(sql::frozen_rows_of_agency, submission, request));
}

CommonAnswers read_frozen_answers(postgres::Transaction& tx, const FrozenHead& head,
                                  const frameworks::Framework& framework,
                                  const frameworks::Mapping& mapping) {
  CommonAnswers answers;
  const auto asked = asked_requirements(framework, mapping);
  for (const Row row : tx.run(sql::frozen_answers, head.submission, asked)) {
    auto& answer = answers[row.text("requirement_code")];
    answer.level = row.number_if("level");
    answer.not_applicable = !row.is_null("na_reason");
    answer.not_applicable_reason = row.text_if("na_reason").value_or("");
    answer.confirmed = {.by = row.text_if("confirmed_by").value_or(""),
                        .on = row.date_if("confirmed_on"),
                        .version = row.number("answer_version")};
    if (row.is_null("role")) {
      continue;
    }
    const auto facet = row.text("facet_key");
    put_text(facet.empty() ? answer.texts : answer.part_texts[facet], row.view("role"),
             row.text("text"));
  }
  for (const Row row : tx.run(sql::frozen_parts, head.submission, asked)) {
    answers[row.text("requirement_code")].parts[row.text("facet_code")] = {row.number("low"),
                                                                           row.number("high")};
  }
  return answers;
}

FrozenSides to_sides(const FrozenRows& rows, const frameworks::Framework& framework) {
  FrozenSides sides;
  const auto whole_ones = whole_requirements(framework);
  for (const Row row : rows.lines) {
    const auto part = row.text_if("part");
    if (part == "box") {
      put_box(row, whole_ones, sides.board, sides.common);
    } else if (part == "commitment") {
      put_commitment(row, rows.head, sides);
    } else if (part == "evidence") {
      put_evidence(row, sides);
    } else {
      ENSURE(!part, "a frozen line of an unknown part");
    }
  }
  return sides;
}

}  // namespace onereturn::fan_out
