#include "domain/returns/submission_store.hpp"

#include "base/hex.hpp"
#include "domain/returns/frozen_lines.hpp"
#include "domain/returns/sql.hpp"

namespace onereturn::returns {

namespace {

constexpr const char* route = "submit_return";

using Column = std::vector<postgres::Param>;

// NULL where there is nothing.
postgres::Param or_null(const std::string& text) {
  return text.empty() ? postgres::Param() : postgres::Param(text);
}

std::vector<BoardId> boards_of(const Ticked& boards) {
  std::vector<BoardId> ids;
  for (const auto* engaged : boards)
    ids.push_back(engaged->board.board);
  return ids;
}

std::vector<RequestId> requests_of(const Ticked& boards) {
  std::vector<RequestId> ids;
  for (const auto* engaged : boards)
    ids.push_back(engaged->request);
  return ids;
}

// The sections that were asked; nothing where any board asked for its whole form.
postgres::Param scope_of(const Ticked& boards) {
  std::vector<std::string> parts;
  for (const auto* engaged : boards) {
    if (engaged->parts.empty()) return {};
    parts.insert(parts.end(), engaged->parts.begin(), engaged->parts.end());
  }
  return postgres::to_param(parts);
}

// The columns of tenant.submission_box, row by row.
struct BoxColumns {
  Column boards, numbers, requests, kinds, box_nos, requirements, roles, subjects, texts, levels,
      points, na_reasons, reasons, by_ons, chosen_bys, versions;

  void add(const Engaged& engaged, int number, const FrozenLine& line) {
    boards.push_back(postgres::to_param(engaged.board.board));
    numbers.push_back(postgres::to_param(number));
    requests.push_back(postgres::to_param(engaged.request));
    kinds.emplace_back(line.kind);
    box_nos.push_back(or_null(line.box_no));
    requirements.push_back(or_null(line.requirement));
    roles.push_back(or_null(line.role));
    subjects.push_back(or_null(line.subject));
    texts.emplace_back(line.text);
    levels.push_back(postgres::to_param(line.level));
    points.push_back(or_null(line.point));
    na_reasons.push_back(line.na_reason);
    reasons.push_back(or_null(line.reason));
    by_ons.push_back(postgres::to_param(line.by_on));
    chosen_bys.push_back(or_null(line.chosen_by));
    versions.push_back(postgres::to_param(line.source_version));
  }
};

struct EvidenceColumns {
  Column boards, numbers, evidence, requirements, requests, box_nos;

