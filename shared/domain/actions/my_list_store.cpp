#include "domain/actions/my_list_store.hpp"

#include <algorithm>
#include <map>

#include "domain/actions/sql.hpp"
#include "domain/frameworks/catalogue_store.hpp"

namespace onereturn::actions {

namespace {

using Lines = std::map<std::string, Undertaking>;

// The board's own word for a point of its scheme; the code where its form names none.
std::string said_in(postgres::AgencyTx& tx, const postgres::Row& row) {
  const auto point = row.text_if("point").value_or("");
  if (point.empty() || row.is_null("template_code")) return point;
  const auto form =
      frameworks::load_template(tx, {row.text("template_code"), row.number("template_version")});
  if (!form) return point;
  const auto& points = form->status_scheme.points;
  const auto found = std::find_if(points.begin(), points.end(),
                                  [&](const auto& one) { return one.code == point; });
  return found == points.end() ? point : found->label;
}

void add_record(Lines& lines, postgres::AgencyTx& tx, const postgres::Row& row) {
  const auto commitment = row.text_if("commitment_id").value_or("");
  auto at = lines.find(commitment);
  if (at == lines.end()) {
    Undertaking asked;
    asked.id = row.text("action_id");
    asked.what = row.text("what");
    asked.how = row.text("how");
    asked.lead = row.text("lead");
    asked.from_board = true;
    asked.by_on = row.date_if("by_on");
    at = lines.emplace(asked.id, std::move(asked)).first;
  }
  at->second.boards.push_back({row.text("board_name"), row.text("area"), row.text("mark"),
                               said_in(tx, row), row.instant_if("said_at"), row.date_if("by_on"),
                               row.text("state"), row.text_if("asked").value_or(""),
                               row.instant_if("asked_at")});
}

}  // namespace

std::vector<Undertaking> read_undertakings(postgres::AgencyTx& tx) {
  Lines lines;
  for (const auto row : tx.run(sql::own_undertakings)) {
    Undertaking own;
    own.id = row.text("commitment_id");
    own.what = row.text("what");
    own.how = row.text("how");
    own.lead = row.text("lead");
    own.unit = row.text_if("unit_name").value_or("");
    own.by_on = row.date_if("by_on");
    own.done = row.text("state") == "done";
    lines.emplace(own.id, std::move(own));
  }
  for (const auto row : tx.run(sql::boards_records))
    add_record(lines, tx, row);
  std::vector<Undertaking> all;
  for (auto& [id, line] : lines)
    all.push_back(std::move(line));
  return all;
}

}  // namespace onereturn::actions
