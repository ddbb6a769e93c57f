#include <charconv>

#include "domain/evidence/evidence_asks.hpp"
#include "domain/identity/export_right.hpp"
#include "domain/reviews/draw_sample.hpp"
#include "gateway/pages/notifications/telling.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/reviews/review_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/samples.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using reviews::SampleId;

constexpr const char* place = "/returns";
constexpr int days_to_supply = 14;

Problem nothing_there() { return {ProblemCode::not_found, "not-found", "", {}}; }

bool runs_the_board(const RequestContext& context) {
  const auto& role = context.session().role;
  return role == "manager" || role == "assistant";
}

Date day_to_supply(const RequestContext& context) {
  return std::chrono::sys_days{day_in_england(context.now())} + std::chrono::days{days_to_supply};
}

// Nothing for what is no whole number of a sensible size.
std::optional<int> number_in(const std::string& text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool good = read.ec == std::errc{} && read.ptr == text.data() + text.size() && number >= 0;
  return good ? std::optional(number) : std::nullopt;
}

views::TypedDraw typed_draw(const RequestContext& context) {
  return {context.field("sample"), context.field("wave"), context.field("how"),
          context.field("amount"), context.field("seed"), {}};
}

// What the page of samples shows, of one return or of all.
struct Samples {
  std::vector<reviews::SampleHead> list;
  std::string about;
  std::vector<std::pair<std::string, std::string>> waves;
};

Result<Samples> read_samples(RequestContext& context, const std::optional<ReturnId>& of) {
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<Samples> {
        Samples samples;
        if (of) {
          const auto delivered = evidence::read_delivered_evidence(tx, *of);
          if (!delivered) return delivered.problem();
          samples.about = delivered->agency + ", " + delivered->title;
        } else {
          samples.waves = reviews::waves_with_returns(tx);
        }
        samples.list = reviews::list_samples(tx, of);
        return samples;
      });
}

http::Response samples_page(RequestContext& context, const std::optional<ReturnId>& of,
                            views::TypedDraw typed, int status) {
  const auto samples = read_samples(context, of);
  if (!samples) return refuse(context, samples.problem());
  if (!SampleId::parse(typed.sample)) typed.sample = SampleId::random().text();
  const auto base = of ? "/returns/" + of->text() : std::string();
  const views::SamplesInput input{samples->list,
                                  of ? base + "/evidence" : "/returns",
                                  of ? "Evidence" : "Returns",
                                  base + "/samples",
                                  samples->about,
                                  samples->waves,
                                  runs_the_board(context),
                                  std::move(typed)};
  return framed(context, "pages/samples", views::samples_page(input), place, status);
}

http::Response draw(RequestContext& context, const std::optional<ReturnId>& of) {
  auto typed = typed_draw(context);
  const auto sample = SampleId::parse(typed.sample);
  const auto audit = of ? std::nullopt : AuditId::parse(typed.wave);
  if (!of && !audit) typed.errors.push_back({"wave", "Choose a wave"});
  const reviews::HowMany how{typed.how == "percent", number_in(typed.amount).value_or(0)};
  if (typed.errors.empty() && sample) {
    const auto drawn = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
      return reviews::draw_sample(tx, {*sample, of, audit, how, typed.seed, context.now()},
                                  crypto::sha256);
    });
    if (drawn) return http::Response::see_other("/samples/" + drawn->text());
    if (drawn.problem().fields.empty()) return refuse(context, drawn.problem());
    for (const auto& error : drawn.problem().fields)
      typed.errors.push_back({error.field, error.message});
  }
  return samples_page(context, of, std::move(typed), 422);
}

struct SampleHere : reviews::Sample {
  bool may_export = false;
};

Result<SampleHere> sample_in_path(RequestContext& context, bool exported = false) {
  const auto id = SampleId::parse(context.path("sample"));
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<SampleHere> {
        const auto refused = exported ? identity::refuse_export(tx) : std::nullopt;
        if (refused) return *refused;
        if (!id) return nothing_there();
        auto sample = reviews::read_sample(tx, *id);
        if (!sample) return sample.problem();
        if (exported) {
          identity::note_export(tx, {"sample.exported", "sample", id->text()},
                                sample->population.size());
        }
        return SampleHere{std::move(*sample), exported || identity::may_export(tx)};
      });
}

