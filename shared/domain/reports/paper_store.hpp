#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/reports/report.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reports {

FileState file_state_of(std::string_view text);

std::vector<PaperFile> files_of(postgres::BoardTx& tx, const ReportId& id, int version);
// False where there is no such version.
bool put_asked(postgres::BoardTx& tx, const ReportId& id, int version, Format format,
               const FileId& file, Instant at);
void announce(postgres::SessionTx& tx, const char* job_kind, const FileId& file);

// A ready file with its bytes; nothing for any other.
struct ReadyFile {
  ReportId report;
  int report_number = 0;
  int version = 0;
  std::string title;
  Format format = Format::pdf;
  std::string sha256;  // 64 hexadecimal digits
  std::string bytes;
};
std::optional<ReadyFile> find_ready(postgres::BoardTx& tx, const FileId& file);

// The worker's side: of the file that its job is about.
struct FileToMake {
  ReportId report;
  int version = 0;
  Format format = Format::pdf;
};
std::optional<FileToMake> begin_file(postgres::PartyJobTx& tx);
// Nobody redacts words that this board has received until the transaction ends; without one, those
// of the party itself. Waits for whoever does.
void share_words(postgres::PartyJobTx& tx, const std::optional<BoardId>& board);
void put_ready(postgres::PartyJobTx& tx, const std::string& bytes, int saves, int signatures,
               Instant at);
void put_back(postgres::PartyJobTx& tx, bool for_good, const std::string& reason);
void finish_job(postgres::PartyJobTx& tx, const JobId& job, std::int64_t fence);

}  // namespace onereturn::reports
