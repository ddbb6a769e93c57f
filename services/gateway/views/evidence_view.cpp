#include "gateway/views/evidence_view.hpp"

#include <algorithm>

#include "domain/evidence/file_types.hpp"
#include "domain/evidence/keep_files.hpp"

namespace onereturn::gateway::views {
namespace {

using evidence::Ask;
using evidence::AskState;
using evidence::Piece;
using evidence::Scan;
using html::Data;

std::string words_or(const std::optional<Date>& day, const char* otherwise) {
  return day ? to_words(*day) : otherwise;
}

// What a piece is, in a few words.
std::string kind_words(const Piece& piece) {
  if (piece.file) return piece.file->name + ", " + evidence::size_in_words(piece.file->size);
  return "On request: " + piece.kept_where;
}

std::string runs_out_words(const Piece& piece, Date today) {
  if (!piece.expires_on) return "No end";
  const int days = days_between(today, *piece.expires_on);
  const auto day = to_words(*piece.expires_on);
  if (days < 0) return "Ran out on " + day;
  return days == 0 ? "Runs out today" : "Runs out on " + day;
}

// A mark beside the day: red when it is over, amber for the last thirty days.
Data end_mark(const Piece& piece, Date today) {
  constexpr int amber_days = 30;
  if (!piece.expires_on) return {};
  const int days = days_between(today, *piece.expires_on);
  if (days < 0) return status("red", "off-track", "Ran out");
  if (days > amber_days) return {};
  return status("amber", "at-risk",
                days == 0 ? "Runs out today" : "Runs out in " + counted(days, "day", "days"));
}

// Of which unit: nothing where it is the reader's own, or the reader knows of no units.
std::string of_words(const Piece& piece, const std::optional<UnitId>& own_unit) {
  if (piece.unit == own_unit) return {};
  return piece.unit ? piece.unit_name : "Common to your whole organisation";
}

std::string board_words(const Piece& piece, const BoardNames& boards) {
  std::vector<std::string> names;
  for (const auto& board : piece.granted) {
    const auto found = boards.find(board);
    if (found != boards.end()) names.push_back(found->second);
  }
  return names.empty() ? "No board" : joined(names);
}

Data piece_row(const Piece& piece, const BoardNames& boards, Date today,
               const std::optional<UnitId>& own_unit) {
  const bool late = piece.expires_on && *piece.expires_on < today;
  return Data::object()
      .set("href", "/evidence/" + piece.evidence.text())
      .set("title", piece.title)
      .set("kind", kind_words(piece))
      .set("check", piece.file ? scan_status(*piece.file) : Data())
      .set("effective", words_or(piece.effective_on, "Not given"))
      .set("runs_out", runs_out_words(piece, today))
      .set("late", late)
      .set("mark", end_mark(piece, today))
      .set("end", piece.expires_on ? to_words(*piece.expires_on) : std::string{"No end"})
      .set("of", Data::text_or_no(of_words(piece, own_unit)))
      .set("boards", board_words(piece, boards));
}

Data ask_row(const Ask& ask, const evidence::AskEnd& end, Date today) {
  return Data::object()
      .set("href", "/evidence/asked/" + ask.ask.text())
      .set("board", ask.board)
      .set("title", ask.title)
      .set("when", to_words(day_in_england(ask.asked_at)))
      .set("status", ask_status(ask, end, today));
}

Data fact(const char* label, std::string text) {
  return Data::object().set("label", label).set("text", std::move(text));
}

Data piece_facts(const Piece& piece, const BoardNames& boards, Date today) {
  auto facts = Data::list();
  if (piece.file) {
    facts.push(fact("File", piece.file->name + ", " + evidence::size_in_words(piece.file->size)));
  }
  if (!piece.kept_where.empty()) facts.push(fact("Kept", piece.kept_where));
  facts.push(fact("From", words_or(piece.effective_on, "Not given")));
  facts.push(fact("Received", to_words(piece.received_on)));
  facts.push(fact("Until", runs_out_words(piece, today)));
  facts.push(fact("Boards", board_words(piece, boards)));
  if (!piece.requirements.empty()) facts.push(fact("Backs", joined(piece.requirements)));
  if (!piece.names_reason.empty()) facts.push(fact("The name stays", piece.names_reason));
  return facts;
}

Data version_rows(const Piece& piece, const std::vector<evidence::PieceVersion>& versions) {
  auto rows = Data::list();
  for (const auto& each : versions) {
    const bool clean = each.file && each.file->scan == Scan::clean;
    rows.push(Data::object()
                  .set("number", each.version)
                  .set("title", each.title)
                  .set("file", each.file ? Data(each.file->name) : Data())
                  .set("href", clean ? Data("/evidence/" + piece.evidence.text() + "/versions/" +
                                            std::to_string(each.version))
                                     : Data())
                  .set("when", to_words_with_time(each.saved_at))
                  .set("who", Data::text_or_no(each.saved_by)));
  }
  return rows;
}

Data board_boxes(const Piece& piece, const BoardNames& boards) {
  auto rows = Data::list();
  for (const auto& [board, name] : boards) {
    const auto& granted = piece.granted;
    rows.push(
        Data::object()
            .set("id", "b-" + board.text())
            .set("value", board.text())
            .set("text", name)
            .set("checked", std::find(granted.begin(), granted.end(), board) != granted.end()));
  }
  return rows;
}

bool holds(const std::vector<BoardId>& boards, const BoardId& board) {
  return std::find(boards.begin(), boards.end(), board) != boards.end();
}

}  // namespace

BoardNames names_of(const std::vector<evidence::JoinedBoard>& boards) {
  BoardNames names;
  for (const auto& board : boards)
    names.emplace(board.board, board.name);
  return names;
}

std::string owner_words(const Piece& piece, const std::optional<UnitId>& own_unit,
                        bool may_change) {
  if (piece.unit) return piece.unit == own_unit ? std::string{} : "Of " + piece.unit_name + ".";
  if (!own_unit) return {};
  return may_change ? std::string{}
                    : "Common to all parts of your organisation: you can cite it, and your lead "
                      "changes it and chooses which boards may open it.";
}

Data opening_rows(const std::vector<evidence::Opening>& openings) {
  auto rows = Data::list();
  for (const auto& opening : openings) {
    const auto who = opening.who.empty() ? std::string{"Somebody who has left"} : opening.who;
    rows.push(Data::object()
                  .set("who", opening.is_board ? "A person of " + who : who)
                  .set("what", Data::text_or_no(opening.what))
                  .set("when", to_words_with_time(opening.at)));
  }
  return rows;
}

Data scan_status(const evidence::FileFacts& file) {
  switch (file.scan) {
    case Scan::clean:
      return status("green", "done", "Checked");
    case Scan::blocked:
      return status("red", "off-track", "Refused by the virus check");
    case Scan::pending:
      break;
  }
  return status("quiet", "draft", "Being checked for viruses");
}

Data evidence_page(const std::vector<Piece>& pieces, const std::vector<Ask>& asks,
                   const evidence::AskEnds& ends, const BoardNames& boards, Date today,
                   bool may_write, const std::optional<UnitId>& own_unit) {
  auto rows = Data::list();
  for (const auto& piece : pieces)
    rows.push(piece_row(piece, boards, today, own_unit));
  auto soon = Data::list();
  for (const auto& piece : evidence::running_out(pieces, today)) {
    soon.push(piece_row(piece, boards, today, own_unit));
  }
  auto open = Data::list();
  for (const auto& ask : asks) {
    if (ask.state == AskState::open) open.push(ask_row(ask, end_of(ends, ask.ask), today));
  }
  const bool any_soon = !soon.items().empty();
  const bool any_open = !open.items().empty();
  return Data::object()
      .set("title", "Evidence")
      .set("pieces", std::move(rows))
      .set("any", !pieces.empty())
      .set("soon", std::move(soon))
      .set("any_soon", any_soon)
      .set("asks", std::move(open))
      .set("any_asks", any_open)
      .set("all_asks", asks.empty() ? Data() : Data("/evidence/asked"))
      .set("count", counted(static_cast<int>(pieces.size()), "piece", "pieces"))
      .set("may_write", may_write);
}

Data piece_page(const Piece& piece, const std::vector<evidence::PieceVersion>& versions,
                const BoardNames& boards, Date today, bool may_write) {
  const auto base = "/evidence/" + piece.evidence.text();
  const bool clean = piece.file && piece.file->scan == Scan::clean;
  const bool blocked = piece.file && piece.file->scan == Scan::blocked;
  return Data::object()
      .set("title", piece.title)
      .set("heading", piece.title)
      .set("base", base)
      .set("check", piece.file ? scan_status(*piece.file) : Data())
      .set("download", clean ? Data(base + "/file") : Data())
      .set("blocked", blocked ? Data(piece.file->found) : Data())
      .set("pending", piece.file && piece.file->scan == Scan::pending)
      .set("facts", piece_facts(piece, boards, today))
      .set("versions", version_rows(piece, versions))
      .set("boards", board_boxes(piece, boards))
      .set("any_boards", !boards.empty())
      .set("types", std::string{evidence::types_in_words()})
      .set("accept", std::string{evidence::types_for_field()})
      .set("has_file", piece.file.has_value())
      .set("may_write", may_write);
}

http::Fields fields_of(const Piece& piece) {
  http::Fields form;
  const auto day = [](const std::optional<Date>& date) {
    return date ? to_iso(*date) : std::string{};
  };
  form.add("title", piece.title);
  form.add("kept_where", piece.kept_where);
  form.add("effective_on", day(piece.effective_on));
  form.add("received_on", to_iso(piece.received_on));
  form.add("expires_on", day(piece.expires_on));
  form.add("names_reason", piece.names_reason);
  return form;
}

Data piece_fields(const http::Fields& form, const std::vector<PageError>& errors) {
  auto data = Data::object();
  for (const char* name :
       {"title", "kept_where", "effective_on", "received_on", "expires_on", "names_reason"}) {
    data.set(std::string{name} + "_value", form.get(name));
    data.set(std::string{name} + "_error", error_of(errors, name));
  }
  data.set("title_field_error", error_of(errors, "title"));
  const bool asks_reason =
      !form.get("names_reason").empty() || !error_of(errors, "names_reason").is_no();
  return data.set("file_error", error_of(errors, "file"))
      .set("asks_reason", asks_reason)
      .set("error_summary", error_summary(errors))
      .set("title_error", !errors.empty());
}

Data who_gets_what_page(const std::vector<Piece>& pieces, const BoardNames& boards) {
  auto rows = Data::list();
  for (const auto& [board, name] : boards) {
    auto list = Data::list();
    for (const auto& piece : pieces) {
      if (!holds(piece.granted, board)) continue;
      list.push(Data::object()
                    .set("href", "/evidence/" + piece.evidence.text())
                    .set("title", piece.title)
                    .set("kind", piece.file ? "a file to open" : "available on request"));
    }
    const bool any = !list.items().empty();
    rows.push(Data::object().set("name", name).set("pieces", std::move(list)).set("any", any));
  }
  return Data::object()
      .set("title", "Who gets what")
      .set("boards", std::move(rows))
      .set("any_boards", !boards.empty());
}

Data grant_page(const Piece& piece, const std::vector<BoardId>& chosen,
                const std::vector<Piece>& pieces, const BoardNames& boards) {
  auto rows = Data::list();
  auto hidden = Data::list();
  for (const auto& [board, name] : boards) {
    const bool before = holds(piece.granted, board);
    const bool after = holds(chosen, board);
    const auto others = std::count_if(pieces.begin(), pieces.end(), [&](const Piece& other) {
      return other.evidence != piece.evidence && holds(other.granted, board);
    });
    const auto all = static_cast<int>(others) + (after ? 1 : 0);
    rows.push(Data::object()
                  .set("name", name)
                  .set("change", after    ? (before ? "Still gets it" : "Will get it")
                                 : before ? "No longer gets it with its next copy"
                                          : "Does not get it")
                  .set("all", all == 0 ? "Nothing" : counted(all, "piece", "pieces")));
    if (after) hidden.push(Data::object().set("value", board.text()));
  }
  return Data::object()
      .set("title", "Who gets this piece")
      .set("heading", piece.title)
      .set("base", "/evidence/" + piece.evidence.text())
      .set("rows", std::move(rows))
      .set("chosen", std::move(hidden));
}

Data all_asks_page(const std::vector<Ask>& asks, const evidence::AskEnds& ends, Date today) {
  auto rows = Data::list();
  int open = 0;
  for (const auto& ask : asks) {
    open += ask.state == AskState::open ? 1 : 0;
    rows.push(ask_row(ask, end_of(ends, ask.ask), today));
  }
  const auto heading = open == 0
                           ? std::string("No board waits for evidence")
                           : capital(number_word(open)) +
                                 (open == 1 ? " piece is asked for" : " pieces are asked for");
  return Data::object()
      .set("title", "What boards asked to see")
      .set("heading", heading)
      .set("any", !asks.empty())
      .set("rows", std::move(rows));
}

Data ask_page(const Ask& ask, const evidence::AskEnd& end, const std::string& typed,
              const std::vector<PageError>& errors, bool may_answer) {
  const bool open = ask.state == AskState::open;
  const char* outcome = ask.state == AskState::given ? "A file was given." : "It was not given.";
  return Data::object()
      .set("title", "A board asks for evidence")
      .set("heading", ask.title)
      .set("board", ask.board)
      .set("kept_where", ask.kept_where)
      .set("when", to_words_with_time(ask.asked_at))
      .set("words", Data::text_or_no(ask.words))
      .set("action", "/evidence/asked/" + ask.ask.text())
      .set("open", open && may_answer)
      .set("until", end.due_on ? Data(to_words(*end.due_on)) : Data())
      .set("decision", end.decision
                           ? Data(end.decision->accepted ? "The board accepted it on "
                                                         : "The board did not accept it on ")
                           : Data())
      .set("decided", end.decision ? to_words(day_in_england(end.decision->at)) : std::string())
      .set("decision_reason", end.decision ? Data::text_or_no(end.decision->reason) : Data())
      .set("outcome", open ? Data() : Data(outcome))
      .set("answer", Data::text_or_no(ask.answer))
      .set("answer_value", typed)
      .set("answer_error", error_of(errors, "answer"))
      .set("file_error", error_of(errors, "file"))
      .set("error_summary", error_summary(errors))
      .set("title_error", !errors.empty())
      .set("types", std::string{evidence::types_in_words()})
      .set("accept", std::string{evidence::types_for_field()});
}

}  // namespace onereturn::gateway::views
