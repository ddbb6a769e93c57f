#include "gateway/views/mapping_matrix.hpp"

#include <algorithm>
#include <utility>

#include "gateway/views/mapping_words.hpp"
#include "gateway/views/words.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::gateway::views {
namespace {

using frameworks::FormsSideBySide;
using frameworks::MappedForm;
using frameworks::MappingMatrix;
using frameworks::MatrixCell;
using frameworks::MatrixCount;
using frameworks::MatrixRow;
using html::Data;

const std::string page_path = "/mapping";

std::vector<MappedForm> forms_shown(const FormsSideBySide& all, const MatrixAsked& asked) {
  std::vector<MappedForm> shown;
  for (const auto& form : all.forms) {
    if (asked.forms.empty() || asked.forms.contains(form.form->ref.code)) shown.push_back(form);
  }
  return shown;
}

std::string address_of(const std::string& ending, const MatrixAsked& asked) {
  std::string query;
  const auto add = [&](const char* name, const std::string& value) {
    query += (query.empty() ? "?" : "&") + std::string(name) + "=" + http::percent_encode(value);
  };
  for (const auto& standard : asked.part.standards)
    add("standard", standard);
  for (const auto& form : asked.forms)
    add("form", form);
  if (asked.part.doubts) add("only", "doubts");
  if (asked.part.residuals) add("only", "left-over");
  return page_path + ending + query;
}

Data cell_data(const MatrixCell& cell, const MappedForm& form,
               const frameworks::Requirement& requirement) {
  const auto board = board_of_form(*form.form);
  return Data::object()
      .set("form", board)
      .set("asked", cell.asked())
      .set("href", account_address(*form.form, requirement))
      .set("groups", relation_groups(cell))
      .set("left_over", cell.leaves_over())
      .set("doubt", cell.doubted())
      .set("about", board + ", " + requirement.code + " " + requirement.name);
}

Data row_data(const MatrixRow& row, const std::vector<MappedForm>& forms) {
  auto cells = Data::list();
  for (std::size_t at = 0; at < forms.size(); ++at)
    cells.push(cell_data(row.cells[at], forms[at], *row.requirement));
  const auto parts = static_cast<int>(row.requirement->facets.size());
  return Data::object()
      .set("code", row.requirement->code)
      .set("name", row.requirement->name)
      .set("parts", parts > 1 ? Data(counted(parts, "part", "parts")) : Data())
      .set("local", row.requirement->local == frameworks::LocalKind::whole)
      .set("cells", std::move(cells));
}

// "10 items: 8 in doubt, 5 with something left over, 2 in no requirement (9 and 10)."
std::string figures_of(const MatrixCount& count, const std::string& without) {
  auto words = counted(count.items, "item", "items") + ": " + std::to_string(count.doubts) +
               " in doubt, " + std::to_string(count.residuals) + " with something left over";
  if (count.unmapped > 0) {
    words += ", " + std::to_string(count.unmapped) + " in no requirement (" + without + ")";
  }
  return words + ". Never asks " + std::to_string(count.never_asked) + ".";
}

Data count_data(const MatrixCount& count, const MappedForm& form) {
  std::vector<std::string> without;
  for (const auto* item : count.without)
    without.push_back(number_of_item(*item));
  return Data::object()
      .set("board", board_of_form(*form.form))
      .set("name", form.form->name)
      .set("own", form.own)
      .set("live", form.mapping != nullptr)
      .set("items", count.items)
      .set("equal", count.equal)
      .set("subset", count.subset)
      .set("superset", count.superset)
      .set("intersects", count.intersects)
      .set("unmapped", count.unmapped)
      .set("without", Data::text_or_no(joined(without)))
      .set("figures", figures_of(count, joined(without)))
      .set("residuals", count.residuals)
      .set("doubts", count.doubts)
      .set("asked", count.asked)
      .set("never_asked", count.never_asked);
}

Data choice(const std::string& id, const std::string& value, const std::string& words,
            bool chosen) {
  return Data::object().set("id", id).set("value", value).set("words", words).set("chosen", chosen);
}

void add_filter(Data& page, const FormsSideBySide& all, const MatrixAsked& asked) {
  auto standards = Data::list(), forms = Data::list(), only = Data::list();
  for (const auto& standard : all.framework->standards) {
    standards.push(choice("standard-" + as_id(standard.code), standard.code,
                          standard.code + ". " + standard.name,
                          asked.part.standards.contains(standard.code)));
  }
  for (const auto& form : all.forms) {
    const auto& code = form.form->ref.code;
    forms.push(choice("form-" + as_id(code), code,
                      board_of_form(*form.form) + (form.own ? " (yours)" : ""),
                      asked.forms.contains(code)));
  }
  only.push(choice("only-doubts", "doubts", "With a doubt", asked.part.doubts));
  only.push(
      choice("only-left-over", "left-over", "With something left over", asked.part.residuals));
  const bool any = !asked.part.standards.empty() || !asked.forms.empty() || asked.part.doubts ||
                   asked.part.residuals;
  page.set("choose_standards", std::move(standards))
      .set("choose_forms", std::move(forms))
      .set("choose_only", std::move(only))
      .set("any_chosen", any);
}

// "71 requirements against 6 forms. Of 228 items, 48 are in doubt and 10 ask something besides."
std::string summary_of(const MappingMatrix& matrix, int requirements) {
  int items = 0, doubts = 0, residuals = 0;
  for (const auto& count : matrix.counts) {
    items += count.items;
    doubts += count.doubts;
    residuals += count.residuals;
  }
  const auto forms = static_cast<int>(matrix.counts.size());
  return counted(requirements, "requirement", "requirements") + " against " +
         counted(forms, "form", "forms") + ". Of " + counted(items, "item", "items") + ", " +
         std::to_string(doubts) + (doubts == 1 ? " is" : " are") + " in doubt and " +
         std::to_string(residuals) + (residuals == 1 ? " asks" : " ask") +
         " something that no requirement holds.";
}

std::string cell_text(const MatrixCell& cell) {
  if (!cell.asked()) return "not asked";
  std::string text;
  for (const auto& one : cell.items) {
    text +=
        (text.empty() ? "" : "; ") + number_of_item(*one.item) + " " + relation_word(one.relation);
    if (one.mapping->residual) text += ", something left over";
    if (!one.mapping->doubt.empty()) text += ", in doubt";
  }
  return text;
}

}  // namespace

