#include "gateway/views/box_field_parts.hpp"

#include <charconv>

#include "gateway/views/promise_page.hpp"
#include "platform/html/href.hpp"

namespace onereturn::gateway::views {

using html::Data;

const TypedBox* typed_in(const TypedBoxes& typed, const std::string& id) {
  const auto found = typed.find(id);
  return found == typed.end() ? nullptr : &found->second;
}

Data option(const std::string& id, const std::string& value, const std::string& text,
            bool checked) {
  return Data::object()
      .set("name", id + "_point")
      .set("value", value)
      .set("text", text)
      .set("checked", checked);
}

Data point_options(const std::vector<frameworks::ScalePoint>& points, const std::string& id,
                   const std::string& legend, const std::string& taken) {
  auto options = Data::list();
  for (const auto& point : points) {
    options.push(option(id, point.code, point.label, taken == point.code));
  }
  return Data::object().set("legend", legend).set("options", std::move(options));
}

bool agency_may_say_na(const frameworks::NotApplicableRule& rule) {
  return rule.allowed && rule.by == frameworks::NotApplicableBy::agency;
}

// Every key of bits/box_field, with nothing in it.
Data empty_field(const std::string& id, const std::string& title) {
  return Data::object()
      .set("id", id)
      .set("cls", "extra--todo")
      .set("title", title)
      .set("rank", 3)
      .set("quiet_label", false)
      .set("essential", false)
      .set("wording", false)
      .set("error", false)
      .set("theirs", false)
      .set("theirs_by", "")
      .set("draft", false)
      .set("history_href", false)
      .set("points", false)
      .set("link", false)
      .set("has_text", false)
      .set("label", "")
      .set("hint", false)
      .set("rows", 4)
      .set("value", "")
      .set("words", "")
      .set("na", false)
      .set("why", false)
      .set("later", false)
      .set("promised", false)
      .set("locked", false)
      .set("common", false)
      .set("earlier", false)
      .set("version", 0);
}

void add_text(Data& field, const std::string& label, const std::string& hint,
              const std::string& value) {
  field.set("has_text", true)
      .set("label", label)
      .set("hint", Data::text_or_no(hint))
      .set("value", value)
      .set("words", length_words(value));
}

void add_standing(Data& field, bool done, bool draft, const std::string& history_href) {
  field.set("cls", done ? "extra--done" : "extra--todo")
      .set("draft", draft ? Data("Draft, not confirmed yet") : Data())
      .set("history_href", Data::text_or_no(history_href));
}

std::string box_history_href(const returns::Workspace& workspace, const returns::Engaged& board,
                             returns::BoxKind kind, const std::string& key) {
  const auto* word = kind == returns::BoxKind::residual ? "residual" : "direct";
  return "/boards/" + board.request.text() + "/boxes/" + word + "/" + html::url_encoded(key) +
         "/history" + unit_query(workspace);
}

void add_refusal(Data& field, const TypedBox* typed) {
  if (typed == nullptr) return;
  field.set("error", Data::text_or_no(typed->error)).set("version", typed->version);
  if (typed->theirs) {
    field.set("theirs", typed->theirs->empty() ? "Nothing" : *typed->theirs)
        .set("theirs_by", typed->theirs_by.empty() ? "Somebody" : typed->theirs_by);
  }
}

std::vector<PageError> errors_in(const TypedBoxes& typed) {
  std::vector<PageError> errors;
  for (const auto& [id, box] : typed) {
    if (!box.error.empty()) errors.push_back({"box-" + id, box.error});
  }
  return errors;
}

void add_later(Data& field, const std::string& about,
               const std::optional<mapping::Promise>& promised) {
  field.set("promised", Data::text_or_no(promise_state(promised)));
  field.set("later", Data::object()
                         .set("text", promised ? "Change that" : "Not to hand? Say when")
                         .set("about", about));
}

}  // namespace onereturn::gateway::views
