#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/evaluation/evaluation.hpp"
#include "platform/postgres/transaction.hpp"

// Second looks, releases and what goes back: the only door to their tables. A scope sees its own.
namespace onereturn::evaluation {

std::vector<Look> looks_of(postgres::BoardTx& tx, const EvaluationId& id);
void insert_look(postgres::BoardTx& tx, const EvaluationId& id, const std::string& words,
                 Instant at);
// False when none was open.
// Whom it concerns reads by mail that a second look waits, once on a day; these are left out.
void tell_second_look(postgres::BoardTx& tx, const std::vector<PersonId>& left_out, Date today);
bool close_look(postgres::BoardTx& tx, const EvaluationId& id, const std::string& outcome,
                const std::string& answer, Instant at);

// Makes the evaluation a finished one and keeps the copy. Answers the number of the release.
int insert_release(postgres::BoardTx& tx, const EvaluationId& id, const std::string& summary,
                   const std::string& body, Instant at);
std::vector<ReleaseLine> releases_of(postgres::BoardTx& tx, const ReturnId& id);
// The frozen copy as text; nothing when there is none.
std::optional<std::string> release_body(postgres::BoardTx& tx, const ReturnId& id, int version_no,
                                        int number);

// Mails those who lead the return, and nothing that anybody wrote. `kind` is "return_released" or
// "return_sent_back". Answers how many are told.
int tell_agency(postgres::BoardTx& tx, const ReturnFacts& facts, const std::string& kind,
                const std::string& day);

// Throws ConstraintViolated (sent_back_one_open) when the version is back already.
int insert_sent_back(postgres::BoardTx& tx, const ReturnId& id, int version_no,
                     const std::string& words, Date due_on, Instant at);
struct ChangeRow {
  std::string key;
  std::string title;
  std::string words;
  std::vector<std::string> boxes;  // whose sources name the agency's answers
  std::optional<questions::ThreadId> thread = {};
};
void insert_changes(postgres::BoardTx& tx, const ReturnId& id, int round, int version_no,
                    const std::vector<ChangeRow>& items);
bool withdraw_sent_back(postgres::BoardTx& tx, const ReturnId& id, int version_no, Instant at);
// The round that waits for the agency's next version, or was the last to be answered.
std::optional<SentBack> last_sent_back(postgres::BoardTx& tx, const ReturnId& id);

// One copy that a board has released to this agency.
struct ReleasedCopy {
  RequestId request;
  std::string board;
  std::string title;
  int version_no = 0;
  int number = 0;
  Instant at{};
  std::string body;         // "" in a list
  bool signed_off = false;  // the board has signed its own side: in a list
};
// The newest of each return.
std::vector<ReleasedCopy> released_to_agency(postgres::AgencyTx& tx);
// All of one request, newest first, with their bodies.
std::vector<ReleasedCopy> releases_to_agency(postgres::AgencyTx& tx, const RequestId& request);

// What boards wait for, until the next version is there.
struct BackForChanges {
  RequestId request;
  std::string board;
  std::string title;
  int version_no = 0;
  std::string words;
  Date due_on{};
  Instant asked_at{};
  int items = 0;
};
std::vector<BackForChanges> sent_back_to_agency(postgres::AgencyTx& tx);
struct ChangeForAgency {
  RequestId request;
  std::string board;
  AskedChange asked;
  std::string to_all;
  Date due_on{};
};
// What is asked, item by item; of one request where it is named.
std::vector<ChangeForAgency> changes_to_agency(postgres::AgencyTx& tx,
                                               const std::optional<RequestId>& request);

}  // namespace onereturn::evaluation
