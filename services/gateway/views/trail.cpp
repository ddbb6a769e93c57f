#include "gateway/views/trail.hpp"

#include <algorithm>

#include "gateway/views/board_people.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

void add(std::string& query, const char* name, const std::string& value) {
  if (value.empty()) return;
  query += (query.empty() ? "?" : "&") + (name + ("=" + value));
}

std::string opened_words(const audit_log::BoardOpening& opening) {
  if (opening.what == "evidence") return "Opened a piece of evidence";
  if (opening.what == "evaluation") return "Read the released evaluation";
  if (opening.what == "evidence_list") return "Looked at the list of evidence";
  return "Opened the return";
}

std::string place_of(const audit_log::OwnEntry& entry, bool of_board) {
  if (entry.subject_ref.empty() || !is_uuid(entry.subject_ref)) return {};
  if (of_board) {
    if (entry.subject_kind == "return") return "/returns/" + entry.subject_ref;
    if (entry.subject_kind == "register_entry") return "/register/" + entry.subject_ref;
    return {};
  }
  if (entry.subject_kind == "evidence") return "/evidence/" + entry.subject_ref;
  if (entry.subject_kind == "request") return "/sent/" + entry.subject_ref + "/copy";
  return {};
}

Data field(const char* id, const char* label, const std::string& value, const std::string& error) {
  return Data::object()
      .set("id", id)
      .set("label", label)
      .set("value", value)
      // What is no day cannot stand in a field for days.
      .set("type", error.empty() ? "date" : "text")
      .set("error", Data::text_or_no(error));
}

// As the organisation reads it.
std::string opening_role_words(const std::string& role) {
  if (role.empty()) return {};
  if (role == "childrens_lead") return "Children’s services lead";
  const bool peer = role == "member" || role == "reviewer";
  return peer ? "A member of the board, peer reviewer" : board_role_words(role);
}

}  // namespace

std::string TrailFilter::address(const std::string& ending, const std::string& after) const {
  std::string query;
  add(query, "who", who);
  if (!kind.empty()) add(query, kind.c_str(), chosen);
  add(query, "from", from);
  add(query, "to", to);
  add(query, "after", after);
  return path + ending + query;
}

TrailLine line_of(const audit_log::BoardOpening& opening) {
  TrailLine line;
  line.at = to_words_with_time(opening.at);
  line.who = opening.board_name;
  line.who_more = opening_role_words(opening.role);
  if (!opening.looker.empty()) {
    line.who = opening.looker;
    line.who_more += ", by leave of " + opening.board_name;
  }
  line.what = opened_words(opening);
  line.what_more = opening.title.empty() ? opening.form : opening.title + ", " + opening.form;
  if (opening.version > 0) line.what_more += ", version " + std::to_string(opening.version);
  line.href = opening.evidence.empty() ? "/sent/" + opening.request.text() + "/copy"
                                       : "/evidence/" + opening.evidence.text();
  return line;
}

TrailLine line_of(const audit_log::OwnEntry& entry, bool of_board) {
  TrailLine line;
  line.at = to_words_with_time(entry.at);
  line.who = entry.person.empty()             ? "The service"
             : entry.role == "childrens_lead" ? "A council’s children’s lead"
             : entry.name.empty()             ? "Somebody who is no longer here"
                                              : entry.name;
  if (!entry.person.empty() && entry.role != "childrens_lead") {
    line.who_more = of_board ? board_role_words(entry.role) : capital(entry.role);
  }
  line.what = entry_words(entry.what, of_board);
  line.what_more = entry.personal.empty() ? entry.detail
                   : entry.detail.empty() ? entry.personal
                                          : entry.personal + ", " + entry.detail;
  line.href = place_of(entry, of_board);
  return line;
}

Data trail_page(const TrailFilter& filter, const std::vector<TrailLine>& lines,
                const std::string& next, bool is_later_page) {
  auto choices = Data::list();
  for (const auto& [value, text] : filter.choices) {
    choices.push(Data::object()
                     .set("value", value)
                     .set("text", text)
                     .set("selected", value == filter.chosen));
  }
  auto rows = Data::list();
  for (const auto& line : lines) {
    rows.push(Data::object()
                  .set("at", line.at)
                  .set("who", line.who)
                  .set("who_more", Data::text_or_no(line.who_more))
                  .set("what", line.what)
                  .set("what_more", Data::text_or_no(line.what_more))
                  .set("href", Data::text_or_no(line.href)));
  }
  auto dates = Data::list();
  dates.push(field("from", "From", filter.from, filter.from_error));
  dates.push(field("to", "To", filter.to, filter.to_error));
  auto choice = filter.kind.empty() ? Data{}
                                    : Data::object()
                                          .set("name", filter.kind)
                                          .set("label", filter.kind_of)
                                          .set("everyone", filter.everyone)
                                          .set("choices", std::move(choices));
  const bool filtered = !filter.chosen.empty() || !filter.from.empty() || !filter.to.empty();
  return Data::object()
      .set("action", filter.path)
      .set("who_field", Data::text_or_no(filter.who))
      .set("choice", std::move(choice))
      .set("dates", std::move(dates))
      .set("rows", std::move(rows))
      .set("any", !lines.empty())
      .set("filtered", filtered || is_later_page)
      .set("all_href", filter.path + (filter.who.empty() ? "" : "?who=" + filter.who))
      .set("export_href", filter.address(".csv"))
      .set("next_href", next.empty() ? Data{} : Data(filter.address("", next)))
      .set("newest_href", is_later_page ? Data(filter.address("")) : Data{});
}

}  // namespace onereturn::gateway::views
