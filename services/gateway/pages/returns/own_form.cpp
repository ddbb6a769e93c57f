#include "gateway/views/own_form.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/identity/roles.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/cycles.hpp"
#include "domain/returns/save_box.hpp"
#include "domain/returns/take_common.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/questions/asked_beside.hpp"
#include "gateway/pages/returns/drafts.hpp"
#include "gateway/pages/returns/form_evidence.hpp"
#include "gateway/pages/returns/question_rest.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/pages/returns/shared_work.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/promise_page.hpp"
#include "platform/http/urlencoded.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

const returns::FormSection* section_in(const std::vector<returns::FormSection>& sections,
                                       const std::string& code) {
  for (const auto& section : sections) {
    if (section.section->code == code) return &section;
  }
  return nullptr;
}

std::vector<const returns::FormBox*> boxes_of(const returns::FormSection& section) {
  std::vector<const returns::FormBox*> boxes;
  for (const auto& box : section.boxes)
    boxes.push_back(&box);
  for (const auto& item : section.items) {
    for (const auto& box : item.boxes)
      boxes.push_back(&box);
  }
  return boxes;
}

std::vector<views::TypedCommitment> kept_commitments(const returns::FormSection& section) {
  std::vector<views::TypedCommitment> rows;
  for (const auto* kept : section.commitments)
    rows.push_back(views::typed(*kept));
  return rows;
}

// What an action of this standard belongs to: those of its items that are ticked where there are
// several, its one item, or the standard itself.
AboutWhat about_of(const returns::Engaged& board, const returns::FormSection& section) {
  const auto item =
      section.items.empty() ? section.section->code : section.items.front().item->code;
  return {{"", board.request, item}, views::items_to_act_on(*section.section)};
}

bool takes_common(const returns::FormBox& box, const views::TypedBox& typed) {
  return box.above != nullptr && typed.from == "common";
}

// Whether the form says what is kept: the same words of the unit's own, or the same after the
// common text.
bool says_the_same(const returns::FormBox& box, const views::TypedBox& typed) {
  if (takes_common(box, typed)) {
    return box.inherited != nullptr && box.inherited->here == typed.text;
  }
  return box.inherited == nullptr && tidy_paragraph(typed.text) == box.written.text &&
         typed.point == box.written.point &&
         tidy_paragraph(typed.reason) == box.written.not_applicable_reason;
}

// What says the same is saved again only to stand by it: a draft, or a common text that changed.
bool is_to_save(const returns::FormBox& box, const views::TypedBox& typed, Wish wish) {
  if (!says_the_same(box, typed)) return true;
  if (wish != Wish::confirm) return false;
  const bool changed = takes_common(box, typed) && box.inherited->changed;
  return box.draft || changed;
}

Result<returns::SavedBox> take_common(RequestContext& context, const returns::Engaged& board,
                                      const returns::FormBox& box, const views::TypedBox& typed,
                                      Date today) {
  returns::TakeCommonText command;
  command.request = board.request;
  command.box_no = box.box->box_no;
  command.base_version = typed.version;
  command.common_version = typed.common_version;
  command.here = typed.text;
  command.confirm = wish_of(context) == Wish::confirm;
  command.at = context.now();
  return context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::take_common_text(tx, command, today);
  });
}

Result<returns::SavedBox> save_own(RequestContext& context, const returns::Engaged& board,
                                   const returns::FormBox& box, const views::TypedBox& typed,
                                   Date today) {
  returns::SaveBox command;
  command.at = context.now();
  command.confirm = wish_of(context) == Wish::confirm;
  command.request = board.request;
  command.kind = returns::BoxKind::direct;
  command.key = box.box->box_no;
  command.base_version = typed.version;
  command.text = typed.text;
  command.point = typed.point;
  command.not_applicable = !typed.reason.empty();
  command.reason = typed.reason;
  if (command.not_applicable) command.point.clear();
  return context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return returns::save_box(tx, command, today);
  });
}

// Saves what was changed; one box that must be put right does not hold back the others.
Result<SavedFields> save_boxes(RequestContext& context, const returns::Engaged& board,
                               const returns::FormSection& section, Date today) {
  SavedFields result;
  const auto& form = context.request().form;
  const auto wish = wish_of(context);
  for (const auto* box : boxes_of(section)) {
    const auto id = views::form_box_id(*box->box);
    if (!form.has(id + "_version")) continue;
    auto typed = views::posted_box(form, id);
    if (!is_to_save(*box, typed, wish)) continue;
    if (says_the_same(*box, typed)) typed.version = box->version;
    const auto saved = takes_common(*box, typed) ? take_common(context, board, *box, typed, today)
                                                 : save_own(context, board, *box, typed, today);
    if (saved) {
      result.note(id, *saved);
      continue;
    }
    if (saved.problem().code == ProblemCode::forbidden) return saved.problem();
    result.refuse(id, std::move(typed), saved.problem(), box->written.text,
                  box->written.confirmed.by, box->version);
  }
  return result;
}

std::string next_section(const std::vector<returns::FormSection>& sections,
                         const std::string& code) {
  for (std::size_t at = 0; at + 1 < sections.size(); ++at) {
    if (sections[at].section->code == code) return "/form/" + sections[at + 1].section->code;
  }
  return "/home";
}

http::Response section_page(RequestContext& context, const returns::Workspace& workspace,
                            const views::TypedSection& typed, html::Data beside_it, int status,
                            html::Data said = {}) {
  const auto code = context.path("section");
  const auto& role = context.session().role;
  const views::May may{identity::may_write(role), identity::may_choose(role)};
  auto page = views::own_form_section_page(workspace, returns::asking_for(workspace, code), code,
                                           typed, status == 200 ? saved_note(context) : "", may);
  page.set("beside", std::move(beside_it));
  page.set("asked_of_boards", std::move(said));
  return framed(context, "pages/own_form_section", std::move(page), "/home", status);
}

