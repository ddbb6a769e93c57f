#include "domain/frameworks/template_rules.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace onereturn::frameworks {

const Item* find_item(const Template& form, std::string_view code) {
  for (const Section& section : form.sections) {
    for (const Item& item : section.items) {
      if (item.code == code) return &item;
    }
  }
  return nullptr;
}

const Section* section_of_item(const Template& form, std::string_view code) {
  for (const Section& section : form.sections) {
    for (const Item& item : section.items) {
      if (item.code == code) return &section;
    }
  }
  return nullptr;
}

const ScalePoint* find_point(const Template& form, std::string_view code) {
  if (!form.scale) return nullptr;
  for (const ScalePoint& point : form.scale->points) {
    if (point.code == code) return &point;
  }
  return nullptr;
}

bool is_agency_rated(const Box& box) {
  return box.content == BoxContent::rating && box.filled_by != FilledBy::board;
}

bool is_agency_rated(const Template& form) {
  const auto rated = [](const Box& box) { return is_agency_rated(box); };
  return std::any_of(form.sections.begin(), form.sections.end(), [&](const Section& section) {
    return std::any_of(section.boxes.begin(), section.boxes.end(), rated) ||
           std::any_of(section.items.begin(), section.items.end(), [&](const Item& item) {
             return std::any_of(item.boxes.begin(), item.boxes.end(), rated);
           });
  });
}

bool holds_words(const Box& box) {
  switch (box.content) {
    case BoxContent::describes:
    case BoxContent::knows:
    case BoxContent::describes_then_knows:
    case BoxContent::evidence:
    case BoxContent::text:
      return true;
    case BoxContent::improvement:
    case BoxContent::rating:
    case BoxContent::detail:
      return false;
  }
  return false;
}

const NotApplicableRule& not_applicable_rule(const Template& form, const Item& item) {
  return item.not_applicable ? *item.not_applicable : form.not_applicable;
}

std::vector<int> uncovered_levels(const Scale& scale) {
  std::vector<int> result;
  for (int level = lowest_level; level <= highest_level; ++level) {
    const bool covered =
        std::any_of(scale.points.begin(), scale.points.end(),
                    [&](const auto& point) { return point.levels.contains(level); });
    if (!covered) result.push_back(level);
  }
  return result;
}

namespace {

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

class TemplateCheck {
 public:
  explicit TemplateCheck(const Template& form) : form_(form) {}

  std::vector<FieldError> run() {
    for (std::size_t i = 0; i < form_.details.size(); ++i) {
      check_number(form_.details[i].box_no, "/details/" + std::to_string(i) + "/box_no");
    }
    for (std::size_t i = 0; i < form_.sections.size(); ++i) {
      check_section(form_.sections[i], "/sections/" + std::to_string(i));
    }
    if (form_.scale) check_scale(*form_.scale);
    check_whole();
    return std::move(errors_);
  }

 private:
  void refuse(std::string path, std::string message) {
    errors_.push_back({std::move(path), std::move(message)});
  }

  void check_number(const std::string& box_no, const std::string& path) {
    if (!numbers_.insert(box_no).second) refuse(path, "box " + quoted(box_no) + " stands twice");
  }

  void check_boxes(const std::vector<Box>& boxes, const std::string& path) {
    int rated = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      const std::string at = path + "/boxes/" + std::to_string(i);
      check_number(boxes[i].box_no, at + "/box_no");
      if (boxes[i].content == BoxContent::detail) {
        refuse(at + "/content", "details of the agency stand under details");
      }
      if (boxes[i].content != BoxContent::rating) continue;
      has_rating_ = true;
      agency_rates_ = agency_rates_ || is_agency_rated(boxes[i]);
      if (++rated > 1) refuse(at + "/content", "one rating at most");
      if (!form_.scale) refuse(at + "/content", "a rating needs the template's scale");
    }
  }

