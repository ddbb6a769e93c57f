#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>

#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/frameworks/template_format.hpp"

// Workbenches over the shipped forms, without a database.
namespace onereturn::evaluation {

inline std::shared_ptr<const frameworks::Template> shipped(const std::string& code) {
  std::ifstream file(std::string(ONERETURN_SOURCE_DIR) + "/schemas/content/templates/" + code +
                     "-1.json");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  auto form = frameworks::read_template(text);
  if (!form) throw std::runtime_error(code + " does not read");
  return std::make_shared<frameworks::Template>(std::move(form).value());
}

// Nothing is graded yet; where both grade, the agency says `self` of everything.
inline Workbench bench_of(const std::string& code, const std::string& self = {}) {
  Workbench bench;
  bench.copy.form = shipped(code);
  bench.copy.board = "The board";
  bench.copy.agency = "The agency";
  bench.copy.audit = "Section 11 return 2027";
  bench.copy.receipt.version_no = 1;
  bench.subjects = subjects_of(*bench.copy.form);
  bench.facts.evaluation = Evaluation{};
  for (const auto& subject : bench.subjects) {
    mapping::RenderedBox box;
    box.box_no = subject.key;
    box.point = subject.judging == Judging::both ? self : "";
    bench.copy.copy.boxes.push_back(std::move(box));
  }
  return bench;
}

inline void grade(Workbench& bench, const std::string& key, const std::string& point,
                  const std::string& reason = {}, How how = How::graded) {
  auto& grade = bench.grades[key];
  grade.key = key;
  ++grade.version;
  grade.point = point;
  grade.reason = reason;
  grade.how = how;
}

}  // namespace onereturn::evaluation
