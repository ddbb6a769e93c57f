#include "gateway/views/as_written.hpp"

#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {

using html::Data;

namespace {

// At one item; without one, at what stands in the section itself.
Data texts_at(const std::vector<mapping::RenderedBox>& boxes, const std::string& section,
              const std::string& item) {
  auto texts = Data::list();
  for (const auto& box : boxes) {
    if (box.item != item || (item.empty() && box.section != section)) continue;
    if (box.filled_by == frameworks::FilledBy::board) continue;
    const auto& words = box.text.empty() ? box.point_label : box.text;
    texts.push(Data::object()
                   .set("label", box.label)
                   .set("text", words.empty() ? std::string("Nothing written") : words));
  }
  return texts;
}

}  // namespace

Data sections_as_written(const frameworks::Template& form,
                         const std::vector<mapping::RenderedBox>& boxes,
                         const std::function<void(Data& item, const std::string& code)>& more) {
  auto sections = Data::list();
  for (const auto& section : form.sections) {
    auto items = Data::list();
    for (const auto& item : section.items) {
      auto row = Data::object();
      row.set("anchor", "item-" + as_id(item.code))
          .set("wording", numbered(item.number, item.wording))
          .set("essential", item.essential)
          .set("texts", texts_at(boxes, section.code, item.code));
      if (more) more(row, item.code);
      items.push(std::move(row));
    }
    sections.push(Data::object()
                      .set("id", as_id(section.code))
                      .set("title", numbered(section.number, section.title))
                      .set("texts", texts_at(boxes, section.code, ""))
                      .set("items", std::move(items)));
  }
  return sections;
}

}  // namespace onereturn::gateway::views
