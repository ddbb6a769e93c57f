#include "gateway/pages/tenancy/merging_pages.hpp"

#include "base/fault.hpp"
#include "domain/tenancy/merge_rooms.hpp"
#include "domain/tenancy/merging_rules.hpp"
#include "gateway/pages/identity/signing_in.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/merging_page.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using html::Data;
using views::PageError;
using views::TypedCode;

constexpr const char* place = "/merge";
constexpr const char* no_such_code =
    "This code leads to no room. Codes are good once, for seven days: check it with whoever gave "
    "it "
    "to you, or ask for a new one";

std::string done_words(const RequestContext& context) {
  const auto done = context.request().query.get("done");
  if (done == "proposed") return "Both leads see this page now. Nothing is merged yet.";
  if (done == "agreed") return "You have agreed. It happens when the other lead agrees too.";
  if (done == "withdrawn") return "The merge is withdrawn. Both rooms are as they were.";
  if (done == "ended") return "The code no longer works.";
  if (done == "merged") return "The two rooms are one.";
  if (done == "busy") {
    return "Somebody was writing at that very moment, so nothing was merged. Press again.";
  }
  return {};
}

Result<tenancy::Merging> merging_of(RequestContext& context) {
  return context.database().as_agency(
      context.token(), [](postgres::AgencyTx& tx) { return tenancy::read_merging(tx); });
}

http::Response page(RequestContext& context, const TypedCode& typed,
                    const std::vector<PageError>& errors, int status, std::string note = {}) {
  const auto merging = merging_of(context);
  if (!merging) return refuse(context, merging.problem());
  const auto workspace = load_workspace(context);
  const auto name_of = [&](const std::string& code) {
    const auto* requirement = workspace ? workspace->requirement(code) : nullptr;
    return requirement == nullptr ? "Question " + code : requirement->name;
  };
  auto data = views::merging_page(*merging, context.session().party_name, typed, errors, name_of);
  data.set("note", Data::text_or_no(note.empty() ? done_words(context) : std::move(note)));
  return framed(context, "pages/merge", std::move(data), {}, status);
}

// A merge that the other lead has withdrawn, one of two other rooms, and one that never was.
http::Response not_here(RequestContext& context) {
  return page(context, {}, {}, 404, "There is no such merge, or it was withdrawn.");
}

http::Response back(const char* done) {
  return http::Response::see_other(std::string(place) + "?done=" + done);
}

// Files are kept by their agency. Inside the transaction: a file that cannot be given stops the
// merge, and one that was given for nothing is a second name of the same bytes.
void take_files(storage::Store* store, const tenancy::Agreement& agreement) {
  if (store == nullptr) return;
  for (const auto& file : agreement.files) {
    store->share(agreement.goes, agreement.stays, file.sha256);
    if (file.clean) store->release(agreement.stays, file.sha256);
    FAULT("merge.file_shared");
  }
}

}  // namespace

http::Response show_merging(RequestContext& context) { return page(context, {}, {}, 200); }

http::Response make_merge_code(RequestContext& context) {
  const auto code = tenancy::merge_code_of(crypto::random_bytes(tenancy::merge_code_bytes));
  const auto until = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return tenancy::offer_merge(tx, crypto::sha256(code));
  });
  if (!until) return refuse(context, until.problem());
  return framed(context, "pages/merge_code",
                Data::object()
                    .set("title", "The code of this room")
                    .set("room", context.session().party_name)
                    .set("code", code)
                    .set("until", to_words_with_time(*until)));
}

http::Response end_merge_code(RequestContext& context) {
  const auto ended = context.database().as_agency(
      context.token(), [](postgres::AgencyTx& tx) { return tenancy::stop_offering_merge(tx); });
  return ended ? back("ended") : refuse(context, ended.problem());
}

http::Response propose_merge(RequestContext& context) {
  const TypedCode typed{context.field("code"), context.field("stays") != "other"};
  if (typed.code.empty()) {
    return page(context, typed, {{"code", "Enter the code of the other room"}}, 422);
  }
  // What cannot be a code is looked up all the same, so that it costs what a wrong one costs.
  const auto code = tenancy::tidy_merge_code(typed.code).value_or(typed.code);
  const auto proposed = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return tenancy::propose_merge(tx, {crypto::sha256(code), typed.this_stays});
  });
  if (!proposed) {
    return proposed.problem().key == "merge-open" ? back("") : refuse(context, proposed.problem());
  }
  if (!*proposed) return page(context, typed, {{"code", no_such_code}}, 422);
  return back("proposed");
}

http::Response agree_to_merge(RequestContext& context) {
  const auto id = tenancy::MergeId::parse(context.path("merge"));
  if (!id) return not_found(context);
  const auto agreed = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) -> Result<tenancy::Agreement> {
        auto agreement = tenancy::agree_to_merge(tx, *id, context.now());
        if (agreement) take_files(context.services().evidence.get(), *agreement);
        FAULT("merge.committing");
        return agreement;
      });
  if (!agreed) {
    const auto& problem = agreed.problem();
    if (problem.key == "room-busy") return back("busy");
    return problem.code == ProblemCode::not_found ? not_here(context) : refuse(context, problem);
  }
  if (agreed->outcome == tenancy::Agreed::waiting) return back("agreed");
  if (agreed->outcome == tenancy::Agreed::merged &&
      agreed->goes.text() == context.session().party.text()) {
    context.services().sessions.forget(context.session().token_hash);
    auto response = http::Response::see_other("/merged");
    context.end_session(response);
    return response;
  }
  return back("merged");
}

http::Response withdraw_merge(RequestContext& context) {
  const auto id = tenancy::MergeId::parse(context.path("merge"));
  if (!id) return not_found(context);
  const auto done = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) { return tenancy::withdraw_merge(tx, *id); });
  if (done) return back("withdrawn");
  const auto& problem = done.problem();
  return problem.code == ProblemCode::not_found ? not_here(context) : refuse(context, problem);
}

http::Response show_merged(RequestContext& context) {
  views::PlainForm form;
  form.title = "The two rooms are one";
  form.lede = "The room that you were in is closed. Everything in it is in the other room now.";
  form.paragraphs = {
      "Sign in as you always do: you come into the room that stays, with the same "
      "rights that you had."};
  form.links = {{"/sign-in", "Sign in"}};
  return ask(context, form);
}

std::vector<Route> merging_page_routes() {
  using http::Verb;
  return {{Verb::get, "/merge", agency({"lead"}), show_merging},
          {Verb::post, "/merge/code", agency({"lead"}), make_merge_code},
          {Verb::post, "/merge/code/end", agency({"lead"}), end_merge_code},
          {Verb::post, "/merge/propose", agency({"lead"}), propose_merge},
          {Verb::post, "/merge/{merge}/agree", agency({"lead"}), agree_to_merge},
          {Verb::post, "/merge/{merge}/withdraw", agency({"lead"}), withdraw_merge},
          {Verb::get, "/merged", anyone(), show_merged}};
}

}  // namespace onereturn::gateway::pages
