#include <algorithm>

#include "domain/audit_log/openings.hpp"
#include "domain/evidence/evidence_asks.hpp"
#include "domain/evidence/file_types.hpp"
#include "domain/evidence/keep_files.hpp"
#include "gateway/pages/evidence/evidence_pages.hpp"
#include "gateway/pages/evidence/evidence_support.hpp"
#include "gateway/pages/notifications/telling.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/version_asked.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "platform/postgres/database.hpp"
#include "platform/storage/storage.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;

Problem nothing_there() { return {ProblemCode::not_found, "not-found", "", {}}; }

using Also = std::function<void(postgres::BoardTx&, const ReturnId&)>;

Result<evidence::DeliveredEvidence> delivered_in_path(RequestContext& context,
                                                      const Also& also = nullptr) {
  const auto id = ReturnId::parse(context.path("return"));
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<evidence::DeliveredEvidence> {
        if (!id) return nothing_there();
        const auto version = version_asked(context);
        auto delivered = evidence::read_delivered_evidence(tx, *id, version);
        // The version that stands needs no word; another must be one that the board holds.
        if (delivered && version && delivered->pieces.empty()) return nothing_there();
        if (delivered && also) also(tx, *id);
        return delivered;
      });
}

}  // namespace

void note_standing(views::FileStandings& standings, storage::Store* store, const AgencyId& agency,
                   const std::string& sha256) {
  if (store == nullptr || sha256.empty()) return;
  const auto standing = store->standing(agency, sha256);
  auto& file = standings[sha256];
  file.here = standing == storage::Standing::released;
  file.checking = standing == storage::Standing::in_custody;
  if (const auto reading = file.here ? store->open(agency, sha256) : nullptr) {
    file.size = evidence::size_in_words(reading->size());
  }
}

namespace {

views::FileStandings standings_of(RequestContext& context,
                                  const evidence::DeliveredEvidence& delivered) {
  views::FileStandings standings;
  auto* store = context.services().evidence.get();
  for (const auto& piece : delivered.pieces) {
    note_standing(standings, store, piece.agency, piece.sha256);
  }
  for (const auto& ask : delivered.asks)
    note_standing(standings, store, ask.agency, ask.sha256);
  return standings;
}

}  // namespace

http::Response show_delivered_evidence(RequestContext& context) {
  evidence::AskEnds ends;
  const auto delivered = delivered_in_path(context, [&](postgres::BoardTx& tx, const ReturnId& id) {
    ends = evidence::ends_of_asks(tx, id);
    audit_log::note_opened(tx, id, audit_log::Opened::evidence_list, context.now());
  });
  if (!delivered) return refuse(context, delivered.problem());
  auto page = views::delivered_page({.delivered = *delivered,
                                     .version = version_asked(context),
                                     .ends = ends,
                                     .standings = standings_of(context, *delivered),
                                     .today = day_in_england(context.now()),
                                     .may_ask = context.session().role != "chair",
                                     .typed = {}});
  page.set("saved_note", Data::text_or_no(evidence_note(context)));
  return framed(context, "pages/board_evidence", std::move(page), "/returns");
}

http::Response ask_for_piece(RequestContext& context) {
  evidence::AskEnds ends;
  const auto delivered = delivered_in_path(context, [&](postgres::BoardTx& tx, const ReturnId& id) {
    ends = evidence::ends_of_asks(tx, id);
  });
  if (!delivered) return refuse(context, delivered.problem());
  const auto number = context.path("number");
  const auto piece =
      std::find_if(delivered->pieces.begin(), delivered->pieces.end(),
                   [&](const auto& each) { return std::to_string(each.number) == number; });
  if (piece == delivered->pieces.end()) return not_found(context);
  views::TypedQuestion typed{piece->number,
                             context.field("words"),
                             views::typed_date(context.request().form, "due-" + number),
                             {}};
  const auto due = views::read_date(typed.due);
  if (!due.error.empty()) typed.errors.push_back({"due-" + number, due.error});
  if (typed.errors.empty()) {
    const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
      auto asked = evidence::ask_for_evidence(tx, delivered->id, piece->number, typed.words,
                                              context.now(), due.date, version_asked(context));
      if (asked) tell_of_evidence(tx, delivered->id, context.now());
      return asked;
    });
    auto back = "/returns/" + delivered->id.text() + "/evidence?saved=asked";
    if (const auto version = version_asked(context)) back += "&version=" + std::to_string(*version);
    if (done) return http::Response::see_other(back);
    if (!is_of_form(done.problem())) return refuse(context, done.problem());
    for (const auto& error : done.problem().fields)
      typed.errors.push_back({error.field + "-" + number, error.message});
  }
  return framed(context, "pages/board_evidence",
                views::delivered_page({.delivered = *delivered,
                                       .version = version_asked(context),
                                       .ends = ends,
                                       .standings = standings_of(context, *delivered),
                                       .today = day_in_england(context.now()),
                                       .may_ask = true,
                                       .typed = typed}),
                "/returns", 422);
}

http::Response download_delivered(RequestContext& context) {
  const auto delivered = delivered_in_path(context);
  if (!delivered) return refuse(context, delivered.problem());
  for (const auto& piece : delivered->pieces) {
    const bool asked = std::to_string(piece.number) == context.path("number");
    if (!asked || piece.sha256.empty()) continue;
    auto response = attachment(context, piece.agency, piece.sha256, piece.title);
    if (!response) continue;
    const auto noted = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
      return evidence::note_opened(tx, delivered->id, piece.number, context.now(),
                                   version_asked(context));
    });
    return noted ? std::move(*response) : refuse(context, noted.problem());
  }
  return not_found(context);
}

http::Response download_answered(RequestContext& context) {
  const auto delivered = delivered_in_path(context);
  if (!delivered) return refuse(context, delivered.problem());
  for (const auto& ask : delivered->asks) {
    if (ask.ask.text() != context.path("ask") || ask.sha256.empty()) continue;
    auto response = attachment(context, ask.agency, ask.sha256, ask.title);
    if (!response) continue;
    const auto noted = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
      return evidence::note_opened(tx, ask.ask, context.now());
    });
    return noted ? std::move(*response) : refuse(context, noted.problem());
  }
  return not_found(context);
}

}  // namespace onereturn::gateway::pages