// Actions and evidence, together or not at all; what must be put right is noted in `typed`.
Result<Done> save_rest_of(RequestContext& context, const returns::Workspace& workspace,
                          const returns::FormSection& section, views::TypedSection& typed) {
  const auto& board = returns::asking_for(workspace, section.section->code);
  const auto& form = context.request().form;
  bool wrong = false;
  const auto saved =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Done> {
        const auto actions =
            save_commitments(tx, workspace, about_of(board, section), section.commitments,
                             typed.commitments, context.field("go"));
        if (!actions) return actions.problem();
        const auto evidence =
            save_form_evidence(tx, form, workspace, board, section, context.now());
        if (!evidence) return evidence.problem();
        typed.evidence_errors = *evidence;
        wrong = !actions->empty() || !evidence->empty();
        if (wrong) return Problem{ProblemCode::invalid, "validation", "", {}};
        return Done{};
      });
  if (!saved && !wrong) return saved.problem();
  return Done{};
}

bool anything_wrong(const views::TypedSection& typed) {
  return !typed.boxes.empty() || !typed.evidence_errors.empty() ||
         std::any_of(typed.commitments.begin(), typed.commitments.end(),
                     [](const auto& row) { return !row.error.empty(); });
}

// Where the pressed button leads: on, to what is asked in between, or back here.
std::string next_address(const RequestContext& context, const returns::Workspace& workspace,
                         const std::vector<returns::FormSection>& sections,
                         const returns::FormSection& section) {
  const auto go = context.field("go");
  const auto& code = section.section->code;
  if (go == "next") return next_section(sections, code) + views::unit_query(workspace);
  if (auto removal = removal_address(workspace, go, "form/" + code); !removal.empty()) {
    return removal;
  }
  if (const auto box = views::pressed(go, "evidence:"); !box.empty()) {
    return "/evidence/add?form=" + http::percent_encode(code) +
           "&box=" + http::percent_encode(box) + "&unit=" + workspace.unit.text();
  }
  const auto wanted = views::pressed(go, "later:");
  for (const auto* box : boxes_of(section)) {
    if (views::form_box_id(*box->box) != wanted) continue;
    return views::promise_href(workspace, returns::asking_for(workspace, code),
                               {returns::PromiseSubject::Kind::box, box->box->box_no},
                               "form/" + code);
  }
  return with_saved("/form/" + code, workspace);
}

}  // namespace

http::Response show_form_section(RequestContext& context) {
  const auto& code = context.path("section");
  const returns::Place place{"section", code};
  BesidePlace seen;
  AskedBeside said;
  const auto workspace = load_workspace(
      context, asked_unit(context), returns::Reach::asked, [&](auto& tx, const auto& of) {
        if (of.way != mapping::Way::own_form) return;
        said = look_at_asked(tx);
        const auto& board = returns::asking_for(of, code);
        if (section_in(returns::own_form(of, board), code) == nullptr) return;
        seen = look_beside(context, tx, of, place, std::nullopt);
      });
  if (!workspace) return refuse(context, workspace.problem());
  if (workspace->way != mapping::Way::own_form) return not_found(context);
  const auto sections = returns::own_form(*workspace, returns::asking_for(*workspace, code));
  const auto* section = section_in(sections, code);
  if (section == nullptr) return not_found(context);
  return section_page(
      context, *workspace, {{}, kept_commitments(*section), {}, {}},
      beside(seen, *workspace, place), 200,
      asked_beside(said, places_of(returns::asking_for(*workspace, code), *section->section),
                   ask_address(*workspace, code)));
}

http::Response save_form_section(RequestContext& context) {
  auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  if (workspace->way != mapping::Way::own_form) return not_found(context);
  const auto code = context.path("section");
  auto sections = returns::own_form(*workspace, returns::asking_for(*workspace, code));
  const auto* section = section_in(sections, code);
  if (section == nullptr) return not_found(context);
  auto saved =
      save_boxes(context, returns::asking_for(*workspace, code), *section, workspace->today);
  if (!saved) return refuse(context, saved.problem());
  if (wish_of(context) == Wish::autosave) return autosaved_fields(*saved);
  if (saved->overtaken) {
    // Against what stands by now: the same words, sent twice, are no two writers.
    workspace = load_workspace(context);
    if (!workspace) return refuse(context, workspace.problem());
    sections = returns::own_form(*workspace, returns::asking_for(*workspace, code));
    section = section_in(sections, code);
    if (section == nullptr) return not_found(context);
    saved = save_boxes(context, returns::asking_for(*workspace, code), *section, workspace->today);
    if (!saved) return refuse(context, saved.problem());
  }
  const auto& form = context.request().form;
  views::TypedSection typed{
      std::move(saved->refused), views::typed_commitments(form), views::typed_evidence(form), {}};
  const auto rest = save_rest_of(context, *workspace, *section, typed);
  if (!rest) return refuse(context, rest.problem());
  if (anything_wrong(typed)) {
    const auto fresh = load_workspace(context);
    if (!fresh) return refuse(context, fresh.problem());
    return section_page(context, *fresh, typed,
                        beside(context, *fresh, {"section", code}, std::nullopt), 422);
  }
  return http::Response::see_other(next_address(context, *workspace, sections, *section));
}

}  // namespace onereturn::gateway::pages
