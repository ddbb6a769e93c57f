#include "domain/actions/report_store.hpp"

#include <algorithm>

#include "domain/actions/sql.hpp"

namespace onereturn::actions {

std::vector<ReportTarget> read_targets(postgres::AgencyTx& tx, const CommitmentId& commitment) {
  std::vector<ReportTarget> targets;
  for (const auto row : tx.run(sql::report_targets, commitment))
    targets.push_back({row.id<BoardId>("board_id"), row.id<ActionId>("action_id")});
  return targets;
}

std::optional<ReportPlace> read_target(postgres::AgencyTx& tx, const ActionId& action) {
  const auto rows = tx.run(sql::report_target, action);
  if (rows.empty()) return std::nullopt;
  const auto row = rows.one();
  return ReportPlace{row.id<UnitId>("unit_id"),
                     std::nullopt,
                     {{row.id<BoardId>("board_id"), row.id<ActionId>("action_id")}}};
}

int insert_report(postgres::AgencyTx& tx, const ReportPlace& place, const ReportProgress& report) {
  const auto id = tx.run(sql::insert_report, place.unit, place.commitment, report.said, report.text,
                         report.new_on, tx.actor().person_name, report.at)
                      .one()
                      .text("report_id");
  std::vector<std::string> boards;
  std::vector<std::string> each_board;
  std::vector<std::string> actions;
  std::vector<std::string> pieces;
  for (const auto& target : place.targets) {
    each_board.push_back(target.board.text());
    actions.push_back(target.action.text());
    if (std::find(boards.begin(), boards.end(), target.board.text()) == boards.end()) {
      boards.push_back(target.board.text());
    }
  }
  for (const auto& piece : report.pieces)
    pieces.push_back(piece.text());
  tx.run(sql::insert_report_actions, id, each_board, actions);
  if (!pieces.empty()) tx.run(sql::insert_report_pieces, id, boards, pieces);
  for (const auto& board : boards)
    tx.run(sql::announce_report, board, id);
  return static_cast<int>(boards.size());
}

std::vector<OwnReport> read_own_reports(postgres::AgencyTx& tx, const std::string& undertaking) {
  std::vector<OwnReport> reports;
  for (const auto row : tx.run(sql::own_reports, undertaking)) {
    reports.push_back({row.text("said"), row.text("text"), row.date_if("new_on"),
                       row.text("by_name"), row.instant("at"), row.list("pieces")});
  }
  return reports;
}

std::vector<Told> read_told(postgres::AgencyTx& tx, const std::string& undertaking) {
  std::vector<Told> told;
  for (const auto row : tx.run(sql::told_of_action, undertaking)) {
    told.push_back({row.text("board"), row.text("kind"), row.text("told"), row.date_if("was_on"),
                    row.date_if("by_on"), row.instant("at")});
  }
  return told;
}

}  // namespace onereturn::actions
