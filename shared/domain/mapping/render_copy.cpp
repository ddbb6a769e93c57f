#include "domain/mapping/render_copy.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "domain/frameworks/template_rules.hpp"
#include "domain/frameworks/words.hpp"
#include "domain/mapping/compose.hpp"
#include "domain/mapping/copy_actions.hpp"
#include "domain/mapping/explain.hpp"
#include "domain/mapping/item_ask.hpp"
#include "domain/mapping/promised.hpp"
#include "domain/mapping/rating.hpp"

namespace onereturn::mapping {

using frameworks::Box;
using frameworks::BoxContent;
using frameworks::FilledBy;
using frameworks::FrameworkIndex;
using frameworks::Item;
using frameworks::NotApplicableBy;
using frameworks::NotApplicableRule;
using frameworks::Section;
using frameworks::Template;

namespace {

template <class Map>
auto find_or_null(const Map& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

// Where the words for the board's own questions go: the first box that describes, else the first
// for words at all.
const Box* home_of_residuals(const std::vector<Box>& boxes) {
  const Box* first = nullptr;
  for (const Box& box : boxes) {
    if (!frameworks::holds_words(box) || box.filled_by == FilledBy::board) continue;
    if (box.content != BoxContent::knows && box.content != BoxContent::evidence) return &box;
    if (first == nullptr) first = &box;
  }
  return first;
}

class Rendering {
 public:
  Rendering(const Engagement& engagement, const FrameworkIndex& index, const CommonSide& common,
            const BoardSide& side)
      : engagement_(engagement),
        form_(*engagement.form),
        index_(index),
        common_(common),
        side_(side),
        composer_(form_, engagement.board, side) {}

  RenderedCopy run() {
    copy_.board = engagement_.board.code;
    copy_.form = form_.ref;
    copy_.framework = index_.framework().ref;
    const bool mapped = engagement_.way == Way::canonical && engagement_.mapping != nullptr;
    copy_.mapping_version = mapped ? engagement_.mapping->version : 0;
    copy_.evidence = side_.evidence;
    for (const frameworks::DetailBox& detail : form_.details)
      add_detail(detail);
    for (const Section& section : form_.sections)
      add_section(section);
    copy_.actions = actions_of(engagement_, index_, common_, side_, copy_);
    return std::move(copy_);
  }

 private:
  void add_detail(const frameworks::DetailBox& detail) {
    RenderedBox box;
    box.box_no = detail.box_no;
    box.label = detail.label;
    box.content = BoxContent::detail;
    box.rule = "detail";
    box.rule_text = "From the organisation's details.";
    const std::string* value = find_or_null(common_.profile, detail.source);
    if (value != nullptr && !value->empty()) {
      box.text = *value;
      box.state = BoxState::written;
      Source source;
      source.kind = SourceKind::profile;
      source.code = detail.source;
      box.sources.push_back(std::move(source));
    }
    finish(std::move(box));
  }

  void add_section(const Section& section) {
    if (!section.boxes.empty()) {
      std::vector<const Item*> items;
      for (const Item& item : section.items)
        items.push_back(&item);
      const Ask ask = ask_of(engagement_, index_, common_, side_, items);
      add_boxes(section.boxes, section, nullptr, ask, without_own_home(section, ask));
    }
    for (const Item& item : section.items) {
      if (item.boxes.empty()) continue;
      const Ask ask = ask_of(engagement_, index_, common_, side_, {&item});
      add_boxes(item.boxes, section, &item, ask, ask);
    }
  }

  // For the section's words: an own question of an item that has boxes is answered in those.
  static Ask without_own_home(const Section& section, const Ask& ask) {
    Ask result = ask;
    std::erase_if(result.residuals, [&](const AskedResidual& asked) {
      return std::any_of(section.items.begin(), section.items.end(), [&](const Item& item) {
        return item.code == asked.item && home_of_residuals(item.boxes) != nullptr;
      });
    });
    return result;
  }

  void add_boxes(const std::vector<Box>& boxes, const Section& section, const Item* item,
                 const Ask& rated, const Ask& worded) {
    const NotApplicableRule& rule =
        item == nullptr ? form_.not_applicable : frameworks::not_applicable_rule(form_, *item);
    const Box* home = home_of_residuals(boxes);
    for (const Box& printed : boxes) {
      RenderedBox box;
      box.box_no = printed.box_no;
      box.section = section.code;
      if (item != nullptr) box.item = item->code;
      box.label = printed.label;
      box.content = printed.content;
      box.filled_by = printed.filled_by;
      if (printed.filled_by == FilledBy::board) {
        box.state = BoxState::left_to_board;
        box.rule = "left-to-board";
        box.rule_text = "The board fills this box. Nothing is put into it.";
      } else if (printed.content == BoxContent::rating) {
        fill_rating(box, rated, rule);
      } else {
        fill_words(box, printed, section, item, worded, rule, &printed == home);
      }
      finish(std::move(box));
    }
  }

  void fill_rating(RenderedBox& box, const Ask& ask, const NotApplicableRule& rule) {
    if (!form_.scale) {
      box.rule = "no-scale";
      box.rule_text = "This form asks for no rating.";
      return;
    }
    if (!ask.mapped()) {
      rate_directly(box, find_or_null(side_.direct, box.box_no), form_, rule);
      if (const DirectBox* direct = find_or_null(side_.direct, box.box_no)) {
        Source source;
        source.kind = SourceKind::direct;
        source.code = box.box_no;
        source.confirmed = direct->confirmed;
        box.sources.push_back(std::move(source));
      }
      return;
    }
    // The same sources as the words, without the words.
    RenderedBox words;
    Box none;
    none.content = BoxContent::rating;
    Place place;
    place.box = &none;
    place.takes_residuals = true;
    Composer(form_, engagement_.board, side_).compose(words, ask, place);
    box.sources = std::move(words.sources);
    rate(box, ask, form_, rule, find_or_null(side_.choices, box.box_no));
  }

  void fill_words(RenderedBox& box, const Box& printed, const Section& section, const Item* item,
                  const Ask& ask, const NotApplicableRule& rule, bool takes_residuals) {
    Place place;
    place.box = &printed;
    place.reference = reference_to(section, item, printed);
    place.takes_residuals = takes_residuals;
    place.not_applicable_allowed = rule.allowed && rule.by == NotApplicableBy::agency;
    const bool takes_direct =
        !ask.mapped() || !ask.unmapped.empty() || printed.content == BoxContent::text;
    if (takes_direct) place.direct = find_or_null(side_.direct, box.box_no);
    composer_.compose(box, ask, place);
    box.rule = ask.mapped() && printed.content != BoxContent::text
                   ? frameworks::word_of(frameworks::relation_words, ask.relation)
                   : "direct";
    box.rule_text =
        box.rule == "direct" ? explain_direct(box) : explain_ask(ask) + " Its words stand here.";
    if (box.state == BoxState::unanswered || words_missing(ask, takes_residuals)) {
      fill_promise(box);
    }
  }

  // Beside words that are there already, the promise stands as a paragraph of its own.
  void fill_promise(RenderedBox& box) {
    const Promise* promise = find_or_null(side_.promises, box.box_no);
    if (promise == nullptr || !promise->by_on) return;
    if (box.state == BoxState::unanswered) {
      box.text = promise_words(*promise);
      box.rule = "promised";
      box.rule_text = "This will be supplied later.";
    } else {
      Paragraph paragraph;
      paragraph.kind = SourceKind::promise;
      paragraph.source = box.box_no;
      paragraph.text = promise_words(*promise);
      box.text += "\n\n" + paragraph.text;
      box.paragraphs.push_back(std::move(paragraph));
      box.rule_text += " What is missing will be supplied later.";
    }
    Source source;
    source.kind = SourceKind::promise;
    source.code = box.box_no;
    source.name = promise->by_whom;
    source.confirmed.on = promise->by_on;
    box.sources.push_back(std::move(source));
  }

  static std::string reference_to(const Section& section, const Item* item, const Box& box) {
    if (item != nullptr && item->number) return *item->number;
    if (item != nullptr) return "\"" + box.label + "\"";
    return section.number.value_or(section.title);
  }

  void finish(RenderedBox box) {
    if (box.state != BoxState::left_to_board) replace_by_hand(box);
    copy_.boxes.push_back(std::move(box));
  }

  void replace_by_hand(RenderedBox& box) {
    const Override* by_hand = find_or_null(side_.overrides, box.box_no);
    if (by_hand == nullptr) return;
    const bool rating = box.content == BoxContent::rating;
    if (rating && by_hand->point) {
      const frameworks::ScalePoint* point = frameworks::find_point(form_, *by_hand->point);
      if (point == nullptr) return;
      box.state = BoxState::chosen;
      box.point = point->code;
      box.point_label = point->label;
      box.chosen_by = by_hand->by;
      box.chosen_on = by_hand->on;
    } else if (!rating && by_hand->text) {
      box.text = *by_hand->text;
      box.state = box.text.empty() ? BoxState::unanswered : BoxState::written;
    } else {
      return;
    }
    box.overridden = true;
    box.override_reason = by_hand->reason;
    Source source;
    source.kind = SourceKind::replacement;
    source.code = box.box_no;
    source.name = by_hand->reason;
    source.confirmed.by = by_hand->by;
    source.confirmed.on = by_hand->on;
    box.sources.push_back(std::move(source));
  }

  const Engagement& engagement_;
  const Template& form_;
  const FrameworkIndex& index_;
  const CommonSide& common_;
  const BoardSide& side_;
  Composer composer_;
  RenderedCopy copy_;
};

}  // namespace

RenderedCopy render_copy(const Engagement& engagement, const FrameworkIndex& index,
                         const CommonSide& common, const BoardSide& side) {
  ENSURE(engagement.form != nullptr, "a copy needs its template");
  return Rendering(engagement, index, common, side).run();
}

}  // namespace onereturn::mapping
