#include "gateway/views/samples.hpp"

#include <algorithm>
#include <array>

#include "base/csv.hpp"
#include "domain/reviews/sample_rules.hpp"
#include "gateway/views/evidence_view.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using reviews::Outcome;
using reviews::Sample;
using reviews::SampleHead;
using reviews::SamplePiece;

constexpr std::array outcomes = {Outcome::supports, Outcome::partly, Outcome::does_not,
                                 Outcome::not_seen};

std::string how_words(const SampleHead& head) {
  const auto amount = std::to_string(head.how.amount);
  const auto each = head.return_id ? std::string() : std::string(" of each return");
  return head.how.percent ? amount + " in 100" + each + ", rounded up" : amount + each;
}

std::string last_step(const SampleHead& head) {
  const auto amount = std::to_string(head.how.amount);
  if (!head.how.percent)
    return "The first " + amount + " are the sample, or all where there are fewer.";
  return "The first " + amount + " in 100 are the sample, rounded up.";
}

Data fact(const char* label, std::string text) {
  return Data::object().set("label", label).set("text", std::move(text));
}

std::string drawn_words(const SampleHead& head) {
  return to_words_with_time(head.drawn_at) +
         (head.drawn_by.empty() ? std::string() : " by " + head.drawn_by);
}

std::string size_words(const SampleHead& head) {
  return std::to_string(head.size) + " of " +
         counted(head.population, "piece of evidence", "pieces of evidence");
}

Data head_row(const SampleHead& head) {
  return Data::object()
      .set("href", "/samples/" + head.sample.text())
      .set("about", head.about)
      .set("size", size_words(head))
      .set("seed", head.seed)
      .set("when", to_words(day_in_england(head.drawn_at)))
      .set("by", head.drawn_by)
      .set("seen", std::to_string(head.seen) + " of " + std::to_string(head.size));
}

Data field(const char* id, const std::string& value, const std::vector<PageError>& errors) {
  return Data::object().set("id", id).set("value", value).set("error", error_of(errors, id));
}

Data outcome_status(Outcome outcome) {
  switch (outcome) {
    case Outcome::supports:
      return status("green", "done", outcome_words(outcome));
    case Outcome::partly:
      return status("amber", "at-risk", outcome_words(outcome));
    case Outcome::does_not:
      return status("red", "off-track", outcome_words(outcome));
    case Outcome::not_seen:
      break;
  }
  return status("quiet", "none", outcome_words(outcome));
}

// "3.4.evidence" is the evidence box of 3.4: the board knows it as 3.4.
std::vector<std::string> items_of(std::vector<std::string> boxes) {
  for (auto& box : boxes) {
    const auto dot = box.rfind('.');
    if (dot != std::string::npos && dot + 1 < box.size() && box[dot + 1] >= 'a') box.resize(dot);
  }
  boxes.erase(std::unique(boxes.begin(), boxes.end()), boxes.end());
  return boxes;
}

Data result_form(const SamplePiece& piece, const std::string& id, const TypedResult& typed) {
  const bool refused = !typed.place.empty();
  const bool any = !piece.results.empty();
  const auto chosen = refused ? typed.outcome
                      : any   ? std::string(reviews::word_of(piece.results.front().outcome))
                              : std::string();
  auto choices = Data::list();
  for (const auto outcome : outcomes) {
    const std::string word = reviews::word_of(outcome);
    choices.push(Data::object()
                     .set("id", "outcome-" + id + "-" + word)
                     .set("value", word)
                     .set("text", outcome_words(outcome))
                     .set("checked", chosen == word));
  }
  return Data::object()
      .set("open", refused)
      .set("after", any ? piece.results.front().number : 0)
      .set("summary", any ? "Say something else" : "Say what it shows")
      .set("choices", std::move(choices))
      .set("id", "note-" + id)
      .set("note", refused ? typed.note : std::string())
      .set("choice_error", error_of(typed.errors, "outcome-" + id + "-supports"))
      .set("error", error_of(typed.errors, "note-" + id));
}

Data result_rows(const SamplePiece& piece) {
  auto rows = Data::list();
  for (const auto& result : piece.results) {
    rows.push(Data::object()
                  .set("status", outcome_status(result.outcome))
                  .set("note", Data::text_or_no(result.note))
                  .set("by", to_words(day_in_england(result.at)) +
                                 (result.by.empty() ? std::string() : ", " + result.by)));
  }
  return rows;
}

Data ask_rows(const SamplePiece& piece, Date today) {
  auto rows = Data::list();
  for (const auto& [ask, end] : piece.asks) {
    rows.push(Data::object()
                  .set("href", "/evidence-asked/" + ask.ask.text())
                  .set("when", to_words(day_in_england(ask.asked_at)))
                  .set("status", ask_status(ask, end, today)));
  }
  return rows;
}

