#include "domain/reports/make_paper.hpp"

#include <optional>

#include "base/fault.hpp"
#include "domain/reports/paper_store.hpp"
#include "domain/reports/report_document.hpp"
#include "domain/reports/report_store.hpp"

namespace onereturn::reports {
namespace {

// Nothing larger is kept; the database says the same.
constexpr std::size_t bytes_max = 60'000'000;

struct ToConvert {
  documents::Document document;
  Format format = Format::pdf;
  int saves = 0;  // of a report
  int signatures = 0;
  ReportId report;
  int version = 0;
  std::vector<Redacted> redacted;
  bool has_returns = false;
  std::optional<PaperSubject> of_return;  // as it stood when it was read
  std::string standing;                   // what the paper of a return is made of
  std::optional<Problem> problem;         // why there is nothing to convert
};

std::optional<ToConvert> begin_report(postgres::PartyJobTx& tx) {
  const auto file = begin_file(tx);
  if (!file) return std::nullopt;
  const auto report = find_report(tx, file->report);
  const auto version = find_version(tx, file->report, file->version);
  auto look = find_look(tx);
  if (look.name.empty()) look.name = board_name(tx);
  ToConvert paper;
  paper.document = document_of(report.value(), version.value(), look);
  paper.format = file->format;
  paper.saves = version->saves;
  paper.signatures = static_cast<int>(version->signatures.size());
  paper.report = file->report;
  paper.version = file->version;
  paper.redacted = version->redacted;
  paper.has_returns = !report->subject.returns.empty();
  return paper;
}

std::optional<ToConvert> begin_return(postgres::PartyJobTx& tx, const Verifying& verifying) {
  const auto wanted = begin_return_paper(tx);
  if (!wanted) return std::nullopt;
  const bool blank = wanted->paper.kind == ReturnPaperKind::blank;
  const auto version = blank ? std::nullopt : std::optional(wanted->version);
  ToConvert paper;
  paper.format = wanted->paper.format;
  paper.of_return = find_subject(tx, wanted->request, version, wanted->of_board);
  if (!paper.of_return) {
    paper.of_return.emplace();
    paper.problem =
        Problem{ProblemCode::not_found, "not-found", "What this paper is about is not there.", {}};
    return paper;
  }
  // A blank form has no words that could be erased.
  if (blank) paper.of_return->erased = 0;
  paper.standing = made_of(*paper.of_return, wanted->paper.kind);
  auto document = document_of(tx, *paper.of_return, *wanted, verifying);
  if (document) {
    paper.document = std::move(*document);
  } else {
    paper.problem = document.problem();
  }
  return paper;
}

// A report is a board's alone.
Result<std::optional<ToConvert>> begin(postgres::Database& database, const PaperJob& job,
                                       const Verifying& verifying) {
  return database.as_party_job(job.lease,
                               [&](postgres::PartyJobTx& tx) -> Result<std::optional<ToConvert>> {
                                 auto paper = begin_return(tx, verifying);
                                 if (!paper && is_job_of_board(tx)) paper = begin_report(tx);
                                 if (!paper) finish_job(tx, job.lease.job, job.lease.fence);
                                 return paper;
                               });
}

Result<std::string> converted(const ToConvert& paper, const Convert& convert) {
  if (paper.problem) return *paper.problem;
  auto bytes = convert(paper.document, paper.format);
  if (!bytes) return bytes;
  if (bytes->empty()) {
    return Problem{ProblemCode::invalid, "not-made", "The converter made an empty file.", {}};
  }
  if (bytes->size() > bytes_max) {
    return Problem{ProblemCode::too_large,
                   "too-large",
                   "The file would be larger than 60 MB. Make the report shorter, or take its "
                   "tables along by themselves.",
                   {}};
  }
  return bytes;
}

// The next try reads anew; where nobody wants the file any more, it finds nothing to do.
Problem outdated() {
  return {ProblemCode::conflict,
          "outdated",
          "The return changed while the file was being made. It is made anew.",
          {}};
}

// Where words were redacted after they were read, nothing is kept.
bool is_kept(postgres::PartyJobTx& tx, const ToConvert& paper, const std::string& bytes,
             Instant at) {
  if (paper.of_return) {
    share_words(tx, paper.of_return->board);
    return put_return_paper_ready(tx, bytes, paper.standing, paper.of_return->erased, at);
  }
  if (paper.has_returns) {
    share_words(tx, std::nullopt);
    const auto now = find_version(tx, paper.report, paper.version);
    if (!now || now->redacted != paper.redacted) return false;
  }
  put_ready(tx, bytes, paper.saves, paper.signatures, at);
  return true;
}

Result<Done> keep(postgres::Database& database, const PaperJob& job, const ToConvert& paper,
                  const std::string& bytes, Instant at) {
  return database.as_party_job(job.lease, [&](postgres::PartyJobTx& tx) -> Result<Done> {
    if (!is_kept(tx, paper, bytes, at)) return outdated();
    FAULT("paper.keeping");
    finish_job(tx, job.lease.job, job.lease.fence);
    return Done{};
  });
}

std::string reason_of(const Problem& problem, bool last) {
  const auto words =
      problem.detail.empty() ? std::string("The converter gave no reason.") : problem.detail;
  return last ? words : "It did not work yet and is tried again by itself. " + words;
}

Result<Done> give_up(postgres::Database& database, const PaperJob& job, const ToConvert& paper,
                     const Problem& why) {
  // What is too large stays too large.
  const bool last = job.last_try || why.code == ProblemCode::too_large;
  auto noted = database.as_party_job(job.lease, [&](postgres::PartyJobTx& tx) -> Result<Done> {
    const auto reason = reason_of(why, last).substr(0, 280);
    if (paper.of_return) {
      put_return_paper_back(tx, last, reason);
    } else {
      put_back(tx, last, reason);
    }
    if (why.code == ProblemCode::too_large) {
      finish_job(tx, job.lease.job, job.lease.fence);
    }
    return Done{};
  });
  if (!noted) return noted;
  if (why.code == ProblemCode::too_large) return Done{};
  return why;
}

}  // namespace

Result<Done> make_paper(postgres::Database& database, const PaperJob& job, const Convert& convert,
                        const std::function<Instant()>& now, const Verifying& verifying) {
  const auto paper = begin(database, job, verifying);
  if (!paper) return paper.problem();
  if (!*paper) return Done{};
  FAULT("paper.begun");
  const auto bytes = converted(**paper, convert);
  FAULT("paper.converted");
  if (!bytes) return give_up(database, job, **paper, bytes.problem());
  return keep(database, job, **paper, *bytes, now());
}

}  // namespace onereturn::reports
