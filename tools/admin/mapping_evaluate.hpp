#pragma once

#include <string>

#include "base/result.hpp"
#include "tools/admin/command.hpp"

namespace onereturn::admin {

// Which files an evaluation reads. Empty paths are looked for: the mapping and the framework in the
// folders "mappings" and "frameworks" beside the template's own folder.
struct EvaluationFiles {
  std::string form;
  std::string answers;
  std::string mapping;
  std::string framework;
  std::string board;  // the entry of the answers; else the one that names this template
};

// Renders one board's copy from files alone, and answers it as a table or as JSON: for each box
// that is rated or written its interval, points, state, sources and rule, then the findings. A
// template that no board of the answers has, is filled from the common answers alone. Refuses what
// the readers refuse, and a board that is not among the answers.
Result<std::string> evaluate_files(const EvaluationFiles& files, bool as_json);

// admin mapping evaluate --template T --answers FILE [--mapping FILE] [--framework FILE]
//     [--catalogue FOLDER] [--board CODE] [--json]. T is a file, or a template's code in the
// catalogue's folder "templates".
Result<std::string> evaluate_mapping(const Arguments& arguments, const Surroundings& surroundings);

}  // namespace onereturn::admin
