#include "domain/audit_log/openings.hpp"

#include "domain/audit_log/record.hpp"
#include "domain/audit_log/sql.hpp"

namespace onereturn::audit_log {
namespace {

// "2027-03-16T10:04:00.123456Z_" and what tells two of one moment apart.
struct Cursor {
  std::optional<std::string> at;
  std::optional<std::string> tie;
};

constexpr std::size_t moment_length = 27;

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 18 &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

Result<Cursor> cursor_of(const std::string& after, bool by_number) {
  if (after.empty()) return Cursor{};
  const auto tie = after.size() > moment_length ? after.substr(moment_length + 1) : std::string{};
  const auto at = after.substr(0, std::min(after.size(), moment_length));
  const bool good = after.size() > moment_length && after[moment_length] == '_' &&
                    parse_instant(at) && (by_number ? is_number(tie) : is_uuid(tie));
  if (!good) {
    return Problem{ProblemCode::invalid,
                   "validation",
                   "There is no such page of the list.",
                   {{"after", "Use what the page before gave."}}};
  }
  return Cursor{at, tie};
}

Problem not_yours() {
  return {ProblemCode::forbidden, "not-permitted", "This list is not for your role.", {}};
}

// One more than asked for says whether there is a next page.
template <class One>
Page<One> page_of(std::vector<One> list, const std::vector<std::string>& cursors, int count) {
  Page<One> page{std::move(list), {}};
  if (page.list.size() > static_cast<std::size_t>(count)) {
    page.list.resize(static_cast<std::size_t>(count));
    page.next = cursors[page.list.size() - 1];
  }
  return page;
}

BoardOpening opening_from(const postgres::Row& row) {
  BoardOpening one;
  one.at = row.instant("at");
  one.board = row.id<BoardId>("board_id");
  one.board_name = row.text("board_name");
  one.role = row.text("role");
  one.looker = row.text("looker");
  one.what = row.text("what");
  one.request = row.id_if<RequestId>("request_id").value_or(RequestId{});
  one.form = row.text("form");
  one.version = row.number("version_no");
  one.evidence = row.id_if<EvidenceId>("evidence_id").value_or(EvidenceId{});
  one.title = row.text("title");
  return one;
}

Page<OwnEntry> entries_from(const postgres::Rows& rows, int count) {
  std::vector<OwnEntry> list;
  std::vector<std::string> cursors;
  for (const postgres::Row row : rows) {
    OwnEntry one;
    one.at = row.instant("at");
    one.number = row.integer("entry_no");
    one.person = row.id_if<PersonId>("person_id").value_or(PersonId{});
    one.name = row.text("person_name");
    one.role = row.text("role");
    one.what = row.text("what");
    one.subject_kind = row.text("subject_kind");
    one.subject_ref = row.text("subject_ref");
    one.detail = row.text("detail");
    one.personal = row.text("payload");
    one.sealed = row.boolean("sealed");
    cursors.push_back(to_iso(one.at) + "_" + std::to_string(one.number));
    list.push_back(std::move(one));
  }
  return page_of(std::move(list), cursors, count);
}

}  // namespace

void note_opened(postgres::BoardTx& tx, const ReturnId& id, Opened what, Instant at,
                 const std::optional<int>& version) {
  const bool whole = what == Opened::whole_return;
  const auto rows =
      tx.run(sql::note_return_opening, id, whole ? "return" : "evidence_list", at, version);
  record(tx, {whole ? "return.opened" : "return.evidence_listed", "return", id.text(),
              rows.empty() ? std::string{} : "version " + rows.one().text("version_no")});
}

void note_looked_through(postgres::BoardTx& tx, const ReturnId& id, int version, Instant at) {
  if (tx.run(sql::note_return_looked, id, version, at).empty()) return;
  record(tx, {"return.opened", "return", id.text(), "version " + std::to_string(version)});
}

void note_opened(postgres::AgencyTx& tx, const RequestId& request, int version) {
  record(tx, {"return.opened", "request", request.text(), "version " + std::to_string(version)});
}

void note_exported(postgres::AgencyTx& tx, std::size_t rows) {
  record(tx,
         {"trail.exported", "trail", "", std::to_string(rows) + (rows == 1 ? " row" : " rows")});
}

void note_exported(postgres::BoardTx& tx, std::size_t rows) {
  record(tx,
         {"trail.exported", "trail", "", std::to_string(rows) + (rows == 1 ? " row" : " rows")});
}

std::vector<std::pair<BoardId, std::string>> boards_joined(postgres::AgencyTx& tx) {
  std::vector<std::pair<BoardId, std::string>> boards;
  for (const postgres::Row row : tx.run(sql::boards_joined)) {
    boards.emplace_back(row.id<BoardId>("board_id"), row.text("name"));
  }
  return boards;
}

Result<Page<BoardOpening>> list_board_openings(postgres::AgencyTx& tx,
                                               const std::optional<BoardId>& board,
                                               const Part& part) {
  if (tx.actor().role != "lead") return not_yours();
  const auto cursor = cursor_of(part.after, false);
  if (!cursor) return cursor.problem();
  std::vector<BoardOpening> list;
  std::vector<std::string> cursors;
  for (const postgres::Row row : tx.run(sql::board_openings, board, part.from, part.to, cursor->at,
                                        cursor->tie, part.count + 1)) {
    list.push_back(opening_from(row));
    cursors.push_back(to_iso(list.back().at) + "_" + row.text("opening_id"));
  }
  return page_of(std::move(list), cursors, part.count);
}

Result<Page<OwnEntry>> list_own_openings(postgres::AgencyTx& tx, const Part& part) {
  if (tx.actor().role != "lead") return not_yours();
  const auto cursor = cursor_of(part.after, true);
  if (!cursor) return cursor.problem();
  return entries_from(
      tx.run(sql::own_openings, part.from, part.to, cursor->at, cursor->tie, part.count + 1),
      part.count);
}

Result<Page<OwnEntry>> list_trail(postgres::BoardTx& tx, const std::optional<PersonId>& person,
                                  const Part& part) {
  if (tx.actor().role != "manager") return not_yours();
  const auto cursor = cursor_of(part.after, true);
  if (!cursor) return cursor.problem();
  return entries_from(
      tx.run(sql::own_trail, person, part.from, part.to, cursor->at, cursor->tie, part.count + 1),
      part.count);
}

}  // namespace onereturn::audit_log
