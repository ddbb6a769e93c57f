#include "gateway/pages/questions/asked_beside.hpp"

#include <algorithm>

#include "domain/questions/guidance_store.hpp"
#include "domain/questions/thread_store.hpp"
#include "gateway/views/questions.hpp"
#include "platform/html/href.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;

bool is_about(const questions::Thread& thread, const AskedPlace& place) {
  return thread.request == place.board->request && thread.item == place.item->code;
}

bool is_about(const questions::Guidance& guidance, const AskedPlace& place) {
  return guidance.board == place.board->board.board && guidance.form == place.board->form->ref &&
         guidance.item == place.item->code;
}

template <class Thing>
bool is_about_any(const Thing& thing, const std::vector<AskedPlace>& places) {
  return std::any_of(places.begin(), places.end(),
                     [&](const AskedPlace& place) { return is_about(thing, place); });
}

}  // namespace

AskedBeside look_at_asked(postgres::AgencyTx& tx) {
  return {questions::list_threads(tx), questions::list_guidance(tx)};
}

std::vector<AskedPlace> places_of(const returns::Workspace& workspace,
                                  const returns::QuestionView& view) {
  std::vector<AskedPlace> places;
  for (const auto& asking : view.asked_by) {
    const auto* board = workspace.find(asking.request);
    if (board == nullptr) continue;
    for (const auto& item : asking.items)
      places.push_back({board, item.item});
  }
  return places;
}

std::vector<AskedPlace> places_of(const returns::Engaged& board,
                                  const frameworks::Section& section) {
  std::vector<AskedPlace> places;
  for (const auto& item : section.items)
    places.push_back({&board, &item});
  return places;
}

std::string ask_address(const returns::Workspace& workspace, const std::string& from) {
  const auto unit = views::unit_query(workspace);
  return "/asked/new" + (unit.empty() ? "?" : unit + "&") + "from=" + html::url_encoded(from);
}

Data asked_beside(const AskedBeside& seen, const std::vector<AskedPlace>& places,
                  const std::string& ask_href) {
  auto threads = Data::list();
  for (const auto& thread : seen.threads) {
    if (!is_about_any(thread, places)) continue;
    threads.push(Data::object()
                     .set("href", "/asked/" + thread.id.text())
                     .set("board_name", thread.board_area)
                     .set("last", thread.last_words.substr(0, thread.last_words.find('\n')))
                     .set("status", views::thread_status(thread, questions::Side::agency)));
  }
  auto guidance = Data::list();
  for (const auto& one : seen.guidance) {
    if (!is_about_any(one, places)) continue;
    auto by = "From " + to_words(day_in_england(one.at));
    if (one.version > 1) by += ", changed since it was first given";
    guidance.push(Data::object()
                      .set("board_name", one.board_area)
                      .set("question", one.question)
                      .set("answer", one.answer)
                      .set("by", by + "."));
  }
  const bool any_threads = !threads.items().empty();
  const bool any_guidance = !guidance.items().empty();
  return Data::object()
      .set("heading", any_threads ? "Asked about this" : "Not clear?")
      .set("any_threads", any_threads)
      .set("threads", std::move(threads))
      .set("any_guidance", any_guidance)
      .set("guidance", std::move(guidance))
      .set("ask_words", "Ask a board about this")
      .set("ask_href", Data::text_or_no(ask_href));
}

}  // namespace onereturn::gateway::pages
