#pragma once

#include <functional>
#include <string>

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/documents/document.hpp"
#include "domain/reports/report.hpp"
#include "domain/reports/return_paper_document.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::reports {

// Turns a document into a file of that format: the world's doing, which may take minutes. Refuses
// with a sentence for people.
using Convert = std::function<Result<std::string>(const documents::Document&, Format)>;

struct PaperJob {
  postgres::JobLease lease;
  bool last_try = false;  // what fails now has failed for good
};

// Makes the file that the job is about, of a board's report, or of a return for a board or an
// agency: says that it is being made, reads the version, converts without a transaction open, and
// keeps the bytes together with closing the job. A file that was asked for anew meanwhile, or is
// ready, leaves nothing to do. Where converting fails the file says why, waits again or has failed
// for good, and the problem is handed back: the job is not closed. Throws StaleFence when another
// worker holds the job by now; then nothing of this one is kept.
Result<Done> make_paper(postgres::Database& database, const PaperJob& job, const Convert& convert,
                        const std::function<Instant()>& now, const Verifying& verifying = {});

}  // namespace onereturn::reports
