#include "gateway/pages/evidence/evidence_place.hpp"

#include <algorithm>

#include "domain/evidence/keep_evidence.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/cycles.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/views/way_back.hpp"

namespace onereturn::gateway::pages {
namespace {

using html::Data;

Problem no_such_place() { return {ProblemCode::not_found, "not-found", "", {}}; }

std::string asked(const RequestContext& context, const char* name) {
  const auto in_form = context.request().form.get(name);
  return in_form.empty() ? context.request().query.get(name) : in_form;
}

Result<std::optional<EvidencePlace>> in_own_form(const returns::Workspace& workspace,
                                                 EvidencePlace place, const std::string& box_no) {
  const auto& board = returns::asking_for(workspace, place.section);
  for (const auto& section : board.form->sections) {
    if (section.code != place.section) continue;
    const auto places = returns::evidence_places(section);
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&](const auto& each) { return each.box_no == box_no; });
    if (found == places.end()) break;
    place.box =
        evidence::FormPlace{workspace.unit, board.request, board.board.board, found->box_no};
    place.back = views::way_back(workspace, &board, "form/" + section.code).href;
    place.name = found->place;
    return std::optional(std::move(place));
  }
  return no_such_place();
}

}  // namespace

Result<std::optional<EvidencePlace>> evidence_place(RequestContext& context) {
  EvidencePlace place;
  place.requirement = asked(context, "for");
  place.section = asked(context, "form");
  if (place.requirement.empty() && place.section.empty()) return std::optional<EvidencePlace>{};
  auto unit = UnitId::parse(asked(context, "unit"));
  const auto workspace = load_workspace(context, unit, returns::Reach::asked);
  if (!workspace) return workspace.problem();
  place.unit = workspace->unit;
  if (workspace->way == mapping::Way::own_form) {
    return in_own_form(*workspace, std::move(place), asked(context, "box"));
  }
  const auto* requirement = workspace->requirement(place.requirement);
  if (requirement == nullptr) return no_such_place();
  place.back = views::way_back(*workspace, nullptr, "questions/" + place.requirement).href;
  place.name = requirement->name;
  return std::optional(std::move(place));
}

Result<Done> cite_there(postgres::AgencyTx& tx, const EvidenceId& piece,
                        const EvidencePlace& place) {
  return place.box ? evidence::cite_in_form(tx, piece, *place.box)
                   : evidence::cite_evidence(tx, piece, place.unit, place.requirement);
}

void show_place(Data& page, const std::optional<EvidencePlace>& place) {
  page.set("back", place ? place->back : std::string{"/evidence"})
      .set("back_words", place ? place->name : std::string{"Evidence"})
      .set("cited", place ? Data("It will back your answer on " + place->name + ".") : Data());
  auto fields = Data::list();
  const auto carry = [&](const char* name, const std::string& value) {
    if (!value.empty()) fields.push(Data::object().set("name", name).set("value", value));
  };
  if (place) {
    carry("for", place->requirement);
    carry("form", place->section);
    carry("box", place->box ? place->box->box_no : std::string{});
    carry("unit", place->unit.text());
  }
  page.set("places", std::move(fields));
}

}  // namespace onereturn::gateway::pages