  void check_section(const Section& section, const std::string& path) {
    if (!sections_.insert(section.code).second) {
      refuse(path + "/code", "section " + quoted(section.code) + " stands twice");
    }
    check_boxes(section.boxes, path);
    for (std::size_t i = 0; i < section.items.size(); ++i) {
      const Item& item = section.items[i];
      const std::string at = path + "/items/" + std::to_string(i);
      if (!items_.insert(item.code).second) {
        refuse(at + "/code", "item " + quoted(item.code) + " stands twice");
      }
      if (item.essential && !item.essential_doubt.empty()) {
        refuse(at + "/essential_doubt", "a doubtful flag is not set");
      }
      if (item.boxes.empty() && section.boxes.empty()) {
        refuse(at + "/boxes", "nothing can be written about this item");
      }
      check_boxes(item.boxes, at);
    }
  }

  void check_scale(const Scale& scale) {
    std::set<std::string> codes;
    for (std::size_t i = 0; i < scale.points.size(); ++i) {
      const ScalePoint& point = scale.points[i];
      const std::string at = "/scale/points/" + std::to_string(i);
      if (!codes.insert(point.code).second) refuse(at + "/code", "stands twice");
      if (point.code == "not-applicable" || point.label == scale.not_applicable_label) {
        refuse(at, "not applicable is not a point of the scale");
      }
      const LevelRange& levels = point.levels;
      if (levels.low > levels.high || levels.low < lowest_level || levels.high > highest_level) {
        refuse(at + "/levels", "must be two levels from 0 to 4, the lower one first");
      }
    }
    std::vector<int> listed = scale.uncovered;
    std::sort(listed.begin(), listed.end());
    for (const int level : uncovered_levels(scale)) {
      if (!std::binary_search(listed.begin(), listed.end(), level)) {
        refuse("/scale/uncovered", "no point covers level " + std::to_string(level) +
                                       ": list it here or widen a point");
      }
    }
    for (std::size_t i = 0; i < scale.uncovered.size(); ++i) {
      const bool covered =
          std::any_of(scale.points.begin(), scale.points.end(),
                      [&](const auto& point) { return point.levels.contains(scale.uncovered[i]); });
      if (covered) refuse("/scale/uncovered/" + std::to_string(i), "a point covers this level");
    }
  }

  void check_whole() {
    if (form_.scale && !has_rating_) refuse("/scale", "no box of this template holds a rating");
    if (form_.edition_of && form_.shared) {
      refuse("/shared", "an adopted edition is not offered again");
    }
    const bool narrative =
        form_.kind == TemplateKind::narrative || form_.kind == TemplateKind::composed;
    if (narrative && form_.scale) refuse("/kind", "a template of words alone has no scale");
    if (!narrative && !form_.scale) refuse("/kind", "a rated template needs a scale");
    if (form_.kind == TemplateKind::board_grade && agency_rates_) {
      refuse("/kind", "the board grades, but a rating box is the agency's");
    }
    const bool self =
        form_.kind == TemplateKind::self_grade || form_.kind == TemplateKind::traffic_light;
    if (self && has_rating_ && !agency_rates_) {
      refuse("/kind", "the agency rates itself, but every rating box is the board's");
    }
  }

  const Template& form_;
  std::set<std::string> numbers_;
  std::set<std::string> sections_;
  std::set<std::string> items_;
  bool has_rating_ = false;
  bool agency_rates_ = false;
  std::vector<FieldError> errors_;
};

}  // namespace

std::vector<FieldError> check_template(const Template& form) { return TemplateCheck(form).run(); }

std::vector<FieldError> check_edition(const Template& form, const Template& edition) {
  std::vector<FieldError> errors;
  if (!form.edition_of || *form.edition_of != edition.ref) {
    errors.push_back({"/edition_of", "is not " + edition.ref.code + ", version " +
                                         std::to_string(edition.ref.version)});
  }
  if (!edition.shared) {
    errors.push_back({"/edition_of", quoted(edition.ref.code) + " is not offered for adoption"});
  }
  if (form.scale != edition.scale) errors.push_back({"/scale", "differs from the edition's"});
  for (std::size_t i = 0; i < edition.sections.size(); ++i) {
    const std::string at = "/sections/" + std::to_string(i);
    if (i >= form.sections.size()) {
      errors.push_back(
          {at, "the edition's section " + quoted(edition.sections[i].code) + " is missing"});
    } else if (form.sections[i] != edition.sections[i]) {
      errors.push_back({at, "differs from the edition's section"});
    }
  }
  return errors;
}

}  // namespace onereturn::frameworks
