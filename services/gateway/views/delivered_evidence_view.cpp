#include <algorithm>

#include "gateway/views/due_field.hpp"
#include "gateway/views/evidence_view.hpp"

namespace onereturn::gateway::views {
namespace {

using evidence::Ask;
using evidence::AskState;
using html::Data;

FileStanding standing_of(const FileStandings& standings, const std::string& sha256) {
  const auto found = standings.find(sha256);
  return found == standings.end() ? FileStanding{} : found->second;
}

// The file as the board may have it: a link, or why there is none.
void put_file(Data& row, const FileStandings& standings, const std::string& sha256,
              const std::string& href) {
  const auto file = standing_of(standings, sha256);
  const bool any = !sha256.empty();
  row.set("file_href", any && file.here ? Data(href) : Data());
  row.set("size", file.size);
  row.set("checking", any && !file.here && file.checking);
  row.set("gone", any && !file.here && !file.checking);
}

// "3.evidence" is the evidence box of 3: the board knows it as 3.
std::string places_words(std::vector<std::string> boxes) {
  for (auto& box : boxes) {
    const auto dot = box.rfind('.');
    const bool named = dot != std::string::npos && dot + 1 < box.size() && box[dot + 1] >= 'a';
    if (named) box.resize(dot);
  }
  boxes.erase(std::unique(boxes.begin(), boxes.end()), boxes.end());
  return joined(boxes);
}

Data ask_data(const Ask& ask, const evidence::AskEnd& end, const std::string& base,
              const FileStandings& standings, Date today) {
  auto row = Data::object()
                 .set("when", to_words(day_in_england(ask.asked_at)))
                 .set("until", end.due_on ? Data(to_words(*end.due_on)) : Data())
                 .set("status", ask_status(ask, end, today))
                 .set("reason", end.decision ? Data::text_or_no(end.decision->reason) : Data())
                 .set("decide", ask.state != AskState::open && !end.decision
                                    ? Data("/evidence-asked/" + ask.ask.text())
                                    : Data())
                 .set("words", Data::text_or_no(ask.words))
                 .set("open", ask.state == AskState::open)
                 .set("declined", ask.state == AskState::declined)
                 .set("answer", Data::text_or_no(ask.answer));
  put_file(row, standings, ask.sha256, base + "/asked/" + ask.ask.text());
  return row;
}

}  // namespace

const evidence::AskEnd& end_of(const evidence::AskEnds& ends, const evidence::AskId& ask) {
  static const evidence::AskEnd none;
  const auto found = ends.find(ask);
  return found == ends.end() ? none : found->second;
}

Data ask_status(const Ask& ask, const evidence::AskEnd& end, Date today) {
  using evidence::AskStanding;
  switch (evidence::standing_of(ask, end, today)) {
    case AskStanding::accepted:
      return status("green", "done", "Accepted");
    case AskStanding::not_accepted:
      return status("amber", "at-risk", "Not accepted");
    case AskStanding::answered:
      return status("act", "now", "Answered, waits for the board");
    case AskStanding::overdue:
      return status("red", "off-track", capital(days_words(days_between(today, *end.due_on))));
    case AskStanding::closed:
      return status("quiet", "na", "Organisation closed");
    case AskStanding::waiting:
      break;
  }
  return status("quiet", "none",
                end.due_on ? "Asked, by " + to_words(*end.due_on) : std::string("Asked"));
}

Data delivered_page(const DeliveredInput& input) {
  const auto& delivered = input.delivered;
  const auto& standings = input.standings;
  const auto& typed = input.typed;
  const auto base = "/returns/" + delivered.id.text();
  const auto& version = input.version;
  const auto of = version ? "?version=" + std::to_string(*version) : std::string();
  auto rows = Data::list();
  for (const auto& piece : delivered.pieces) {
    const auto number = std::to_string(piece.number);
    auto asks = Data::list();
    bool waiting = false;
    for (const auto& ask : delivered.asks) {
      if (ask.title != piece.title || ask.kept_where != piece.kept_where) continue;
      auto said = ask_data(ask, end_of(input.ends, ask.ask), base, standings, input.today);
      if (!input.may_ask) said.set("decide", Data());
      asks.push(std::move(said));
      waiting = waiting || ask.state == AskState::open;
    }
    const bool on_request = piece.sha256.empty();
    const bool refused = typed.number == piece.number;
    const auto errors = refused ? typed.errors : std::vector<PageError>{};
    auto ask = Data::object()
                   .set("action", base + "/evidence/" + number + "/ask" + of)
                   .set("open", refused)
                   .set("words", refused ? typed.words : std::string())
                   .set("error", error_of(errors, "words-" + number))
                   .set("id", "words-" + number)
                   .set("due", due_field("due-" + number, "By when? You may leave this empty",
                                         refused ? typed.due : TypedDate{}, errors));
    auto row = Data::object()
                   .set("number", number)
                   .set("title", piece.title)
                   .set("kept_where", Data::text_or_no(piece.kept_where))
                   .set("places", piece.boxes.empty() ? Data() : Data(places_words(piece.boxes)))
                   .set("asks", std::move(asks))
                   .set("ask", input.may_ask && on_request && !waiting ? std::move(ask) : Data());
    put_file(row, standings, piece.sha256, base + "/evidence/" + number + of);
    rows.push(std::move(row));
  }
  return Data::object()
      .set("title", "Evidence")
      .set("back", base + of)
      .set("eyebrow",
           delivered.title + (version ? ", version " + std::to_string(*version) : std::string()))
      .set("agency", delivered.agency)
      .set("samples", base + "/samples")
      .set("error_summary", error_summary(typed.errors))
      .set("title_error", !typed.errors.empty())
      .set("any", !delivered.pieces.empty())
      .set("pieces", std::move(rows));
}

}  // namespace onereturn::gateway::views
