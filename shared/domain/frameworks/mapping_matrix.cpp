#include "domain/frameworks/mapping_matrix.hpp"

#include <algorithm>
#include <utility>

namespace onereturn::frameworks {
namespace {

const ItemMapping* mapping_of(const MappedForm& form, const Item& item) {
  if (form.mapping == nullptr) return nullptr;
  const auto found = form.mapping->items.find(item.code);
  return found != form.mapping->items.end() && fills(found->second) ? &found->second : nullptr;
}

// Calls `visit` with every item of the form, in its order, and its mapping or null.
template <class Visit>
void each_item(const MappedForm& form, Visit&& visit) {
  for (const Section& section : form.form->sections) {
    for (const Item& item : section.items)
      visit(item, mapping_of(form, item));
  }
}

std::set<std::string> shared_facets(const Requirement& requirement, const ItemMapping& mapping) {
  std::set<std::string> both;
  for (const std::string& facet : requirement.facets) {
    if (mapping.facets.contains(facet)) both.insert(facet);
  }
  return both;
}

MatrixCell cell_of(const Requirement& requirement, const MappedForm& form) {
  MatrixCell cell;
  std::set<std::string> asked;
  each_item(form, [&](const Item& item, const ItemMapping* mapping) {
    if (mapping == nullptr) return;
    auto facets = shared_facets(requirement, *mapping);
    if (facets.empty()) return;
    asked.insert(facets.begin(), facets.end());
    const auto relation = relation_to(requirement, mapping->facets, mapping->residual.has_value());
    cell.items.push_back({&item, mapping, relation, std::move(facets)});
  });
  cell.parts_asked = asked.size();
  return cell;
}

void count_relation(MatrixCount& count, Relation relation) {
  switch (relation) {
    case Relation::equal:
      ++count.equal;
      break;
    case Relation::subset:
      ++count.subset;
      break;
    case Relation::superset:
      ++count.superset;
      break;
    case Relation::intersects:
      ++count.intersects;
      break;
    case Relation::unmapped:
      ++count.unmapped;
      break;
  }
}

MatrixCount count_of(const FrameworkIndex& index, const MappedForm& form) {
  MatrixCount count;
  each_item(form, [&](const Item& item, const ItemMapping* mapping) {
    ++count.items;
    count_relation(count, mapping == nullptr ? Relation::unmapped : relation_of(index, *mapping));
    if (mapping == nullptr) {
      count.without.push_back(&item);
      return;
    }
    if (mapping->residual) ++count.residuals;
    if (!mapping->doubt.empty()) ++count.doubts;
  });
  return count;
}

}  // namespace

bool MatrixCell::doubted() const {
  return std::ranges::any_of(items,
                             [](const ItemInCell& one) { return !one.mapping->doubt.empty(); });
}

bool MatrixCell::leaves_over() const {
  return std::ranges::any_of(
      items, [](const ItemInCell& one) { return one.mapping->residual.has_value(); });
}

bool fills(const ItemMapping& item) {
  const bool in_use = item.status == MappingStatus::live || item.status == MappingStatus::reviewed;
  return in_use && !item.facets.empty();
}

MappingMatrix matrix_of(const FrameworkIndex& index, const std::vector<MappedForm>& forms) {
  MappingMatrix matrix;
  for (const MappedForm& form : forms)
    matrix.counts.push_back(count_of(index, form));
  for (const Standard& standard : index.framework().standards) {
    MatrixStandard block{&standard, {}};
    for (const Requirement& requirement : index.framework().requirements) {
      if (requirement.standard != standard.code) continue;
      MatrixRow row{&requirement, {}};
      for (std::size_t at = 0; at < forms.size(); ++at) {
        row.cells.push_back(cell_of(requirement, forms[at]));
        ++(row.cells.back().asked() ? matrix.counts[at].asked : matrix.counts[at].never_asked);
      }
      block.rows.push_back(std::move(row));
    }
    matrix.standards.push_back(std::move(block));
  }
  return matrix;
}

MappingMatrix part_of(MappingMatrix matrix, const MatrixPart& part) {
  const auto wanted = [&](const MatrixRow& row) {
    if (!part.doubts && !part.residuals) return true;
    return std::ranges::any_of(row.cells, [&](const MatrixCell& cell) {
      return (part.doubts && cell.doubted()) || (part.residuals && cell.leaves_over());
    });
  };
  for (MatrixStandard& block : matrix.standards)
    std::erase_if(block.rows, [&](const MatrixRow& row) { return !wanted(row); });
  std::erase_if(matrix.standards, [&](const MatrixStandard& block) {
    const bool chosen = part.standards.empty() || part.standards.contains(block.standard->code);
    return !chosen || block.rows.empty();
  });
  return matrix;
}

}  // namespace onereturn::frameworks
