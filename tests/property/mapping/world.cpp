#include "property/mapping/world.hpp"

#include "domain/mapping/copy_format.hpp"
#include "domain/mapping/render_copy.hpp"

namespace onereturn::mapping::test {

namespace fw = frameworks;

namespace {

std::string requirement_code(std::size_t i) { return "R" + std::to_string(i); }
std::string facet_code(std::size_t i, std::size_t k) {
  return requirement_code(i) + "f" + std::to_string(k);
}

void add_requirement(World& world, fw::ItemMapping& mapped, const oracle::Requirement& stated,
                     std::size_t i) {
  fw::Requirement requirement;
  requirement.code = requirement_code(i);
  requirement.name = requirement.code;
  Answer answer;
  answer.level = stated.level;
  answer.not_applicable = stated.not_applicable;
  if (stated.not_applicable) answer.not_applicable_reason = "does not apply";
  for (std::size_t k = 0; k < stated.parts.size(); ++k) {
    const std::string facet = facet_code(i, k);
    requirement.facets.push_back(facet);
    world.framework.facets.push_back({facet, requirement.code, facet});
    const oracle::Part& part = stated.parts[k];
    if (part.stated) answer.parts[facet] = {part.low, part.high};
    if (part.asked) mapped.facets.insert(facet);
  }
  world.framework.requirements.push_back(std::move(requirement));
  world.common.answers[requirement_code(i)] = std::move(answer);
}

fw::Scale scale_of(const std::vector<oracle::Point>& points) {
  fw::Scale scale;
  scale.code = "scale";
  for (const oracle::Point& stated : points) {
    fw::ScalePoint point;
    point.code = stated.code;
    point.label = stated.code;
    point.levels = {stated.low, stated.high};
    scale.points.push_back(std::move(point));
  }
  return scale;
}

}  // namespace

World world_of(const oracle::Item& item, const std::vector<oracle::Point>& scale,
               oracle::NotApplicable rule) {
  World world;
  fw::ItemMapping mapped;
  mapped.item = "1";
  mapped.status = fw::MappingStatus::live;
  for (std::size_t i = 0; i < item.requirements.size(); ++i) {
    add_requirement(world, mapped, item.requirements[i], i);
  }
  if (item.residual) {
    mapped.residual = fw::Residual{"And what else?", "", {}};
    ResidualAnswer answer;
    answer.text = "this";
    answer.level = item.residual->level;
    answer.not_applicable = item.residual->not_applicable;
    world.side.residuals["1"] = answer;
  }
  fw::Box box;
  box.box_no = "1.rating";
  box.label = "Rating";
  box.content = fw::BoxContent::rating;
  fw::Item printed;
  printed.code = "1";
  printed.boxes.push_back(box);
  fw::Section section;
  section.code = "A";
  section.items.push_back(printed);
  world.form.sections.push_back(section);
  world.form.scale = scale_of(scale);
  world.form.not_applicable.allowed = rule != oracle::NotApplicable::unknown_here;
  world.form.not_applicable.by = rule == oracle::NotApplicable::by_board
                                     ? fw::NotApplicableBy::board
                                     : fw::NotApplicableBy::agency;
  world.mapping.items["1"] = mapped;
  return world;
}

Engagement World::engagement() const {
  BoardIdentity board;
  board.code = "board";
  board.area = "Here";
  return {board, &form, &mapping, Way::canonical};
}

RenderedBox World::rating() const {
  const fw::FrameworkIndex index(framework);
  return render_copy(engagement(), index, common, side).boxes.at(0);
}

std::string state_of(const RenderedBox& box) { return to_word(box.state); }

std::string in_words(const oracle::Item& item) {
  std::string text;
  for (const oracle::Requirement& requirement : item.requirements) {
    text += "[";
    if (requirement.not_applicable) text += "n/a ";
    text += requirement.level ? "level " + std::to_string(*requirement.level) : "no level";
    for (const oracle::Part& part : requirement.parts) {
      text += part.asked ? " asked" : " other";
      if (part.stated) text += " " + std::to_string(part.low) + "-" + std::to_string(part.high);
    }
    text += "] ";
  }
  if (item.residual) {
    text += item.residual->not_applicable ? "own n/a"
            : item.residual->level        ? "own level " + std::to_string(*item.residual->level)
                                          : "own unanswered";
  }
  return text;
}

}  // namespace onereturn::mapping::test
