#include "domain/reports/paper_store.hpp"

#include "domain/reports/sql.hpp"

namespace onereturn::reports {

using postgres::Row;

FileState file_state_of(std::string_view text) {
  if (text == "ready") return FileState::ready;
  if (text == "making") return FileState::making;
  if (text == "removed") return FileState::removed;
  return text == "failed" ? FileState::failed : FileState::asked;
}

std::vector<PaperFile> files_of(postgres::BoardTx& tx, const ReportId& id, int version) {
  std::vector<PaperFile> all;
  for (const Row row : tx.run(sql::files_of_version, id, version)) {
    PaperFile file;
    file.id = row.id<FileId>("file_id");
    file.format = format_of(row.view("format")).value_or(Format::pdf);
    file.state = file_state_of(row.view("state"));
    file.reason = row.text("reason");
    file.current = row.boolean("current");
    file.asked_at = row.instant("asked_at");
    file.made_at = row.instant_if("made_at");
    file.size_bytes = row.number_if("size_bytes");
    file.sha256 = row.text_if("sha256").value_or("");
    all.push_back(std::move(file));
  }
  return all;
}

bool put_asked(postgres::BoardTx& tx, const ReportId& id, int version, Format format,
               const FileId& file, Instant at) {
  return tx.run(sql::ask_for_file, id, version, to_string(format), file, at).affected() == 1;
}

void announce(postgres::SessionTx& tx, const char* job_kind, const FileId& file) {
  tx.run(sql::announce_file, job_kind, file);
}

std::optional<ReadyFile> find_ready(postgres::BoardTx& tx, const FileId& file) {
  const auto rows = tx.run(sql::open_file, file);
  if (rows.empty()) return std::nullopt;
  const Row row = rows.one();
  ReadyFile ready;
  ready.report = row.id<ReportId>("report_id");
  ready.report_number = row.number("report_no");
  ready.version = row.number("version_no");
  ready.title = row.text("title");
  ready.format = format_of(row.view("format")).value_or(Format::pdf);
  ready.sha256 = row.text("sha256");
  ready.bytes = row.bytes("content");
  return ready;
}

std::optional<FileToMake> begin_file(postgres::PartyJobTx& tx) {
  const auto rows = tx.run(sql::begin_file);
  if (rows.empty()) return std::nullopt;
  const Row row = rows.one();
  return FileToMake{row.id<ReportId>("report_id"), row.number("version_no"),
                    format_of(row.view("format")).value_or(Format::pdf)};
}

void share_words(postgres::PartyJobTx& tx, const std::optional<BoardId>& board) {
  tx.run(sql::share_words, board);
}

void put_ready(postgres::PartyJobTx& tx, const std::string& bytes, int saves, int signatures,
               Instant at) {
  tx.run(sql::finish_file, postgres::to_bytea(bytes), saves, signatures, at);
}

void put_back(postgres::PartyJobTx& tx, bool for_good, const std::string& reason) {
  tx.run(sql::put_file_back, for_good, reason);
}

void finish_job(postgres::PartyJobTx& tx, const JobId& job, std::int64_t fence) {
  tx.run(sql::finish_job, job, fence);
}

}  // namespace onereturn::reports
