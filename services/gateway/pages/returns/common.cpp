#include <algorithm>
#include <charconv>

#include "domain/frameworks/template_rules.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/take_common.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/box_fields.hpp"
#include "gateway/views/common_page.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

// The unit that the address names, or the first whose answers are common to others.
Result<returns::Workspace> common_workspace(RequestContext& context) {
  auto unit = asked_unit(context);
  if (!unit) {
    const auto any = load_workspace(context, std::nullopt, returns::Reach::asked);
    if (!any) return any.problem();
    const auto found = std::find_if(any->units.begin(), any->units.end(),
                                    [](const returns::UnitRef& ref) { return ref.common; });
    if (found != any->units.end()) unit = found->unit;
  }
  auto workspace = load_workspace(context, unit, returns::Reach::common_too);
  if (workspace && !workspace->common_only) {
    return Problem{ProblemCode::not_found, "not-found", "Nothing is common here."};
  }
  return workspace;
}

struct CommonSection {
  const returns::Engaged* board = nullptr;
  const frameworks::Section* section = nullptr;
};

std::optional<CommonSection> section_of(const returns::Workspace& workspace,
                                        const std::string& code) {
  for (const auto& board : workspace.boards) {
    for (const auto& section : board.form->sections) {
      if (section.code == code) return CommonSection{&board, &section};
    }
  }
  return std::nullopt;
}

}  // namespace

http::Response show_common(RequestContext& context) {
  const auto workspace = common_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  return framed(context, "pages/common", views::common_page(*workspace), "/home");
}

http::Response show_common_section(RequestContext& context) {
  const auto workspace = common_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto found = section_of(*workspace, context.path("section"));
  if (!found || workspace->way != mapping::Way::own_form) return not_found(context);
  return framed(context, "pages/common_section",
                views::common_section_page(*workspace, *found->board, *found->section, {},
                                           saved_note(context)),
                "/home");
}

http::Response save_common_section(RequestContext& context) {
  const auto workspace = common_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  const auto code = context.path("section");
  const auto found = section_of(*workspace, code);
  if (!found || workspace->way != mapping::Way::own_form) return not_found(context);
  views::TypedBoxes refused;
  const auto& form = context.request().form;
  for (const auto* box : views::common_boxes(*found->section)) {
    const auto id = views::form_box_id(*box);
    if (!form.has(id)) continue;
    auto typed = views::posted_box(form, id);
    const auto kept = found->board->common_texts.find(box->box_no);
    const bool known = kept != found->board->common_texts.end();
    if (typed.text == (known ? kept->second.text : std::string())) continue;
    const returns::SaveCommonText command{workspace->unit,
                                          found->board->board.board,
                                          found->board->form->ref.code,
                                          box->box_no,
                                          typed.version,
                                          typed.text,
                                          context.now()};
    const auto saved = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
      return returns::save_common_text(tx, command);
    });
    if (saved) continue;
    const auto& problem = saved.problem();
    if (problem.code == ProblemCode::forbidden) return refuse(context, problem);
    typed.error = problem.fields.empty() ? problem.detail : problem.fields.front().message;
    if (problem.key == "stale-version" && known) {
      typed.theirs = kept->second.text;
      typed.version = kept->second.version;
    }
    refused.emplace(id, std::move(typed));
  }
  if (!refused.empty()) {
    return framed(
        context, "pages/common_section",
        views::common_section_page(*workspace, *found->board, *found->section, refused, ""),
        "/home", 422);
  }
  if (context.field("go") == "next") {
    return http::Response::see_other("/common" + views::unit_query(*workspace));
  }
  return http::Response::see_other(with_saved("/common/" + code, *workspace));
}

}  // namespace onereturn::gateway::pages
