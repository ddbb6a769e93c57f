#include "gateway/pages/questions/thread_support.hpp"

#include <algorithm>
#include <charconv>

#include "domain/frameworks/catalogue_store.hpp"
#include "domain/questions/question_rules.hpp"

namespace onereturn::gateway::pages {

std::string place_of(postgres::Transaction& tx, const questions::Thread& thread) {
  const auto form = frameworks::load_template(tx, thread.form);
  return form == nullptr ? thread.item : questions::place_words(*form, thread.item);
}

std::vector<views::PlacedThread> placed(postgres::Transaction& tx,
                                        std::vector<questions::Thread> threads) {
  std::vector<frameworks::VersionRef> refs;
  for (const auto& thread : threads) {
    if (std::find(refs.begin(), refs.end(), thread.form) == refs.end()) refs.push_back(thread.form);
  }
  const auto forms = refs.empty() ? std::vector<std::shared_ptr<const frameworks::Template>>()
                                  : frameworks::load_templates(tx, refs);
  std::vector<views::PlacedThread> all;
  for (auto& thread : threads) {
    const auto at = std::find(refs.begin(), refs.end(), thread.form) - refs.begin();
    const auto& form = forms[static_cast<std::size_t>(at)];
    auto place = form == nullptr ? thread.item : questions::place_words(*form, thread.item);
    all.push_back({std::move(thread), std::move(place)});
  }
  return all;
}

std::optional<questions::WriteMessage> write_in(const RequestContext& context) {
  const auto thread = questions::ThreadId::parse(context.path("thread"));
  const auto message = questions::MessageId::parse(context.field("message"));
  const auto seen = context.field("seen");
  int number = 0;
  const auto read = std::from_chars(seen.data(), seen.data() + seen.size(), number);
  if (!thread || !message || read.ec != std::errc{} || number < 0) return std::nullopt;
  questions::WriteMessage write;
  write.thread = *thread;
  write.message = *message;
  write.seen = number;
  write.words = context.field("words");
  write.asks_back = context.field("asks_back") == "yes";
  write.closes = context.field("go") == "close";
  return write;
}

std::vector<views::PageError> errors_in(const Problem& problem) {
  std::vector<views::PageError> errors;
  for (const auto& field : problem.fields)
    errors.push_back({field.field, field.message});
  return errors;
}

std::optional<views::TypedMessage> typed_again(const RequestContext& context,
                                               const Problem& problem) {
  views::TypedMessage typed;
  typed.words = context.field("words");
  typed.number = context.field("message");
  typed.asks_back = context.field("asks_back") == "yes";
  typed.overtaken = problem.key == "written-meanwhile";
  typed.errors = errors_in(problem);
  if (!typed.overtaken && typed.errors.empty()) return std::nullopt;
  return typed;
}

std::string thread_note(const RequestContext& context) {
  const auto saved = context.request().query.get("saved");
  if (saved == "asked") return "Your question is sent. The answer will stand here.";
  if (saved == "written") return "Sent.";
  if (saved == "closed") return "Closed. Whoever writes here opens it again.";
  if (saved == "given") return "Given over.";
  if (saved == "published") return "Published. Every agency that you ask with this form reads it.";
  if (saved == "changed") return "The new version is what agencies read now.";
  if (saved == "withdrawn") return "Taken back. No agency sees it any more.";
  if (saved == "logged") return "Noted. Only your board reads it.";
  if (saved == "struck") return "Struck. It stays in the log, crossed out.";
  return {};
}

}  // namespace onereturn::gateway::pages
