#include "gateway/views/guidance.hpp"

#include "gateway/views/rows_at_hand.hpp"

namespace onereturn::gateway::views {

namespace {

using html::Data;

void put_typed(Data& data, const TypedGuidance& typed) {
  data.set("title_error", !typed.errors.empty())
      .set("error_summary", error_summary(typed.errors))
      .set("overtaken", typed.overtaken)
      .set("question_value", typed.question)
      .set("question_error", error_of(typed.errors, "question"))
      .set("answer_value", typed.answer)
      .set("answer_error", error_of(typed.errors, "answer"));
}

Data state_of(const questions::Guidance& one) {
  if (one.withdrawn_at) {
    return status("quiet", "none", "Taken back on " + to_words(day_in_england(*one.withdrawn_at)));
  }
  return status("green", "done", "Read by agencies since " + to_words(day_in_england(one.made_at)));
}

}  // namespace

Data publish_page(const PublishPage& page) {
  auto data = Data::object();
  data.set("title", page.preview ? "How agencies will read it" : "Publish it as guidance")
      .set("place", page.place)
      .set("organisation", page.organisation)
      .set("thread", page.thread)
      .set("guidance", page.guidance)
      .set("preview", page.preview);
  put_typed(data, page.typed);
  return data;
}

Data guidance_page(const GuidancePage& page) {
  const auto& now = page.versions.front();
  auto versions = Data::list();
  for (const auto& one : page.versions) {
    versions.push(Data::object()
                      .set("version", one.version)
                      .set("by", one.by_name)
                      .set("when", to_words_with_time(one.at))
                      .set("question", one.question)
                      .set("answer", one.answer));
  }
  auto data = Data::object();
  data.set("title", "Guidance")
      .set("place", page.place)
      .set("form", page.form)
      .set("status", state_of(now))
      .set("saved_note", Data::text_or_no(page.saved_note))
      .set("seen", now.version)
      .set("action", "/guidance/" + now.id.text())
      .set("writes", page.may_write && !now.withdrawn_at)
      .set("versions", std::move(versions));
  put_typed(data, page.typed);
  return data;
}

ListShape guidance_shape() {
  ListShape shape;
  shape.path = "/guidance";
  shape.what_one = "answer";
  shape.what_many = "answers";
  shape.search = "Question, item or answer";
  shape.filters = {
      {"state", "State", {{"stands", "Agencies read it"}, {"withdrawn", "Withdrawn"}}, true}};
  shape.columns = {{"Question", "question"}, {"Item", "item"}, {"Version of", "when"}, {"State"}};
  shape.sort = "when";
  shape.descending = true;
  return shape;
}

namespace {

std::vector<const PlacedGuidance*> found_guidance(const std::vector<PlacedGuidance>& all,
                                                  const ListAsked& asked) {
  return rows_at_hand(
      all, asked,
      [&](const PlacedGuidance& one) {
        const auto& guidance = one.first;
        return is_chosen(asked, "state", guidance.withdrawn_at ? "withdrawn" : "stands") &&
               contains_words(guidance.question + "\n" + one.second + "\n" + guidance.answer,
                              asked.text);
      },
      [&](const PlacedGuidance& a, const PlacedGuidance& b) {
        if (asked.sort == "question") return a.first.question < b.first.question;
        if (asked.sort == "item") return a.second < b.second;
        return a.first.at < b.first.at;
      });
}

}  // namespace

Data guidance_list(const std::vector<PlacedGuidance>& all, ListAsked asked, bool may_export) {
  auto shape = guidance_shape();
  shape.export_ = may_export;
  const auto found = found_guidance(all, asked);
  auto rows = Data::list();
  for (const auto* each : page_at_hand(found, shape, asked)) {
    const auto& [one, place] = *each;
    rows.push(Data::object()
                  .set("href", "/guidance/" + one.id.text())
                  .set("question", one.question)
                  .set("place", place)
                  .set("when", to_words(day_in_england(one.at)))
                  .set("by", one.by_name)
                  .set("status", state_of(one)));
  }
  return Data::object()
      .set("title", "Guidance")
      .set("any", !all.empty())
      .set("list", listing(shape, asked, static_cast<int>(found.size())))
      .set("rows", std::move(rows));
}

std::vector<std::string> guidance_headings() {
  return {"Question", "Item", "Answer", "Version", "Of", "By", "State", "Withdrawn on"};
}

std::vector<std::vector<std::string>> guidance_rows(const std::vector<PlacedGuidance>& all,
                                                    const ListAsked& asked) {
  std::vector<std::vector<std::string>> rows;
  for (const auto* each : found_guidance(all, asked)) {
    const auto& [one, place] = *each;
    rows.push_back({one.question, place, one.answer, std::to_string(one.version),
                    to_iso(day_in_england(one.at)), one.by_name,
                    one.withdrawn_at ? "Withdrawn" : "Agencies read it",
                    one.withdrawn_at ? to_iso(day_in_england(*one.withdrawn_at)) : ""});
  }
  return rows;
}

}  // namespace onereturn::gateway::views