MatrixAsked matrix_asked(const http::Fields& query, const FormsSideBySide& all) {
  MatrixAsked asked;
  for (const auto& code : query.all("standard")) {
    if (all.index.standard(code) != nullptr) asked.part.standards.insert(code);
  }
  for (const auto& code : query.all("form")) {
    const auto is = [&](const MappedForm& one) { return one.form->ref.code == code; };
    if (std::ranges::any_of(all.forms, is)) asked.forms.insert(code);
  }
  for (const auto& only : query.all("only")) {
    asked.part.doubts = asked.part.doubts || only == "doubts";
    asked.part.residuals = asked.part.residuals || only == "left-over";
  }
  return asked;
}

Data matrix_page(const FormsSideBySide& all, const MatrixAsked& asked, bool may_export) {
  const auto forms = forms_shown(all, asked);
  const auto matrix = part_of(frameworks::matrix_of(all.index, forms), asked.part);
  auto standards = Data::list(), heads = Data::list();
  int requirements = 0;
  for (const auto& block : matrix.standards) {
    auto rows = Data::list();
    for (const auto& row : block.rows)
      rows.push(row_data(row, forms));
    requirements += static_cast<int>(block.rows.size());
    standards.push(Data::object()
                       .set("name", block.standard->code + ". " + block.standard->name)
                       .set("span", forms.size() + 1)
                       .set("rows", std::move(rows)));
  }
  for (std::size_t at = 0; at < forms.size(); ++at)
    heads.push(count_data(matrix.counts[at], forms[at]));
  auto page = Data::object()
                  .set("title", "What each form asks")
                  .set("framework", all.framework->name + ", version " +
                                        std::to_string(all.framework->ref.version))
                  .set("summary", summary_of(matrix, requirements))
                  .set("any", requirements > 0)
                  .set("forms", std::move(heads))
                  .set("standards", std::move(standards))
                  .set("file", may_export ? Data(address_of(".csv", asked)) : Data());
  add_filter(page, all, asked);
  return page;
}

std::vector<std::string> matrix_headings(const FormsSideBySide& all, const MatrixAsked& asked) {
  std::vector<std::string> headings{"standard", "requirement", "name"};
  for (const auto& form : forms_shown(all, asked))
    headings.push_back(board_of_form(*form.form) + ": " + form.form->name);
  return headings;
}

std::vector<std::vector<std::string>> matrix_rows(const FormsSideBySide& all,
                                                  const MatrixAsked& asked) {
  const auto forms = forms_shown(all, asked);
  const auto matrix = part_of(frameworks::matrix_of(all.index, forms), asked.part);
  std::vector<std::vector<std::string>> rows;
  for (const auto& block : matrix.standards) {
    for (const auto& row : block.rows) {
      rows.push_back({block.standard->code + ". " + block.standard->name, row.requirement->code,
                      row.requirement->name});
      for (const auto& cell : row.cells)
        rows.back().push_back(cell_text(cell));
    }
  }
  return rows;
}

}  // namespace onereturn::gateway::views
