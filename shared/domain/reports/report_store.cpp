#include "domain/reports/report_store.hpp"

#include <map>

#include "domain/reports/block_format.hpp"
#include "domain/reports/box_words.hpp"
#include "domain/reports/report_format.hpp"
#include "domain/reports/sql.hpp"

namespace onereturn::reports {
namespace {

using postgres::Row;

Report report_from(const Row& row) {
  Report report;
  report.id = row.id<ReportId>("report_id");
  report.number = row.number("report_no");
  report.subject.kind = kind_of(row.view("kind")).value_or(Kind::overview);
  report.subject.of_return = row.id_if<ReturnId>("return_id");
  report.subject.exercise = row.id_if<AuditId>("audit_id");
  report.subject.from = row.date_if("from_on");
  report.subject.to = row.date_if("to_on");
  report.title = row.text("title");
  report.about = row.text("about");
  report.latest_version = row.number("latest_version");
  report.made_at = row.instant("made_at");
  report.withdrawn_at = row.instant_if("withdrawn_at");
  report.withdrawn_by_name = row.text("withdrawn_by_name");
  report.withdrawn_why = row.text("withdrawn_why");
  return report;
}

// What was typed stands in place of what was drafted.
void put_typed(postgres::Transaction& tx, const ReportId& id, ReportVersion& version) {
  for (const Row row : tx.run(sql::current_sections, id, version.number)) {
    for (auto& section : version.sections) {
      if (row.view("section_key") != section.key) continue;
      section.words = row.text("words");
      section.save = row.number("save_no");
      section.kept = row.view("how") == "kept";
      section.by = row.id<PersonId>("by_person");
      section.by_name = row.text("by_name");
      section.at = row.instant("at");
    }
  }
}

Signature signature_from(const Row& row) {
  return {row.number("sign_no"), row.text("role"), row.text("name"), row.date("signed_on"),
          row.text("noted_by_name")};
}

}  // namespace

void lock_numbers(postgres::BoardTx& tx) { tx.run(sql::lock_numbers); }

bool lock_report(postgres::BoardTx& tx, const ReportId& id) {
  return !tx.run(sql::lock_report, id).empty();
}

int insert_report(postgres::BoardTx& tx, const Report& report, Instant at) {
  const auto& subject = report.subject;
  const auto rows =
      tx.run(sql::insert_report, report.id, to_string(subject.kind), subject.exercise,
             subject.of_return, subject.from, subject.to, report.title, report.about, at);
  if (!subject.papers.empty()) tx.run(sql::insert_papers, report.id, subject.papers);
  if (!subject.returns.empty()) tx.run(sql::insert_returns, report.id, subject.returns);
  return rows.one().number("report_no");
}

void insert_version(postgres::BoardTx& tx, const ReportId& id, int version,
                    const reporting::Draft& draft, Instant at) {
  tx.run(sql::insert_version, id, version, at);
  tx.run(sql::insert_draft, id, version, draft.subtitle, write_sections(draft.sections),
         write_blocks(draft.facts), at);
}

void keep_sections(postgres::BoardTx& tx, const ReportId& id, int from, int to) {
  tx.run(sql::keep_sections, id, from, to);
}

void point_to_version(postgres::BoardTx& tx, const ReportId& id, int version) {
  tx.run(sql::point_to_version, id, version);
}

bool put_draft(postgres::BoardTx& tx, const ReportId& id, int version,
               const reporting::Draft& draft, Instant at) {
  return tx.run(sql::put_draft, id, version, draft.subtitle, write_sections(draft.sections),
                write_blocks(draft.facts), at)
             .affected() == 1;
}

std::optional<Report> find_report(postgres::Transaction& tx, const ReportId& id) {
  const auto rows = tx.run(sql::find_report, id);
  if (rows.empty()) return std::nullopt;
  auto report = report_from(rows.one());
  if (report.subject.kind == Kind::pack) {
    for (const Row row : tx.run(sql::papers_of_pack, id)) {
      report.subject.papers.push_back(row.id<ReportId>("paper_id"));
    }
    for (const Row row : tx.run(sql::returns_of_pack, id)) {
      report.subject.returns.push_back(row.id<ReturnId>("return_id"));
    }
  }
  return report;
}

std::optional<ReportVersion> find_version(postgres::Transaction& tx, const ReportId& id,
                                          int number) {
  const auto rows = tx.run(sql::find_version, id, number);
  if (rows.empty()) return std::nullopt;
  const Row row = rows.one();
  ReportVersion version;
  version.number = number;
  version.finished = row.boolean("finished");
  version.subtitle = row.text("subtitle");
  for (auto& section : read_sections(row.view("drafted"))) {
    EditedSection edited;
    edited.key = std::move(section.key);
    edited.heading = std::move(section.heading);
    edited.words = section.text;
    edited.drafted = std::move(section.text);
    version.sections.push_back(std::move(edited));
  }
  version.facts = read_blocks(row.view("facts"));
  version.redacted = put_box_words(tx, version.facts);
  version.drafted_at = row.instant("drafted_at");
  version.saves = row.number("saves");
  version.finished_at = row.instant_if("finished_at");
  version.finished_by_name = row.text("finished_by_name");
  version.check_value = row.text_if("check_value").value_or("");
  put_typed(tx, id, version);
  for (const Row each : tx.run(sql::signatures, id, number)) {
    version.signatures.push_back(signature_from(each));
  }
  return version;
}

std::vector<VersionLine> versions_of(postgres::BoardTx& tx, const ReportId& id) {
  std::vector<VersionLine> all;
  for (const Row row : tx.run(sql::list_versions, id)) {
    all.push_back({row.number("version_no"), row.boolean("finished"), row.instant("begun_at"),
                   row.instant_if("finished_at"), row.text("by_name"), row.number("signs")});
  }
  return all;
}

std::vector<ReportLine> load_reports(postgres::BoardTx& tx) {
  std::vector<ReportLine> all;
  for (const Row row : tx.run(sql::list_reports)) {
    ReportLine line;
    line.id = row.id<ReportId>("report_id");
    line.number = row.number("report_no");
    line.kind = kind_of(row.view("kind")).value_or(Kind::overview);
    line.title = row.text("title");
    line.about = row.text("about");
    line.version = row.number("latest_version");
    line.finished = row.boolean("finished");
    line.signed_on = row.date_if("signed_on");
    line.changed_at = row.instant("changed_at");
    line.withdrawn = row.boolean("withdrawn");
    all.push_back(std::move(line));
  }
  return all;
}

void insert_section(postgres::BoardTx& tx, const ReportId& id, int version, const std::string& key,
                    int save, const std::string& words, Instant at) {
  tx.run(sql::insert_section, id, version, key, save, words, at);
  tx.run(sql::count_save, id, version);
}

bool finish_version(postgres::BoardTx& tx, const ReportId& id, int version,
                    const std::string& canonical, Instant at) {
  return tx.run(sql::finish_version, id, version, at, canonical).affected() == 1;
}

void insert_signature(postgres::BoardTx& tx, const ReportId& id, int version,
                      const Signature& signature, Instant at) {
  tx.run(sql::insert_signature, id, version, signature.number, signature.role, signature.name,
         signature.on, at);
}

bool mark_withdrawn(postgres::BoardTx& tx, const ReportId& id, const std::string& why, Instant at) {
  return tx.run(sql::withdraw_report, id, at, why).affected() == 1;
}

std::vector<ReturnChoice> released_returns(postgres::BoardTx& tx) {
  std::vector<ReturnChoice> all;
  for (const Row row : tx.run(sql::released_returns)) {
    all.push_back({row.id<ReturnId>("return_id"), row.text("organisation"), row.text("title")});
  }
  return all;
}

std::vector<DeliveredChoice> delivered_returns(postgres::BoardTx& tx) {
  std::vector<DeliveredChoice> all;
  for (const Row row : tx.run(sql::delivered_returns)) {
    all.push_back({row.id<ReturnId>("return_id"), row.text("organisation"), row.text("title"),
                   row.number("version_no")});
  }
  return all;
}

std::vector<ExerciseChoice> exercises(postgres::BoardTx& tx) {
  std::vector<ExerciseChoice> all;
  for (const Row row : tx.run(sql::exercises)) {
    all.push_back({row.id<AuditId>("audit_id"), row.text("title")});
  }
  return all;
}

std::optional<std::string> organisation_of(postgres::BoardTx& tx, const ReturnId& id) {
  const auto rows = tx.run(sql::about_return, id);
  if (rows.empty()) return std::nullopt;
  return rows.one().text("organisation");
}

std::vector<LiftSource> lift_sources(postgres::BoardTx& tx, const AuditId& exercise) {
  std::vector<LiftSource> all;
  for (const Row row : tx.run(sql::lift_sources, exercise)) {
    all.push_back({row.id<ReportId>("report_id"), row.number("version_no"), row.text("about")});
  }
  return all;
}

std::vector<Conclusion> lifted(postgres::BoardTx& tx, const ReportId& overview) {
  std::vector<Conclusion> all;
  for (const Row row : tx.run(sql::lifted, overview)) {
    all.push_back({row.view("kind") == "conclusion" ? ConclusionKind::conclusion
                                                    : ConclusionKind::recommendation,
                   row.id<ReportId>("of_report"), row.number("of_version"), row.number("of_number"),
                   row.text("organisation"), row.text("words"), true});
  }
  return all;
}

void put_lifted(postgres::BoardTx& tx, const ReportId& overview,
                const std::vector<Conclusion>& chosen, Instant at) {
  tx.run(sql::leave_conclusions, overview, at);
  for (const auto& one : chosen) {
    tx.run(sql::lift_conclusion, overview, to_string(one.kind), one.of_report, one.of_version,
           one.of_number, one.organisation, one.words, at);
  }
}

BoardLook find_look(postgres::Transaction& tx, const std::optional<BoardId>& board) {
  BoardLook look;
  const auto rows = tx.run(sql::find_look, board);
  if (rows.empty()) return look;
  const Row row = rows.one();
  look.name = row.text("name");
  look.colour = row.text("colour");
  if (!row.is_null("logo")) look.logo = row.bytes("logo");
  look.logo_type = row.text_if("logo_type").value_or("");
  look.version = row.number("version");
  return look;
}

std::string board_name(postgres::Transaction& tx) {
  return tx.run(sql::board_name).one().text("name");
}

bool put_look(postgres::BoardTx& tx, const BoardLook& look, Instant at) {
  const auto logo = look.logo.empty() ? postgres::Param() : postgres::to_bytea(look.logo);
  const auto type = look.logo.empty() ? postgres::Param() : postgres::Param(look.logo_type);
  return tx.run(sql::put_look, look.name, look.colour, logo, type, look.version, at).affected() ==
         1;
}

}  // namespace onereturn::reports
