#include "domain/reviews/around_item.hpp"

#include <algorithm>
#include <set>

#include "domain/actions/board_action_store.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/questions/thread_store.hpp"
#include "domain/reviews/sample_store.hpp"

namespace onereturn::reviews {

namespace {

using evaluation::Subject;
using evaluation::Workbench;

constexpr int actions_shown = 50;

std::vector<SampleNote> samples_of(postgres::BoardTx& tx, const ReturnId& id,
                                   const Subject& subject) {
  auto notes = load_notes(tx, id);
  std::erase_if(notes, [&](const SampleNote& note) { return !subject.boxes.contains(note.box); });
  return notes;
}

std::vector<questions::ThreadWithMessages> threads_of(postgres::BoardTx& tx,
                                                      const RequestId& request,
                                                      const std::vector<std::string>& items) {
  auto messages = questions::messages_about(tx, request, items);
  std::vector<questions::ThreadWithMessages> threads;
  for (auto& thread : questions::list_threads(tx, request)) {
    const auto found = messages.find(thread.id);
    if (found != messages.end()) threads.push_back({std::move(thread), std::move(found->second)});
  }
  return threads;
}

// The board's own: what the agency undertook stands in its return.
void add_actions(postgres::BoardTx& tx, AroundItem& around, const Workbench& bench,
                 const Subject& subject, std::vector<std::string> codes, Date today) {
  if (!bench.facts.agency) return;
  codes.push_back(subject.section);
  actions::ActionFilter filter;
  filter.shows = {"all"};
  filter.organisations = {bench.facts.agency->text()};
  filter.sources = {"evaluation", "review", "hand"};
  filter.codes = std::move(codes);
  filter.count = actions_shown;
  around.actions = actions::read_actions(tx, filter, today).list;
  std::erase_if(around.actions, [&](const auto& one) { return one.from_return != bench.facts.id; });
  std::set<frameworks::VersionRef> refs;
  for (const auto& one : around.actions) {
    if (one.form) refs.insert(*one.form);
  }
  around.forms = actions::load_forms(tx, {refs.begin(), refs.end()});
}

}  // namespace

AroundItem read_around_item(postgres::BoardTx& tx, const Workbench& bench, const Subject& subject,
                            Date today) {
  AroundItem around;
  const auto items = evaluation::items_of(*bench.copy.form, subject);
  around.samples = samples_of(tx, bench.facts.id, subject);
  around.threads = threads_of(tx, bench.facts.request, items);
  add_actions(tx, around, bench, subject, items, today);
  around.last_time = evaluation::last_time(tx, bench, subject);
  return around;
}

}  // namespace onereturn::reviews
