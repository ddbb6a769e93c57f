#pragma once

#include "base/result.hpp"
#include "domain/reports/paper_store.hpp"
#include "domain/reports/report.hpp"
#include "platform/postgres/transaction.hpp"

// The board's side of files: asked for here, made by the worker, taken along when they are ready.
namespace onereturn::reports {

// Asks the worker for a version in one format. Asking again while it is being made, or for one that
// is ready and says what the version says, changes nothing; what was asked for half an hour ago and
// never came is asked for anew. Answers whether a worker has something to do. Refuses with
// not_found, and for tables with forbidden whoever may not take lists along.
Result<bool> ask_for_paper(postgres::BoardTx& tx, const ReportId& id, int version, Format format,
                           Instant at);

// A ready file, whole. Noted in the trail: which format of which version, and for tables as an
// export. Refuses with not_found, also while it is not ready, and with forbidden as above.
Result<ReadyFile> take_paper(postgres::BoardTx& tx, const FileId& file);

}  // namespace onereturn::reports
