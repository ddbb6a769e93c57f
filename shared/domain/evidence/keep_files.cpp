#include "domain/evidence/keep_files.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evidence/child_words.hpp"
#include "domain/evidence/content_store.hpp"
#include "domain/evidence/evidence_store.hpp"
#include "domain/evidence/piece_store.hpp"
#include "domain/evidence/upkeep_store.hpp"
#include "domain/identity/roles.hpp"

namespace onereturn::evidence {

namespace {

constexpr int soon_days = 60;

Problem not_permitted() {
  return {ProblemCode::forbidden, "not-permitted", "Your role does not write answers.", {}};
}

Problem used_by_others() {
  return {ProblemCode::forbidden,
          "not-permitted",
          "Other parts of your organisation use this evidence too. Your lead can change it.",
          {}};
}

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such record here.", {}};
}

Problem incomplete() {
  return {ProblemCode::invalid, "validation", "Some of this needs another look.", {}};
}

std::string without_extension(const std::string& name) {
  const auto dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

void check_title(const PieceWords& words, Problem& problem) {
  const auto length = count_characters(words.title);
  if (words.title.empty()) {
    problem.fields.push_back({"title", "Say what the evidence is."});
  } else if (!length || *length > line_characters_max) {
    problem.fields.push_back({"title", "Use 300 characters or fewer for what the evidence is."});
  }
}

void check_dates(const PieceWords& words, Date today, Problem& problem) {
  if (words.effective_on && words.expires_on && *words.expires_on < *words.effective_on) {
    problem.fields.push_back({"expires_on", "It cannot run out before it begins."});
  }
  if (words.received_on > today) {
    problem.fields.push_back({"received_on", "The day you received it cannot be in the future."});
  }
}

// Asks for a reason when the words look like a child's details.
void guard(const std::string& file_name, const PieceWords& words, Date today, Problem& problem) {
  const auto reason = count_characters(words.names_reason);
  if (!reason || *reason > paragraph_characters_max) {
    problem.fields.push_back({"names_reason", "Use 10,000 characters or fewer for the reason."});
  }
  auto found = looks_like_a_child(words.title, today);
  for (auto& kind : looks_like_a_child(file_name, today)) {
    if (std::find(found.begin(), found.end(), kind) == found.end()) found.push_back(kind);
  }
  if (found.empty() || !words.names_reason.empty()) return;
  std::string list;
  for (const auto& kind : found)
    list += (list.empty() ? "" : ", ") + kind;
  problem.key = "child-details";
  problem.fields.push_back({"names_reason", "The name looks like a child's details (" + list +
                                                "). Rename it, or say why the name must stay."});
}

Result<PieceWords> words_of(const WriteFile& written, Date today) {
  PieceWords words{tidy_line(written.title),
                   {},
                   written.effective_on,
                   written.expires_on,
                   written.received_on.value_or(today),
                   tidy_paragraph(written.names_reason),
                   written.at};
  if (words.title.empty()) words.title = tidy_line(without_extension(written.file.name));
  auto problem = incomplete();
  check_title(words, problem);
  check_dates(words, today, problem);
  guard(written.file.name, words, today, problem);
  if (!problem.fields.empty()) return problem;
  return words;
}

Result<PieceWords> words_of(const WriteDetails& written, const std::optional<FileFacts>& file,
                            Date today) {
  PieceWords words{tidy_line(written.title),
                   tidy_paragraph(written.kept_where),
                   written.effective_on,
                   written.expires_on,
                   written.received_on.value_or(today),
                   tidy_paragraph(written.names_reason),
                   written.at};
  auto problem = incomplete();
  check_title(words, problem);
  const auto kept = count_characters(words.kept_where);
  if (words.kept_where.empty() && !file) {
    problem.fields.push_back({"kept_where", "Say where the evidence is kept."});
  } else if (!kept || *kept > paragraph_characters_max) {
    problem.fields.push_back({"kept_where", "Use 10,000 characters or fewer for the place."});
  }
  check_dates(words, today, problem);
  guard(file ? file->name : words.kept_where, words, today, problem);
  if (!problem.fields.empty()) return problem;
  return words;
}

// Whoever looks after a piece with an end is told before it, and on the day.
void wake_for(postgres::AgencyTx& tx, const std::optional<Date>& end) {
  if (end) wake_on(tx, {day_after(*end, -reminder_days), *end});
}

// Nothing, or why this session may not change this piece.
std::optional<Problem> may_not_change(postgres::AgencyTx& tx, const EvidenceId& evidence) {
  if (!identity::may_write(tx.actor().role)) return not_permitted();
  if (!evidence_exists(tx, evidence)) return not_found();
  if (is_shared(tx, evidence)) return used_by_others();
  return std::nullopt;
}

}  // namespace

Result<EvidenceId> add_file(postgres::AgencyTx& tx, const WriteFile& written, Date today) {
  if (!identity::may_write(tx.actor().role)) return not_permitted();
  const auto words = words_of(written, today);
  if (!words) return words.problem();
  const auto unit = unit_to_write(tx, written.unit);
  if (!unit) return not_found();
  keep_blob(tx, written.file, written.at);
  if (const auto same = same_piece(tx, written.file.sha256, words->title)) return *same;
  const auto evidence = insert_piece(tx, *unit, *words, written.file);
  wake_for(tx, words->expires_on);
  audit_log::record(tx, {"evidence.file_added", "evidence", evidence.text(), ""});
  return evidence;
}

Result<EvidenceId> add_on_request(postgres::AgencyTx& tx, const WriteDetails& written, Date today) {
  if (!identity::may_write(tx.actor().role)) return not_permitted();
  const auto words = words_of(written, std::nullopt, today);
  if (!words) return words.problem();
  const auto unit = unit_to_write(tx, written.unit);
  if (!unit) return not_found();
  const auto evidence = insert_piece(tx, *unit, *words, std::nullopt);
  wake_for(tx, words->expires_on);
  audit_log::record(tx, {"evidence.added", "evidence", evidence.text(), ""});
  return evidence;
}

Result<Done> add_version(postgres::AgencyTx& tx, const EvidenceId& evidence,
                         const WriteFile& written, Date today) {
  if (auto problem = may_not_change(tx, evidence)) return *problem;
  const auto words = words_of(written, today);
  if (!words) return words.problem();
  keep_blob(tx, written.file, written.at);
  if (replace_file(tx, evidence, *words, written.file)) {
    wake_for(tx, words->expires_on);
    audit_log::record(tx, {"evidence.version_added", "evidence", evidence.text(), ""});
  }
  return Done{};
}

Result<Done> change_details(postgres::AgencyTx& tx, const EvidenceId& evidence,
                            const WriteDetails& written, Date today) {
  if (auto problem = may_not_change(tx, evidence)) return *problem;
  const auto piece = load_pieces(tx, evidence).at(0);
  const auto words = words_of(written, piece.file, today);
  if (!words) return words.problem();
  if (!change_piece(tx, evidence, *words)) return not_found();
  wake_for(tx, words->expires_on);
  audit_log::record(tx, {"evidence.changed", "evidence", evidence.text(), ""});
  return Done{};
}

Result<Done> withdraw_evidence(postgres::AgencyTx& tx, const EvidenceId& evidence,
                               const std::optional<Instant>& at) {
  if (auto problem = may_not_change(tx, evidence)) return *problem;
  if (!withdraw_piece(tx, evidence, at)) return not_found();
  wake_on(tx, {day_after(day_in_england(at.value_or(system_clock()())), unused_days + 1)});
  audit_log::record(tx, {"evidence.withdrawn", "evidence", evidence.text(), ""});
  return Done{};
}

Result<Done> note_opened(postgres::AgencyTx& tx, const EvidenceId& evidence, int version) {
  if (!evidence_exists(tx, evidence)) return not_found();
  audit_log::record(tx, {"evidence.downloaded", "evidence", evidence.text(),
                         "version " + std::to_string(version)});
  return Done{};
}

Result<Done> note_opened(postgres::BoardTx& tx, const ReturnId& id, int number, Instant at,
                         const std::optional<int>& version) {
  if (!insert_opening(tx, id, number, at, version)) return not_found();
  auto piece = "piece " + std::to_string(number);
  if (version) piece += " of version " + std::to_string(*version);
  audit_log::record(tx, {"evidence.downloaded", "return", id.text(), piece});
  return Done{};
}

Result<Done> note_opened(postgres::BoardTx& tx, const AskId& ask, Instant at) {
  if (!insert_opening(tx, ask, at)) return not_found();
  audit_log::record(tx, {"evidence.downloaded", "evidence_ask", ask.text(), ""});
  return Done{};
}

Result<Piece> find_piece(postgres::AgencyTx& tx, const EvidenceId& evidence) {
  auto pieces = load_pieces(tx, evidence);
  if (pieces.empty()) return not_found();
  return std::move(pieces.front());
}

std::vector<Piece> running_out(const std::vector<Piece>& pieces, Date today) {
  std::vector<Piece> soon;
  for (const auto& piece : pieces) {
    if (piece.expires_on && days_between(today, *piece.expires_on) <= soon_days) {
      soon.push_back(piece);
    }
  }
  std::stable_sort(soon.begin(), soon.end(),
                   [](const Piece& a, const Piece& b) { return *a.expires_on < *b.expires_on; });
  return soon;
}

}  // namespace onereturn::evidence
