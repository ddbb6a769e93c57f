#include "gateway/views/received.hpp"

#include <algorithm>
#include <array>

#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using fan_out::ReturnState;
using html::Data;

// It is with them to be changed, and the day that was set then has passed.
bool is_late_again(const fan_out::ReceivedReturn& row, Date today) {
  return row.standing == "sent_back" && row.due_on < today;
}

Data state_of(const fan_out::ReceivedReturn& row, Date today) {
  if (row.is_out()) {
    const bool not_applicable = row.left_out == "not_applicable";
    return status("quiet", "na",
                  not_applicable ? "Left out: not applicable" : "Organisation closed");
  }
  if (row.standing == "sent_back") {
    return is_late_again(row, today)
               ? status("red", "off-track",
                        "Sent back, " + days_words(days_between(today, row.due_on)))
               : status("amber", "at-risk", "Sent back");
  }
  switch (row.state) {
    case ReturnState::acknowledged:
      return status("green", "done", "Acknowledged");
    case ReturnState::received:
      return status("act", "now", "With us now");
    case ReturnState::asked:
      break;
  }
  const int days = days_between(today, row.due_on);
  return days < 0 ? status("red", "off-track", capital(days_words(days)))
                  : status("quiet", "none", "Asked, " + days_words(days) + " left");
}

// Nobody has it, or who has.
const EvaluationNote& note_of(const fan_out::ReceivedReturn& row, const EvaluationNotes& notes) {
  static const EvaluationNote none;
  const auto found = row.id ? notes.find(*row.id) : notes.end();
  return found == notes.end() ? none : found->second;
}

// Its site or number; which wave it is of where the list has several.
std::string second_line(const fan_out::ReceivedReturn& row, bool of_several) {
  auto line = row.unit.empty() ? row.own_ref : row.unit;
  if (of_several) line += (line.empty() ? "" : ", ") + row.audit;
  return line;
}

Data list_row(const fan_out::ReceivedReturn& row, Date today, const EvaluationNote& note,
              bool of_several) {
  const auto href = row.id ? "/returns/" + row.id->text() : std::string();
  std::string received = "Not yet";
  if (row.received_at) received = to_words_with_time(*row.received_at);
  if (row.version_no > 1) received += ", version " + std::to_string(row.version_no);
  if (row.offered_version)
    received += "; version " + std::to_string(*row.offered_version) + " offered";
  return Data::object()
      .set("href", Data::text_or_no(row.offered_version ? href + "/supplement" : href))
      .set("name", row.agency)
      .set("unit", Data::text_or_no(second_line(row, of_several)))
      .set("parts", Data::text_or_no(joined(row.places)))
      .set("due", to_words(row.due_on))
      .set("received", received)
      .set("status", row.offered_version ? status("act", "now", "A newer version waits for you")
                     : note.words.empty() || row.is_out() || is_late_again(row, today)
                         ? state_of(row, today)
                         : status(note.tone, note.icon, note.words))
      .set("with", Data::text_or_no(note.with))
      .set("gone", note.gone)
      .set("receipt_href",
           row.state == ReturnState::acknowledged ? Data(href + "/receipt") : Data());
}

Data stat(const std::string& state, int number, int of, const char* words) {
  return Data::object()
      .set("href", state.empty() ? "/returns" : "/returns?state=" + state)
      .set("number", number)
      .set("of", of < 0 ? std::string() : " of " + std::to_string(of))
      .set("words", words);
}

Data fact(std::string label, std::string text) {
  return Data::object().set("label", std::move(label)).set("text", std::move(text));
}

constexpr std::array<std::pair<const char*, const char*>, 9> lists_of_some = {
    {{"to_evaluate", "To evaluate"},
     {"second_look", "With a second person"},
     {"offered", "A newer version waits for you"},
     {"received", "With us now"},
     {"acknowledged", "Acknowledged"},
     {"released", "Released"},
     {"sent_back", "Sent back for changes"},
     {"asked", "Still to come"},
     {"out", "Closed, or left out"}}};

// Whether a return stands in a list of some of them.
bool stands_in(const fan_out::ReceivedReturn& row, const EvaluationNote& note,
               std::string_view only) {
  if (row.is_out() || only == "out") return row.is_out() && only == "out";
  if (only == "sent_back" || row.standing == "sent_back")
    return only.empty() || only == row.standing || (only == "offered" && row.offered_version);
  if (only == "to_evaluate") return row.standing == "to_evaluate" && !note.second_look;
  if (only == "second_look") return row.standing == "to_evaluate" && note.second_look;
  if (only == "offered") return row.offered_version.has_value();
  const bool done = note.released && !row.offered_version;
  return only.empty() || only == (done ? "released" : fan_out::to_string(row.state));
}

}  // namespace

