#include "base/text.hpp"
#include "domain/evidence/child_words.hpp"
#include "domain/evidence/keep_evidence.hpp"
#include "gateway/api/api_support.hpp"
#include "gateway/api/returns/agency_api.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::api {

namespace {

constexpr json::TextRule paragraph{60'000, true};
constexpr std::size_t reason_max = 10'000;

// A question to a person: whoever says why it is no child's details goes on.
void guard(json::ObjectReader& reader, const evidence::WriteEvidence& words,
           const std::string& reason, Date today) {
  if (count_characters(reason).value_or(reason_max + 1) > reason_max) {
    reader.refuse("names_reason", "Use 10,000 characters or fewer for the reason.");
  }
  if (!reason.empty()) return;
  for (const auto& [key, text] :
       {std::pair{"title", &words.title}, {"kept_where", &words.kept_where}}) {
    for (const auto& found : evidence::looks_like_a_child(*text, today)) {
      reader.refuse("names_reason", std::string(key) + " seems to hold " + found +
                                        ". Take it out, or say here why it is none.");
    }
  }
}

Result<evidence::WriteEvidence> read_evidence(const RequestContext& context) {
  evidence::WriteEvidence words;
  words.at = context.now();
  const auto read = read_body(context, [&](json::ObjectReader& reader) {
    words.title = reader.optional_text("title", {2'000, true});
    words.kept_where = reader.optional_text("kept_where", paragraph);
    if (const auto text = reader.optional_text("effective_on", {32, true}); !text.empty()) {
      words.effective_on = parse_date(text);
      if (!words.effective_on) reader.refuse("effective_on", "must be a day such as 2026-05-18");
    }
    guard(reader, words, reader.optional_text("names_reason", paragraph),
          day_in_england(context.now()));
    words.requirements = reader.optional_texts("requirements", {64});
    for (const auto& text : reader.optional_texts("boards", {64})) {
      if (const auto board = BoardId::parse(text)) {
        words.boards.push_back(*board);
      } else {
        reader.refuse("boards", "there is no such board here");
      }
    }
  });
  if (!read) return read.problem();
  const auto unit = asked_unit(context);
  if (!unit) return unit.problem();
  words.unit = *unit;
  return words;
}

json::Value to_json(const evidence::KeptEvidence& kept) {
  return json::Object{
      {"evidence", kept.evidence.text()},
      {"version", kept.version},
      {"title", kept.title},
      {"kept_where", or_null(kept.kept_where)},
      {"effective_on", or_null(kept.effective_on)},
      {"requirements",
       list_of(kept.requirements, [](const std::string& code) { return json::Value(code); })},
      {"boards",
       list_of(kept.granted, [](const BoardId& board) { return json::Value(board.text()); })}};
}

}  // namespace

http::Response list_evidence(RequestContext& context) {
  const auto work = workspace(context);
  if (!work) return refuse(context, work.problem());
  return context.json(json::Object{
      {"evidence", list_of(work->evidence, [](const auto& kept) { return to_json(kept); })}});
}

http::Response post_evidence(RequestContext& context) {
  const auto words = read_evidence(context);
  if (!words) return refuse(context, words.problem());
  const auto made = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) { return evidence::add_evidence(tx, *words); });
  if (!made) return refuse(context, made.problem());
  return context.json(json::Object{{"evidence", made->text()}}, 201);
}

http::Response put_evidence(RequestContext& context) {
  const auto words = read_evidence(context);
  if (!words) return refuse(context, words.problem());
  const auto id = id_of<EvidenceId>(context.path("evidence"));
  if (!id) return refuse(context, id.problem());
  const auto done = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return evidence::change_evidence(tx, *id, *words);
  });
  return done ? http::Response::no_content() : refuse(context, done.problem());
}

}  // namespace onereturn::gateway::api
