#include "gateway/views/undertaking_page.hpp"

#include <algorithm>

#include "domain/actions/my_list_rules.hpp"
#include "gateway/views/my_list.hpp"

namespace onereturn::gateway::views {

namespace {

using actions::OwnReport;
using actions::Told;
using html::Data;

std::string told_heading(const Told& told) {
  if (told.kind == "asked") return told.board + " asks again";
  if (told.kind == "verified") return told.board + " has seen that it is done";
  if (told.kind == "closed") return told.board + " has closed it";
  if (told.kind == "reopened") return told.board + " has opened it again";
  return told.board + " expects it on another day";
}

Data told_row(const Told& told) {
  std::string words = told.words;
  if (told.kind == "moved" && told.by_on) {
    words = (told.was_on ? "From " + to_words(*told.was_on) + " to " : "By ") +
            to_words(*told.by_on) + ".";
  }
  return Data::object()
      .set("heading", told_heading(told))
      .set("at", to_words_with_time(told.at))
      .set("text", Data::text_or_no(words))
      .set("by", Data())
      .set("more", Data());
}

Data report_row(const OwnReport& report) {
  std::string more;
  if (report.new_on) more += "Expected by " + to_words(*report.new_on) + ". ";
  if (!report.pieces.empty()) more += "With " + joined(report.pieces) + ".";
  return Data::object()
      .set("heading",
           report.said == "done" ? "You said that it is done" : "You said that it is under way")
      .set("at", to_words_with_time(report.at))
      .set("text", report.text)
      .set("by", "by " + report.by_name)
      .set("more", Data::text_or_no(more));
}

// Both sides' words in one row of time, the newest first.
Data history_of(const actions::UndertakingFile& file) {
  auto rows = Data::list();
  auto report = file.reports.begin();
  auto told = file.told.begin();
  while (report != file.reports.end() || told != file.told.end()) {
    const bool own =
        told == file.told.end() || (report != file.reports.end() && report->at > told->at);
    rows.push(own ? report_row(*report++) : told_row(*told++));
  }
  return rows;
}

Data pieces_of(const UndertakingInput& input) {
  auto all = Data::list();
  for (const auto& piece : input.pieces) {
    const auto id = piece.evidence.text();
    const auto& ticked = input.typed.pieces;
    all.push(Data::object()
                 .set("id", all.items().empty() ? std::string("pieces") : "piece-" + id)
                 .set("value", id)
                 .set("title", piece.title)
                 .set("boards", piece.granted.empty()
                                    ? std::string("No board may open it yet")
                                    : counted(static_cast<int>(piece.granted.size()),
                                              "board may open it", "boards may open it"))
                 .set("ticked", std::find(ticked.begin(), ticked.end(), id) != ticked.end()));
  }
  return all;
}

}  // namespace

Data undertaking_page(const UndertakingInput& input) {
  const auto& one = input.file.undertaking;
  auto pieces = pieces_of(input);
  const bool any_pieces = !pieces.items().empty();
  auto history = history_of(input.file);
  const bool any_history = !history.items().empty();
  auto data = undertaking_row(one, input.today);
  return data.set("title", actions::title_of(one))
      .set("title_error", !input.errors.empty())
      .set("error_summary", error_summary(input.errors))
      .set("saved_note", input.saved == "reported"
                             ? Data("Said. Each board that follows it reads it in a moment.")
                             : Data())
      .set("from_board", one.from_board)
      .set("boards_count", static_cast<int>(one.boards.size()))
      .set("may_write", input.may_write)
      .set("under_way", input.typed.said == "under_way")
      .set("is_done", input.typed.said == "done")
      .set("said_error", error_of(input.errors, "said"))
      .set("text", input.typed.text)
      .set("text_error", error_of(input.errors, "text"))
      .set("by", Data::object()
                     .set("id", "new")
                     .set("legend", "When do you expect it to be done? (if the day moves)")
                     .set("day", input.typed.by.day)
                     .set("month", input.typed.by.month)
                     .set("year", input.typed.by.year)
                     .set("error", error_of(input.errors, "new")))
      .set("any_pieces", any_pieces)
      .set("pieces", std::move(pieces))
      .set("pieces_error", error_of(input.errors, "pieces"))
      .set("any_history", any_history)
      .set("history", std::move(history));
}

}  // namespace onereturn::gateway::views
