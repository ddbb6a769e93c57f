#pragma once

#include <set>
#include <string>
#include <vector>

#include "domain/frameworks/mapping_matrix.hpp"
#include "platform/html/data.hpp"
#include "platform/http/fields.hpp"

// What each form asks of each requirement, side by side: a page, a sheet of A3 and a file.
namespace onereturn::gateway::views {

// What the address asks for. Only what is there is kept; no form named means every form.
struct MatrixAsked {
  frameworks::MatrixPart part;
  std::set<std::string> forms;  // by code
};
MatrixAsked matrix_asked(const http::Fields& query, const frameworks::FormsSideBySide& all);

// pages/mapping
html::Data matrix_page(const frameworks::FormsSideBySide& all, const MatrixAsked& asked,
                       bool may_export);

// The same as a file: a row for each requirement, a column for each form.
std::vector<std::string> matrix_headings(const frameworks::FormsSideBySide& all,
                                         const MatrixAsked& asked);
std::vector<std::vector<std::string>> matrix_rows(const frameworks::FormsSideBySide& all,
                                                  const MatrixAsked& asked);

}  // namespace onereturn::gateway::views
