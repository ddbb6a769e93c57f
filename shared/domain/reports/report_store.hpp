#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/reporting/draft.hpp"
#include "domain/reports/report.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reports {

// One report at a time is changed by one: whoever numbers a new one, or holds an old one.
void lock_numbers(postgres::BoardTx& tx);
bool lock_report(postgres::BoardTx& tx, const ReportId& id);

// Gives it the next number of this board.
int insert_report(postgres::BoardTx& tx, const Report& report, Instant at);
void insert_version(postgres::BoardTx& tx, const ReportId& id, int version,
                    const reporting::Draft& draft, Instant at);
// The typed words of one version become those of the next.
void keep_sections(postgres::BoardTx& tx, const ReportId& id, int from, int to);
void point_to_version(postgres::BoardTx& tx, const ReportId& id, int version);
// False where the version is a draft no more.
bool put_draft(postgres::BoardTx& tx, const ReportId& id, int version,
               const reporting::Draft& draft, Instant at);

std::optional<Report> find_report(postgres::Transaction& tx, const ReportId& id);
std::optional<ReportVersion> find_version(postgres::Transaction& tx, const ReportId& id,
                                          int version);
std::vector<VersionLine> versions_of(postgres::BoardTx& tx, const ReportId& id);
std::vector<ReportLine> load_reports(postgres::BoardTx& tx);

void insert_section(postgres::BoardTx& tx, const ReportId& id, int version, const std::string& key,
                    int save, const std::string& words, Instant at);
bool finish_version(postgres::BoardTx& tx, const ReportId& id, int version,
                    const std::string& canonical, Instant at);
void insert_signature(postgres::BoardTx& tx, const ReportId& id, int version,
                      const Signature& signature, Instant at);
bool mark_withdrawn(postgres::BoardTx& tx, const ReportId& id, const std::string& why, Instant at);

// What a page offers to choose from.
struct ReturnChoice {
  ReturnId id;
  std::string organisation;
  std::string title;
};
struct ExerciseChoice {
  AuditId id;
  std::string title;
};
// A return that is here, and the version of it that stands.
struct DeliveredChoice {
  ReturnId id;
  std::string organisation;
  std::string title;  // of the exercise
  int version = 1;
};
std::vector<DeliveredChoice> delivered_returns(postgres::BoardTx& tx);  // by exercise, then name
std::vector<ReturnChoice> released_returns(postgres::BoardTx& tx);
std::vector<ExerciseChoice> exercises(postgres::BoardTx& tx);
std::optional<std::string> organisation_of(postgres::BoardTx& tx, const ReturnId& id);

// Conclusions: where they can come from, and what was lifted.
struct LiftSource {
  ReportId report;
  int version = 0;
  std::string organisation;
};
std::vector<LiftSource> lift_sources(postgres::BoardTx& tx, const AuditId& exercise);
std::vector<Conclusion> lifted(postgres::BoardTx& tx, const ReportId& overview);
void put_lifted(postgres::BoardTx& tx, const ReportId& overview,
                const std::vector<Conclusion>& chosen, Instant at);

// Of that board; of the one that asks, where none is named. The plain look where none is kept, and
// for whoever may not read it.
BoardLook find_look(postgres::Transaction& tx, const std::optional<BoardId>& board = {});
std::string board_name(postgres::Transaction& tx);
// False where somebody changed it meanwhile.
bool put_look(postgres::BoardTx& tx, const BoardLook& look, Instant at);

}  // namespace onereturn::reports