Data returns_page(const std::vector<fan_out::ReceivedReturn>& returns, Date today,
                  std::string_view only, const EvaluationNotes& notes) {
  std::map<std::string_view, int> counts;
  auto rows = Data::list();
  const bool of_several = std::ranges::any_of(
      returns, [&](const auto& row) { return row.audit != returns.front().audit; });
  for (const auto& row : returns) {
    const auto& note = note_of(row, notes);
    counts[""] += row.is_out() ? 0 : 1;
    for (const auto& [word, words] : lists_of_some)
      counts[word] += stands_in(row, note, word) ? 1 : 0;
    if (stands_in(row, note, only)) rows.push(list_row(row, today, note, of_several));
  }
  const int all = counts[""];
  auto stats = Data::list();
  const auto add = [&](const char* state, const char* words, bool always = true) {
    // What there is none of needs no place.
    if (always || counts[state] > 0 || only == state)
      stats.push(stat(state, counts[state], all, words));
  };
  add("to_evaluate", "to evaluate");
  add("second_look", "with a second person", false);
  add("offered", counts["offered"] == 1 ? "newer version offered" : "newer versions offered",
      false);
  add("received", "with us now");
  // Where nine figures stand in a row the word is parted by a hyphen.
  add("acknowledged", "acknow\u00ADledged");
  add("released", "released");
  add("sent_back", "sent back for changes", false);
  add("asked", "still to come");
  stats.push(stat("", all, -1, "asked for in all"));
  const auto in = all - counts["asked"];
  std::string audit = "All waves";
  if (!of_several) audit = returns.empty() ? std::string() : returns.front().audit;
  const auto heading =
      counted(all, "return", "returns") + " asked for, " + std::to_string(in) + " in";
  std::string list_heading = "All returns";
  for (const auto& [word, words] : lists_of_some) {
    if (only == word) list_heading = words;
  }
  return Data::object()
      .set("title", heading)
      .set("eyebrow", audit)
      .set("heading", heading)
      .set("stats", std::move(stats))
      .set("out", counts["out"] == 0
                      ? Data()
                      : Data(counted(counts["out"], "return is", "returns are") +
                             " out of these figures: the organisation has closed, or it is not"
                             " applicable this time."))
      .set("list_heading", list_heading)
      .set("rows", std::move(rows));
}

SheetInput delivered_sheet(const fan_out::DeliveredCopy& copy) {
  SheetInput input;
  input.form = copy.form.get();
  input.copy = &copy.copy;
  input.board_name = copy.board;
  input.board_area = copy.board;
  input.agency_name = copy.unit.empty() ? copy.agency : copy.agency + ", " + copy.unit;
  if (!copy.sign_offs.empty()) {
    const auto& by = copy.sign_offs.front();
    input.signature =
        Signature{by.name, by.position, by.at ? to_words(day_in_england(*by.at)) : std::string()};
  }
  return input;
}

namespace {

bool has_versions(const fan_out::Receipt& receipt) {
  return receipt.offered.has_value() || receipt.stands > 1 || receipt.version_no > 1;
}

std::string version_words(const fan_out::Receipt& receipt) {
  auto words = std::to_string(receipt.version_no);
  if (receipt.version_no == receipt.stands) return words;
  switch (receipt.standing) {
    case fan_out::Standing::offered:
      words += ", offered, not accepted yet";
      break;
    case fan_out::Standing::declined:
      words += ", declined";
      break;
    case fan_out::Standing::replaced:
      words += ", offered and replaced by a newer one";
      break;
    case fan_out::Standing::accepted:
      words += ", replaced since";
      break;
  }
  return words + ". You work with version " + std::to_string(receipt.stands);
}

}  // namespace

