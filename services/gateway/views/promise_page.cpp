#include "gateway/views/promise_page.hpp"

#include "platform/html/href.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

Data boxes_of(const returns::PromiseView& view) {
  auto list = Data::list();
  for (const auto& box : view.boxes) {
    list.push(Data::object().set("place", box.place).set("label", box.label));
  }
  return list;
}

}  // namespace

TypedPromise typed_promise(const std::optional<mapping::Promise>& given) {
  if (!given) return {};
  return {typed_date(given->by_on), given->by_whom};
}

std::string promise_href(const returns::Workspace& workspace, const returns::Engaged& board,
                         const returns::PromiseSubject& subject, const std::string& from) {
  const auto unit = unit_query(workspace);
  return "/boards/" + board.request.text() + "/promise" + (unit.empty() ? "?" : unit + "&") +
         returns::to_string(subject.kind) + "=" + html::url_encoded(subject.key) +
         "&from=" + html::url_encoded(from);
}

std::string promise_state(const std::optional<mapping::Promise>& given) {
  if (!given || !given->by_on) return {};
  return "Will be supplied by " + to_words(*given->by_on) + ", by " + given->by_whom;
}

Data promise_page(const returns::Workspace& workspace, const returns::Engaged& board,
                  const returns::PromiseSubject& subject, const returns::PromiseView& view,
                  const TypedPromise& typed, const WayBack& back,
                  const std::vector<PageError>& errors) {
  const auto area = board.board.area;
  const bool one = view.boxes.size() == 1;
  auto page = Data::object();
  add_date(page, "by", typed.by);
  return page.set("title", "Not to hand: " + view.name)
      .set("title_error", !errors.empty())
      .set("error_summary", error_summary(errors))
      .set("back_href", back.href)
      .set("back_text", back.text)
      .set("eyebrow", board.board.name)
      .set("heading", "When will " + area + " have it?")
      .set("name", view.name)
      .set("lede", "Say by which day it will be supplied, and by whom. " + area +
                       " reads that in its copy, and follows it as an action.")
      .set("boxes_heading", one ? "The box that will say so"
                                : "The " + number_word(static_cast<int>(view.boxes.size())) +
                                      " boxes that will say so")
      .set("boxes", boxes_of(view))
      .set("action", "/boards/" + board.request.text() + "/promise" + unit_query(workspace))
      .set("kind", returns::to_string(subject.kind))
      .set("subject", subject.key)
      .set("from", back.from)
      .set("date_error", error_of(errors, "by-day"))
      .set("whom", typed.whom)
      .set("whom_error", error_of(errors, "by-whom"))
      .set("given", Data::text_or_no(promise_state(view.given)));
}

}  // namespace onereturn::gateway::views
