#include "platform/postgres/backlog.hpp"

namespace onereturn::postgres {
namespace {

constexpr Statement jobs_figures{
    "jobs.figures", "select kind, state, jobs, oldest_ms, overdue_ms from jobs.figures()"};
constexpr Statement mails_figures{
    "identity.figures", "select mails_waiting, oldest_mail_ms, locked from identity.figures()"};

constexpr Statement has_chains{
    "jobs.has_chains", "select to_regprocedure('jobs.trail_overview()') is not null as yes"};
constexpr Statement trail_figures{
    "jobs.trail_overview",
    "select sealed, waiting, gone, (1000 * oldest_waiting_seconds)::bigint as waiting_ms,"
    " (1000 * oldest_unanchored_seconds)::bigint as unanchored_ms from jobs.trail_overview()"};

double seconds(const Row& row, const char* column) {
  return static_cast<double>(row.integer(column)) / 1000;
}

}  // namespace

Backlog read_backlog(Database& database) {
  Backlog backlog;
  for (const Row row : database.call(jobs_figures)) {
    backlog.jobs.push_back({row.text("kind"), row.text("state"), row.integer("jobs"),
                            seconds(row, "oldest_ms"), seconds(row, "overdue_ms")});
  }
  const auto rows = database.call(mails_figures);
  const auto mails = rows.one();
  backlog.mails_waiting = mails.integer("mails_waiting");
  backlog.oldest_mail_seconds = seconds(mails, "oldest_mail_ms");
  backlog.sign_ins_locked = mails.integer("locked");
  if (database.call(has_chains).one().boolean("yes")) {
    const auto chains = database.call(trail_figures);
    const auto trail = chains.one();
    backlog.trail = {trail.integer("sealed"), trail.integer("waiting"), trail.integer("gone"),
                     seconds(trail, "waiting_ms"), seconds(trail, "unanchored_ms")};
  }
  return backlog;
}

}  // namespace onereturn::postgres
