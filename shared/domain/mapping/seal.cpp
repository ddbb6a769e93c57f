#include "domain/mapping/seal.hpp"

namespace onereturn::mapping {

std::vector<SealedLine> sealed_lines(const RenderedCopy& copy) {
  std::vector<SealedLine> lines;
  for (const RenderedBox& box : copy.boxes) {
    const bool rating = box.content == frameworks::BoxContent::rating;
    lines.push_back({box.box_no, rating ? box.point_label : box.text});
  }
  return lines;
}

std::string fingerprint(const RenderedCopy& copy,
                        const std::function<std::string(std::string_view)>& digest) {
  std::string material;
  for (const SealedLine& line : sealed_lines(copy)) {
    material += line.box_no;
    material += '\0';
    material += digest(line.text);
    material += '\n';
  }
  return digest(material);
}

}  // namespace onereturn::mapping
