#include "domain/returns/unit_store.hpp"

#include <algorithm>

#include "domain/returns/sql.hpp"

namespace onereturn::returns {

namespace {

using postgres::Row;

Parts parts_of(const Row& row) {
  Parts parts;
  const auto facets = row.list("part_facets");
  const auto lows = row.list("part_lows");
  const auto highs = row.list("part_highs");
  for (std::size_t at = 0; at < facets.size(); ++at)
    parts[facets[at]] = {std::stoi(lows[at]), std::stoi(highs[at])};
  return parts;
}

CommonAnswer common_answer(const Row& row) {
  CommonAnswer common;
  common.from = row.id<UnitId>("unit_id");
  common.from_name = row.text("unit_name");
  common.version = row.number("version");
  common.on = day_in_england(row.instant("saved_at"));
  common.level = row.number_if("level");
  common.not_applicable = !row.is_null("na_reason");
  common.not_applicable_reason = row.text_if("na_reason").value_or("");
  common.texts = {row.text("describes"), row.text("knows"), row.text("improve")};
  common.parts = parts_of(row);
  return common;
}

template <class Map>
auto find_or_null(Map& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

void load_answers_above(postgres::AgencyTx& tx, const Names& names, Workspace& workspace) {
  for (const auto row : tx.run(sql::common_answers, workspace.unit, std::nullopt)) {
    auto common = common_answer(row);
    if (const auto by = names.find(row.id<PersonId>("saved_by")); by != names.end()) {
      common.by = by->second;
    }
    workspace.above.emplace(row.text("requirement_code"), std::move(common));
  }
  for (const auto row : tx.run(sql::inherited_answers, workspace.unit, std::nullopt)) {
    const auto code = row.text("requirement_code");
    InheritedAnswer inherited;
    inherited.from = row.id<UnitId>("from_unit_id");
    inherited.from_name = row.text("unit_name");
    inherited.version = row.number("from_version");
    inherited.here = {row.text("describes"), row.text("knows"), row.text("improve")};
    inherited.taken = {row.text("taken_describes"), row.text("taken_knows"),
                       row.text("taken_improve")};
    inherited.taken_not_applicable = row.boolean("taken_not_applicable");
    inherited.taken_parts = parts_of(row);
    inherited.takes_parts = row.boolean("takes_parts");
    inherited.changed = has_changed(inherited, find_or_null(workspace.above, code));
    if (auto* answer = find_or_null(workspace.common.answers, code)) {
      answer->confirmed.superseded = inherited.changed;
    }
    workspace.inherited.emplace(code, std::move(inherited));
  }
}

void load_boxes_above(postgres::AgencyTx& tx, Workspace& workspace) {
  for (const auto row : tx.run(sql::common_boxes, workspace.unit)) {
    for (auto& engaged : workspace.boards) {
      if (engaged.board.board != row.id<BoardId>("board_id") ||
          engaged.form->ref.code != row.view("template_code")) {
        continue;
      }
      engaged.common_texts[row.text("box_no")] = {row.id<UnitId>("unit_id"), row.text("unit_name"),
                                                  row.number("version"), row.text("text")};
    }
  }
  for (const auto row : tx.run(sql::inherited_boxes, workspace.unit)) {
    for (auto& engaged : workspace.boards) {
      if (engaged.request != row.id<RequestId>("request_id")) continue;
      const auto box_no = row.text("box_no");
      InheritedText inherited{row.id<UnitId>("from_unit_id"), row.number("from_version"),
                              row.text("here"), row.text("taken"), false};
      inherited.changed = has_changed(inherited, find_or_null(engaged.common_texts, box_no));
      if (auto* direct = find_or_null(engaged.side.direct, box_no)) {
        direct->confirmed.superseded = inherited.changed;
      }
      engaged.inherited_texts.emplace(box_no, std::move(inherited));
    }
  }
}

// What this unit itself wrote for the units below, in the place of what only a request can hold.
void load_own_common_boxes(postgres::AgencyTx& tx, Workspace& workspace) {
  for (const auto row : tx.run(sql::own_common_boxes, workspace.unit)) {
    for (auto& engaged : workspace.boards) {
      if (engaged.board.board != row.id<BoardId>("board_id") ||
          engaged.form->ref.code != row.view("template_code")) {
        continue;
      }
      engaged.common_texts[row.text("box_no")] = {workspace.unit, workspace.unit_name,
                                                  row.number("version"), row.text("text")};
    }
  }
}

mapping::Confirmation last_time(const postgres::Row& row) {
  mapping::Confirmation confirmed;
  confirmed.on = day_in_england(row.instant("saved_at"));
  confirmed.carried = true;
  return confirmed;
}

// Among the drafts, as nobody has said it this time.
void carry(const postgres::Row& row, Engaged& engaged) {
  const auto key = row.text("box_no");
  const auto na_reason = row.text_if("na_reason");
  if (engaged.box_versions.contains(box_version_key(row.text("kind"), key))) return;
  if (row.view("kind") == "residual") {
    engaged.drafts.residuals[key] = {row.text("text"), row.number_if("level"),
                                     na_reason.has_value(), na_reason.value_or(""), last_time(row)};
  } else {
    engaged.drafts.direct[key] = {row.text("text"), row.text_if("point").value_or(""),
                                  na_reason.has_value(), na_reason.value_or(""), last_time(row)};
  }
}

// What the same board was told last time into the same box, where nothing is written yet. In its
// own form the words are a start; beside common answers they are drafts to be confirmed.
void load_earlier_boxes(postgres::AgencyTx& tx, Workspace& workspace) {
  const bool own_form = workspace.way == mapping::Way::own_form;
  for (const auto row : tx.run(sql::earlier_boxes, workspace.unit)) {
    for (auto& engaged : workspace.boards) {
      if (engaged.request != row.id<RequestId>("request_id")) continue;
      if (!own_form) {
        carry(row, engaged);
      } else if (row.view("kind") == "direct" && !row.view("text").empty()) {
        engaged.earlier_texts[row.text("box_no")] = {row.text("text"),
                                                     day_in_england(row.instant("saved_at"))};
      }
    }
  }
}

}  // namespace

std::vector<Unit> load_units(postgres::AgencyTx& tx) {
  std::vector<Unit> units;
  for (const auto row : tx.run(sql::units)) {
    units.push_back(
        {row.id<UnitId>("unit_id"), row.id_if<UnitId>("parent_unit_id"), row.text("name")});
  }
  return units;
}

const Unit* parent_of(const std::vector<Unit>& tree, const UnitId& unit) {
  const auto find = [&](const UnitId& id) {
    const auto found =
        std::find_if(tree.begin(), tree.end(), [&](const Unit& each) { return each.unit == id; });
    return found == tree.end() ? nullptr : &*found;
  };
  const auto* here = find(unit);
  return here == nullptr || !here->parent ? nullptr : find(*here->parent);
}

void load_common(postgres::AgencyTx& tx, const Names& names, Workspace& workspace) {
  const bool own_form = workspace.way == mapping::Way::own_form;
  if (own_form && workspace.common_only) load_own_common_boxes(tx, workspace);
  if (!workspace.common_only) load_earlier_boxes(tx, workspace);
  if (workspace.unit.text() == tx.actor().party.text() || workspace.common_only) return;
  load_answers_above(tx, names, workspace);
  if (own_form) load_boxes_above(tx, workspace);
}

std::optional<CommonAnswer> find_common_answer(postgres::AgencyTx& tx, const UnitId& unit,
                                               const std::string& requirement) {
  const auto rows = tx.run(sql::common_answers, unit, requirement);
  if (rows.empty()) return std::nullopt;
  return common_answer(rows[0]);
}

Parts find_taken_parts(postgres::AgencyTx& tx, const UnitId& unit, const std::string& requirement) {
  const auto rows = tx.run(sql::inherited_answers, unit, requirement);
  return rows.empty() || !rows[0].boolean("takes_parts") ? Parts{} : parts_of(rows[0]);
}

std::optional<CommonText> find_common_text(postgres::AgencyTx& tx, const UnitId& unit,
                                           const BoardId& board, const std::string& form,
                                           const std::string& box_no) {
  const auto rows = tx.run(sql::read_common_box, unit, board, form, box_no);
  if (rows.empty()) return std::nullopt;
  return CommonText{rows[0].id<UnitId>("unit_id"), "", rows[0].number("version"),
                    rows[0].text("text")};
}

}  // namespace onereturn::returns
