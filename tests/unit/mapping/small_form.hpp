#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/frameworks/framework_rules.hpp"
#include "domain/mapping/check_copy.hpp"
#include "domain/mapping/mapping.hpp"
#include "domain/mapping/render_copy.hpp"

// A form small enough to read in a test: requirements A (parts a1, a2, a3), B (b1), C (c1, wholly
// local), D (d1, local in part), E (e1); a traffic-light scale; items are added one by one.
namespace onereturn::mapping::test {

namespace fw = frameworks;

class SmallForm {
 public:
  SmallForm();

  // Adds an item with its number to the last section, with one box for words and, where the form
  // is rated, one for the light.
  fw::Item& add(const std::string& number, const std::set<std::string>& facets,
                const std::string& residual = "");
  fw::Section& add_section(const std::string& code);
  // Adds a box of that content to the last section itself.
  void add_section_box(const std::string& box_no, fw::BoxContent content);
  void unrated() { form.scale.reset(); }

  // A confirmed answer: level, and the words "<code> does" and "<code> knows".
  Answer& answer(const std::string& code, std::optional<int> level = 2);
  Answer& whole(const std::string& code, std::optional<int> level = 2);
  void local_part(const std::string& code, const std::string& words);
  void not_applicable(const std::string& code, const std::string& reason);

  Engagement engagement() const;
  RenderedCopy copy() const;
  RenderedBox box(const std::string& box_no) const;
  std::string text(const std::string& box_no) const { return box(box_no).text; }
  std::vector<CopyFinding> findings() const;
  // "error no-text:1.words" and so on, one a line.
  std::string findings_in_words() const;

  fw::Framework framework;
  fw::Template form;
  fw::Mapping mapping;
  CommonSide common;
  BoardSide side;
  BoardIdentity board;
  std::vector<BoardIdentity> engaged;
  Way way = Way::canonical;
  Date today;
};

}  // namespace onereturn::mapping::test
