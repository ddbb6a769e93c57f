#include "gateway/views/due_field.hpp"
#include "gateway/views/evidence_view.hpp"

namespace onereturn::gateway::views {
namespace {

using evidence::AskedPieces;
using evidence::AskStanding;
using evidence::AskState;
using html::Data;

struct Group {
  AskStanding standing;
  const char* word;   // in the address
  const char* words;  // under the figure
  const char* heading;
};

constexpr Group groups[] = {
    {AskStanding::answered, "answered", "answered, wait for us", "Answered, wait for us"},
    {AskStanding::overdue, "overdue", "overdue with them", "Overdue with them"},
    {AskStanding::waiting, "waiting", "with them, in time", "With them, in time"},
    {AskStanding::accepted, "accepted", "accepted", "Accepted"},
    {AskStanding::not_accepted, "not_accepted", "not accepted", "Not accepted"},
    {AskStanding::closed, "closed", "organisation closed", "Not decided when they closed"}};

// Nobody is late who has closed.
Data standing_data(const evidence::AskedPiece& piece, Date today) {
  if (piece.organisation_closed && !piece.end.decision)
    return status("quiet", "na", "Organisation closed");
  if (piece.ask.state != AskState::open && !piece.end.decision)
    return status("act", "now", "Answered, waits for us");
  return ask_status(piece.ask, piece.end, today);
}

Data row_of(const evidence::AskedPiece& piece, Date today) {
  return Data::object()
      .set("href", "/evidence-asked/" + piece.ask.ask.text())
      .set("title", piece.ask.title)
      .set("organisation", piece.organisation)
      .set("when", to_words(day_in_england(piece.ask.asked_at)))
      .set("status", standing_data(piece, today));
}

int count_of(const AskedPieces& asked, AskStanding standing) {
  return asked.counts.at(static_cast<std::size_t>(standing));
}

}  // namespace

Data asked_pieces_page(const AskedPieces& asked, Date today, const std::optional<AskStanding>& only,
                       int page) {
  auto stats = Data::list();
  int total = 0, shown = 0;
  std::string heading_of_list = "All that you asked for";
  std::string address = "/evidence-asked?";
  for (const auto& group : groups) {
    const bool active = only == group.standing;
    const bool closed = group.standing == AskStanding::closed;
    if (closed && !active && count_of(asked, group.standing) == 0) continue;
    total += count_of(asked, group.standing);
    if (active) {
      heading_of_list = group.heading;
      address += std::string("state=") + group.word + "&";
      shown = count_of(asked, group.standing);
    }
    stats.push(Data::object()
                   .set("href", std::string("/evidence-asked?state=") + group.word)
                   .set("number", count_of(asked, group.standing))
                   .set("active", active)
                   .set("words", group.words));
  }
  stats.push(Data::object()
                 .set("href", "/evidence-asked")
                 .set("number", total)
                 .set("active", !only)
                 .set("words", "asked for in all"));
  if (!only) shown = total;
  auto rows = Data::list();
  for (const auto& piece : asked.list) {
    rows.push(row_of(piece, today));
  }
  const int waits = count_of(asked, AskStanding::answered);
  const auto heading = waits == 0 ? std::string("No evidence waits for you")
                                  : counted(waits, "piece of evidence waits for you",
                                            "pieces of evidence wait for you");
  const bool more = shown > page * asked_on_a_page;
  return Data::object()
      .set("title", "Evidence that you asked for")
      .set("heading", heading)
      .set("stats", std::move(stats))
      .set("list_heading", heading_of_list)
      .set("any", !asked.list.empty())
      .set("rows", std::move(rows))
      .set("before", page > 1 ? Data(address + "page=" + std::to_string(page - 1)) : Data())
      .set("next", more ? Data(address + "page=" + std::to_string(page + 1)) : Data());
}

Data asked_piece_page(const evidence::AskedPiece& piece, const FileStandings& standings, Date today,
                      bool may_decide, const TypedDecision& typed) {
  const auto& ask = piece.ask;
  const auto base = "/returns/" + piece.return_id.text();
  const bool given = ask.state == AskState::given;
  const auto found = standings.find(ask.sha256);
  const auto file = found == standings.end() ? FileStanding{} : found->second;
  const auto day = [](const Instant& at) { return to_words(day_in_england(at)); };
  return Data::object()
      .set("title", ask.title)
      .set("heading", ask.title)
      .set("organisation", piece.organisation)
      .set("status", standing_data(piece, today))
      .set("when", day(ask.asked_at))
      .set("words", Data::text_or_no(ask.words))
      .set("until", piece.end.due_on ? Data(to_words(*piece.end.due_on)) : Data())
      .set("kept_where", Data::text_or_no(ask.kept_where))
      .set("answered", ask.answered_at ? Data(day(*ask.answered_at)) : Data())
      .set("outcome", given ? "A file was given" : "It was not given")
      .set("answer", Data::text_or_no(ask.answer))
      .set("file_href", given && file.here ? Data(base + "/asked/" + ask.ask.text()) : Data())
      .set("size", file.size)
      .set("checking", given && !file.here && file.checking)
      .set("gone", given && !file.here && !file.checking)
      .set("decided", piece.end.decision ? Data(day(piece.end.decision->at)) : Data())
      .set("decision",
           piece.end.decision && piece.end.decision->accepted ? "Accepted" : "Not accepted")
      .set("reason", piece.end.decision ? Data::text_or_no(piece.end.decision->reason) : Data())
      .set("return_href", base + "/evidence")
      .set("may_decide", may_decide && ask.state != AskState::open && !piece.end.decision)
      .set("accept", given ? "Accept evidence" : "Accept their answer")
      .set("action", "/evidence-asked/" + ask.ask.text())
      .set("reason_field", Data::object()
                               .set("id", "reason")
                               .set("value", typed.reason)
                               .set("error", error_of(typed.errors, "reason")))
      .set("again", typed.again)
      .set("due", due_field("due", "By when? You may leave this empty", typed.due, typed.errors))
      .set("error_summary", error_summary(typed.errors))
      .set("title_error", !typed.errors.empty());
}

}  // namespace onereturn::gateway::views
