#include "domain/questions/ask_for_changes.hpp"

#include "domain/audit_log/record.hpp"
#include "domain/questions/thread_store.hpp"

namespace onereturn::questions {

namespace {

void note(postgres::BoardTx& tx, const char* what, const RequestId& request, std::size_t count) {
  audit_log::record(tx, {what, "request", request.text(), std::to_string(count) + " items"});
}

}  // namespace

std::vector<ThreadId> ask_for_changes(postgres::BoardTx& tx, const RequestId& request,
                                      const std::vector<WantedChange>& changes, Instant now) {
  std::vector<ThreadId> threads;
  const auto asked = changes.empty() ? std::nullopt : find_asked(tx, request);
  if (!asked) return threads;
  for (std::size_t at = 0; at < changes.size(); ++at)
    threads.push_back(ThreadId::random());
  insert_changes_asked(tx, *asked, threads, changes, now);
  note(tx, "question.begun", request, threads.size());
  return threads;
}

void settle_changes(postgres::BoardTx& tx, const std::vector<ThreadId>& threads) {
  if (!threads.empty()) answer_changes(tx, threads);
}

void drop_changes(postgres::BoardTx& tx, const std::vector<ThreadId>& threads, Instant now) {
  if (!threads.empty()) close_changes(tx, threads, now);
}

}  // namespace onereturn::questions
