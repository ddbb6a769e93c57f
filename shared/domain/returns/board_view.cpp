#include "domain/returns/board_view.hpp"

#include <algorithm>

#include "domain/frameworks/template_rules.hpp"
#include "domain/mapping/rating.hpp"
#include "domain/mapping/render_copy.hpp"
#include "domain/returns/asked.hpp"
#include "domain/returns/drafts.hpp"
#include "domain/returns/promised.hpp"

namespace onereturn::returns {

namespace {

using frameworks::Box;
using frameworks::BoxContent;
using frameworks::Item;
using frameworks::Section;

int version_of(const std::map<std::string, int>& versions, const std::string& key) {
  const auto found = versions.find(key);
  return found == versions.end() ? 0 : found->second;
}

bool is_said(const mapping::DirectBox& direct) {
  return direct.not_applicable || !direct.text.empty() || !direct.point.empty();
}

std::optional<Date> last_time(const mapping::Confirmation& confirmed) {
  return confirmed.carried ? confirmed.on : std::nullopt;
}

bool is_whole(const Extra& extra) {
  if (extra.draft) return false;
  return extra.not_applicable ||
         (!extra.text.empty() && (!extra.level_needed || extra.level.has_value()));
}

// Whether the agency gives a rating over this item, in its own boxes or in its section's.
bool is_rated(const Section& section, const Item& item) {
  const auto rated = [](const Box& box) { return frameworks::is_agency_rated(box); };
  return std::any_of(section.boxes.begin(), section.boxes.end(), rated) ||
         std::any_of(item.boxes.begin(), item.boxes.end(), rated);
}

Extra local_extra(const Engaged& board, const frameworks::Requirement& requirement) {
  Extra extra;
  const bool whole = requirement.local == frameworks::LocalKind::whole;
  extra.kind = whole ? ExtraKind::whole : ExtraKind::local_part;
  extra.key = requirement.code;
  extra.place = requirement.name;
  extra.asked = requirement.statement;
  extra.question =
      requirement.local_question.empty() ? requirement.question : requirement.local_question;
  extra.level_needed = whole && board.rated_requirements.contains(requirement.code);
  extra.version = version_of(board.answer_versions, requirement.code);
  if (whole) {
    const auto found = kept(board, &mapping::BoardSide::whole, requirement.code);
    if (found.written == nullptr) return extra;
    const auto& answer = *found.written;
    extra.text = answer.texts.describes;
    extra.level = answer.level;
    extra.not_applicable = answer.not_applicable;
    extra.not_applicable_reason = answer.not_applicable_reason;
    extra.by = found.written->confirmed.by;
    extra.said_on = last_time(found.written->confirmed);
    extra.draft = found.draft;
    extra.done = is_whole(extra);
    return extra;
  }
  const auto part = kept(board, &mapping::BoardSide::parts, requirement.code);
  if (part.written != nullptr) {
    extra.text = part.written->texts.describes;
    extra.by = part.written->confirmed.by;
    extra.said_on = last_time(part.written->confirmed);
    extra.draft = part.draft;
    extra.done = !part.draft && !part.written->texts.empty();
  }
  return extra;
}

Extra residual_extra(const Engaged& board, const AskedItem& asked) {
  Extra extra;
  extra.kind = ExtraKind::residual;
  extra.key = asked.item->code;
  extra.place = place_of(*asked.section, *asked.item);
  extra.asked = asked.item->wording;
  const auto& residual = asked.mapping->residual;
  ENSURE(residual.has_value(), "only an item with a residual question asks it");
  extra.question = residual->question;
  extra.level_needed = is_rated(*asked.section, *asked.item);
  extra.version = version_of(board.box_versions, box_version_key("residual", asked.item->code));
  if (const auto found = kept(board, &mapping::BoardSide::residuals, asked.item->code);
      found.written != nullptr) {
    const auto& answer = *found.written;
    extra.text = answer.text;
    extra.level = answer.level;
    extra.not_applicable = answer.not_applicable;
    extra.not_applicable_reason = answer.not_applicable_reason;
    extra.by = found.written->confirmed.by;
    extra.said_on = last_time(found.written->confirmed);
    extra.draft = found.draft;
    extra.done = is_whole(extra);
  }
  return extra;
}

Extra unmapped_extra(const Engaged& board, const Section& section, const Item& item,
                     const Box& box) {
  Extra extra;
  extra.kind = ExtraKind::unmapped;
  extra.key = box.box_no;
  extra.place = place_of(section, item);
  extra.asked = item.wording;
  extra.question = box.label;
  const auto& scale = board.form->scale;
  if (box.content == BoxContent::rating && scale) extra.points = scale->points;
  extra.version = version_of(board.box_versions, box_version_key("direct", box.box_no));
  if (const auto found = kept(board, &mapping::BoardSide::direct, box.box_no);
      found.written != nullptr) {
    extra.text = found.written->text;
    extra.point = found.written->point;
    extra.not_applicable = found.written->not_applicable;
    extra.not_applicable_reason = found.written->not_applicable_reason;
    extra.by = found.written->confirmed.by;
    extra.said_on = last_time(found.written->confirmed);
    extra.draft = found.draft;
    extra.done = !found.draft && is_said(*found.written);
  }
  return extra;
}

std::string words_for(const frameworks::Template& form, const mapping::RenderedBox& box) {
  for (const auto& section : form.sections) {
    if (box.item.empty() && section.code == box.section) return section.key_question;
    for (const auto& item : section.items) {
      if (item.code == box.item) return item.wording;
    }
  }
  return {};
}

std::string place_in(const frameworks::Template& form, const mapping::RenderedBox& box) {
  for (const auto& section : form.sections) {
    if (section.code != box.section) continue;
    for (const auto& item : section.items) {
      if (item.code == box.item) return place_of(section, item);
    }
    return place_of(section);
  }
  return box.box_no;
}

Extra choice_extra(const Engaged& board, const mapping::RenderedBox& box) {
  Extra extra;
  extra.kind = ExtraKind::choice;
  extra.key = box.box_no;
  extra.place = place_in(*board.form, box);
  extra.asked = words_for(*board.form, box);
  extra.question = "Your answers allow more than one. Which is it?";
  const auto& scale = board.form->scale;
  ENSURE(scale.has_value(), "a rating box needs its template's scale");
  for (const auto& point : scale->points) {
    if (std::find(box.points.begin(), box.points.end(), point.code) != box.points.end()) {
      extra.points.push_back(point);
    }
  }
  const std::string none = mapping::not_applicable_point;
  if (std::find(box.points.begin(), box.points.end(), none) != box.points.end()) {
    extra.points.push_back(
        {none, mapping::not_applicable_label(*board.form), "", "", "", {}, false});
  }
  extra.version = version_of(board.box_versions, box_version_key("choice", box.box_no));
  extra.point = box.state == mapping::BoxState::chosen ? box.point : "";
  extra.not_applicable = box.state == mapping::BoxState::not_applicable;
  if (extra.not_applicable && !box.chosen_by.empty()) extra.point = none;
  extra.done = box.state == mapping::BoxState::chosen || extra.not_applicable;
  extra.why = box.rule_text;
  return extra;
}

bool is_a_choice(const mapping::RenderedBox& box, const Engaged& board) {
  if (box.content != BoxContent::rating || !board.form->scale || box.overridden) return false;
  if (box.state == mapping::BoxState::choose || box.state == mapping::BoxState::no_point) {
    return true;
  }
  const auto choice = board.side.choices.find(box.box_no);
  return choice != board.side.choices.end() && !box.chosen_by.empty();
}

FormBox form_box(const Engaged& board, const Box& box) {
  FormBox form;
  form.box = &box;
  form.version = version_of(board.box_versions, box_version_key("direct", box.box_no));
  if (const auto found = kept(board, &mapping::BoardSide::direct, box.box_no);
      found.written != nullptr) {
    form.written = *found.written;
    form.draft = found.draft;
    form.done = !found.draft && is_said(*found.written);
  }
  if (const auto found = board.earlier_texts.find(box.box_no);
      found != board.earlier_texts.end() && form.version == 0) {
    form.earlier = &found->second;
  }
  if (const auto found = board.common_texts.find(box.box_no); found != board.common_texts.end()) {
    form.above = &found->second;
  }
  if (const auto found = board.inherited_texts.find(box.box_no);
      found != board.inherited_texts.end()) {
    form.inherited = &found->second;
  }
  return form;
}

bool belongs(const KeptCommitment& kept, const Engaged& board, const Section& section) {
  if (!kept.board || *kept.board != board.board.board) return false;
  return std::any_of(
      kept.words.subjects.begin(), kept.words.subjects.end(), [&](const auto& subject) {
        return subject.item == section.code ||
               std::any_of(section.items.begin(), section.items.end(),
                           [&](const Item& item) { return item.code == subject.item; });
      });
}

bool has_box(const Section& section, const std::string& box_no) {
  const auto in = [&](const std::vector<Box>& boxes) {
    return std::any_of(boxes.begin(), boxes.end(),
                       [&](const Box& box) { return box.box_no == box_no; });
  };
  return in(section.boxes) || std::any_of(section.items.begin(), section.items.end(),
                                          [&](const Item& item) { return in(item.boxes); });
}

void count(FormSection& form, const FormBox& box) {
  if (box.draft) ++form.drafts;
  if (box.box->filled_by == frameworks::FilledBy::board || !box.box->required) return;
  ++form.boxes_in_all;
  if (box.done) ++form.boxes_done;
  if (box.draft) ++form.boxes_drafted;
}

}  // namespace

std::vector<Extra> extras_of(const Workspace& workspace, const Engaged& board) {
  return extras_of(workspace, board, preview_copy(workspace, board));
}

std::vector<Extra> extras_of(const Workspace& workspace, const Engaged& board,
                             const mapping::RenderedCopy& copy) {
  std::vector<Extra> extras;
  if (workspace.way == mapping::Way::own_form) return extras;
  const auto& asked = board.requirements;
  for (const auto kind : {frameworks::LocalKind::whole, frameworks::LocalKind::part}) {
    for (const auto& requirement : workspace.framework->requirements) {
      if (requirement.local == kind && asked.contains(requirement.code)) {
        extras.push_back(local_extra(board, requirement));
      }
    }
  }
  for (const auto& item : board.asked) {
    if (item.mapping->residual) extras.push_back(residual_extra(board, item));
  }
  for (const auto& [section, item] : unmapped_items(workspace, board)) {
    const auto& boxes = item->boxes.empty() ? section->boxes : item->boxes;
    for (const auto& box : boxes) {
      const bool listed = std::any_of(extras.begin(), extras.end(), [&](const Extra& extra) {
        return extra.kind == ExtraKind::unmapped && extra.key == box.box_no;
      });
      if (box.filled_by != frameworks::FilledBy::board && !listed) {
        extras.push_back(unmapped_extra(board, *section, *item, box));
      }
    }
  }
  for (auto& extra : extras) {
    if (const auto view = promise_view(workspace, board, subject_of(extra))) {
      extra.promised = view->given;
    }
  }
  for (const auto& box : copy.boxes) {
    if (is_a_choice(box, board)) extras.push_back(choice_extra(board, box));
  }
  return extras;
}

PromiseSubject subject_of(const Extra& extra) {
  using Kind = PromiseSubject::Kind;
  switch (extra.kind) {
    case ExtraKind::residual:
      return {Kind::item, extra.key};
    case ExtraKind::whole:
    case ExtraKind::local_part:
      return {Kind::requirement, extra.key};
    default:
      return {Kind::box, extra.key};
  }
}

std::vector<FormSection> own_form(const Workspace& workspace, const Engaged& board) {
  std::vector<FormSection> sections;
  for (const auto& section : board.form->sections) {
    FormSection form;
    form.section = &section;
    for (const auto& box : section.boxes) {
      form.boxes.push_back(form_box(board, box));
      count(form, form.boxes.back());
    }
    for (const auto& item : section.items) {
      FormItem each;
      each.item = &item;
      for (const auto& box : item.boxes) {
        each.boxes.push_back(form_box(board, box));
        count(form, each.boxes.back());
      }
      form.items.push_back(std::move(each));
    }
    for (const auto& kept : workspace.commitments) {
      if (belongs(kept, board, section)) form.commitments.push_back(&kept);
    }
    for (const auto& kept : workspace.evidence) {
      const bool here = std::any_of(kept.boxes.begin(), kept.boxes.end(), [&](const auto& place) {
        return place.first == board.request && has_box(section, place.second);
      });
      if (here) form.evidence.push_back(&kept);
    }
    sections.push_back(std::move(form));
  }
  return sections;
}

std::vector<EvidencePlace> evidence_places(const frameworks::Section& section) {
  std::vector<EvidencePlace> places;
  const auto add = [&](const std::vector<Box>& boxes, const std::string& name) {
    const auto mine = [](const Box& box) { return box.filled_by != frameworks::FilledBy::board; };
    auto home = std::find_if(boxes.begin(), boxes.end(),
                             [&](const Box& box) { return mine(box) && box.lists_evidence; });
    if (home != boxes.end()) places.push_back({home->box_no, name});
  };
  add(section.boxes, place_of(section));
  for (const auto& item : section.items)
    add(item.boxes, place_of(section, item));
  return places;
}

mapping::RenderedCopy preview_copy(const Workspace& workspace, const Engaged& board) {
  mapping::CommonSide own;
  return mapping::render_copy(workspace.engagement(board), *workspace.index,
                              workspace.common_for(board, own), board.side);
}

}  // namespace onereturn::returns
