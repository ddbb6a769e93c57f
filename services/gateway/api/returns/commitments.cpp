#include "domain/returns/commitments.hpp"

#include "gateway/api/api_support.hpp"
#include "gateway/api/returns/agency_api.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::api {

namespace {

constexpr json::TextRule paragraph{60'000, true};
constexpr json::TextRule line{2'000, true};

returns::Subject read_subject(json::ObjectReader& reader) {
  returns::Subject subject;
  subject.requirement = reader.optional_text("requirement", {64, true});
  subject.item = reader.optional_text("item", {64, true});
  if (const auto text = reader.optional_text("request", {64, true}); !text.empty()) {
    if (const auto request = RequestId::parse(text)) {
      subject.request = *request;
    } else {
      reader.refuse("request", "there is no such request here");
    }
  }
  return subject;
}

Result<returns::WriteCommitment> read_commitment(const RequestContext& context) {
  returns::WriteCommitment words;
  const auto read = read_body(context, [&](json::ObjectReader& reader) {
    words.what = reader.optional_text("what", paragraph);
    words.how = reader.optional_text("how", paragraph);
    words.lead = reader.optional_text("lead", line);
    words.area = reader.optional_text("area", line);
    words.change = reader.optional_text("change", paragraph);
    if (const auto text = reader.optional_text("by_on", line); !text.empty()) {
      words.by_on = parse_date(text);
      if (!words.by_on) reader.refuse("by_on", "must be a day such as 2027-05-28");
    }
    reader.objects("subjects", [&](json::ObjectReader& subject) {
      words.subjects.push_back(read_subject(subject));
    });
  });
  if (!read) return read.problem();
  const auto unit = asked_unit(context);
  if (!unit) return unit.problem();
  words.unit = *unit;
  return words;
}

json::Value to_json(const returns::KeptCommitment& kept) {
  const auto& words = kept.words;
  return json::Object{
      {"commitment", kept.commitment.text()},
      {"board", kept.board ? json::Value(kept.board->text()) : json::Value()},
      {"version", kept.version},
      {"what", words.what},
      {"how", words.how},
      {"lead", words.lead},
      {"by_on", or_null(words.by_on)},
      {"area", words.area},
      {"change", words.change},
      {"subjects", list_of(words.subjects, [](const mapping::CommitmentSubject& subject) {
         return json::Value(json::Object{{"requirement", or_null(subject.requirement)},
                                         {"item", or_null(subject.item)}});
       })}};
}

}  // namespace

http::Response list_commitments(RequestContext& context) {
  const auto work = workspace(context);
  if (!work) return refuse(context, work.problem());
  return context.json(json::Object{
      {"commitments", list_of(work->commitments, [](const auto& kept) { return to_json(kept); })}});
}

http::Response post_commitment(RequestContext& context) {
  const auto words = read_commitment(context);
  if (!words) return refuse(context, words.problem());
  const auto made = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) { return returns::add_commitment(tx, *words); });
  if (!made) return refuse(context, made.problem());
  return context.json(json::Object{{"commitment", made->text()}}, 201);
}

http::Response put_commitment(RequestContext& context) {
  const auto words = read_commitment(context);
  if (!words) return refuse(context, words.problem());
  const auto id = id_of<CommitmentId>(context.path("commitment"));
  if (!id) return refuse(context, id.problem());
  const auto done = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::change_commitment(tx, *id, *words);
  });
  return done ? http::Response::no_content() : refuse(context, done.problem());
}

http::Response delete_commitment(RequestContext& context) {
  const auto id = id_of<CommitmentId>(context.path("commitment"));
  if (!id) return refuse(context, id.problem());
  const auto done = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) { return returns::remove_commitment(tx, *id); });
  return done ? http::Response::no_content() : refuse(context, done.problem());
}

}  // namespace onereturn::gateway::api