Data piece_data(const Sample& sample, const SamplePiece& piece, Date today, Date ask_until,
                bool may_write, const TypedResult& typed) {
  const auto& ref = piece.drawn.piece;
  const auto place = ref.return_id.text() + "/" + std::to_string(ref.number);
  const auto id = as_id(place);
  const bool waiting =
      !piece.asks.empty() && piece.asks.front().first.state == evidence::AskState::open;
  const auto base = "/samples/" + sample.head.sample.text() + "/" + place;
  const auto ask = "Ask to see it by " + to_words(ask_until);
  return Data::object()
      .set("id", id)
      .set("title", piece.title)
      .set("place", piece.drawn.place)
      .set("organisation", sample.head.return_id ? Data() : Data(piece.organisation))
      .set("behind", piece.boxes.empty() ? Data() : Data(joined(items_of(piece.boxes))))
      .set("kept_where", piece.is_file ? Data() : Data::text_or_no(piece.kept_where))
      .set("evidence_href", "/returns/" + ref.return_id.text() + "/evidence")
      .set("is_file", piece.is_file)
      .set("asks", ask_rows(piece, today))
      .set("results", result_rows(piece))
      .set("any_results", !piece.results.empty())
      .set("ask", may_write && !piece.is_file && !waiting
                      ? Data::object().set("action", base + "/ask").set("words", ask)
                      : Data())
      .set("action", base)
      .set("form", may_write ? result_form(piece, id, typed.place == place ? typed : TypedResult{})
                             : Data());
}

}  // namespace

std::string outcome_words(Outcome outcome) {
  switch (outcome) {
    case Outcome::supports:
      return "Supports what is said";
    case Outcome::partly:
      return "Supports it in part";
    case Outcome::does_not:
      return "Does not support it";
    case Outcome::not_seen:
      break;
  }
  return "Not seen";
}

Data samples_page(const SamplesInput& input) {
  auto rows = Data::list();
  for (const auto& head : input.samples) {
    rows.push(head_row(head));
  }
  auto waves = Data::list();
  for (const auto& [number, name] : input.waves) {
    waves.push(Data::object()
                   .set("value", number)
                   .set("text", name)
                   .set("selected", number == input.typed.wave));
  }
  const auto& errors = input.typed.errors;
  const bool any_wave = !input.waves.empty();
  auto form = Data::object()
                  .set("action", input.action)
                  .set("sample", input.typed.sample)
                  .set("of_wave", any_wave)
                  .set("waves", std::move(waves))
                  .set("wave_error", error_of(errors, "wave"))
                  .set("percent", input.typed.how == "percent")
                  .set("number", input.typed.how != "percent")
                  .set("amount", field("amount", input.typed.amount, errors))
                  .set("seed", field("seed", input.typed.seed, errors));
  const bool can = input.may_draw && (any_wave || !input.about.empty());
  return Data::object()
      .set("title", "Random samples")
      .set("back_href", input.back_href)
      .set("back_words", input.back_words)
      .set("eyebrow", Data::text_or_no(input.about))
      .set("any", !input.samples.empty())
      .set("of_board", input.about.empty())
      .set("rows", std::move(rows))
      .set("form", can ? std::move(form) : Data())
      .set("error_summary", error_summary(errors))
      .set("title_error", !errors.empty());
}

Data sample_page(const Sample& sample, Date today, Date ask_until, const SampleReader& reader,
                 const TypedResult& typed, const std::string& saved) {
  const auto& head = sample.head;
  auto facts = Data::list();
  facts.push(fact("Seed", head.seed + (head.seed_entered ? ", entered by your board"
                                                         : ", made by the service")));
  facts.push(fact("Asked for", how_words(head)));
  facts.push(fact("Drawn", drawn_words(head)));
  facts.push(fact("Results", std::to_string(head.seen) + " of " + std::to_string(head.size)));
  auto pieces = Data::list();
  for (const auto& piece : sample.pieces) {
    pieces.push(piece_data(sample, piece, today, ask_until, reader.may_write, typed));
  }
  auto population = Data::list();
  constexpr std::size_t at_first = 100;
  const auto all = sample.population.size();
  const auto shown = reader.whole_list ? all : std::min(all, at_first);
  for (std::size_t at = 0; at < shown; ++at) {
    const auto& one = sample.population[at];
    population.push(Data::object()
                        .set("piece", reviews::identity_of(one.piece))
                        .set("place", one.place)
                        .set("drawn", one.drawn ? "Drawn" : ""));
  }
  const auto base = "/samples/" + head.sample.text();
  return Data::object()
      .set("title", "Random sample")
      .set("heading", "Random sample: " + size_words(head))
      .set("eyebrow", head.about)
      .set("back", head.return_id ? "/returns/" + head.return_id->text() + "/samples" : "/samples")
      .set("saved_note", Data::text_or_no(saved))
      .set("facts", std::move(facts))
      .set("pieces", std::move(pieces))
      .set("seed", head.seed)
      .set("of_wave", !head.return_id)
      .set("last_step", last_step(head))
      .set("file", reader.may_export ? Data(base + "/population.csv") : Data())
      .set("population", std::move(population))
      .set("cut", shown < all ? Data::object()
                                    .set("href", base + "?list=whole#pieces")
                                    .set("words", "Show all " + std::to_string(all))
                              : Data())
      .set("whole", reader.whole_list)
      .set("error_summary", error_summary(typed.errors))
      .set("title_error", !typed.errors.empty());
}

std::string sample_file(const Sample& sample) {
  const auto& head = sample.head;
  std::string text = csv_line({"seed", "asked for", "piece", "place", "drawn"});
  const auto asked = std::to_string(head.how.amount) + (head.how.percent ? "%" : "");
  for (const auto& one : sample.population) {
    text += csv_line({head.seed, asked, reviews::identity_of(one.piece), std::to_string(one.place),
                      one.drawn ? "yes" : "no"});
  }
  return text;
}

}  // namespace onereturn::gateway::views
