#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/reports/return_paper.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::reports {

// Nothing for what the scope cannot see, and for a version that is not there. Without a version the
// one that stands.
std::optional<PaperSubject> find_subject(postgres::BoardTx& tx, const ReturnId& id,
                                         const std::optional<int>& version);
std::optional<PaperSubject> find_subject(postgres::AgencyTx& tx, const RequestId& request,
                                         const std::optional<int>& version);
std::optional<PaperSubject> find_subject(postgres::PartyJobTx& tx, const RequestId& request,
                                         const std::optional<int>& version, bool of_board);

// Of that version, and of the blank form.
std::vector<ReturnPaperFile> papers_of(postgres::SessionTx& tx, const PaperSubject& subject);
void put_asked(postgres::SessionTx& tx, const PaperSubject& subject, const ReturnPaper& paper,
               const FileId& file, Instant at);

// A ready file with its bytes; nothing for any other, nor for one from before words were erased.
struct ReadyReturnPaper {
  RequestId request;
  std::optional<ReturnId> of_return;
  int version = 0;
  ReturnPaper paper;
  std::string title;
  int boxes = 0;
  std::string bytes;
};
std::optional<ReadyReturnPaper> find_ready_return_paper(postgres::SessionTx& tx,
                                                        const FileId& file);

// The worker's side: of the file that its job is about.
struct ReturnPaperToMake {
  RequestId request;
  int version = 0;
  ReturnPaper paper;
  bool of_board = false;
};
std::optional<ReturnPaperToMake> begin_return_paper(postgres::PartyJobTx& tx);
// False where another file is wanted by now, or words were redacted that this one has.
bool put_return_paper_ready(postgres::PartyJobTx& tx, const std::string& bytes,
                            const std::string& standing, int erased, Instant at);
void put_return_paper_back(postgres::PartyJobTx& tx, bool for_good, const std::string& reason);
bool is_job_of_board(postgres::PartyJobTx& tx);

}  // namespace onereturn::reports
