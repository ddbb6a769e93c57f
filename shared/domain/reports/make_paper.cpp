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
  int saves = 0;
  int signatures = 0;
};

Result<std::optional<ToConvert>> begin(postgres::Database& database, const PaperJob& job) {
  return database.as_party_job(
      job.lease, [&](postgres::PartyJobTx& tx) -> Result<std::optional<ToConvert>> {
        const auto file = begin_file(tx);
        if (!file) {
          finish_job(tx, job.lease.job, job.lease.fence);
          return std::optional<ToConvert>{};
        }
        const auto report = find_report(tx, file->report);
        const auto version = find_version(tx, file->report, file->version);
        auto look = find_look(tx);
        if (look.name.empty()) look.name = board_name(tx);
        return std::optional<ToConvert>{
            ToConvert{document_of(report.value(), version.value(), look), file->format,
                      version->saves, static_cast<int>(version->signatures.size())}};
      });
}

Result<std::string> converted(const ToConvert& paper, const Convert& convert) {
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

Result<Done> keep(postgres::Database& database, const PaperJob& job, const ToConvert& paper,
                  const std::string& bytes, Instant at) {
  return database.as_party_job(job.lease, [&](postgres::PartyJobTx& tx) -> Result<Done> {
    put_ready(tx, bytes, paper.saves, paper.signatures, at);
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

Result<Done> give_up(postgres::Database& database, const PaperJob& job, const Problem& why) {
  // What is too large stays too large.
  const bool last = job.last_try || why.code == ProblemCode::too_large;
  const auto noted =
      database.as_party_job(job.lease, [&](postgres::PartyJobTx& tx) -> Result<Done> {
        put_back(tx, last, reason_of(why, last).substr(0, 280));
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
                        const std::function<Instant()>& now) {
  const auto paper = begin(database, job);
  if (!paper) return paper.problem();
  if (!*paper) return Done{};
  FAULT("paper.begun");
  const auto bytes = converted(**paper, convert);
  FAULT("paper.converted");
  if (!bytes) return give_up(database, job, bytes.problem());
  return keep(database, job, **paper, *bytes, now());
}

}  // namespace onereturn::reports