Data return_page(const fan_out::DeliveredCopy& copy, SheetInput input,
                 const std::string& saved_note) {
  const auto base = "/returns/" + copy.id.text();
  input.page_path = base;
  const bool stands = copy.receipt.version_no == copy.receipt.stands;
  const bool done = copy.state == ReturnState::acknowledged;
  auto facts = Data::list();
  facts.push(fact("Received", to_words_with_time(copy.receipt.received_at)));
  facts.push(fact("Due", to_words(copy.due_on)));
  facts.push(fact("Version", version_words(copy.receipt)));
  if (!copy.sign_offs.empty()) {
    const auto& by = copy.sign_offs.front();
    facts.push(fact("Authorised by", by.name + (by.position.empty() ? "" : ", " + by.position)));
    if (!by.statement.empty()) facts.push(fact("Statement", by.statement));
  }
  if (done && copy.receipt.acknowledged_at) {
    facts.push(fact(
        "Acknowledged",
        to_words_with_time(*copy.receipt.acknowledged_at) +
            (copy.receipt.acknowledged_by.empty() ? "" : " by " + copy.receipt.acknowledged_by)));
  }
  return Data::object()
      .set("title", copy.agency)
      .set("eyebrow", copy.audit)
      .set("heading", input.agency_name)
      .set("saved_note", Data::text_or_no(saved_note))
      .set("status",
           done ? status("green", "done", "Acknowledged") : status("act", "now", "With us now"))
      .set("supplement_href",
           Data::text_or_no(has_versions(copy.receipt) ? base + "/supplement" : ""))
      .set("offered", copy.receipt.offered.has_value())
      .set("offered_words",
           copy.receipt.offered && stands
               ? Data("Version " + std::to_string(*copy.receipt.offered) +
                      " is offered. You work with version " + std::to_string(copy.receipt.stands) +
                      " until you have decided.")
               : Data())
      .set("acknowledge",
           done || !stands ? Data() : Data::object().set("action", base + "/acknowledge"))
      .set("evaluation_href", base + "/evaluation")
      .set("plan_href", false)
      .set("peer_href", false)
      .set("closer", false)
      .set("evidence_href", copy.copy.evidence.empty() ? Data() : Data(base + "/evidence"))
      .set("evidence_count",
           counted(static_cast<int>(copy.copy.evidence.size()), "piece", "pieces"))
      .set("receipt_href", done ? Data(base + "/receipt") : Data())
      .set("facts", std::move(facts))
      .set("sheet", sheet(input));
}

Data receipt_page(const fan_out::Receipt& receipt, const std::string& origin,
                  const std::string& picture, const std::string& back_href,
                  const std::string& back_text) {
  auto facts = Data::list();
  facts.push(fact("From", receipt.agency));
  facts.push(fact("To", receipt.board));
  facts.push(fact("What", receipt.audit));
  facts.push(
      fact("Version", std::to_string(receipt.version_no) +
                          (receipt.stands > 1 || receipt.standing != fan_out::Standing::accepted
                               ? ", accepted: version " + std::to_string(receipt.stands)
                               : "")));
  facts.push(fact("Delivered", to_words_with_time(receipt.received_at)));
  facts.push(
      fact("Acknowledged",
           receipt.acknowledged_at
               ? to_words_with_time(*receipt.acknowledged_at) +
                     (receipt.acknowledged_by.empty() ? "" : " by " + receipt.acknowledged_by)
               : "Not yet"));
  const bool coded = !receipt.code.empty();
  const bool done = receipt.acknowledged_at.has_value();
  const auto heading = receipt.board + (done ? " has received this return" : " holds this return");
  return Data::object()
      .set("title", "Receipt")
      .set("back", Data::object().set("href", back_href).set("text", back_text))
      .set("code", coded ? receipt.code : "")
      .set("heading", heading)
      .set("facts", std::move(facts))
      .set("hash", receipt.hash)
      .set("picture", Data::text_or_no(coded ? picture : ""))
      .set("verify_address",
           coded ? origin + "/verify/" + receipt.code : "the board, once it has acknowledged it");
}

Data verify_page(const std::optional<fan_out::VerifiedReceipt>& receipt, const std::string& code) {
  if (!receipt) {
    const bool asked = !code.empty();
    return Data::object()
        .set("title", asked ? "No such receipt" : "Check a receipt")
        .set("asked", asked)
        .set("found", false);
  }
  auto facts = Data::list();
  facts.push(fact("Receipt", code));
  facts.push(fact("Received by", receipt->board));
  facts.push(fact("On", to_words(receipt->received_on)));
  facts.push(fact("Version", std::to_string(receipt->version_no)));
  std::string lede =
      receipt->board + " received a return on " + to_words(receipt->received_on) + ".";
  if (receipt->state == "superseded") lede += " A newer version has replaced it since.";
  if (receipt->state == "declined") lede += " The board did not accept this version.";
  if (receipt->state == "withdrawn") lede += " It has been withdrawn since.";
  return Data::object()
      .set("title", "This receipt is genuine")
      .set("found", true)
      .set("lede", lede)
      .set("facts", std::move(facts))
      .set("hash", receipt->hash);
}

}  // namespace onereturn::gateway::views
