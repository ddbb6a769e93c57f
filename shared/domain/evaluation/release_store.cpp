#include "domain/evaluation/release_store.hpp"

#include "domain/evaluation/sql.hpp"

namespace onereturn::evaluation {
namespace {

using postgres::Row;

// A list in a list: PostgreSQL's arrays are rectangles, so the inner one is a text.
std::string in_one_text(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts)
    text += (text.empty() ? "" : "\x1f") + part;
  return text;
}

ReleasedCopy copy_from(const Row& row) {
  return {.request = row.id<RequestId>("request_id"),
          .board = row.text("board"),
          .title = row.text("title"),
          .version_no = row.number("version_no"),
          .number = row.number("release_no"),
          .at = row.instant("released_at"),
          .body = {},
          .signed_off = false};
}

}  // namespace

std::vector<Look> looks_of(postgres::BoardTx& tx, const EvaluationId& id) {
  std::vector<Look> looks;
  for (const Row row : tx.run(sql::looks, id)) {
    looks.push_back({.number = row.number("look_no"),
                     .words = row.text("words"),
                     .sent_by = row.id<PersonId>("sent_by"),
                     .sent_by_name = row.text("sent_by_name"),
                     .sent_at = row.instant("sent_at"),
                     .outcome = row.text("outcome"),
                     .answer = row.text("answer"),
                     .closed_by_name = row.text("closed_by_name"),
                     .closed_at = row.instant_if("closed_at")});
  }
  return looks;
}

void insert_look(postgres::BoardTx& tx, const EvaluationId& id, const std::string& words,
                 Instant at) {
  tx.run(sql::insert_look, id, words, at);
}

void tell_second_look(postgres::BoardTx& tx, const std::vector<PersonId>& left_out, Date today) {
  tx.run(sql::tell_second_look, left_out, today);
}

bool close_look(postgres::BoardTx& tx, const EvaluationId& id, const std::string& outcome,
                const std::string& answer, Instant at) {
  return tx.run(sql::close_look, id, outcome, answer, at).affected() > 0;
}

int insert_release(postgres::BoardTx& tx, const EvaluationId& id, const std::string& summary,
                   const std::string& body, Instant at) {
  const auto number = tx.run(sql::count_release, id, at, summary).one().number("releases");
  tx.run(sql::insert_release, id, body, at);
  return number;
}

std::vector<ReleaseLine> releases_of(postgres::BoardTx& tx, const ReturnId& id) {
  std::vector<ReleaseLine> lines;
  for (const Row row : tx.run(sql::releases_of_return, id)) {
    lines.push_back({.number = row.number("release_no"),
                     .version_no = row.number("version_no"),
                     .by_name = row.text("by_name"),
                     .at = row.instant("released_at")});
  }
  return lines;
}

std::optional<std::string> release_body(postgres::BoardTx& tx, const ReturnId& id, int version_no,
                                        int number) {
  const auto rows = tx.run(sql::release_body, id, version_no, number);
  return rows.empty() ? std::nullopt : std::optional(rows.one().text("body"));
}

int tell_agency(postgres::BoardTx& tx, const ReturnFacts& facts, const std::string& kind,
                const std::string& day) {
  if (!facts.agency) return 0;
  return tx.run(sql::tell_agency, *facts.agency, facts.unit, kind, day).one().number("told");
}

int insert_sent_back(postgres::BoardTx& tx, const ReturnId& id, int version_no,
                     const std::string& words, Date due_on, Instant at) {
  return tx.run(sql::insert_sent_back, id, version_no, words, due_on, at).one().number("round_no");
}

void insert_changes(postgres::BoardTx& tx, const ReturnId& id, int round, int version_no,
                    const std::vector<ChangeRow>& items) {
  std::vector<std::string> keys, titles, words, boxes;
  std::vector<std::optional<questions::ThreadId>> threads;
  for (const auto& item : items) {
    keys.push_back(item.key);
    titles.push_back(item.title);
    words.push_back(item.words);
    boxes.push_back(in_one_text(item.boxes));
    threads.push_back(item.thread);
  }
  tx.run(sql::insert_sent_back_items, id, round, version_no, keys, titles, words, boxes, threads);
}

bool withdraw_sent_back(postgres::BoardTx& tx, const ReturnId& id, int version_no, Instant at) {
  return tx.run(sql::withdraw_sent_back, id, version_no, at).affected() > 0;
}

std::optional<SentBack> last_sent_back(postgres::BoardTx& tx, const ReturnId& id) {
  std::optional<SentBack> found;
  for (const Row row : tx.run(sql::open_sent_back, id)) {
    if (!found) {
      found = SentBack{.round = row.number("round_no"),
                       .version_no = row.number("version_no"),
                       .words = row.text("words"),
                       .due_on = row.date("due_on"),
                       .asked_at = row.instant("asked_at"),
                       .asked_by_name = row.text("by_name"),
                       .items = {}};
    }
    if (row.is_null("box_no")) continue;
    found->items.push_back({row.text("box_no"), row.text("title"), row.text("item_words"),
                            row.list("requirements"), row.id_if<questions::ThreadId>("thread_id")});
  }
  return found;
}

std::vector<ReleasedCopy> released_to_agency(postgres::AgencyTx& tx) {
  std::vector<ReleasedCopy> all;
  for (const Row row : tx.run(sql::released_to_agency)) {
    all.push_back(copy_from(row));
    all.back().signed_off = row.boolean("signed_off");
  }
  return all;
}

std::vector<ReleasedCopy> releases_to_agency(postgres::AgencyTx& tx, const RequestId& request) {
  std::vector<ReleasedCopy> all;
  for (const Row row : tx.run(sql::releases_to_agency, request)) {
    all.push_back(copy_from(row));
    all.back().body = row.text("body");
  }
  return all;
}

std::vector<BackForChanges> sent_back_to_agency(postgres::AgencyTx& tx) {
  std::vector<BackForChanges> all;
  for (const Row row : tx.run(sql::sent_back_to_agency)) {
    all.push_back({.request = row.id<RequestId>("request_id"),
                   .board = row.text("board"),
                   .title = row.text("title"),
                   .version_no = row.number("version_no"),
                   .words = row.text("words"),
                   .due_on = row.date("due_on"),
                   .asked_at = row.instant("asked_at"),
                   .items = row.number("items")});
  }
  return all;
}

std::vector<ChangeForAgency> changes_to_agency(postgres::AgencyTx& tx,
                                               const std::optional<RequestId>& request) {
  std::vector<ChangeForAgency> all;
  for (const Row row : tx.run(sql::changes_to_agency, request)) {
    all.push_back({.request = row.id<RequestId>("request_id"),
                   .board = row.text("board"),
                   .asked = {row.text("box_no"), row.text("title"), row.text("words"),
                             row.list("requirements"), row.id_if<questions::ThreadId>("thread_id")},
                   .to_all = row.text("to_all"),
                   .due_on = row.date("due_on")});
  }
  return all;
}

}  // namespace onereturn::evaluation
