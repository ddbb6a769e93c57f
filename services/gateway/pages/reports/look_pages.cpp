#include "domain/reports/keep_look.hpp"
#include "domain/reports/logo_rules.hpp"
#include "domain/reports/report_store.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/reports/report_pages.hpp"
#include "gateway/pages/reports/report_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/upload.hpp"
#include "gateway/views/board_look.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

constexpr const char* place = "/set-up";
constexpr const char* look_place = "/board/look";

struct Kept {
  reports::BoardLook look;
  std::string board;
};

Result<Kept> read_kept(RequestContext& context) {
  return context.database().as_board(context.token(), [](postgres::BoardTx& tx) -> Result<Kept> {
    return Kept{reports::read_look(tx), reports::board_name(tx)};
  });
}

http::Response look_page(RequestContext& context, const views::TypedLook* typed, int status) {
  const auto kept = read_kept(context);
  if (!kept) return refuse(context, kept.problem());
  const bool saved = status == 200 && context.request().query.get("saved") == "look";
  return framed(context, "pages/board_look",
                views::board_look_page(kept->look, kept->board, typed, saved), place, status);
}

// The logo that was chosen, into `look`; what is wrong with it, in words.
std::string take_logo(Upload& upload, reports::BoardLook& look) {
  if (upload.file_name().empty() && upload.file_bytes() == 0) return "";
  if (upload.file_bytes() > reports::logo_bytes_max) return "Use a picture of 500 KB or less";
  auto bytes = upload.read_whole();
  const auto picture = reports::read_logo(bytes);
  if (!picture || !reports::is_named_as(upload.file_name(), *picture)) {
    return "Choose a PNG or JPEG picture of at most 4,000 dots to an edge. What is in this file is "
           "not that, or not what its name says";
  }
  look.logo = std::move(bytes);
  look.logo_type = picture->media_type;
  return "";
}

}  // namespace

http::Response show_board_look(RequestContext& context) { return look_page(context, nullptr, 200); }

http::Response show_board_logo(RequestContext& context) {
  const auto kept = read_kept(context);
  if (!kept) return refuse(context, kept.problem());
  if (kept->look.logo.empty()) return not_found(context);
  auto response = http::Response::text(kept->look.logo);
  response.headers.set("Content-Type", kept->look.logo_type);
  return response;
}

http::Response keep_board_look(RequestContext& context) {
  views::TypedLook typed;
  typed.name = context.field("name");
  typed.colour = context.field("colour");
  typed.version = context.field("version");
  typed.remove = context.field("remove") == "yes";
  reports::BoardLook chosen;
  auto& upload = upload_of(context);
  const auto wrong = take_logo(upload, chosen);
  typed.chose_file = !upload.file_name().empty();
  if (!wrong.empty()) typed.errors.push_back({"logo", wrong});
  const auto kept =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Done> {
        auto look = reports::read_look(tx);
        look.name = typed.name;
        look.colour = typed.colour;
        look.version = number_from(typed.version);
        if (typed.remove) look.logo = look.logo_type = "";
        if (!chosen.logo.empty()) {
          look.logo = chosen.logo;
          look.logo_type = chosen.logo_type;
        }
        auto done = reports::keep_look(tx, look, context.now());
        // Nothing is kept beside a logo that cannot be taken.
        if (done && !wrong.empty()) {
          return Problem{ProblemCode::invalid, "validation", "Put right what is marked.", {}};
        }
        return done;
      });
  if (kept) return http::Response::see_other(with_note(look_place, "look"));
  const auto& problem = kept.problem();
  if (problem.code != ProblemCode::invalid && problem.code != ProblemCode::conflict) {
    return refuse(context, problem);
  }
  for (const auto& field : problem.fields)
    typed.errors.push_back({field.field, field.message});
  if (problem.fields.empty() && problem.code == ProblemCode::conflict) {
    typed.errors.push_back({"main", problem.detail});
    typed.overtaken = true;
  }
  return look_page(context, &typed, problem.code == ProblemCode::invalid ? 422 : 409);
}

}  // namespace onereturn::gateway::pages
