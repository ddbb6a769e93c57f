#include "domain/reports/return_papers.hpp"

#include <algorithm>

#include "domain/audit_log/openings.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/identity/export_right.hpp"
#include "domain/reports/paper_store.hpp"

namespace onereturn::reports {
namespace {

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such paper here.", {}};
}

bool needs_nothing(const PaperFile& file, Instant at) {
  return file.state == FileState::ready ? file.current : is_on_its_way(file, at);
}

template <class Tx, class Place>
Result<PapersOfReturn> look(Tx& tx, const Place& place, const std::optional<int>& version) {
  auto subject = find_subject(tx, place, version);
  if (!subject) return not_found();
  auto files = papers_of(tx, *subject);
  return PapersOfReturn{std::move(*subject), std::move(files)};
}

template <class Tx, class Place>
Result<bool> ask(Tx& tx, const Place& place, const std::optional<int>& version,
                 const ReturnPaper& paper, Instant at) {
  const auto here = look(tx, place, version);
  if (!here) return here.problem();
  if (!can_be_had(here->subject, paper)) return not_found();
  const auto found = std::ranges::find(here->files, paper, &ReturnPaperFile::paper);
  if (found != here->files.end() && needs_nothing(found->file, at)) return false;
  const auto file = FileId::random();
  put_asked(tx, here->subject, paper, file, at);
  announce(tx, takes_long(here->subject, paper) ? "make_long_paper" : "make_paper", file);
  audit_log::record(tx, {.what = "return.file_asked",
                         .subject_kind = "request",
                         .subject_id = here->subject.request.text(),
                         .detail = in_trail(paper, here->subject.version)});
  return true;
}

template <class Tx>
void note_taken(Tx& tx, const ReadyReturnPaper& ready) {
  audit_log::record(tx, {.what = "return.file_taken",
                         .subject_kind = "request",
                         .subject_id = ready.request.text(),
                         .detail = in_trail(ready.paper, ready.version)});
}

}  // namespace

Result<PapersOfReturn> papers_of_return(postgres::BoardTx& tx, const ReturnId& id,
                                        const std::optional<int>& version) {
  return look(tx, id, version);
}

Result<PapersOfReturn> papers_of_return(postgres::AgencyTx& tx, const RequestId& request,
                                        const std::optional<int>& version) {
  return look(tx, request, version);
}

Result<bool> ask_for_return_paper(postgres::BoardTx& tx, const ReturnId& id,
                                  const std::optional<int>& version, const ReturnPaper& paper,
                                  Instant at) {
  if (is_table(paper.format)) {
    if (const auto refused = identity::refuse_export(tx)) return *refused;
  }
  return ask(tx, id, version, paper, at);
}

Result<bool> ask_for_return_paper(postgres::AgencyTx& tx, const RequestId& request,
                                  const std::optional<int>& version, const ReturnPaper& paper,
                                  Instant at) {
  return ask(tx, request, version, paper, at);
}

Result<ReadyReturnPaper> take_return_paper(postgres::BoardTx& tx, const ReturnId& id,
                                           const FileId& file, Instant at) {
  auto ready = find_ready_return_paper(tx, file);
  if (!ready || ready->of_return != id) return not_found();
  if (ready->paper.kind == ReturnPaperKind::filled) {
    audit_log::note_opened(tx, id, audit_log::Opened::whole_return, at, ready->version);
  }
  if (!is_table(ready->paper.format)) {
    note_taken(tx, *ready);
    return std::move(*ready);
  }
  if (const auto refused = identity::refuse_export(tx)) return *refused;
  identity::note_export(tx, {"return.exported", "request", ready->request.text()},
                        static_cast<std::size_t>(ready->boxes));
  return std::move(*ready);
}

Result<ReadyReturnPaper> take_return_paper(postgres::AgencyTx& tx, const RequestId& request,
                                           const FileId& file) {
  auto ready = find_ready_return_paper(tx, file);
  if (!ready || ready->request != request) return not_found();
  note_taken(tx, *ready);
  return std::move(*ready);
}

}  // namespace onereturn::reports
