#include <map>

#include "gateway/views/action_page.hpp"
#include "gateway/views/action_words.hpp"

namespace onereturn::gateway::views {

namespace {

using actions::HistoryEntry;
using html::Data;

const std::map<std::string, std::string>& titles() {
  static const std::map<std::string, std::string> all = {
      {"made", "Made"},         {"changed", "Words changed"},
      {"moved", "Day moved"},   {"mailed", "Asked by mail"},
      {"asked", "Asked again"}, {"verified", "Verified and closed"},
      {"closed", "Closed"},     {"reopened", "Opened again"}};
  return all;
}

std::string title_of(const HistoryEntry& entry, const frameworks::StatusScheme& scheme) {
  if (entry.kind == "status") {
    const auto* point = actions::point_in(scheme, entry.point);
    return point == nullptr ? "Status" : actions::words_of(*point);
  }
  if (entry.kind == "with") return entry.text == "Nobody" ? "With nobody" : "With " + entry.text;
  if (entry.kind == "progress") {
    if (entry.by_kind == "board") return "Noted";
    if (entry.said == "done") return "Says that it is done";
    return entry.said == "not_yet" ? "Says that it is not done yet" : "Says that it is under way";
  }
  const auto found = titles().find(entry.kind);
  return found == titles().end() ? capital(entry.kind) : found->second;
}

std::string by_words(const HistoryEntry& entry, const std::string& organisation,
                     const std::string& board) {
  if (entry.by_kind == "link") return "by mailed link, " + entry.by_name;
  const auto& whose = entry.by_kind == "agency" ? organisation : board;
  return "by " + entry.by_name + (whose.empty() ? "" : ", " + whose);
}

std::string date_words(const HistoryEntry& entry) {
  if (entry.kind == "moved") {
    return "From " + (entry.was_on ? to_words(*entry.was_on) : std::string("no day")) + " to " +
           (entry.by_on ? to_words(*entry.by_on) : std::string("no day")) + ".";
  }
  if (entry.kind == "made" && entry.by_on) return "To be done by " + to_words(*entry.by_on) + ".";
  if (entry.kind == "progress" && entry.by_on) {
    return "Expects it by " + to_words(*entry.by_on) + ".";
  }
  return {};
}

Data point_of(const std::string& code, const frameworks::StatusScheme& scheme) {
  const auto* point = code.empty() ? nullptr : actions::point_in(scheme, code);
  return point == nullptr ? Data() : point_status(*point);
}

Data pieces_of(const actions::BoardActionFile& file, int number) {
  auto all = Data::list();
  for (const auto& piece : file.pieces) {
    if (piece.status_no != number) continue;
    const auto key = std::to_string(piece.status_no) + "/" + std::to_string(piece.number);
    all.push(Data::object()
                 .set("title", piece.title)
                 .set("kept", Data::text_or_no(piece.kept_where))
                 .set("href", piece.sha256.empty() ? Data()
                                                   : Data("/actions/" + file.action.action.text() +
                                                          "/evidence/" + key)));
  }
  return all;
}

}  // namespace

Data history_rows(const actions::BoardActionFile& file, const actions::Forms& forms,
                  const std::string& board) {
  const auto& scheme = actions::scheme_of(forms, file.action.form);
  auto rows = Data::list();
  for (const auto& entry : file.history) {
    const bool shows_text = entry.kind != "with" && entry.kind != "mailed";
    const bool verified = entry.kind == "verified";
    rows.push(
        Data::object()
            .set("number", entry.number)
            .set("heading", title_of(entry, scheme))
            .set("by", by_words(entry, file.action.organisation, board))
            .set("at", to_words_with_time(entry.at))
            .set("iso", to_iso(entry.at))
            .set("was", point_of(entry.was_point, scheme))
            .set("now", entry.kind == "status" || verified ? point_of(entry.point, scheme) : Data())
            .set("dates", Data::text_or_no(date_words(entry)))
            .set("to", entry.kind == "mailed" ? Data("To " + entry.text + ".") : Data())
            .set("text", shows_text ? Data::text_or_no(entry.text) : Data())
            .set("told", Data::text_or_no(entry.told))
            .set("pieces", pieces_of(file, entry.number)));
  }
  return rows;
}

}  // namespace onereturn::gateway::views
