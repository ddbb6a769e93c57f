#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evaluation/work_store.hpp"
#include "domain/fan_out/acknowledge_return.hpp"
#include "domain/fan_out/list_received_returns.hpp"
#include "domain/fan_out/read_receipt.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "domain/fan_out/supplement_store.hpp"
#include "domain/identity/export_right.hpp"
#include "domain/reviews/draw_sample.hpp"
#include "domain/reviews/invite_to_review.hpp"
#include "gateway/pages/fan_out/fan_out_pages.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/receipt_picture.hpp"
#include "gateway/pages/version_asked.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/closer_look.hpp"
#include "gateway/views/received.hpp"
#include "gateway/views/received_list.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

std::optional<ReturnId> return_in_path(const RequestContext& context) {
  return ReturnId::parse(context.path("return"));
}

Result<fan_out::Receipt> receipt_in_path(RequestContext& context) {
  const auto id = return_in_path(context);
  if (!id) return Problem{ProblemCode::not_found, "not-found", "", {}};
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) { return fan_out::read_receipt(tx, *id); });
}

void note_state(views::EvaluationNote& note, const evaluation::Standing& standing) {
  using evaluation::State;
  note.tone = "act";
  note.icon = "draft";
  switch (standing.state) {
    case State::second_look:
      note.words = "With a second person";
      note.second_look = true;
      break;
    case State::agreed:
      note.words = "Agreed, not released";
      break;
    case State::returned:
      note.tone = "amber";
      note.icon = "at-risk";
      note.words = "Back for changes";
      break;
    case State::finished:
      note.tone = "green";
      note.icon = "done";
      note.words = "Released";
      note.released = true;
      break;
    case State::open:
    case State::withdrawn:
      note.words = "Being evaluated, " + std::to_string(standing.said) + " done";
  }
}

// An evaluation of a version that is not the newest any more says nothing of what waits.
views::EvaluationNotes notes_of(postgres::BoardTx& tx,
                                const std::vector<fan_out::ReceivedReturn>& returns) {
  views::EvaluationNotes notes;
  std::map<ReturnId, int> newest;
  for (const auto& one : returns) {
    if (one.id) newest[*one.id] = one.version_no;
  }
  for (const auto& standing : evaluation::standings(tx)) {
    if (newest[standing.id] == standing.version_no) note_state(notes[standing.id], standing);
  }
  for (const auto& task : evaluation::open_tasks(tx, std::nullopt)) {
    auto& note = notes[task.of_return];
    const bool whole = task.section.empty();
    if (whole || note.with.empty()) {
      note.with = whole ? task.person_name : task.person_name + ", in part";
      note.gone = !task.here;
    }
  }
  return notes;
}

}  // namespace

namespace {

Result<views::ReceivedList> read_list(postgres::BoardTx& tx) {
  auto returns = fan_out::list_received_returns(tx);
  if (!returns) return returns.problem();
  auto notes = notes_of(tx, *returns);
  return views::ReceivedList{std::move(*returns), std::move(notes), identity::may_export(tx)};
}

}  // namespace

http::Response show_returns(RequestContext& context) {
  const auto today = day_in_england(context.now());
  const auto list = context.database().as_board(context.token(), read_list);
  if (!list) return refuse(context, list.problem());
  const auto shape = views::received_shape(*list, today);
  return framed(
      context, "pages/board_returns",
      views::returns_page(*list, views::list_asked(context.request().query, shape), today),
      "/returns");
}

http::Response export_returns(RequestContext& context) {
  using Rows = std::vector<std::vector<std::string>>;
  const auto today = day_in_england(context.now());
  const auto rows =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Rows> {
        if (const auto refused = identity::refuse_export(tx)) return *refused;
        const auto list = read_list(tx);
        if (!list) return list.problem();
        const auto asked =
            views::list_asked(context.request().query, views::received_shape(*list, today));
        auto found = views::received_rows(*list, asked, today);
        identity::note_export(tx, {"returns.exported", "returns", ""}, found.size());
        return found;
      });
  if (!rows) return refuse(context, rows.problem());
  return views::csv_file("returns", views::received_headings(), *rows);
}

http::Response show_return(RequestContext& context) {
  const auto id = return_in_path(context);
  if (!id) return not_found(context);
  auto closer = html::Data();
  bool several = false;
  const auto copy = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    closer =
        views::closer_look(reviews::notes_of_samples(tx, *id), reviews::notes_on_return(tx, *id));
    several = fan_out::versions_of(tx, *id).size() > 1;
    return fan_out::open_received_return(tx, *id, context.now(), version_asked(context));
  });
  if (!copy) return refuse(context, copy.problem());
  auto input = views::delivered_sheet(*copy);
  input.open_box = context.request().query.get("box");
  auto page = views::return_page(*copy, std::move(input), saved_note(context));
  const auto& role = context.session().role;
  const bool manages = role == "manager";
  page.set("closer", std::move(closer));
  // A version that was declined leaves no trace on the one that stands.
  if (several) page.set("supplement_href", "/returns/" + id->text() + "/supplement");
  page.set("plan_href", manages || role == "assistant"
                            ? html::Data("/returns/" + id->text() + "/plan")
                            : html::Data())
      .set("peer_href",
           manages ? html::Data("/peer-reviews/invite?return=" + id->text()) : html::Data());
  return framed(context, "pages/board_return", std::move(page), "/returns");
}

http::Response acknowledge(RequestContext& context) {
  const auto id = return_in_path(context);
  if (!id) return not_found(context);
  const auto receipt = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return fan_out::acknowledge_return(tx, *id, context.now());
  });
  if (!receipt) return refuse(context, receipt.problem());
  return http::Response::see_other("/returns/" + id->text() + "?saved=acknowledged");
}

http::Response show_board_receipt(RequestContext& context) {
  const auto receipt = receipt_in_path(context);
  if (!receipt) return refuse(context, receipt.problem());
  const auto base = "/returns/" + receipt->id.text();
  auto page =
      views::receipt_page(*receipt, context.origin(), base + "/receipt.svg", base, "The return");
  page.set("papers", base + "/papers");
  return framed(context, "pages/receipt", std::move(page), "/returns");
}

http::Response show_board_receipt_code(RequestContext& context) {
  const auto receipt = receipt_in_path(context);
  if (!receipt) return refuse(context, receipt.problem());
  return receipt_picture(context, *receipt);
}

}  // namespace onereturn::gateway::pages
