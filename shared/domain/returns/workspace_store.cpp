#include "domain/returns/workspace_store.hpp"

#include "domain/returns/sql.hpp"

namespace onereturn::returns {

namespace {

using postgres::Row;

CopyState copy_state(const Row& row) {
  if (row.text("delivery_state") != "delivered") return CopyState::on_its_way;
  return row.is_null("accepted_at") ? CopyState::delivered : CopyState::received;
}

OpenRequest open_request(const Row& row) {
  OpenRequest open;
  auto& engaged = open.engaged;
  engaged.request = row.id<RequestId>("request_id");
  engaged.board = {row.id<BoardId>("board_id"), row.text("board_name"), row.text("board_area"),
                   row.text("board_mark")};
  engaged.unit = row.id<UnitId>("unit_id");
  engaged.unit_name = row.text("unit_name");
  engaged.audit_name = row.text("title");
  engaged.period = row.text("period");
  engaged.due_on = row.date("due_on");
  engaged.asked_on = day_in_england(row.instant("asked_at"));
  engaged.parts = row.list("parts");
  engaged.identity = {engaged.board.board.text(), engaged.board.name, engaged.board.area,
                      row.list("aliases"), row.list("procedures")};
  if (!row.is_null("submission_id")) {
    engaged.sent = SentCopy{row.id<SubmissionId>("submission_id"), row.instant("submitted_at"),
                            copy_state(row)};
  }
  open.of_the_whole = row.boolean("of_the_whole");
  open.form = {row.text("template_code"), row.number("template_version")};
  if (!row.is_null("mapping_version")) {
    open.framework = {row.text("framework_code"), row.number("framework_version")};
    open.mapping_version = row.number("mapping_version");
  }
  return open;
}

// Who stands by a row that carries saved_by and version, and since when.
mapping::Confirmation confirmation(const Row& row, const Names& names, std::optional<Instant> at) {
  mapping::Confirmation confirmed;
  if (const auto by = names.find(row.id<PersonId>("saved_by")); by != names.end()) {
    confirmed.by = by->second;
  }
  if (at) confirmed.on = day_in_england(*at);
  confirmed.version = row.number("version");
  return confirmed;
}

std::string& text_of(mapping::Texts& texts, std::string_view role) {
  if (role == "knows") return texts.knows;
  return role == "improve" ? texts.improve : texts.describes;
}

void take_not_applicable(const Row& row, bool& flag, std::string& reason) {
  flag = !row.is_null("na_reason");
  if (flag) reason = row.text("na_reason");
}

void load_board_answers(postgres::AgencyTx& tx, const Names& names, Workspace& workspace) {
  for (const auto row : tx.run(sql::board_answers, workspace.unit)) {
    const auto board = row.id<BoardId>("board_id");
    const auto requirement = row.text("requirement_code");
    mapping::Answer answer;
    answer.level = row.number_if("level");
    take_not_applicable(row, answer.not_applicable, answer.not_applicable_reason);
    answer.texts = {row.text("describes"), row.text("knows"), row.text("improve")};
    answer.confirmed = confirmation(row, names, row.instant_if("confirmed_at"));
    const bool nothing = answer.texts.empty() && !answer.level && !answer.not_applicable;
    const auto* definition = workspace.requirement(requirement);
    const bool whole = definition != nullptr && definition->local == frameworks::LocalKind::whole;
    for (auto& engaged : workspace.boards) {
      if (engaged.board.board != board) continue;
      engaged.answer_versions[requirement] = row.number("version");
      engaged.answer_saved_at[requirement] = row.instant("saved_at");
      if (nothing && !answer.confirmed.on) continue;
      auto& side = answer.confirmed.on ? engaged.side : engaged.drafts;
      if (whole) {
        side.whole[requirement] = answer;
      } else {
        side.parts[requirement] = {answer.texts, answer.confirmed};
      }
    }
  }
}

// Taking a box back leaves an empty row behind, for its history.
bool is_taken_back(const Row& row) {
  return row.view("text").empty() && row.is_null("level") && row.is_null("point") &&
         row.is_null("na_reason");
}

void take_box(const Row& row, const Names& names, Engaged& engaged) {
  const auto box_no = row.text("box_no");
  const auto kind = row.text("kind");
  const auto confirmed = confirmation(row, names, row.instant_if("confirmed_at"));
  const auto name = box_version_key(kind, box_no);
  engaged.box_versions[name] = row.number("version");
  engaged.box_saved_at[name] = row.instant("saved_at");
  auto& side = confirmed.on ? engaged.side : engaged.drafts;
  const auto point = row.text_if("point").value_or("");
  if (is_taken_back(row)) return;
  if (kind == "residual") {
    auto& residual = side.residuals[box_no];
    residual.text = row.text("text");
    residual.level = row.number_if("level");
    take_not_applicable(row, residual.not_applicable, residual.not_applicable_reason);
    residual.confirmed = confirmed;
  } else if (kind == "direct") {
    auto& direct = side.direct[box_no];
    direct.text = row.text("text");
    direct.point = point;
    take_not_applicable(row, direct.not_applicable, direct.not_applicable_reason);
    direct.confirmed = confirmed;
  } else if (kind == "choice") {
    side.choices[box_no] = {row.is_null("na_reason") ? point : mapping::not_applicable_point,
                            confirmed.by, confirmed.on};
  } else if (kind == "override") {
    auto& replaced = side.overrides[box_no];
    if (!row.text("text").empty()) replaced.text = row.text("text");
    if (!point.empty()) replaced.point = point;
    replaced.reason = row.text_if("reason").value_or("");
    replaced.by = confirmed.by;
    replaced.on = confirmed.on;
  }
}

Engaged* find(Workspace& workspace, const RequestId& request) {
  for (auto& engaged : workspace.boards) {
    if (engaged.request == request) return &engaged;
  }
  return nullptr;
}

}  // namespace

std::vector<OpenRequest> load_open_requests(postgres::AgencyTx& tx) {
  std::vector<OpenRequest> open;
  for (const auto row : tx.run(sql::open_requests))
    open.push_back(open_request(row));
  return open;
}

Names load_names(postgres::AgencyTx& tx) {
  Names names;
  for (const auto row : tx.run(sql::colleagues)) {
    names.emplace(row.id<PersonId>("person_id"), row.text("person_name"));
  }
  return names;
}

void load_answers(postgres::AgencyTx& tx, const Names& names, Workspace& workspace) {
  auto& answers = workspace.common.answers;
  for (const auto row : tx.run(sql::answers, workspace.unit)) {
    const auto code = row.text("requirement_code");
    auto& answer = answers[code];
    answer.level = row.number_if("level");
    take_not_applicable(row, answer.not_applicable, answer.not_applicable_reason);
    answer.confirmed = confirmation(row, names, row.instant_if("confirmed_at"));
    workspace.saved_at[code] = row.instant("saved_at");
  }
  for (const auto row : tx.run(sql::answer_texts, workspace.unit)) {
    auto& answer = answers[row.text("requirement_code")];
    const auto facet = row.text("facet_key");
    auto& texts = facet.empty() ? answer.texts : answer.part_texts[facet];
    text_of(texts, row.view("role")) = row.text("text");
  }
  for (const auto row : tx.run(sql::answer_parts, workspace.unit)) {
    answers[row.text("requirement_code")].parts[row.text("facet_code")] = {row.number("low"),
                                                                           row.number("high")};
  }
}

void load_board_sides(postgres::AgencyTx& tx, const Names& names, Workspace& workspace) {
  load_board_answers(tx, names, workspace);
  for (const auto row : tx.run(sql::boxes, workspace.unit)) {
    if (auto* engaged = find(workspace, row.id<RequestId>("request_id")))
      take_box(row, names, *engaged);
  }
  for (const auto row : tx.run(sql::explanations, workspace.unit)) {
    if (auto* engaged = find(workspace, row.id<RequestId>("request_id"))) {
      const auto subject = row.text("subject");
      const auto key = subject.empty() ? row.text("rule") : row.text("rule") + ":" + subject;
      if (!row.text("text").empty()) engaged->side.explanations[key] = row.text("text");
    }
  }
  for (const auto row : tx.run(sql::promises, workspace.unit)) {
    if (auto* engaged = find(workspace, row.id<RequestId>("request_id"))) {
      engaged->side.promises[row.text("box_no")] = {row.date("by_on"), row.text("by_whom")};
    }
  }
}

void load_commitments(postgres::AgencyTx& tx, Workspace& workspace) {
  std::map<CommitmentId, std::size_t> places;
  for (const auto row : tx.run(sql::commitments, workspace.unit)) {
    KeptCommitment kept;
    kept.commitment = row.id<CommitmentId>("commitment_id");
    kept.board = row.id_if<BoardId>("board_id");
    kept.version = row.number("version");
    kept.words = {kept.commitment.text(), row.text("what"), row.text("how"),    row.text("lead"),
                  row.date_if("by_on"),   row.text("area"), row.text("change"), {}};
    places[kept.commitment] = workspace.commitments.size();
    workspace.commitments.push_back(std::move(kept));
  }
  for (const auto row : tx.run(sql::commitment_subjects, workspace.unit)) {
    auto& kept = workspace.commitments[places.at(row.id<CommitmentId>("commitment_id"))];
    const auto board = kept.board ? kept.board->text() : std::string();
    kept.words.subjects.push_back(
        {row.text_if("requirement_code").value_or(""), board, row.text_if("item_no").value_or("")});
  }
  for (const auto& kept : workspace.commitments) {
    if (!kept.board) {
      workspace.common.commitments.push_back(kept.words);
      continue;
    }
    for (auto& engaged : workspace.boards) {
      if (engaged.board.board == *kept.board) engaged.side.commitments.push_back(kept.words);
    }
  }
}

void load_profile(postgres::AgencyTx& tx, Workspace& workspace) {
  auto& profile = workspace.common.profile;
  const auto rows = tx.run(sql::profile);
  if (!rows.empty()) {
    const auto row = rows[0];
    for (const char* of : {"name", "area", "address", "telephone", "email"}) {
      profile[std::string("agency.") + of] = row.text(of);
    }
    for (const std::string who : {"lead_officer", "completed_by"}) {
      for (const std::string of : {"name", "position", "telephone", "email"}) {
        profile[who + "." + of] = row.text((who + "_" + of).c_str());
      }
    }
  }
  for (const auto row : tx.run(sql::lead_officers, workspace.unit)) {
    const auto board = row.id<BoardId>("board_id");
    for (auto& engaged : workspace.boards) {
      if (engaged.board.board != board) continue;
      for (const std::string of : {"name", "position", "telephone", "email"}) {
        engaged.profile["lead_officer." + of] = row.text(of.c_str());
      }
    }
  }
}

}  // namespace onereturn::returns