  void add(const Engaged& engaged, int number, const std::string& id,
           const std::string& requirement, const std::string& box_no) {
    boards.push_back(postgres::to_param(engaged.board.board));
    numbers.push_back(postgres::to_param(number));
    evidence.emplace_back(id);
    requirements.push_back(or_null(requirement));
    requests.push_back(box_no.empty() ? postgres::Param() : postgres::to_param(engaged.request));
    box_nos.push_back(or_null(box_no));
  }
};

CopyState copy_state(const postgres::Row& row) {
  if (row.text("state") == "delivered") {
    return row.is_null("accepted_at") ? CopyState::delivered : CopyState::received;
  }
  return row.text_if("job_state").value_or("") == "parked" ? CopyState::parked
                                                           : CopyState::on_its_way;
}

Receipt receipt_from(const postgres::Row& row) {
  Receipt receipt;
  auto& delivery = receipt.delivery;
  delivery.submission = row.id<SubmissionId>("submission_id");
  delivery.request = row.id<RequestId>("request_id");
  delivery.unit = row.id<UnitId>("unit_id");
  delivery.site = row.text_if("site").value_or("");
  delivery.board = {row.id<BoardId>("board_id"), row.text("board_name"), row.text("board_area"),
                    row.text("board_mark")};
  delivery.audit_name = row.text("title");
  delivery.due_on = row.date("due_on");
  delivery.submitted_at = row.instant("submitted_at");
  delivery.authorised_name = row.text("authorised_name");
  delivery.state = copy_state(row);
  delivery.tries = row.number_if("tries").value_or(0);
  if (!row.is_null("job_state") && delivery.state != CopyState::delivered &&
      delivery.state != CopyState::received) {
    delivery.next_try_at = row.instant_if("next_try_at");
    delivery.reason = row.text_if("reason").value_or("");
  }
  delivery.delivered_at = row.instant_if("delivered_at");
  if (!row.is_null("result_hash")) delivery.result_hash = to_hex(row.bytes("result_hash"));
  delivery.return_id = row.id_if<ReturnId>("return_id");
  delivery.version_no = row.number_if("version_no").value_or(0);
  delivery.received_at = row.instant_if("accepted_at");
  receipt.form_name = row.text("form_name");
  receipt.code = row.text_if("receipt_code").value_or("");
  receipt.boxes = row.number_if("box_count").value_or(0);
  return receipt;
}

}  // namespace

bool take_key(postgres::AgencyTx& tx, const std::string& key) {
  return tx.run(sql::take_key, key).one().boolean("taken");
}

std::optional<UsedKey> read_key(postgres::AgencyTx& tx, const SubmitReturn& command) {
  const auto rows = tx.run(sql::read_key, command.idempotency_key,
                           postgres::to_bytea(command.body_sha256), route);
  if (rows.empty()) return std::nullopt;
  return UsedKey{rows[0].boolean("same_body"), rows[0].id<SubmissionId>("answer")};
}

void insert_key(postgres::AgencyTx& tx, const SubmitReturn& command, const SubmissionId& submission,
                Instant now) {
  tx.run(sql::insert_key, command.idempotency_key, postgres::to_bytea(command.body_sha256), route,
         submission, now);
}

void insert_submission(postgres::AgencyTx& tx, const SubmissionId& submission,
                       const Workspace& workspace, const SubmitReturn& command,
                       const Ticked& boards, Instant now) {
  const auto& framework = workspace.framework->ref;
  tx.run(sql::insert_submission, submission, workspace.unit, framework.code, framework.version,
         command.name, command.position, command.statement, now, requests_of(boards),
         scope_of(boards));
}

bool freeze_answers(postgres::AgencyTx& tx, const SubmissionId& submission,
                    const Workspace& workspace) {
  std::vector<std::string> codes;
  std::vector<int> versions;
  std::vector<std::string> confirmed_by;
  std::vector<std::optional<Date>> confirmed_on;
  for (const auto& [code, answer] : workspace.common.answers) {
    codes.push_back(code);
    versions.push_back(answer.confirmed.version);
    confirmed_by.push_back(answer.confirmed.by);
    confirmed_on.push_back(answer.confirmed.on);
  }
  const auto rows = tx.run(sql::freeze_answers, submission, workspace.unit, codes, versions,
                           confirmed_by, confirmed_on);
  return rows.one().integer("frozen") == static_cast<std::int64_t>(codes.size());
}

void freeze_commitments(postgres::AgencyTx& tx, const SubmissionId& submission,
                        const Workspace& workspace, const Ticked& boards) {
  tx.run(sql::freeze_commitments, submission, workspace.unit, boards_of(boards));
}

void freeze_board_sides(postgres::AgencyTx& tx, const SubmissionId& submission,
                        const Workspace& workspace, const Ticked& boards) {
  BoxColumns columns;
  std::map<BoardId, int> numbers;
  for (const auto* engaged : boards) {
    auto& number = numbers[engaged->board.board];
    for (const auto& line : frozen_lines(workspace, *engaged))
      columns.add(*engaged, ++number, line);
  }
  const auto& c = columns;
  tx.run(sql::freeze_boxes, submission, c.boards, c.numbers, c.requests, c.kinds, c.box_nos,
         c.requirements, c.roles, c.subjects, c.texts, c.levels, c.points, c.na_reasons, c.reasons,
         c.by_ons, c.chosen_bys, c.versions);
}

void freeze_evidence(postgres::AgencyTx& tx, const SubmissionId& submission, const Workspace&,
                     const Ticked& boards) {
  EvidenceColumns columns;
  std::map<BoardId, int> numbers;
  for (const auto* engaged : boards) {
    auto& number = numbers[engaged->board.board];
    for (const auto& granted : engaged->side.evidence) {
      for (const auto& code : granted.requirements) {
        columns.add(*engaged, ++number, granted.id, code, "");
      }
      for (const auto& box_no : granted.boxes) {
        columns.add(*engaged, ++number, granted.id, "", box_no);
      }
      if (granted.requirements.empty() && granted.boxes.empty()) {
        columns.add(*engaged, ++number, granted.id, "", "");
      }
    }
  }
  if (columns.boards.empty()) return;
  tx.run(sql::freeze_evidence, submission, columns.boards, columns.numbers, columns.evidence,
         columns.requirements, columns.requests, columns.box_nos);
}

void insert_deliveries(postgres::AgencyTx& tx, const SubmissionId& submission,
                       const Workspace& workspace, const Ticked& boards) {
  std::vector<std::string> forms;
  std::vector<int> form_versions;
  std::vector<std::optional<int>> mappings;
  for (const auto* engaged : boards) {
    forms.push_back(engaged->form->ref.code);
    form_versions.push_back(engaged->form->ref.version);
    const int version = engaged->mapping->version;
    mappings.push_back(version == 0 ? std::nullopt : std::optional(version));
  }
  const auto& framework = workspace.framework->ref;
  const auto requests = requests_of(boards);
  const auto ids = boards_of(boards);
  tx.run(sql::insert_deliveries, submission, requests, ids, forms, form_versions, framework.code,
         framework.version, workspace.way == mapping::Way::canonical ? "canonical" : "own_form",
         mappings);
  tx.run(sql::announce_deliveries, ids, submission, requests);
}

std::optional<SubmittedReturn> read_submission(postgres::AgencyTx& tx,
                                               const SubmissionId& submission) {
  const auto rows = tx.run(sql::read_submission, submission);
  if (rows.empty()) return std::nullopt;
  SubmittedReturn submitted;
  submitted.submission = submission;
  submitted.at = rows[0].instant("submitted_at");
  for (const auto row : rows) {
    submitted.copies.push_back(
        {row.id<RequestId>("request_id"),
         {row.id<BoardId>("board_id"), row.text("name"), row.text("area"), row.text("mark")}});
  }
  return submitted;
}

std::vector<Receipt> read_deliveries(postgres::AgencyTx& tx,
                                     const std::optional<SubmissionId>& submission,
                                     const std::optional<RequestId>& request) {
  std::vector<Receipt> all;
  for (const auto row : tx.run(sql::deliveries, submission, request)) {
    all.push_back(receipt_from(row));
  }
  return all;
}

}  // namespace onereturn::returns