http::Response page_of(RequestContext& context, const SampleHere& sample,
                       const views::TypedResult& typed, int status) {
  const auto saved = context.request().query.get("saved");
  const std::string note = saved == "result"  ? "The result is kept."
                           : saved == "asked" ? "Asked. The agency sees it on its evidence page."
                                              : "";
  return framed(context, "pages/sample",
                views::sample_page(sample, day_in_england(context.now()), day_to_supply(context),
                                   {runs_the_board(context), sample.may_export,
                                    context.request().query.get("list") == "whole"},
                                   typed, note),
                place, status);
}

// The drawn piece that the path names.
const reviews::SamplePiece* piece_in_path(const RequestContext& context,
                                          const reviews::Sample& sample) {
  for (const auto& piece : sample.pieces) {
    if (piece.drawn.piece.return_id.text() == context.path("return") &&
        std::to_string(piece.drawn.piece.number) == context.path("number")) {
      return &piece;
    }
  }
  return nullptr;
}

}  // namespace

http::Response show_samples(RequestContext& context) {
  return samples_page(context, std::nullopt, {}, 200);
}

http::Response draw_wave_sample(RequestContext& context) { return draw(context, std::nullopt); }

http::Response show_return_samples(RequestContext& context) {
  const auto id = ReturnId::parse(context.path("return"));
  return id ? samples_page(context, id, {}, 200) : not_found(context);
}

http::Response draw_return_sample(RequestContext& context) {
  const auto id = ReturnId::parse(context.path("return"));
  return id ? draw(context, id) : not_found(context);
}

http::Response show_sample(RequestContext& context) {
  const auto sample = sample_in_path(context);
  return sample ? page_of(context, *sample, {}, 200) : refuse(context, sample.problem());
}

http::Response export_sample(RequestContext& context) {
  const auto sample = sample_in_path(context, true);
  if (!sample) return refuse(context, sample.problem());
  auto response = http::Response::text(views::sample_file(*sample));
  response.headers.set("Content-Type", "text/csv; charset=utf-8");
  response.headers.set("Content-Disposition", "attachment; filename=\"sample.csv\"");
  return response;
}

http::Response note_sample_result(RequestContext& context) {
  const auto sample = sample_in_path(context);
  if (!sample) return refuse(context, sample.problem());
  const auto* piece = piece_in_path(context, *sample);
  if (piece == nullptr) return not_found(context);
  const auto& ref = piece->drawn.piece;
  views::TypedResult typed{ref.return_id.text() + "/" + std::to_string(ref.number),
                           context.field("outcome"),
                           context.field("note"),
                           {}};
  const auto id = views::as_id(typed.place);
  const auto outcome = reviews::outcome_of(typed.outcome);
  const auto after = number_in(context.field("after"));
  if (!outcome || !after) {
    typed.errors.push_back({"outcome-" + id + "-supports", "Choose what the piece shows"});
    return page_of(context, *sample, typed, 422);
  }
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return reviews::note_result(tx, {sample->head.sample, ref.return_id, ref.number, *after,
                                     *outcome, typed.note, context.now()});
  });
  if (done) {
    return http::Response::see_other("/samples/" + sample->head.sample.text() + "?saved=result");
  }
  const auto& problem = done.problem();
  if (problem.code == ProblemCode::conflict) {
    typed.errors.push_back({"note-" + id, problem.detail + " Yours is still here."});
    const auto now = sample_in_path(context);
    return now ? page_of(context, *now, typed, 409) : refuse(context, now.problem());
  }
  if (problem.fields.empty()) return refuse(context, problem);
  typed.errors.push_back({"note-" + id, problem.fields.front().message});
  return page_of(context, *sample, typed, 422);
}

http::Response ask_for_sampled(RequestContext& context) {
  const auto sample = sample_in_path(context);
  if (!sample) return refuse(context, sample.problem());
  const auto* piece = piece_in_path(context, *sample);
  if (piece == nullptr) return not_found(context);
  const auto& ref = piece->drawn.piece;
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    auto asked = evidence::ask_for_evidence(tx, ref.return_id, ref.number,
                                            "This piece was drawn in a random sample.",
                                            context.now(), day_to_supply(context), ref.version);
    if (asked) tell_of_evidence(tx, ref.return_id, context.now());
    return asked;
  });
  if (!done) return refuse(context, done.problem());
  return http::Response::see_other("/samples/" + sample->head.sample.text() + "?saved=asked");
}

}  // namespace onereturn::gateway::pages
