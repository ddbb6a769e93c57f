#include "domain/reports/return_paper_store.hpp"

#include "base/ensure.hpp"
#include "domain/reports/paper_store.hpp"
#include "domain/reports/sql.hpp"

namespace onereturn::reports {
namespace {

using postgres::Row;
using postgres::Rows;

std::optional<PaperSubject> to_subject(const Rows& rows, const std::optional<int>& version) {
  if (rows.empty()) return std::nullopt;
  const Row row = rows.one();
  PaperSubject subject;
  subject.version = row.number("version_no");
  if (version && (*version < 1 || *version != subject.version)) return std::nullopt;
  subject.request = row.id<RequestId>("request_id");
  subject.board = row.id<BoardId>("board_id");
  if (!row.is_null("return_id")) subject.of_return = row.id<ReturnId>("return_id");
  subject.title = row.text("title");
  subject.board_name = row.text("board");
  subject.agency = row.text("agency");
  subject.due_on = row.date("due_on");
  subject.form = {row.text("template_code"), row.number("template_version")};
  if (!row.is_null("parts")) subject.parts = row.list("parts");
  subject.stands = row.number("stands");
  subject.acknowledged = row.boolean("acknowledged");
  subject.boxes = row.number("boxes");
  subject.erased = row.number("erased");
  subject.standing = row.text("standing");
  subject.look = row.number("look");
  subject.names = row.text("names");
  return subject;
}

ReturnPaper to_paper(const Row& row) {
  const auto kind = return_paper_kind_of(row.view("kind"));
  const auto format = format_of(row.view("format"));
  ENSURE(kind && format, "a paper of a kind or format that nobody makes");
  return {*kind, row.boolean("with_sources"), *format};
}

}  // namespace

std::optional<PaperSubject> find_subject(postgres::BoardTx& tx, const ReturnId& id,
                                         const std::optional<int>& version) {
  const auto request = tx.run(sql::request_of_return, id);
  if (request.empty()) return std::nullopt;
  return to_subject(
      tx.run(sql::paper_subject_of_board, request.one().id<RequestId>("request_id"), version),
      version);
}

std::optional<PaperSubject> find_subject(postgres::AgencyTx& tx, const RequestId& request,
                                         const std::optional<int>& version) {
  return to_subject(tx.run(sql::paper_subject_of_agency, request, version), version);
}

std::optional<PaperSubject> find_subject(postgres::PartyJobTx& tx, const RequestId& request,
                                         const std::optional<int>& version, bool of_board) {
  return of_board ? to_subject(tx.run(sql::paper_subject_of_board, request, version), version)
                  : to_subject(tx.run(sql::paper_subject_of_agency, request, version), version);
}

std::vector<ReturnPaperFile> papers_of(postgres::SessionTx& tx, const PaperSubject& subject) {
  std::vector<ReturnPaperFile> all;
  for (const Row row : tx.run(sql::return_papers, subject.request, subject.version)) {
    PaperFile file;
    const auto paper = to_paper(row);
    file.id = row.id<FileId>("file_id");
    file.format = paper.format;
    file.state = file_state_of(row.view("state"));
    file.reason = row.text("reason");
    const bool ready = file.state == FileState::ready;
    // A form that nobody filled in has no words that could be erased.
    const bool erased =
        ready && paper.kind != ReturnPaperKind::blank && row.number("of_erased") != subject.erased;
    file.current = file.state != FileState::removed &&
                   (!ready || (!erased && row.text("of_standing") == made_of(subject, paper.kind)));
    file.asked_at = row.instant("asked_at");
    file.made_at = row.instant_if("made_at");
    file.size_bytes = row.number_if("size_bytes");
    file.sha256 = row.text_if("sha256").value_or("");
    all.push_back({paper, std::move(file), erased});
  }
  return all;
}

void put_asked(postgres::SessionTx& tx, const PaperSubject& subject, const ReturnPaper& paper,
               const FileId& file, Instant at) {
  const int version = paper.kind == ReturnPaperKind::blank ? 0 : subject.version;
  tx.run(sql::ask_for_return_paper, subject.board, subject.request, version, to_string(paper.kind),
         paper.with_sources, to_string(paper.format), file, at);
}

std::optional<ReadyReturnPaper> find_ready_return_paper(postgres::SessionTx& tx,
                                                        const FileId& file) {
  const auto rows = tx.run(sql::open_return_paper, file);
  if (rows.empty()) return std::nullopt;
  const Row row = rows.one();
  ReadyReturnPaper ready;
  ready.request = row.id<RequestId>("request_id");
  if (!row.is_null("return_id")) ready.of_return = row.id<ReturnId>("return_id");
  ready.version = row.number("version_no");
  ready.paper = to_paper(row);
  ready.title = row.text("title");
  ready.boxes = row.number("boxes");
  ready.bytes = row.bytes("content");
  return ready;
}

std::optional<ReturnPaperToMake> begin_return_paper(postgres::PartyJobTx& tx) {
  const auto rows = tx.run(sql::begin_return_paper);
  if (rows.empty()) return std::nullopt;
  const Row row = rows.one();
  return ReturnPaperToMake{row.id<RequestId>("request_id"), row.number("version_no"), to_paper(row),
                           row.boolean("of_board")};
}

bool put_return_paper_ready(postgres::PartyJobTx& tx, const std::string& bytes,
                            const std::string& standing, int erased, Instant at) {
  return tx.run(sql::finish_return_paper, postgres::to_bytea(bytes), standing, erased, at)
             .affected() == 1;
}

void put_return_paper_back(postgres::PartyJobTx& tx, bool for_good, const std::string& reason) {
  tx.run(sql::put_return_paper_back, for_good, reason);
}

bool is_job_of_board(postgres::PartyJobTx& tx) {
  return tx.run(sql::job_is_of_board).one().boolean("of_board");
}

}  // namespace onereturn::reports
